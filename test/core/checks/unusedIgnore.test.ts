import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { itWeighs } from '../../support/weight';

const code = 'unused-ignore';
const only = 'unused-ignore';

describe(code, () => {
  it('sees a comment that silences nothing', () => {
    checkDiagnostics(
      `
## Strengths
<!-- review-ignore-next-line unknown-standard: agreed -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: there is no “unknown-standard” to silence
- On time [std 6.1]
`,
      only,
    );
  });

  it('is quiet about one that silences something, in the text, on a heading and in a quotation', () => {
    checkDiagnostics(
      `
<!-- review-ignore-next-line uncovered-standards: next year -->
# Delivery [theme 3]

## Strengths

<!-- review-ignore-next-line unknown-standard: the new edition has it -->

- On time [std 9.9]
  <!-- review-ignore-next-line unknown-standard: this one too -->
  - often [std 9.8]

> <!-- review-ignore-next-line unknown-standard: and this -->
> As said [std 9.7]
`,
      only,
      'unknown-standard',
    );
  });

  it('takes comments one above the other for the same line', () => {
    checkDiagnostics(
      `
## Strengths
<!-- review-ignore-next-line unknown-standard: agreed -->

<!-- review-ignore-next-line duplicate-citation: said twice on purpose -->
- On time [std 9.9, 9.9]
`,
      only,
      'unknown-standard',
      'duplicate-citation',
    );
  });

  it('asks for a reason, because without one nothing is silenced', () => {
    for (const written of ['', ':', ': ', ': …', ': TODO', ' because I say so'])
      checkDiagnostics(
        `
- On time [std 9.9]
<!-- review-ignore-next-line unknown-standard${written} -->
${'^'.repeat(49 + written.length)} unused-ignore: give a reason after the colon
As said [std 9.9]
             ^^^ unknown-standard
`.replace('- On time [std 9.9]\n', ''),
        only,
        'unknown-standard',
      );
  });

  it('names the nearest check for one that is not there', () => {
    checkDiagnostics(
      `
<!-- review-ignore-next-line Unknown-Standrad: agreed -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: did you mean “unknown-standard”?
As said [std 6.1]

<!-- review-ignore-next-line whatever: agreed -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: “whatever” is not a check
<!-- review-ignore-next-line -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore: names no check
Words
`,
      only,
    );
  });

  it('leaves a comment in peace whose check is switched off, or is not made yet', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
checks: { unknown-standard: off }
---
<!-- review-ignore-next-line unknown-standard: agreed -->
Words [std 9.9]
`,
      only,
    );
  });

  it('can be silenced itself, and is told so where there is nothing to silence', () => {
    checkDiagnostics(
      `
<!-- review-ignore-next-line unused-ignore: kept as an example -->
<!-- review-ignore-next-line unknown-standard: agreed -->
Words [std 6.1]

<!-- review-ignore-next-line unused-ignore: no more needed -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
Words [std 6.1]
`,
      only,
    );
  });

  it('knows nothing of comments in code, and of other comments', () => {
    checkDiagnostics(
      '\n    <!-- review-ignore-next-line x: y -->\n\n`<!-- review-ignore-next-line x: y -->`\n\n<!-- review-ignore-next-lines x -->\n',
      only,
    );
  });

  describe('offers to remove the comment', () => {
    const title = 'Remove the comment';
    const comment = '<!-- review-ignore-next-line$0 unknown-standard: agreed -->';

    it('with its line', () => {
      checkFix(
        `## Strengths\n${comment}\n- On time [std 6.1]\n`,
        title,
        '## Strengths\n- On time [std 6.1]\n',
      );
      checkFix(
        `## Strengths\r\n- A [std 6.2]\r\n  ${comment}\r\n- On time [std 6.1]`,
        title,
        '## Strengths\r\n- A [std 6.2]\r\n- On time [std 6.1]',
      );
      checkFix(`Words\n\n${comment}`, title, 'Words\n\n');
    });

    it('without the words beside it', () => {
      checkFix(`Words ${comment} and more\n`, title, 'Words and more\n');
      checkFix(`Words${comment}and more\n`, title, 'Words and more\n');
      checkFix(`Words ${comment}and more\n`, title, 'Words and more\n');
      checkFix(`Words${comment}, and more\n`, title, 'Words, and more\n');
      checkFix(
        `## Strengths\n- ${comment}\n  Words [std 6.1]\n`,
        title,
        '## Strengths\n-\n  Words [std 6.1]\n',
      );
    });

    it('and leaves a line where words would run together without it', () => {
      checkFix(
        `## Strengths\nWords\n${comment}\n7. On time [std 6.1]\n`,
        title,
        '## Strengths\nWords\n\n7. On time [std 6.1]\n',
      );
    });

    it('and not where it keeps words from being read', () => {
      assert.deepEqual(fixTitles(`## Strengths\n${comment} - Words [std 6.1]\n`), []);
    });
  });

  it('offers the nearest check where that is what the line needs', () => {
    const drawn = '<!-- review-ignore-next-line unkown-standard$0: agreed -->\nWords [std 9.9]\n';
    const titles = (text: string): string[] => fixTitles(text).filter((title) => !title.startsWith('Add'));
    assert.deepEqual(titles(drawn), ['Change to unknown-standard', 'Remove the comment']);
    assert.deepEqual(titles(drawn.replace('9.9', '6.1')), ['Remove the comment']);
  });

  // With a setting of its own: what silences a comment is a comment, which the tests above are about.
  const comment = '<!-- review-ignore-next-line unknown-standard: agreed -->\nWords\n';
  itWeighs(code, 'warning', comment, 'title: A\n');
});

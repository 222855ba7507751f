import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { itWeighs } from '../../support/weight';

/** A second catalogue, whose ids are those of the first. */
const second = `
//- fostering.standards.md
---
id: fostering
prefix: fs
---
# Theme 1: Foster care
## Element 1: Foster homes
### Standards
- 1.1 Foster carers are chosen with care
- 1.2 Foster carers are seen each month
- 1.7 Foster carers are paid
### Probes
1. Foster carers who left
//- cover.review.md
---
standards: [ssia-childrens-services-2014, ./fostering.standards.md]
---
//- one.review.md`;

describe('unknown-standard', () => {
  it('names what the element has', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.3].
                          ^^^ unknown-standard: element 6 has 6.1 and 6.2
`,
      'unknown-standard',
    );
  });

  it('is quiet about ids that the catalogue has, and never looks into code or comments', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.2] \`[std 9.9]\` <!-- [std 9.9] --> [probe 6.28].
`,
      'unknown-standard',
    );
  });

  it('offers the nearest id that is not cited yet', () => {
    checkFix(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.3$0].`,
      'Change to 6.2',
      `# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.2].`,
    );
  });

  it('offers nothing that would make a range run backwards', () => {
    const titles = fixTitles(`
# Leadership [theme 2]
## Strengths
- Clear lines of sight [std 4.2-4.3$0].`);
    assert.deepEqual(titles, []);
  });

  it('names elements, themes and probes too, in narrative and headings as well', () => {
    checkDiagnostics(
      `
# Delivery [theme 9]
                  ^ unknown-standard: Theme 9 is not in the catalogue; it has themes 1, 2, 3 and 4

Visits [std 12] and [probe 6.99], [probe 9.1].
            ^^ unknown-standard: Element 12 is not in the catalogue
                           ^^^^ unknown-standard: Probe 6.99 is not in the catalogue; element 6 has 6.1 to 6.28
                                         ^^^ unknown-standard: it has no element 9
`,
      'unknown-standard',
    );
  });

  it('names each end of a range, and what the catalogue has no element for', () => {
    checkDiagnostics(
      `
## Strengths
- Visits [std 1.1-1.9, 9.1].
                  ^^^ unknown-standard: element 1 has 1.1, 1.2, 1.3 and 1.4
                       ^^^ unknown-standard: it has no element 9
`,
      'unknown-standard',
    );
  });

  it('takes 6.10 for another id than 6.1', () => {
    checkDiagnostics(
      `
## Strengths
- Visits [std 6.10, 06.1].
              ^^^^ unknown-standard: Standard 6.10
                    ^^^^ unknown-standard: Standard 06.1
`,
      'unknown-standard',
    );
  });

  it('knows a prefix that no catalogue has', () => {
    checkDiagnostics(
      `
## Strengths
- Visits [std cs:6.1].
              ^^^^^^ unknown-standard: No catalogue of this review has the prefix “cs”; this review needs none
`,
      'unknown-standard',
    );
  });

  it('leaves evidence and ids in the cover to others', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
scope: { exclude: [{ std: 99, reason: x }] }
---
//- one.review.md
## Strengths
- Visits [ev FG2].
`,
      'unknown-standard',
    );
  });

  it('offers the nearest of the section’s theme only, and nothing that is out of scope', () => {
    assert.deepEqual(fixTitles('# Delivery [theme 3]\n## Strengths\n- Visits [std 6.9$0].'), [
      'Change to 6.2',
      'Change to 6.1',
    ]);
    assert.deepEqual(
      fixTitles(`
//- cover.review.md
---
scope: { exclude: [{ std: 6.2, reason: x }] }
---
//- one.review.md
# Delivery [theme 3]
## Strengths
- Visits [std 6.9$0].`),
      ['Change to 6.1'],
    );
  });

  it('keeps the rest of a list when it changes one id', () => {
    checkFix(
      '## Strengths\n- Visits [std 1.1, 6.9$0, 8.1].',
      'Change to 6.2',
      '## Strengths\n- Visits [std 1.1, 6.2, 8.1].',
    );
  });

  describe('with several catalogues', () => {
    it('speaks of the one that the prefix names', () => {
      checkDiagnostics(
        `${second}
## Strengths
- Homes [std fs:1.9].
             ^^^^^^ unknown-standard: Standard fs:1.9 is not in the catalogue; element fs:1 has fs:1.1, fs:1.2 and fs:1.7.
- More homes [std fs:1.1-1.9].
                         ^^^ unknown-standard: Standard fs:1.9 is not in the catalogue; element fs:1 has fs:1.1, fs:1.2 and fs:1.7.
- Elements [std fs:6, fs:6.1] [probe fs:1.9] [theme fs:3] [probe fs:2.1].
                ^^^^ unknown-standard: Element fs:6 is not in the catalogue; it has elements fs:1.
                      ^^^^^^ unknown-standard: Standard fs:6.1 is not in the catalogue; it has no element fs:6.
                                     ^^^^^^ unknown-standard: element fs:1 has fs:1.1 to fs:1.1.
                                                    ^^^^ unknown-standard: Theme fs:3 is not in the catalogue; it has themes fs:1.
                                                                 ^^^^^^ unknown-standard: it has no element fs:2.
- Unprefixed [std 1.9].
                  ^^^ unknown-standard: Standard 1.9 is not in the catalogue; element 1 has 1.1, 1.2, 1.3 and 1.4.
- Elsewhere [std xs:1.1].
                 ^^^^^^ unknown-standard: No catalogue of this review has the prefix “xs”; known are fs.
`,
        'unknown-standard',
      );
    });

    it('offers what that one has', () => {
      const titles = (text: string): string[] => fixTitles(`${second}\n## Strengths\n- Homes ${text}.`);
      assert.deepEqual(titles('[std fs:1.9$0]'), [
        'Change to fs:1.7',
        'Change to fs:1.2',
        'Change to fs:1.1',
      ]);
      assert.deepEqual(titles('[std fs:1.2-1.5$0]'), ['Change to 1.7']);
      assert.deepEqual(titles('[std 1.9$0]'), ['Change to 1.4', 'Change to 1.3', 'Change to 1.2']);
      assert.deepEqual(titles('[theme fs:3$0]'), ['Change to fs:1']);
      checkFix(
        `${second}\n## Strengths\n- Homes [std fs:1.9$0].`,
        'Change to fs:1.2',
        '## Strengths\n- Homes [std fs:1.2].',
      );
    });
  });

  itWeighs('unknown-standard', 'error', '## Strengths\n- Visits [std 9.9]\n');
});

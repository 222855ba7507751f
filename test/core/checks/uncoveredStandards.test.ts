import assert from 'node:assert/strict';
import { applyEdits, fixes } from '../../../core/src';
import { allDiagnostics, checkDiagnostics, fixTitles } from '../../support/check';
import { readFixture, root, textOf, type Fixture } from '../../support/fixture';
import { itWeighs, unfinished } from '../../support/weight';

/** Puts everything but theme 3 out of scope, so that a fixture shows one theme's gaps. */
const onlyThree = `scope:
  exclude:
    - { theme: [1, 2, 4], reason: Another year }`;

const code = 'uncovered-standards';

function messages(fixture: Fixture): string[] {
  return allDiagnostics(fixture)
    .filter((found) => found.code === code)
    .map(({ message }) => message);
}

/** The text of a document after the fix with a title, and the messages that are left then. */
function applied(drawn: string, title: string): { text: string; left: string[]; fixture: Fixture } {
  const fixture = readFixture(drawn);
  const { uri, offset } = fixture.cursor ?? assert.fail('no cursor');
  const found = fixes(fixture.snapshot(), uri, { start: offset, end: offset });
  const chosen = found.find(({ fix }) => fix.title === title);
  assert.ok(chosen, `offered: ${found.map(({ fix }) => fix.title).join(' / ')}`);
  const text = applyEdits(fixture.files.get(uri) ?? '', chosen.fix.edits);
  fixture.workspace.setFile(uri, text);
  return { text, left: messages(fixture), fixture };
}

describe(code, () => {
  it('names all gaps of a theme once, on its first heading', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
---
//- one.review.md
# Delivery [theme 3]
^^^^^^^^^^^^^^^^^^^^ uncovered-standards: Theme 3: no finding addresses element 7 (7.1) and standard 6.2 yet.
## Strengths
- On time [std 6.1]
//- two.review.md
# Delivery again [theme 3]
`,
      code,
    );
  });

  it('is quiet when every standard and element in scope is addressed', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
---
//- one.review.md
# Delivery [theme 3]
## Strengths
- On time [std 6.1-6.2]
- Bought well [std 7.1]
`,
      code,
    );
  });

  it('is not content with an element’s citation, a mention or a stub', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
---
//- one.review.md
# Service delivery, effective practice and commissioning
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncovered-standards: Theme 3: no finding addresses element 7 (7.1) and standards 6.1 and 6.2 yet.
A mention [std 6.2].
## Strengths
- On time [std 6]
- TODO [std 7.1]
`,
      code,
    );
  });

  it('stands on the first element’s heading when the theme has none', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
---
//- one.review.md
# Introduction
# Commissioning
^^^^^^^^^^^^^^^ uncovered-standards: element 6 (6.1 and 6.2) and element 7 (7.1)
# Delivery [std 6]
`,
      code,
    );
  });

  it('stands on the theme’s heading also when an element’s comes first', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
---
//- one.review.md
# Commissioning
# Delivery [theme 3]
^^^^^^^^^^^^^^^^^^^^ uncovered-standards
`,
      code,
    );
  });

  it('does not ask for an element whose standards are all out of scope', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
    - { std: [6.1, 6.2], reason: Another year }
---
//- one.review.md
# Delivery [theme 3]
^^^^^^^^^^^^^^^^^^^^ uncovered-standards: Theme 3: no finding addresses element 7 (7.1) yet.
`,
      code,
    );
  });

  it('stands on the cover’s standards when nothing is about the theme', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
standards: ssia-childrens-services-2014
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ uncovered-standards: Theme 3
${onlyThree}
---
//- one.review.md
# Introduction
`,
      code,
    );
  });

  it('stands on the first line of a review without a cover', () => {
    checkDiagnostics(
      `
# Introduction
^^^^^^^^^^^^^^ uncovered-standards: Theme 1
^^^^^^^^^^^^^^ uncovered-standards: Theme 2
^^^^^^^^^^^^^^ uncovered-standards: Theme 3
^^^^^^^^^^^^^^ uncovered-standards: Theme 4
`,
      code,
    );
  });

  it('follows the order of the report', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
${onlyThree}
documents: [two.review.md]
---
//- one.review.md
# Delivery [theme 3]
//- two.review.md
# Delivery again [theme 3]
^^^^^^^^^^^^^^^^^^^^^^^^^^ uncovered-standards
`,
      code,
    );
  });

  it('tells the wording of each standard as related information', () => {
    const fixture = readFixture(`//- cover.review.md\n---\n${onlyThree}\n---\n# Delivery [theme 3]`);
    const found = allDiagnostics(fixture).find((diagnostic) => diagnostic.code === code);
    assert.deepEqual(
      found?.related?.map(({ message }) => message.slice(0, 24)),
      ['6.1 Partners have robust', '6.2 Safeguarding is pers', '7.1 The council commissi'],
    );
    for (const { uri, span } of found.related ?? []) {
      const text = fixture.snapshot().document(uri)?.text ?? '';
      assert.match(text.slice(span.start, span.end), /^[67]\.[12]$/);
    }
  });

  describe('offers a stub', () => {
    const drawn = (body: string): string =>
      `//- cover.review.md\n---\n${onlyThree}\n---\n//- one.review.md\n${body}`;

    it('for each standard', () => {
      assert.deepEqual(fixTitles(drawn('# Delivery$0 [theme 3]\n## Strengths\n- On time [std 6.1]')), [
        'Add a finding for 6.2 (strength)',
        'Add a finding for 6.2 (area for development)',
        'Add a finding for 7.1 (strength)',
        'Add a finding for 7.1 (area for development)',
      ]);
    });

    it('for no standard that has one already', () => {
      const begun =
        '# Delivery$0 [theme 3]\n## Strengths\n- … [std 6.2]\n- TODO [std 7.1]\n- On time [std 6]';
      assert.deepEqual(fixTitles(drawn(begun)), [
        'Add a finding for 6.1 (strength)',
        'Add a finding for 6.1 (area for development)',
      ]);
      const once = applied(
        drawn('# Delivery$0 [theme 3]\n## Strengths'),
        'Add a finding for 6.1 (strength)',
      ).text;
      assert.deepEqual(fixTitles(drawn(once.replace('[theme', '$0[theme'))), [
        'Add a finding for 6.2 (strength)',
        'Add a finding for 6.2 (area for development)',
        'Add a finding for 7.1 (strength)',
        'Add a finding for 7.1 (area for development)',
      ]);
    });

    it('behind the last finding of the theme, with its marker', () => {
      const { text } = applied(
        drawn('# Delivery$0 [theme 3]\n## Strengths\n* On time [std 6.1]\n\nNarrative.\n'),
        'Add a finding for 6.2 (strength)',
      );
      assert.equal(
        text,
        '# Delivery [theme 3]\n## Strengths\n* On time [std 6.1]\n* … [std 6.2]\n\nNarrative.\n',
      );
    });

    it('in the element’s own section where there is one', () => {
      const { text } = applied(
        drawn(
          '# Delivery$0 [theme 3]\n## Strengths\n- A [std 6.1]\n# Commissioning\n## Strengths\n- B [std 7]\n',
        ),
        'Add a finding for 7.1 (strength)',
      );
      assert.match(text, /- B \[std 7\]\n- … \[std 7\.1\]\n$/);
    });

    it('below an empty section, and with a section of its own where there is none', () => {
      assert.equal(
        applied(drawn('# Delivery$0 [theme 3]\n## Strengths'), 'Add a finding for 6.1 (strength)').text,
        '# Delivery [theme 3]\n## Strengths\n\n- … [std 6.1]',
      );
      assert.equal(
        applied(drawn('# Delivery$0 [theme 3]\n\nWords.'), 'Add a finding for 6.1 (strength)').text,
        '# Delivery [theme 3]\n\nWords.\n\n### Strengths\n\n- … [std 6.1]',
      );
    });

    it('as a strength or an area for development, in the section of its kind', () => {
      const both =
        '# Delivery$0 [theme 3]\n## Strengths\n- A [std 6]\n\n## Areas for development\n\n# Other\n';
      const develop = 'Add a finding for 6.2 (area for development)';
      assert.equal(
        applied(drawn(both), develop).text,
        '# Delivery [theme 3]\n## Strengths\n- A [std 6]\n\n## Areas for development\n\n- … [std 6.2]\n\n# Other\n',
      );
      assert.equal(
        applied(
          drawn('# Delivery$0 [theme 3]\n## Strengths\n- A [std 6]\n### Buying\n- B\n\n# Other\n'),
          develop,
        ).text,
        '# Delivery [theme 3]\n## Strengths\n- A [std 6]\n### Buying\n- B\n\n## Areas for development\n\n- … [std 6.2]\n\n# Other\n',
      );
      assert.equal(
        applied(
          drawn('# Delivery$0 [theme 3]\n## Areas for improvement\n- A [std 6]\n'),
          'Add a finding for 6.2 (strength)',
        ).text,
        '# Delivery [theme 3]\n## Strengths\n\n- … [std 6.2]\n\n## Areas for improvement\n- A [std 6]\n',
      );
    });

    it('behind what stands below the heading, and under no other', () => {
      assert.equal(
        applied(
          drawn('# Delivery$0 [theme 3]\n\n- agenda\n\n#### Context\n\n- visits\n\n# Other\n'),
          'Add a finding for 6.1 (strength)',
        ).text,
        '# Delivery [theme 3]\n\n- agenda\n\n#### Context\n\n- visits\n\n### Strengths\n\n- … [std 6.1]\n\n# Other\n',
      );
      assert.equal(
        applied(
          drawn('# Delivery$0 [theme 3]\n\n# Commissioning [std 7]\n\n#### More\n'),
          'Add a finding for 7.1 (strength)',
        ).text,
        '# Delivery [theme 3]\n\n# Commissioning [std 7]\n\n#### More\n\n### Strengths\n\n- … [std 7.1]\n',
      );
    });

    it('with a section for the theme where no document has one', () => {
      const { text } = applied(
        `//- cover.review.md\n---\nstandards: ssia$0-childrens-services-2014\n${onlyThree}\n---\n# Introduction\n`,
        'Add a section for theme 3',
      );
      assert.match(
        text,
        /# Introduction\n\n## Service delivery, [a-z ]+ \[theme 3\]\n\n### Strengths\n\n- … \[std 6\.1\]\n$/,
      );
    });

    it('in Welsh, where the report is', () => {
      const { text } = applied(
        `//- cover.review.md\n---\nlanguage: cy\n${onlyThree}\n---\n# Delivery$0 [theme 3]\n`,
        'Add a finding for 6.1 (strength)',
      );
      assert.match(text, /### Cryfderau\n\n- … \[std 6\.1\]/);
    });

    it('that covers nothing until it has words', () => {
      const { text, left, fixture } = applied(
        drawn('# Delivery$0 [theme 3]\n## Strengths\n- On time [std 6.1]\n- Bought well [std 7.1]\n'),
        'Add a finding for 6.2 (strength)',
      );
      assert.equal(left.length, 1);
      fixture.workspace.setFile(`${root}/one.review.md`, text.replace('…', 'Plans are personal'));
      assert.deepEqual(messages(fixture), []);
    });

    describe('with several catalogues', () => {
      const second = (settings: string): string => `//- fostering.standards.md
---
id: fostering
prefix: fs
---
# Theme 1: Foster care
## Element 1: Foster homes
### Standards
- 1.1 Foster carers are chosen with care
- 1.2 Foster carers are seen each month
//- cover.review.md
---
standards: [ssia-childrens-services-2014, ./fostering.standards.md]
scope:
  exclude:
    - { theme: [1, 2, 3, 4], reason: Another year }
---
${settings}`;

      it('prints the prefix of its own', () => {
        const drawn = second('//- one.review.md\n# Foster$0 care [theme fs:1]\n## Strengths\n');
        const fixture = readFixture(drawn);
        assert.deepEqual(messages(fixture), [
          'Theme fs:1: no finding addresses element fs:1 (fs:1.1 and fs:1.2) yet.',
        ]);
        const found = allDiagnostics(fixture).find((diagnostic) => diagnostic.code === code);
        assert.equal(found?.related?.[0]?.message, 'fs:1.1 Foster carers are chosen with care');
        const { text, fixture: after } = applied(drawn, 'Add a finding for fs:1.2 (strength)');
        assert.equal(text, '# Foster care [theme fs:1]\n## Strengths\n\n- … [std fs:1.2]\n');
        after.workspace.setFile(`${root}/one.review.md`, text.replace('…', 'They are'));
        assert.deepEqual(messages(after), ['Theme fs:1: no finding addresses standard fs:1.1 yet.']);
      });

      it('prints it in a section of its own', () => {
        const { text, fixture } = applied(
          second('$0').replace('standards: [', 'standards: [$0').replace('---\n$0', '---\n'),
          'Add a section for theme fs:1',
        );
        assert.match(text, /\n## Foster care \[theme fs:1\]\n\n### Strengths\n\n- … \[std fs:1\.1\]\n$/);
        const offered = fixes(fixture.snapshot(), `${root}/cover.review.md`, {
          start: 0,
          end: text.length,
        });
        assert.deepEqual(
          offered.map(({ fix }) => fix.title).filter((title) => title.startsWith('Add')),
          ['Add a finding for fs:1.2 (strength)', 'Add a finding for fs:1.2 (area for development)'],
        );
      });
    });

    it('keeps the text’s line ends', () => {
      const { text } = applied(
        drawn('# Delivery$0 [theme 3]\r\n## Strengths\r\n- On time [std 6.1]\r\n'),
        'Add a finding for 6.2 (strength)',
      );
      assert.equal(text, '# Delivery [theme 3]\r\n## Strengths\r\n- On time [std 6.1]\r\n- … [std 6.2]\r\n');
    });

    it('behind a finding with nested items and paragraphs', () => {
      const fixture = readFixture(
        drawn('# Delivery [theme 3]\n## Strengths\n1. On time [std 6.1]\n   - always\n\n   Yes.\n'),
      );
      const offered = fixes(fixture.snapshot(), `${root}/one.review.md`, { start: 2, end: 2 });
      const text = applyEdits(textOf(fixture), offered[0]?.fix.edits ?? []);
      fixture.workspace.setFile(`${root}/one.review.md`, text);
      const review = fixture.snapshot().documents.get(`${root}/one.review.md`)?.model;
      assert.deepEqual(
        review?.findings.map(({ words, empty }) => [words, empty]),
        [
          ['On time always Yes.', false],
          ['…', true],
        ],
      );
    });
  });

  itWeighs(code, unfinished, '# Delivery [theme 3]\n');
});

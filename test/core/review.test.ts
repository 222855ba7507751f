import assert from 'node:assert/strict';
import { readDocument, type Finding } from '../../core/src';

/** Each section as `level kind: title`. */
function sectionsOf(text: string): string[] {
  return readDocument(text).sections.map(({ level, kind, title }) => `${level} ${kind}: ${title}`);
}

/** Each finding as `kind: words`. */
function findingsOf(text: string): string[] {
  return readDocument(text).findings.map(({ kind, words }) => `${kind}: ${words}`);
}

function onlyFinding(text: string): Finding {
  const { findings } = readDocument(text);
  assert.equal(findings.length, 1);
  return findings[0]!;
}

function kindOf(heading: string): string | undefined {
  return readDocument(`${heading}\n`).sections[0]?.kind;
}

describe('a section', () => {
  const headings: [kind: string, headings: string[]][] = [
    [
      'strengths',
      [
        '# Strengths',
        '###### Strengths',
        '### **Strengths:**',
        '##### **Strengths**:',
        '## _strengths_',
        '## STRENGTHS',
        '## 4. Strengths',
        '## 4.1 Strengths:',
        '## (4) Strengths',
        '## 4) Strengths',
        '## Strengths ##',
        '## Strengths [theme 3]',
        '## Strengths – [std 6]',
        '## Strengths <!-- of the service -->',
        'Strengths\n=========',
        '**Strengths**\n---',
        '## Cryfderau',
        '### **CRYFDERAU:**',
      ],
    ],
    [
      'development',
      [
        '## Areas for development',
        '### **Areas for Development:**',
        '## Areas for improvement',
        '## AREAS  FOR\tIMPROVEMENT',
        '## Meysydd i’w datblygu',
        "## Meysydd i'w datblygu",
        '## Meysydd i‘w Datblygu:',
      ],
    ],
    ['suggestions', ['## Suggestions', '## Recommendations:', '## Suggested activities', '## Argymhellion']],
    ['actions', ['## Actions', '## Action plan', '## Camau gweithredu', '## 9. Cynllun Gweithredu']],
    ['evidence', ['## Evidence', '## **Tystiolaeth**']],
    [
      'narrative',
      [
        '## Introduction',
        '## Strength',
        '## Strengths and weaknesses',
        '## Our strengths',
        '##',
        '## [std 6]',
      ],
    ],
  ];
  for (const [kind, written] of headings) {
    for (const heading of written) {
      it(`${JSON.stringify(heading)} is ${kind}`, () => assert.equal(kindOf(heading), kind));
    }
  }

  it('has its title without citations', () => {
    assert.deepEqual(sectionsOf('# Service delivery [theme 3]\n## **Strengths:**\n'), [
      '1 narrative: Service delivery',
      '2 strengths: Strengths:',
    ]);
  });

  it('reaches to the next heading of any level', () => {
    const text = '# One\n\nWords.\n\n### Strengths\n\n- A\n\n## Two\n';
    const spans = readDocument(text).sections.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['# One\n\nWords.\n\n', '### Strengths\n\n- A\n\n', '## Two\n']);
  });

  it('is inherited by its subheadings, and by nothing else', () => {
    const text = `## Strengths
- One
### In the front line
- Two
#### At night
- Three
### Actions
- Not a finding
## In general
- Not a finding either
# Strengths
- Four
`;
    assert.deepEqual(findingsOf(text), [
      'strength: One',
      'strength: Two',
      'strength: Three',
      'strength: Four',
    ]);
  });

  it('may stand at odd levels', () => {
    const text = `##### **Strengths:**
- One
### **Areas for Development:**
- Two
## 4. Strengths
- Three
`;
    assert.deepEqual(findingsOf(text), ['strength: One', 'development: Two', 'strength: Three']);
  });

  it('is not opened by a word in bold', () => {
    assert.deepEqual(findingsOf('**Strengths**\n\n- One\n'), []);
  });
});

describe('a finding', () => {
  it('is a top-level item of a strengths or development section only', () => {
    const text = `- Before any heading
# Introduction
- In narrative
## Strengths
A paragraph.

- One

> - In a quotation

## Areas for development
1. Two
2. Three
## Suggestions
- A suggestion
## Actions
- An action @lead(PO) @due(2026-11-15)
## Evidence
- A list
`;
    assert.deepEqual(findingsOf(text), ['strength: One', 'development: Two', 'development: Three']);
  });

  it('has its nested items as part of it', () => {
    const text = `## Strengths
- Data shows:
  - fewer visits [std 6.1]
    - at night
  - more plans [std 6.2]

  And a paragraph.
- Another
`;
    const { findings } = readDocument(text);
    assert.deepEqual(findingsOf(text), [
      'strength: Data shows: fewer visits at night more plans And a paragraph.',
      'strength: Another',
    ]);
    assert.equal(findings[0]?.citations.length, 2);
    assert.equal(text.slice(findings[0].head.start, findings[0].head.end), 'Data shows:');
  });

  it('spans the whole item, marker included', () => {
    const text = '## Strengths\n\n* One\n  wrapped\n* Two\n';
    assert.deepEqual(
      readDocument(text).findings.map(({ span }) => text.slice(span.start, span.end)),
      ['* One\n  wrapped', '* Two'],
    );
  });

  it('may be an item of a task list', () => {
    assert.deepEqual(findingsOf('## Strengths\n- [ ] One [std 1.1]\n- [x] Two\n'), [
      'strength: One',
      'strength: Two',
    ]);
  });

  it('keeps words of HTML superscripts, emphasis, links, code and images', () => {
    const text =
      '## Strengths\n- By the 21<sup>st</sup> **century** [plans](x) `a` ![chart](y.png) <br> &amp; more\n';
    assert.equal(onlyFinding(text).words, 'By the 21st century plans a chart & more');
  });

  it('holds the citations of its text, and its place', () => {
    const text = '## Strengths\n- Visits [std 6.1] and [ev FG2]\n\nVisits are [std 6.2] mentioned.\n';
    const { citations, findings } = readDocument(text);
    assert.deepEqual(
      citations.map(({ kind, place, finding }) => [kind, place, finding]),
      [
        ['standard', 'finding', 0],
        ['evidence', 'finding', 0],
        ['standard', 'narrative', undefined],
      ],
    );
    assert.equal(findings[0]?.citations.length, 2);
  });

  describe('may name who wrote it', () => {
    it('with @by', () => {
      const finding = onlyFinding('## Strengths\n- Visits are on time [std 6.1] @by(AA)\n');
      assert.equal(finding.by, 'AA');
      assert.equal(finding.words, 'Visits are on time');
    });
    it('with @by in any case, with spaces, or in a nested item', () => {
      assert.equal(onlyFinding('## Strengths\n- Visits @BY( AA ) early\n').by, 'AA');
      assert.equal(onlyFinding('## Strengths\n- Visits\n  - early @by(AA)\n').by, 'AA');
    });
    it('but not in code, and not with nobody', () => {
      assert.equal(onlyFinding('## Strengths\n- Visits `@by(AA)`\n').by, undefined);
      assert.equal(onlyFinding('## Strengths\n- Visits @by()\n').by, undefined);
    });
  });

  describe('says nothing yet', () => {
    const empty = [
      '-',
      '- [std 6.1]',
      '- [std 6.1], [std 6.2].',
      '- …',
      '- ...',
      '- … [std 6.1]',
      '- TODO',
      '- TODO: write this up [std 6.1]',
      '- to do [std 6.1]',
      '- TBC [std 6.1]',
      '- tbd',
      '- xx [std 6.1]',
      '- XXX',
      '- ??? [std 6.1]',
      '- **TBC** [std 6.1]',
      '- [ ] [std 6.1]',
      '- <!-- later --> [std 6.1]',
      '- [std 6.1] @by(AA)',
      '- –',
    ];
    for (const item of empty) {
      it(item, () => assert.equal(onlyFinding(`## Strengths\n${item}\n`).empty, true));
    }
  });

  describe('says something', () => {
    for (const item of [
      '- Visits [std 6.1]',
      '- X-rays are read',
      '- The team has yet to do visits [std 6.1]',
      '- Everything is TBC until May',
      '- Plentyn [std 6.1]',
      '- 87%',
      '- [std 6.1]: Strong',
      '- Taxis',
    ]) {
      it(item, () => assert.equal(onlyFinding(`## Strengths\n${item}\n`).empty, false));
    }
  });
});

describe('reading a document', () => {
  it('knows closed front matter only', () => {
    const yaml = (text: string): string | undefined => {
      const place = readDocument(text).frontMatter?.yaml;
      return place && text.slice(place.start, place.end);
    };
    assert.equal(yaml('---\ntitle: x\n---\n'), 'title: x\n');
    assert.equal(yaml('\uFEFF---\r\ntitle: x\r\n---\r\n'), 'title: x\r\n');
    assert.equal(yaml('---\n---'), '');
    assert.equal(yaml('---\ntitle: x\n'), undefined);
    assert.equal(yaml('----\ntitle: x\n----\n'), undefined);
    assert.equal(yaml('\n---\ntitle: x\n---\n'), undefined);
    assert.equal(yaml('---\ntitle: x\n----\n'), undefined);
    assert.equal(yaml('---\ntitle: x\n--- \n'), 'title: x\n');
  });

  it('never takes front matter for a heading', () => {
    assert.deepEqual(sectionsOf('---\n# a comment\ntitle: Strengths\n---\n# One\n'), ['1 narrative: One']);
  });

  it('reads a list right behind unclosed front matter', () => {
    assert.deepEqual(findingsOf('---\ntitle: x\n\n## Strengths\n10) One\n'), ['strength: One']);
  });

  it('gives an empty model for texts without anything', () => {
    for (const text of ['', '\n', '\uFEFF', ' ', '\r', '---', '\\', '\u0000', '\uD800']) {
      const { sections, findings, citations } = readDocument(text);
      assert.deepEqual([sections, findings, citations], [[], [], []], JSON.stringify(text));
    }
  });

  describe('nested deeper than anybody writes', () => {
    const stairs = (count: number, step: (i: number) => string): string =>
      Array.from({ length: count }, (_, i) => step(i)).join('\n');
    const deep: [name: string, text: string][] = [
      ['quotations', '> '.repeat(10_000) + 'x [std 6.2]'],
      ['lists', '- '.repeat(5_000) + 'x [std 6.2]'],
      ['numbered lists', '1. '.repeat(5_000) + 'x [std 6.2]'],
      ['both', '> - '.repeat(5_000) + 'x [std 6.2]'],
      ['stairs of lists', stairs(150, (i) => `${'  '.repeat(i)}- x`)],
      ['stairs of quotations', stairs(200, (i) => `${'>'.repeat(i + 1)} x`)],
      ['emphasis', '*'.repeat(4_000) + 'x [std 6.2]' + '*'.repeat(4_000)],
      ['brackets', '['.repeat(3_000)],
    ];
    for (const [name, text] of deep) {
      it(`does not fail on ${name}, and reads the rest`, () => {
        const whole = `## Strengths\n\n- Before [std 6.1]\n\n# Deep\n\n${text}\n\n## Strengths\n\n- Behind [std 7.1]\n`;
        assert.deepEqual(findingsOf(whole), ['strength: Before', 'strength: Behind']);
      });
    }

    it('leaves a long rule alone', () => {
      assert.deepEqual(sectionsOf(`Strengths\n${'-'.repeat(300)}\n`), ['2 strengths: Strengths']);
    });
  });

  it('reads an ignore comment with its code, its reason and its place', () => {
    const text =
      '## Strengths\n<!-- review-ignore-next-line unknown-standard: an old number -->\n- Visits [std 9.9]\n';
    const [ignore] = readDocument(text).suppressions;
    assert.equal(ignore?.code, 'unknown-standard');
    assert.equal(ignore.reason, 'an old number');
    assert.match(text.slice(ignore.span.start, ignore.span.end), /^<!-- review-ignore[^]*-->$/);
  });
});

/*
 * `coverage` and `standards`: the JSON that others build on, and tables that fit their columns.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { readCoverage, type CoverageReport } from '../../cli/src/coverage';
import { printCoverageText } from '../../cli/src/coverageText';
import { readStandards } from '../../cli/src/standards';
import { printStandardsText } from '../../cli/src/standardsText';
import { Desk } from '../support/serverCli';

const register = `
## Evidence

| Kind | Id | Description |
| --- | --- | --- |
| Focus group | FG2 | Foster carers |
| Dogfen | D4 | The corporate plan |
| Document | D5 | Nobody cites it |
`;
const cover = `---
title: A review
standards: tiny
scope:
  exclude:
    - { std: "2", reason: Left out at the council's request }
---
`;
const one = `---
reviewer: AA
---
# Theme 1: Outcomes

The narrative mentions [std 3.1].

## Strengths

- People told us so. [std 1.1]

## Areas for development

- Not everybody told us. [std 1.1]
`;

const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

describe('coverage', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({ 'r/cover.review.md': cover, 'r/one.review.md': one });
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('prints JSON with numbers for every standard', async () => {
    const nothing = { evidence: 0, evidenceKinds: [] };
    const none = { strengths: 0, development: 0, mentions: 0, reviewers: [], ...nothing };
    assert.deepEqual(await desk.json('coverage r'), {
      code: 0,
      value: {
        schemaVersion: 1,
        reviews: [
          {
            cover: 'r/cover.review.md',
            title: 'A review',
            phase: 'drafting',
            exclusions: [{ excludes: 'std 2', reason: "Left out at the council's request", agreed: null }],
            leads: [],
            inScope: 3,
            excluded: 1,
            covered: 1,
            standards: [
              {
                ...{ id: '1.1', state: 'covered', strengths: 1, development: 1, mentions: 0 },
                ...{ reviewers: ['AA'], ...nothing },
              },
              { id: '1.2', state: 'uncovered', ...none },
              { id: '2.1', state: 'excluded', ...none },
              { id: '3.1', state: 'uncovered', ...none, mentions: 1 },
            ],
          },
        ],
      },
    });
  });

  it('lists every exclusion with its reason, those of probes too, and who leads on what', async () => {
    const team =
      'team:\n  - { initials: AA, name: A. Author, leads: [std 1] }\n  - { initials: BB, leads: [theme 1] }\n';
    const scope =
      'scope:\n  exclude:\n    - { probe: "1.1", reason: Asked already, agreed: The director }\n    - std: 3.1\n';
    desk.folder.write(
      'r/cover.review.md',
      `---\ntitle: A review\nstandards: tiny\n${scope}${team}phase: final\n---\n`,
    );
    const { value } = await desk.json('coverage r');
    const { phase, exclusions, leads } = (value as CoverageReport).reviews[0] ?? {};
    assert.equal(phase, 'final');
    assert.deepEqual(exclusions, [
      { excludes: 'probe 1.1', reason: 'Asked already', agreed: 'The director' },
      { excludes: 'std 3.1', reason: null, agreed: null },
    ]);
    assert.deepEqual(leads, [
      { element: '1', initials: ['AA', 'BB'] },
      { element: '2', initials: ['BB'] },
    ]);
    const { out } = await desk.run('coverage r');
    const said = [
      'Phase: final. What is unfinished counts as an error.',
      'Out of scope:\n  probe 1.1: Asked already (agreed: The director)\n  std 3.1: no reason given\n',
      'Leads: element 1 AA (A. Author), BB; element 2 BB\n',
      'Leads: element 3 nobody yet\n',
    ];
    for (const words of said) assert.ok(out.includes(words), `${words} is not in\n${out}`);
  });

  it('counts the evidence that findings rest on, and its kinds', async () => {
    desk.folder.write('r/cover.review.md', cover + register);
    desk.folder.write(
      'r/one.review.md',
      one.replace('us so. [std 1.1]', 'us so. [std 1.1] [ev fg2, D4, FG2] [ev D9]') + '\n[std 3.1] [ev D5]\n',
    );
    const { value } = await desk.json('coverage r');
    const { reviews } = value as { reviews: { standards: { id: string }[] }[] };
    const standard = reviews[0]?.standards.find(({ id }) => id === '1.1');
    assert.deepEqual(standard, {
      ...{ id: '1.1', state: 'covered', strengths: 1, development: 1, mentions: 0, reviewers: ['AA'] },
      ...{ evidence: 2, evidenceKinds: ['focus group', 'document'] },
    });
  });

  it('prints a table for each theme, with denominators, gaps and reasons', async () => {
    const { code, out } = await desk.run('coverage r/one.review.md');
    assert.equal(code, 0);
    assert.equal(
      out,
      `A review
r/cover.review.md
1 of 3 standards in scope covered (1 excluded)
Phase: drafting. What is unfinished counts as information.
Out of scope:
  std 2: Left out at the council's request

Theme 1: Outcomes
1 of 2 standards in scope covered (1 excluded)

id   standard                    strengths    areas for  mentions  reviewers  evidence  kinds
                                            development
Element 1: Results - 1 of 2 standards in scope covered
1.1  People are safe and say so          1            1         0  AA                0
1.2  The strategy is written d…          0            0         0                    0
Element 2: Voices - 0 of 0 standards in scope covered (1 excluded)
2.1  Excluded: Children are he…          0            0         0                    0

No finding addresses yet:
  Standard 1.2: The strategy is written down

Theme 2: Leadership
0 of 1 standard in scope covered

id   standard                    strengths    areas for  mentions  reviewers  evidence  kinds
                                            development
Element 3: Vision - 0 of 1 standard in scope covered
3.1  Leaders know what they wa…          0            0         1                    0

No finding addresses yet:
  Element 3: Vision
  Standard 3.1: Leaders know what they want
`,
    );
  });

  it('prints the evidence and its kinds below each other', async () => {
    desk.folder.write('r/cover.review.md', cover + register);
    desk.folder.write('r/one.review.md', one.replace('us so. [std 1.1]', 'us so. [std 1.1] [ev FG2, D4]'));
    const { out } = await desk.run('coverage r');
    assert.match(
      out,
      /^1\.1 {2}People are safe and say so {10}1 {12}1 {9}0 {2}AA {16}2 {2}focus group,\n {88}document$/m,
    );
  });

  it('cuts what a standard says, and says it in full where nobody has addressed it', async () => {
    const long =
      'Leaders know what they want and say so to everyone who asks them, in words that all understand';
    desk.folder.write(
      'r/own.standards.md',
      `---\nid: own\n---\n# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n- 1.1 People are safe\n- 1.2 ${long}\n`,
    );
    desk.folder.write('r/cover.review.md', cover.replace('tiny', './own.standards.md'));
    const { out } = await desk.run('coverage r');
    assert.match(out, /^1\.2 {2}Leaders know what they wa… {10}0 /m);
    assert.ok(out.replace(/\s+/g, ' ').includes(`No finding addresses yet: Standard 1.2: ${long}`));
  });

  it('reads without colour, and lets no document colour it', async () => {
    desk.folder.write(
      'r/cover.review.md',
      cover.replace('Left out at', '"Left \\e[31mout at').replace('request', 'request"'),
    );
    const { out } = await desk.run('coverage r');
    assert.match(out, /Left .*out at the council/);
    // eslint-disable-next-line no-control-regex -- control characters are what must not be there.
    assert.doesNotMatch(out, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  for (const folder of ['examples/aberwen', 'test/workspaces/morfa-bay']) {
    it(`of ${folder} fits 100 columns and names every gap and exclusion`, async () => {
      const root = path.join(__dirname, '../..');
      const name = 'ssia-childrens-services-2014.standards.md';
      const text = readFileSync(path.join(root, 'standards', name), 'utf8');
      const said: string[] = [];
      const terminal = {
        cwd: root,
        stdout: { write: (words: string) => said.push(words) },
        stderr: { write: (words: string) => said.push(words) },
      };
      const reviews = await readCoverage([folder], terminal, [{ uri: `file:///${name}`, text }]);
      const out = printCoverageText(reviews);
      assert.ok(widest(out) <= 100);
      const flat = out.replace(/\s+/g, ' ');
      for (const { set, figures } of reviews) {
        assert.ok(set.settings.exclusions.length > 0);
        for (const { reason = '' } of set.settings.exclusions) assert.ok(flat.includes(reason), reason);
        const gaps = figures.standards.filter(({ state }) => state === 'uncovered');
        assert.ok(gaps.length > 0);
        for (const { standard } of gaps)
          assert.ok(flat.includes(`Standard ${standard.id}: ${standard.text}`), standard.id);
      }
      assert.deepEqual(said, []);
    });
  }

  it('stays within 100 columns', async () => {
    const reviewers = Array.from({ length: 30 }, (_, i) => `- Words of one. [std 1.1] @by(R${i})`).join('\n');
    const words = 'a very long title '.repeat(12);
    desk.folder.write('r/cover.review.md', cover.replace('A review', words));
    desk.folder.write('r/two.review.md', `# Theme 1: Outcomes\n\n## Strengths\n\n${reviewers}\n`);
    const { out } = await desk.run('coverage r');
    assert.match(out, /R29/);
    assert.ok(widest(out) <= 100);
  });

  it('counts several reviews apart', async () => {
    desk.folder.write('s/cover.review.md', cover);
    const { out } = await desk.run('coverage .');
    assert.match(out, /r\/cover\.review\.md\n1 of 3 [^]*\n\n\nA review\ns\/cover\.review\.md\n0 of 3 /);
  });
});

describe('standards', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({});
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('prints the catalogues as JSON', async () => {
    const { code, value } = await desk.json('standards');
    assert.equal(code, 0);
    const element = (id: string, title: string, standards: object[]): object => {
      return { id, title, aliases: [], standards, probes: [], sources: [] };
    };
    const results = {
      ...element('1', 'Results', [
        { id: '1.1', text: 'People are safe and say so' },
        { id: '1.2', text: 'The strategy is written down' },
      ]),
      probes: [{ id: '1.1', text: 'Ask people whether they are safe' }],
      sources: [{ id: '1.1', text: 'Case files' }],
    };
    assert.deepEqual(value, {
      schemaVersion: 1,
      catalogues: [
        {
          id: 'tiny',
          title: 'Tiny standards',
          themes: [
            {
              id: '1',
              title: 'Outcomes',
              elements: [results, element('2', 'Voices', [{ id: '2.1', text: 'Children are heard' }])],
            },
            {
              id: '2',
              title: 'Leadership',
              elements: [element('3', 'Vision', [{ id: '3.1', text: 'Leaders know what they want' }])],
            },
          ],
        },
      ],
    });
  });

  it('prints the tree as text', async () => {
    const { code, out } = await desk.run('standards');
    assert.equal(code, 0);
    assert.match(
      out,
      /^Tiny standards\nstandards: tiny\n\nTheme 1: Outcomes\n\n {2}Element 1: Results\n {4}1\.1 {3}People are/,
    );
    assert.match(out, /\n {10}1 probe, 1 possible source of evidence\n/);
  });

  it('keeps what the shipped catalogue prints', () => {
    const name = 'ssia-childrens-services-2014.standards.md';
    const text = readFileSync(path.join(__dirname, '../../standards', name), 'utf8');
    const report = readStandards([{ uri: `file:///${name}`, text }]);
    const elements = report.catalogues[0]?.themes.flatMap((theme) => theme.elements) ?? [];
    const numbers = (['standards', 'probes', 'sources'] as const).map(
      (part) => elements.flatMap((element): readonly unknown[] => element[part]).length,
    );
    assert.deepEqual([report.catalogues[0]?.themes.length, elements.length, ...numbers], [4, 8, 18, 100, 51]);
    const printed = elements
      .flatMap((element) => element.standards)
      .filter((one) => one.printed !== undefined);
    assert.deepEqual(
      printed.map((one) => [one.id, one.printed]),
      [
        ['6.1', '7.1'],
        ['6.2', '7.2'],
      ],
    );
    assert.ok(widest(printStandardsText(report)) <= 100);
  });
});

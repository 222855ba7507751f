/*
 * The moderation view: who stands beside whom, what is nearly the same, what contradicts, and what a page of it
 * says. The threshold of likeness is measured on the large review.
 */
import assert from 'node:assert/strict';
import { moderation, needsTalk, printModerationHtml } from '../../core/src';
import { likeness, wordSet } from '../../core/src/text/similarity';
import { nearlySame } from '../../core/src/readiness/moderation';
import { readFixture } from '../support/fixture';
import { readWorkspace } from '../support/workspace';

const team = `
//- cover.review.md
---
team: [{ initials: BB, name: B. Bard }, { initials: AA }]
---
`;

/** Each standard as lines: its marks, and each row with the words of its cells. */
function draw(drawn: string): string[] {
  const [set] = readFixture(drawn).snapshot().reviews();
  assert.ok(set);
  return moderation(set).themes.flatMap(({ standards }) =>
    standards.flatMap(({ standard, reviewers, rows, contradiction, alike }) => [
      `${standard.id} ${reviewers.join(' | ')}${contradiction ? ' contradiction' : ''}${alike > 0 ? ' alike' : ''}`,
      ...rows.map(({ about, cells }) => {
        const shown = cells.map((cell) => cell.map(({ finding }) => finding.words).join(' + '));
        return `  ${about}: ${shown.join(' | ')}`;
      }),
    ]),
  );
}

describe('the moderation view', () => {
  it('puts the findings of all reviewers on one standard side by side', () => {
    assert.deepEqual(
      draw(`${team}//- one.review.md
## Strengths
- Children are heard early. [std 1.1] @by(AA)
- Visits happen on time. [std 1.1] @by(BB)
- Nobody signed this one. [std 1.1]
- Elsewhere. [std 1.2] @by(AA)
`),
      [
        '1.1 BB | AA | ',
        '  strength: Visits happen on time. | Children are heard early. | Nobody signed this one.',
        '1.2 AA',
        '  strength: Elsewhere.',
      ],
    );
  });

  it('marks a strength and an area for development by different reviewers', () => {
    const one = (a: string, b: string): string[] =>
      draw(`${team}//- one.review.md
## Strengths
- Contracts are renewed on results. [std 7.1] ${a}
## Areas for development
- Nobody asks what a placement achieved. [std 7.1] ${b}
`);
    assert.match(one('@by(AA)', '@by(BB)')[0] ?? '', / contradiction$/);
    assert.doesNotMatch(one('@by(AA)', '@by(AA)')[0] ?? '', /contradiction/);
    assert.doesNotMatch(one('@by(AA)', '')[0] ?? '', /contradiction/);
  });

  it('puts together what is nearly the same, whatever kind it is', () => {
    assert.deepEqual(
      draw(`${team}//- one.review.md
## Strengths
- Families in the valley wait three weeks for a first visit. [std 2.2] @by(AA)
- Foster carers are telephoned in the evening. [std 2.2] @by(AA)
## Areas for development
- Families in the valley wait about three weeks for their first visit. [std 2.2] @by(BB)
`),
      [
        '2.2 BB | AA contradiction alike',
        '  alike: Families in the valley wait about three weeks for their first visit. | Families in the valley wait three weeks for a first visit.',
        '  strength:  | Foster carers are telephoned in the evening.',
      ],
    );
  });

  it('puts together a chain of findings, each near the next', () => {
    const [, row = ''] = draw(`${team}//- one.review.md
## Strengths
- One two three four five six. [std 2.2] @by(AA)
- Three four five six seven eight nine ten. [std 2.2] @by(AA)
- One two three four five six seven eight. [std 2.2] @by(BB)
`);
    assert.match(row, /^ {2}alike: .*seven eight\. \| .* \+ /);
  });

  describe('of a whole review', () => {
    const set = readWorkspace('morfa-bay');
    const report = moderation(set);
    const all = report.themes.flatMap(({ standards }) => standards);

    it('finds what was put there to be talked about', () => {
      const marked = (of: (each: (typeof all)[number]) => boolean): string[] =>
        all.filter(of).map(({ standard }) => standard.id);
      const against = marked(({ contradiction }) => contradiction !== undefined);
      assert.ok(against.includes('7.1') && against.includes('8.1'), against.join());
      assert.deepEqual(
        marked(({ alike }) => alike > 0),
        ['2.2'],
      );
      assert.equal(report.open, all.filter(needsTalk).length);
    });

    it('has a threshold between what was copied and what was written apart', () => {
      const pairs = all.flatMap(({ entry }) => {
        const findings = [...entry.strengths, ...entry.development].map(({ finding }) =>
          wordSet(finding.words),
        );
        return findings.flatMap((one, i) => findings.slice(i + 1).map((other) => likeness(one, other)));
      });
      const [copied = 0, apart = 0] = [
        pairs.filter((x) => x >= nearlySame),
        pairs.filter((x) => x < nearlySame),
      ].map((group, i) => (i === 0 ? Math.min(...group) : Math.max(...group)));
      assert.ok(copied > nearlySame + 0.03, `the copy is at ${copied}`);
      assert.ok(apart < nearlySame - 0.15, `the nearest of the others is at ${apart}`);
    });

    it('says that there is nothing, instead of counting it', () => {
      const line = (drawn: string): string => {
        const [set] = readFixture(`${team}//- one.review.md\n## Strengths\n${drawn}`).snapshot().reviews();
        assert.ok(set);
        const html = printModerationHtml(moderation(set), () => 0);
        const hasButton = html.includes('<button') ? 'with a button' : 'without a button';
        return `${/<p class="coverage">(.*?)<\/p>/.exec(html)?.[1] ?? ''} (${hasButton})`;
      };
      assert.equal(line('- We saw much.'), 'No finding cites a standard yet (without a button)');
      assert.equal(
        line('- Plans are read. [std 1.1] @by(AA)'),
        'Nothing needs talking about on the 1 standard with findings (with a button)',
      );
    });

    it('says in words what it marks, and names the evidence', () => {
      const html = printModerationHtml(report, () => 0);
      assert.match(html, /Contradiction: OF sees a strength, NK sees an area for development/);
      assert.match(html, /Nearly the same: 1 group of findings/);
      assert.match(html, /<p class="coverage">\d+ of \d+ standards with findings needs? talking about/);
      assert.match(
        html,
        /<ul class="evidence" aria-label="Evidence"><li><span class="id">[A-Z]+\d+<\/span> /,
      );
      assert.match(html, /<th scope="col">OF, /);
    });
  });
});

import assert from 'node:assert/strict';
import { documentSymbols, workspaceSymbols } from '../../../core/src';
import { checkCompletion, completions, definitionsAt, hoverAt, referencesAt } from '../../support/check';
import { readFixture, root } from '../../support/fixture';

const register = `
//- cover.review.md
---
documents: [one.review.md, two.review.md]
---
# Evidence

| Id | Kind | Description | Date | Reviewer |
| --- | --- | --- | --- | --- |
| FG2 | focus group | Nine young people | 2026-10-02 | AA |
| D4 | document | The *plan* | | |
| D-5 | data | Figures | | |
//- two.review.md
---
reviewer: BB
---
## Strengths
- They feel heard [std 2.1] [ev fg2, D4]
- They like it [ev FG2]
`;
const review = (text: string): string => `${register}//- one.review.md\n${text}`;

describe('the evidence register', () => {
  it('is offered in an evidence citation, with kind and description', () => {
    const drawn = review('## Strengths\n- A [ev $0');
    assert.deepEqual(
      completions(drawn).map(({ label, description, detail }) => `${label}:${detail} (${description})`),
      ['FG2: Nine young people (focus group)', 'D4: The plan (document)', 'D-5: Figures (data)'],
    );
    checkCompletion(drawn, 'FG2', '## Strengths\n- A [ev FG2]$0');
    checkCompletion(review('- A [ev FG2, D-$0]'), 'D-5', '- A [ev FG2, D-5]$0');
  });

  it('leaves room for the kind, which says nothing where it is cut off', () => {
    const words = 'Weekly performance meeting and corporate parenting panel';
    const long = review('- A [ev $0').replace('| Nine young people', `| ${words}`);
    const [first] = completions(long);
    assert.equal(first?.description, 'focus group');
    assert.equal(first.detail, ' Weekly performance meeting…');
  });

  it('does not offer again what the citation has', () => {
    const labels = completions(review('- A [ev fg2, $0]')).map(({ label }) => label);
    assert.deepEqual(labels, ['D4', 'D-5']);
  });

  it('says what an entry is and who cites it, from a citation and from its row', () => {
    const said = hoverAt(review('- A [std 1.1] [ev D4, fg$02]'));
    assert.equal(said?.words, 'fg2');
    assert.match(said.markdown, /\*\*Evidence FG2\*\*: Nine young people\n\n\*focus group, 2026-10-02, AA\*/);
    assert.match(said.markdown, /- Strength \(two\.review\.md, BB\): They like it/);
    const row = hoverAt(register.replace('| D-5', '| D-$05'));
    assert.equal(row?.words, 'D-5');
    assert.match(row.markdown, /No finding rests on it yet/);
    assert.equal(hoverAt(review('- A [ev ZZ$09]')), undefined);
  });

  it('leads from a citation to the row', () => {
    assert.deepEqual(definitionsAt(review('- A [ev fg$02]')), ['cover.review.md: FG2']);
    assert.deepEqual(definitionsAt(review('- A [e$0v fg2, D4]')), [
      'cover.review.md: FG2',
      'cover.review.md: D4',
    ]);
    assert.deepEqual(definitionsAt(review('- A [ev ZZ$09]')), []);
  });

  it('finds all citations of an entry', () => {
    const cited = ['one.review.md: FG$02', 'two.review.md: fg2', 'two.review.md: FG2'].map((each) =>
      each.replace('$0', ''),
    );
    assert.deepEqual(referencesAt(review('- A [ev FG$02]')), cited);
    const fromRow = referencesAt(register.replace('| FG2', '| F$0G2'), true);
    assert.deepEqual(fromRow, ['cover.review.md: FG2', ...cited.slice(1)]);
  });

  it('is in the outline and in the search', () => {
    const fixture = readFixture(register);
    const [section] = documentSymbols(fixture.snapshot(), `${root}/cover.review.md`);
    assert.deepEqual(
      section?.children.map(({ name, detail }) => `${name} (${detail})`),
      ['FG2 Nine young people (focus group)', 'D4 The plan (document)', 'D-5 Figures (data)'],
    );
    const found = workspaceSymbols(fixture.snapshot(), 'young people');
    assert.ok(found.some(({ name, kind }) => kind === 'evidence' && name === 'FG2 Nine young people'));
  });
});

import assert from 'node:assert/strict';
import { highlightsAt } from '../../support/checkNames';

describe('highlights', () => {
  it('are all citations of the same standard, in lists and ranges and by its printed number too', () => {
    const drawn = `
# Delivery [theme 3], [std 6]

## Strengths

- Visits [std 6.1, 6.$02]
- Plans [std 6.1-6.2], [std 7.2]
- Others [std 7.1]

A mention [std 6.2], \`[std 6.2]\` and [probe 6.2].
`;
    assert.deepEqual(highlightsAt(drawn), ['6.2', '6.1-6.2', '7.2', '6.2']);
  });

  it('are those of everything that a range names', () => {
    assert.deepEqual(highlightsAt('[std 1.1$0-1.3] and [std 1.2], [std 1.4], [std 1.1]'), ['1.1-1.3', '1.1']);
    assert.deepEqual(highlightsAt('[std 1.1 $0- 1.3] and [std 1.2], [std 1.4]'), ['1.1 - 1.3', '1.2']);
  });

  it('reach from a heading to the scope of the cover', () => {
    const drawn = `
//- cover.review.md
---
scope:
  exclude:
    - { std: 5, reason: Agreed }
team:
  - { initials: AA, name: A. Author, leads: [std 5, theme 3] }
---
# Working together [std $05]
`;
    assert.deepEqual(highlightsAt(drawn), ['5', '5', '5']);
    assert.deepEqual(highlightsAt(drawn.replace('$0', '').replace('std: 5', 'std: $05')), ['5', '5', '5']);
  });

  it('are the id itself on its line of a catalogue', () => {
    assert.deepEqual(
      highlightsAt('//- own.standards.md\n# Theme 1: A\n## Element 1: B\n### Standards\n- 1.1 We$0ll'),
      ['1.1!'],
    );
  });

  it('are an entry of the register and what cites it', () => {
    const drawn = `## Strengths

- Visits [ev FG2, D4] and [ev f$0g2]

## Evidence

| Id  | Kind        | Description   |
| --- | ----------- | ------------- |
| FG2 | focus group | Foster carers |
| D4  | document    | The plan      |
`;
    assert.deepEqual(highlightsAt(drawn), ['FG2!', 'FG2', 'fg2']);
    assert.deepEqual(highlightsAt(drawn.replace('$0', '').replace('| FG2', '| F$0G2')), [
      'FG2!',
      'FG2',
      'fg2',
    ]);
  });

  it('are none where nothing known is cited', () => {
    for (const text of ['Vis$0its [std 6.1]', '[std 9.$09], [std 9.9]', '[std si$0x]']) {
      assert.deepEqual(highlightsAt(text), []);
    }
  });
});

import assert from 'node:assert/strict';
import { nextGap, Workspace } from '../../../core/src';
import { readFixture, type Fixture } from '../../support/fixture';
import { slice } from '../../../core/src/text/span';

const own = `
//- own.standards.md
---
id: own
---
# Theme 1: Outcomes
## Element 1: Safety
### Standards
- 1.1 People are safe
- 1.2 People are heard
## Element 2: Money
### Standards
- 2.1 Money is spent well
# Theme 2: Leadership
## Element 3: Plans
### Standards
- 3.1 There is a plan
- 3.2 It is read
//- cover.review.md
---
standards: ./own.standards.md
documents: [cover.review.md, two.review.md, one.review.md]
---
`;

/** Goes from gap to gap, starting at the cursor: what is said, and the line that is shown. */
function walk(fixture: Fixture, steps: number): string[] {
  const [set] = fixture.snapshot().reviews();
  assert.ok(set);
  let { uri, offset } = fixture.cursor ?? { uri: '', offset: 0 };
  return Array.from({ length: steps }, () => {
    const found = nextGap(set, uri, offset);
    if (!found) return 'none';
    uri = found.place.uri;
    offset = found.place.span.start;
    const line = slice(fixture.files.get(uri) ?? '', found.place.span);
    return `${found.words} [${uri.slice(uri.lastIndexOf('/') + 1)}: ${line}]`;
  });
}

describe('the next gap', () => {
  const drawn = `${own}//- one.review.md
# Outcomes
## Safety
### Strengths
- Safe. [std 1.1]
- … [std 1.2]
//- two.review.md
# Leadership
### Strengths
`;

  it('goes round in the order of the report, from any other place', () => {
    assert.deepEqual(walk(readFixture(drawn), 4), [
      'Gap 1 of 3: no finding addresses standards 3.1 and 3.2 yet. [two.review.md: # Leadership]',
      'Gap 2 of 3: no finding addresses standard 2.1 yet. [one.review.md: # Outcomes]',
      'Gap 3 of 3: the finding for standard 1.2 has no words yet. [one.review.md: … [std 1.2]]',
      'Gap 1 of 3: no finding addresses standards 3.1 and 3.2 yet. [two.review.md: # Leadership]',
    ]);
  });

  it('begins behind the cursor', () => {
    assert.match(walk(readFixture(drawn.replace('## Safety', '## $0Safety')), 1)[0] ?? '', /^Gap 3 of 3/);
    assert.match(walk(readFixture(drawn.replace('[std 1.2]', '[std 1.2]$0')), 1)[0] ?? '', /^Gap 1 of 3/);
  });

  it('goes to the cover where no document has a heading', () => {
    assert.deepEqual(walk(readFixture(`${own}//- one.review.md\n# Leadership\n- x\n`), 1), [
      'Gap 1 of 2: no finding addresses standards 1.1, 1.2 and 2.1 yet. No document has a heading for its theme. [cover.review.md: ./own.standards.md]',
    ]);
  });

  it('names the way to it in the tree', () => {
    const fixture = readFixture(drawn);
    const [set] = fixture.snapshot().reviews();
    assert.ok(set);
    const cover = set.cover.uri;
    assert.deepEqual(nextGap(set, '', 0)?.path, [
      cover,
      `${cover} theme 2`,
      `${cover} element 3`,
      `${cover} standard 3.1`,
    ]);
  });

  it('is none where all is covered, and where there are no standards', () => {
    assert.deepEqual(
      walk(readFixture(`${own}//- one.review.md\n## Strengths\n- All. [std 1.1, 1.2, 2.1, 3.1-3.2]\n`), 1),
      ['none'],
    );
    const workspace = new Workspace([]);
    workspace.setFile('file:///a/cover.review.md', '# Nothing\n');
    const [set] = workspace.snapshot().reviews();
    assert.ok(set);
    assert.equal(nextGap(set, set.cover.uri, 0), undefined);
  });
});

/*
 * Standards that are nothing like those that come with the product: letters for themes, ids of four levels, a prefix, and
 * two catalogues in one review. What a reviewer asks while writing is asked here of both.
 */
import assert from 'node:assert/strict';
import { coverage } from '../../core/src';
import { checkCompletion, checkDiagnostics, checkFix, completions, hoverAt } from '../support/check';
import { readFixture } from '../support/fixture';

const both = `//- homes.standards.md
---
id: homes
title: Children's homes
prefix: ch
---

# Theme A: Homes

## Element A.1: Home life

### Standards

- A.1.1.1 Children are fed well
- A.1.1.2 Children are heard

# Theme B: Staff

## Element B.1: Training

### Standards

- B.1.1.1 Staff are trained

//- cover.review.md
---
title: Homes and schools
standards:
  - ./homes.standards.md
  - ssia-childrens-services-2014
---

//- one.review.md
## Strengths

`;
const textOf = (finding: string): string => `## Strengths\n\n${finding}`;

describe('a second catalogue', () => {
  it('is completed with its prefix beside the first', () => {
    const labels = completions(`${both}- Fine [std $0]`).map(({ label }) => label);
    for (const label of ['ch:A.1.1.1', 'ch:B.1.1.1', 'ch:A.1', '1.1', '8.1', '8'])
      assert.ok(labels.includes(label), label);
    checkCompletion(`${both}- Fine [std heard$0]`, 'ch:A.1.1.2', textOf('- Fine [std ch:A.1.1.2]'));
    checkCompletion(`${both}- Fine [std ch:A$0]`, 'ch:A.1.1.1', textOf('- Fine [std ch:A.1.1.1]'));
  });

  it('is explained by hover, with its prefix or without', () => {
    for (const cited of ['A.1.1.$02', 'ch:A.1.1.$02']) {
      const { markdown = '' } = hoverAt(`${both}- Fine [std ${cited}]`) ?? {};
      assert.match(markdown, /\*\*Standard A\.1\.1\.2\*\*: Children are heard/);
      assert.match(markdown, /Theme A: Homes › Element A\.1: Home life/);
    }
    assert.match(hoverAt(`${both}- Fine [std 6.$01]`)?.markdown ?? '', /Partners have robust/);
    assert.equal(hoverAt(`${both}- Fine [std ch:6.$01]`), undefined);
  });

  it('is counted beside the first, each standard once', () => {
    const [set] = readFixture(`${both}- Fine [std A.1.1.1-A.1.1.2, 6.1]\n`).snapshot().reviews();
    assert.ok(set);
    const { covered, inScope, standards } = coverage(set);
    assert.deepEqual([covered, inScope], [3, 3 + 18]);
    const states = new Map([...standards.values()].map(({ standard, state }) => [standard.id, state]));
    assert.deepEqual(
      ['A.1.1.1', 'A.1.1.2', 'B.1.1.1', '6.1', '1.1'].map((id) => states.get(id)),
      ['covered', 'covered', 'uncovered', 'covered', 'uncovered'],
    );
  });

  it('is checked by its own numbers', () => {
    checkDiagnostics(
      `${both}- Fine [std ch:A.1.1.3]
            ^^^^^^^^^^ unknown-standard: element ch:A.1 has ch:A.1.1.1 and ch:A.1.1.2
- Fine [std ch:6.1]
            ^^^^^^ unknown-standard: ch:6.1 is not in the catalogue
- Fine [std 6.9]
            ^^^ unknown-standard: element 6 has 6.1 and 6.2
- Fine [std xx:6.1]
            ^^^^^^ unknown-standard: No catalogue of this review has the prefix “xx”; known are ch
`,
      'unknown-standard',
    );
    checkFix(
      `${both}- Fine [std ch:A.1.1.$03]\n`,
      'Change to ch:A.1.1.2',
      textOf('- Fine [std ch:A.1.1.2]\n'),
    );
  });
});

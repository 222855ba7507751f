import assert from 'node:assert/strict';
import { references } from '../../../core/src';
import { definitionsAt, referencesAt } from '../../support/check';
import { readFixture, shippedText, shippedUri } from '../../support/fixture';

const shipped = 'ssia-childrens-services-2014.standards.md';

const review = `
//- cover.review.md
---
documents: [two.review.md, one.review.md]
---
//- one.review.md
# Delivery [theme 3]
## Strengths
- Visits [std 6.1, 6.$02]
- Plans [std 6.1-6.2], [std 7.2]

A mention [std 6.2] and [probe 6.2], and [std 6].
//- two.review.md
## Strengths
- People say so [std 6.2]
//- north/cover.review.md
## Strengths
- Another review [std 6.2]
`;

describe('definition', () => {
  it('is the line of the catalogue', () => {
    assert.deepEqual(definitionsAt('[std 6.1, 6.$02]'), [`${shipped}: 6.2`]);
    assert.deepEqual(definitionsAt('[std $06]'), [`${shipped}: 6`]);
    assert.deepEqual(definitionsAt('[theme $03]'), [`${shipped}: 3`]);
    assert.deepEqual(definitionsAt('[std 7.$02]'), [`${shipped}: 6.2`]);
    assert.equal(definitionsAt('[probe 6.1$02]').length, 1);
  });

  it('is each line for the whole of a range or a list', () => {
    assert.deepEqual(
      definitionsAt('[s$0td 1.1-1.3, 8.1]'),
      ['1.1', '1.2', '1.3', '8.1'].map((id) => `${shipped}: ${id}`),
    );
  });

  it('is in a catalogue of the workspace', () => {
    assert.deepEqual(
      definitionsAt(`
//- own.standards.md
---
id: own
---
# Theme 1: Ours
## Element 1: Ours
### Standards
- 1.1 Ours
//- cover.review.md
---
standards: ./own.standards.md
---
[std 1.$01]
`),
      ['own.standards.md: 1.1'],
    );
  });

  it('is nowhere for what the catalogue has not', () => {
    for (const text of ['[std 9.$09]', '[std si$0x]', '[ev F$0G2]', 'Vis$0its'])
      assert.deepEqual(definitionsAt(text), []);
  });
});

describe('references', () => {
  const own = [
    'two.review.md: 6.2',
    'one.review.md: 6.2',
    'one.review.md: 6.1-6.2',
    'one.review.md: 7.2',
    'one.review.md: 6.2',
  ];

  it('are all citations of the same thing in the review, in report order, ranges and printed numbers too', () => {
    assert.deepEqual(referencesAt(review), own);
  });

  it('begin with the definition when it is asked for', () => {
    assert.deepEqual(referencesAt(review, true), [`${shipped}: 6.2`, ...own]);
  });

  it('of an element are not those of its standards', () => {
    assert.deepEqual(referencesAt(review.replace('6.$02', '6.2').replace('[std 6].', '[std $06].')), [
      'one.review.md: 6',
    ]);
  });

  it('of a catalogue’s own line are those of every review that uses it', () => {
    const fixture = readFixture(review);
    const at = (words: string): number => shippedText.indexOf(words) + 3;
    const found = references(fixture.snapshot(), shippedUri, at('- 6.2 Safeguarding'), true);
    assert.equal(found.length, own.length + 2);
    assert.equal(found[0]?.uri, shippedUri);
    assert.ok(found.some(({ uri }) => uri.endsWith('north/cover.review.md')));
    assert.equal(references(fixture.snapshot(), shippedUri, at('# Theme 3'), false).length, 1);
    assert.equal(references(fixture.snapshot(), shippedUri, 2, false).length, 0);
  });

  it('are none where nothing is cited', () => {
    assert.deepEqual(referencesAt('Vis$0its [std 6.1]'), []);
  });
});

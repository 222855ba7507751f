/*
 * What was found where: the status of a workspace as a value, and in words.
 */
import assert from 'node:assert/strict';
import { printStatus, status, type Status, type Surroundings } from '../../core/src';
import { readFixture, root } from '../support/fixture';

const surroundings: Surroundings = {
  version: '1.2.3',
  positions: 'utf-16',
  folders: [root],
  watches: true,
  unreadable: [],
};

const review = `
//- a/cover.review.md
---
title: A review
standards: [ssia-childrens-services-2014, ./lost.standards.md, other]
phase: moderation
documents: [one.review.md, gone.review.md]
titel: B
---
//- a/one.review.md
# Delivery [theme 3]

## Strengths

- Visits are on time [std 6.1]
- Plans are shared [std 9.9]
//- a/two.review.md
Words.
//- alone.review.md
Nothing yet.
//- own.standards.md
---
id: own
title: Our own
---

# Theme 1: Ours

## Element 1: Ours

### Standards

- 1.1 Ours
`;

function statusOf(drawn: string, more: Partial<Surroundings> = {}): Status {
  return status(readFixture(drawn).snapshot(), { ...surroundings, ...more });
}

describe('status', () => {
  it('knows each review with its documents and figures', () => {
    const [first, second, ...rest] = statusOf(review).reviews;
    assert.deepEqual(rest, []);
    assert.equal(first?.title, 'A review');
    assert.equal(first.cover, 'a/cover.review.md');
    assert.equal(first.hasCover, true);
    assert.equal(first.phase, 'moderation');
    assert.deepEqual(first.documents, [
      { file: 'a/one.review.md', findings: 2 },
      { file: 'a/cover.review.md', findings: 0 },
      { file: 'a/two.review.md', findings: 0 },
    ]);
    assert.match(first.coverageLine, /1 of 18/);
    assert.ok(first.problems.error > 0);
    assert.equal(second?.cover, 'alone.review.md');
    assert.equal(second.hasCover, false);
  });

  it('knows what a cover names and nobody has', () => {
    const [first] = statusOf(review).reviews;
    assert.deepEqual(first?.unknownCatalogues, ['./lost.standards.md', 'other']);
    assert.deepEqual(first.unknownDocuments, ['gone.review.md']);
    assert.equal(first.settings.length, 1);
  });

  it('knows the catalogues, shipped and own, and who uses them', () => {
    const [shipped, own, ...rest] = statusOf(review).catalogues;
    assert.deepEqual(rest, []);
    const { themes, elements, standards, probes, reviews, problems } = shipped ?? assert.fail();
    assert.deepEqual([themes, elements, standards, probes], [4, 8, 18, 100]);
    // Both reviews: the one that names it, and the one that names none.
    assert.equal(reviews, 2);
    assert.deepEqual(problems, { error: 0, warning: 0, information: 0, hint: 0 });
    assert.deepEqual([own?.id, own?.file, own?.shipped, own?.reviews], ['own', 'own.standards.md', false, 0]);
  });

  it('shows files as people read them', () => {
    const found = (folders: string[]): string | undefined => statusOf(review, { folders }).reviews[0]?.cover;
    const name = root.slice(root.lastIndexOf('/') + 1);
    assert.equal(found([root, 'file:///elsewhere']), `${name}/a/cover.review.md`);
    assert.equal(found([root, `${root}/a`]), 'a/cover.review.md');
    assert.match(found([]) ?? '', /^\/.*\/a\/cover\.review\.md$/);
    assert.deepEqual(statusOf(review, { folders: ['file:///my%20work'] }).folders, ['/my work']);
  });

  it('says everything in words, with the next step', () => {
    const text = printStatus(statusOf(review, { unreadable: [`${root}/locked.review.md`], watches: false }));
    assert.equal(text.split('\n')[0], '# Critical Friend found 2 reviews with 4 documents and 2 catalogues');
    for (const words of [
      'they are read again whenever you save',
      '### A review',
      '- Phase: moderation',
      '- 3 documents with 2 findings:',
      '  - a/one.review.md: 2 findings',
      'There is no cover: alone.review.md is a review of its own.',
      'comes with Critical Friend',
      'your own: own.standards.md',
      'locked.review.md could not be read. See whether',
      'names the standards “./lost.standards.md”, which were not found. Write',
      'names the document “gone.review.md”, which was not found. Correct',
      'In the settings of a/cover.review.md: ',
      'Version 1.2.3',
      'UTF-16',
    ])
      assert.ok(text.includes(words), `“${words}” is not in\n${text}`);
  });

  it('says what to do where nothing is open, and that nothing is wrong where nothing is', () => {
    const text = printStatus(statusOf('', { folders: [] }));
    assert.match(text, /Open the folder of a review/);
    assert.match(text, /No review was found/);
    assert.match(text, /Nothing: everything was read and found/);
  });

  it('lets no word of a file begin a line', () => {
    const drawn = '//- cover.review.md\n---\ntitle: "A\\n# heading"\n---\n';
    assert.match(printStatus(statusOf(drawn)), /^### A # heading$/m);
  });
});

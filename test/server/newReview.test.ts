/*
 * What the client of *New Review…* asks the server: the catalogues that can be chosen, and the files of the review.
 */
import assert from 'node:assert/strict';
import type { NewReviewChoicesResult, NewReviewParams, NewReviewResult } from '../../server/src/protocol';
import { TestClient } from '../support/server';
import { cover, tiny } from '../support/serverTexts';

describe('a new review', () => {
  let client: TestClient;
  before(async () => {
    const own = tiny.replace('id: tiny', 'id: own');
    client = await TestClient.start({ files: { [cover]: '# A\n', 'file:///team/own.standards.md': own } });
    client.open(cover, '# A\n');
    await client.diagnostics(cover);
  });
  after(() => {
    client.dispose();
  });
  const begin = (more: Partial<NewReviewParams>): Promise<NewReviewResult> =>
    client.request('criticalFriend/newReview', {
      ...{
        folder: 'file:///team/new%20one/',
        title: 'A review',
        standards: ['own'],
        reviewers: [],
        exclusions: [],
      },
      ...more,
    });

  it('can be made of every catalogue that is known', async () => {
    const { standards } = await client.request<NewReviewChoicesResult>(
      'criticalFriend/newReviewChoices',
      undefined,
    );
    assert.deepEqual(
      standards.map(({ id }) => id),
      ['tiny', 'own'],
    );
    assert.deepEqual(standards[0]?.elements[2], { id: '3', title: 'Vision', theme: 'Leadership' });
  });

  it('is made of what was asked for', async () => {
    const exclusions = [{ id: '2', reason: 'As agreed' }];
    const made = await begin({
      reviewers: ['Gwen Prosser', 'Gareth Price, lead'],
      exclusions,
      date: '2026-10',
    });
    assert.ok('files' in made);
    const [first, ...themes] = made.files;
    assert.deepEqual(
      themes.map(({ path }) => path),
      ['theme-1.review.md', 'theme-2.review.md'],
    );
    assert.match(first?.text ?? '', /date: 2026-10\n[^]*standards: own\n[^]*- std: 2\n[^]*GP\n[^]*GP2\n/);
  });

  it('is refused in words', async () => {
    const made = await begin({ standards: ['owl'] });
    assert.ok('refused' in made);
    assert.match(made.refused, /no catalogue “owl”; did you mean “own”\?/);
  });
});

/*
 * The requests of the view of coverage, over the protocol: that the tree and the next gap arrive with places
 * that an editor can show, and follow what is typed.
 */
import assert from 'node:assert/strict';
import type { CoverageTreeNode, CoverageTreeResult, NextGapResult } from '../../server/src/protocol';
import { TestClient } from '../support/server';
import { cover, head, one, startAsking, two } from '../support/serverQuestions';

describe('the view of coverage', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });
  const tree = (...open: string[]): Promise<CoverageTreeResult> =>
    client.request<CoverageTreeResult>('criticalFriend/coverageTree', { open });
  const nextGap = (params: object): Promise<NextGapResult | null> =>
    client.request<NextGapResult | null>('criticalFriend/nextGap', params);
  const path = [cover, `${cover} theme 1`, `${cover} element 1`, `${cover} standard 1.1`];
  const down = (
    nodes: CoverageTreeResult | undefined,
    ids: readonly string[],
  ): CoverageTreeNode | undefined => {
    const node = nodes?.find(({ id }) => id === ids[0]);
    return ids.length > 1 ? down(node?.children, ids.slice(1)) : node;
  };

  it('is asked level by level', async () => {
    client = await startAsking();
    const [review] = await tree();
    assert.equal(review?.description, '1 of 3 covered (1 excluded)');
    assert.equal(review.children, undefined);
    const standard = down(await tree(...path), path);
    assert.match(standard?.description ?? '', /^2 strengths · /);
    assert.deepEqual(
      standard?.children?.map(({ label }) => label),
      ['\u{1F600} People told us so.', 'Others agree.'],
    );
  });

  it('has places with lines', async () => {
    client = await startAsking();
    const standard = down(await tree(...path), path);
    assert.deepEqual(
      standard?.children?.map(({ place }) => place),
      [one, two].map((uri) => ({ uri, start: head.length, line: 4 })),
    );
  });

  it('says at the next question what has been typed', async () => {
    client = await startAsking();
    client.open(one, `${head}- Nothing. [std 1.2]\n`);
    const standard = down(await tree(...path), path);
    assert.match(standard?.description ?? '', /^1 strength · /);
  });

  it('leads to the next gap behind the cursor', async () => {
    client = await startAsking();
    const first = await nextGap({ uri: one, position: { line: 3, character: 0 } });
    assert.match(first?.words ?? '', /^Gap \d of \d: no finding addresses /);
    assert.deepEqual(await nextGap({}), await nextGap({ uri: cover, position: { line: 0, character: 0 } }));
  });

  it('says so when there is no gap, and nothing where there is no review', async () => {
    client = await startAsking();
    client.open(two, `${head}- All. [std 1.1-1.2, 3.1]\n`);
    assert.deepEqual(await nextGap({ uri: one }), {
      words: 'Every standard in scope is addressed.',
      path: [],
    });
    client.dispose();
    client = await TestClient.start({});
    assert.equal(await nextGap({}), null);
    assert.deepEqual(await tree(), []);
  });
});

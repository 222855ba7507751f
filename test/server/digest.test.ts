/*
 * Today's findings over the protocol: the client names the day and brings the texts of before, the server answers with
 * a page in two forms.
 */
import assert from 'node:assert/strict';
import type { DigestParams, DigestResult, ReviewFilesResult } from '../../server/src/protocol';
import type { TestClient } from '../support/server';
import { shownBy } from '../support/shown';
import { cover, files, head, one, startAsking, two } from '../support/serverQuestions';

describe('today’s findings', () => {
  let client: TestClient;
  afterEach(() => {
    client.dispose();
  });
  const ask = (earlier: DigestParams['earlier'], uri = one): Promise<DigestResult | null> => {
    const params: DigestParams = { uri, today: '2026-10-02', since: '2026-10-02', earlier };
    return client.request('criticalFriend/digest', params);
  };

  it('name the documents of a review, so that the client can look up what they were', async () => {
    client = await startAsking({ files: { ...files, [two]: `---\ndate: 2026-09-28\n---\n${head}` } });
    const expected = { review: cover, documents: [cover, one, two], firstDay: '2026-09-28' };
    assert.deepEqual(
      await client.request<ReviewFilesResult>('criticalFriend/reviewFiles', { uri: two }),
      expected,
    );
    // A person who looks at something else means the review that there is, but a review that has gone is none.
    assert.deepEqual(await client.request('criticalFriend/reviewFiles', {}), expected);
    assert.deepEqual(
      await client.request('criticalFriend/reviewFiles', { uri: 'file:///team/notes.txt' }),
      expected,
    );
    assert.equal(
      await client.request('criticalFriend/reviewFiles', { uri: 'file:///gone/x.review.md' }),
      null,
    );
  });

  it('are those of the text that the editor shows, with the place of each', async () => {
    client = await startAsking();
    const texts = { ...files };
    client.open(one, `${head}- \u{1F600} People told us so. [std 1.1]\n- A new line, not saved. [std 1.2]\n`);
    const result = await ask({ kind: 'texts', texts, state: 'commit 1a2b3c4 of 2026-10-01' });
    assert.ok(result);
    assert.deepEqual([result.review, result.title], [cover, 'A review']);
    assert.match(result.markdown, /^# Today’s findings: A review\n/);
    assert.match(
      result.markdown,
      /\*\*New strength:\*\* A new line, not saved\. \\\[std 1\.2\] \(one, line 6\)\n/,
    );
    assert.match(
      shownBy(result.change),
      /<strong class="label">New strength:<\/strong> A new line, not saved\. <span class="citation/,
    );
    assert.match(
      shownBy(result.change),
      new RegExp(`data-uri="${one}" data-start="\\d+" data-line="5">one, line 6</button>`),
    );
    assert.match(shownBy(result.change), /<button type="button" data-ask="since">/);
  });

  it('forget the older texts of the answer before', async () => {
    client = await startAsking();
    const first = await ask({ kind: 'texts', texts: files });
    assert.match(first?.markdown ?? '', /No finding is new, changed or gone\./);
    const second = await ask({ kind: 'texts', texts: {} });
    assert.match(second?.markdown ?? '', /3 new findings, 0 changed, 0 gone\./);
  });

  it('are whole documents where only days are known', async () => {
    client = await startAsking();
    const written = { [one]: '2026-10-01', [two]: '2026-10-02' };
    const result = await ask({ kind: 'dates', since: '2026-10-02', written });
    assert.match(result?.markdown ?? '', /It is two \(2026-10-02\)\.\n/);
    assert.doesNotMatch(result?.markdown ?? '', /People told us so/);
  });

  it('are none for a document that is of no review', async () => {
    client = await startAsking();
    assert.equal(await ask({ kind: 'texts', texts: {} }, 'file:///gone/x.review.md'), null);
  });
});

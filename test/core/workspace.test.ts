import assert from 'node:assert/strict';
import { diagnostics, readAhead, Workspace, type DocumentModel, type Review } from '../../core/src';
import { coverageStates } from '../../core/src/coverage/states';
import { shippedUri } from '../support/fixture';
import { collectGarbage } from '../support/garbage';

const root = 'file:///team';

const own = `---
id: own
title: Our own standards
---

# Theme 1: Outcomes

## Element 1: Results

### Standards

- 1.1 People are safe
`;

/** A workspace of files by path below the root. */
function workspaceOf(files: Record<string, string>): Workspace {
  const workspace = new Workspace([{ uri: shippedUri, text: own.replaceAll('own', 'shipped') }]);
  for (const [path, text] of Object.entries(files)) workspace.setFile(`${root}/${path}`, text);
  return workspace;
}

const short = (uri: string): string => uri.replace(`${root}/`, '');

/** Each review as its cover and its documents in order. */
function reviewsOf(workspace: Workspace): Record<string, string[]> {
  return Object.fromEntries(
    workspace
      .snapshot()
      .reviews()
      .map((set) => [short(set.cover.uri), set.documents.map(({ uri }) => short(uri))]),
  );
}

function onlyReview(workspace: Workspace): Review {
  const sets = workspace.snapshot().reviews();
  assert.equal(sets.length, 1);
  return sets[0]!;
}

/** Reads a review ahead, and holds what was read of each document as loosely as can be. */
function holdAll(set: Review): WeakRef<DocumentModel>[] {
  const reading = readAhead(set);
  const held = set.documents.map((document) => {
    assert.equal(reading.next().done, false);
    return new WeakRef(document.model);
  });
  assert.equal(reading.next().done, true);
  return held;
}

const catalogueIds = (set: Review): string[] => set.catalogues.map(({ catalogue }) => catalogue.id);

describe('a review', () => {
  it('is a cover and every review document in its folder and below', () => {
    const workspace = workspaceOf({
      'cover.review.md': '',
      'b.review.md': '',
      'deep/er/a.review.md': '',
    });
    assert.deepEqual(reviewsOf(workspace), {
      'cover.review.md': ['b.review.md', 'cover.review.md', 'deep/er/a.review.md'],
    });
  });

  it('ends at the next cover', () => {
    const workspace = workspaceOf({
      'cover.review.md': '',
      'a.review.md': '',
      'north/cover.review.md': '',
      'north/a.review.md': '',
      'north/deep/b.review.md': '',
      'south/a.review.md': '',
    });
    assert.deepEqual(reviewsOf(workspace), {
      'cover.review.md': ['a.review.md', 'cover.review.md', 'south/a.review.md'],
      'north/cover.review.md': ['north/a.review.md', 'north/cover.review.md', 'north/deep/b.review.md'],
    });
  });

  it('is a document of its own without a cover above it', () => {
    const workspace = workspaceOf({
      'a.review.md': '---\ntitle: A\n---\n',
      'b.review.md': '',
      'north/cover.review.md': '',
    });
    assert.deepEqual(reviewsOf(workspace), {
      'a.review.md': ['a.review.md'],
      'b.review.md': ['b.review.md'],
      'north/cover.review.md': ['north/cover.review.md'],
    });
    assert.equal(workspace.snapshot().reviewOf(`${root}/a.review.md`)?.title, 'A');
  });

  it('has a cover whose name may be written in any case', () => {
    assert.deepEqual(reviewsOf(workspaceOf({ 'Cover.Review.md': '', 'a.review.md': '' })), {
      'Cover.Review.md': ['Cover.Review.md', 'a.review.md'],
    });
  });

  it('has no folder beside it that only begins alike', () => {
    const workspace = workspaceOf({ 'north/cover.review.md': '', 'north-west/a.review.md': '' });
    assert.deepEqual(Object.keys(reviewsOf(workspace)), ['north-west/a.review.md', 'north/cover.review.md']);
  });

  it('has its documents in the order of the cover, the others behind them by path', () => {
    const workspace = workspaceOf({
      'cover.review.md': '---\ndocuments: [z.review.md, ./deep/y.review.md, cover.review.md]\n---\n',
      'a.review.md': '',
      'b.review.md': '',
      'deep/y.review.md': '',
      'z.review.md': '',
    });
    assert.deepEqual(reviewsOf(workspace), {
      'cover.review.md': ['z.review.md', 'deep/y.review.md', 'cover.review.md', 'a.review.md', 'b.review.md'],
    });
  });

  it('names documents that are not there, and those of another review', () => {
    const workspace = workspaceOf({
      'cover.review.md': '---\ndocuments: [a.review.md, gone.review.md, north/b.review.md]\n---\n',
      'a.review.md': '',
      'north/cover.review.md': '',
      'north/b.review.md': '',
    });
    const set = workspace.snapshot().reviewOf(`${root}/cover.review.md`);
    assert.deepEqual(
      set?.unknownDocuments.map(({ value }) => value),
      ['gone.review.md', 'north/b.review.md'],
    );
  });

  it('finds documents with spaces and accents in their names', () => {
    const workspace = workspaceOf({
      'cover.review.md': '---\ndocuments: [Theme 1 – tŷ.review.md, a.review.md]\n---\n',
      'a.review.md': '',
    });
    workspace.setFile(`${root}/Theme%201%20%E2%80%93%20t%C5%B7.review.md`, '');
    const { documents, unknownDocuments } = onlyReview(workspace);
    assert.deepEqual(unknownDocuments, []);
    assert.deepEqual(
      documents.map(({ uri }) => decodeURIComponent(short(uri))),
      ['Theme 1 – tŷ.review.md', 'a.review.md', 'cover.review.md'],
    );
  });

  it('finds a path written with backslashes', () => {
    const workspace = workspaceOf({
      'cover.review.md': '---\ndocuments: [deep\\a.review.md]\n---\n',
      'deep/a.review.md': '',
    });
    assert.deepEqual(onlyReview(workspace).unknownDocuments, []);
  });

  it('has the title of its cover, or its subject, or its name', () => {
    const titleOf = (yaml: string): string => onlyReview(workspaceOf({ 'cover.review.md': yaml })).title;
    assert.equal(titleOf('---\ntitle: A\nsubject: B\n---\n'), 'A');
    assert.equal(titleOf('---\nsubject: B\n---\n'), 'B');
    assert.equal(titleOf(''), 'cover.review.md');
  });
});

describe('the catalogues of a review', () => {
  const cover = (standards: string): string => `---\nstandards: ${standards}\n---\n`;

  it('are the shipped one where the cover names none', () => {
    assert.deepEqual(catalogueIds(onlyReview(workspaceOf({ 'cover.review.md': '' }))), ['shipped']);
  });

  it('may be named by id', () => {
    const files = { 'cover.review.md': cover('own'), 'elsewhere/x.standards.md': own };
    assert.deepEqual(catalogueIds(onlyReview(workspaceOf(files))), ['own']);
  });

  it('may be named by a relative path', () => {
    const set = (path: string, at: string): Review | undefined =>
      workspaceOf({ 'deep/cover.review.md': cover(path), [at]: own })
        .snapshot()
        .reviews()[0];
    for (const [path, at] of [
      ['./own.standards.md', 'deep/own.standards.md'],
      ['own.standards.md', 'deep/own.standards.md'],
      ['../own.standards.md', 'own.standards.md'],
      ['../kept/own.standards.md', 'kept/own.standards.md'],
    ] as const) {
      assert.deepEqual(catalogueIds(set(path, at)!), ['own'], path);
    }
  });

  it('may be named by a path with spaces', () => {
    const workspace = workspaceOf({ 'cover.review.md': cover('./our own.standards.md') });
    workspace.setFile(`${root}/our%20own.standards.md`, own);
    assert.deepEqual(catalogueIds(onlyReview(workspace)), ['own']);
  });

  it('may be several, in the order of the cover', () => {
    const files = { 'cover.review.md': cover('[./own.standards.md, shipped]'), 'own.standards.md': own };
    assert.deepEqual(catalogueIds(onlyReview(workspaceOf(files))), ['own', 'shipped']);
  });

  it('are missing where nothing has the path or the id', () => {
    const workspace = workspaceOf({ 'cover.review.md': cover('[../gone.standards.md, nobody, shipped]') });
    const set = onlyReview(workspace);
    assert.deepEqual(
      set.unknownCatalogues.map(({ value }) => value),
      ['../gone.standards.md', 'nobody'],
    );
    assert.deepEqual(workspace.snapshot().missingFiles(), ['file:///gone.standards.md']);
    assert.deepEqual(catalogueIds(set), ['shipped']);
  });

  it('come when their file comes, and go with it', () => {
    const workspace = workspaceOf({ 'cover.review.md': cover('./own.standards.md') });
    const ids = (): string[] => catalogueIds(onlyReview(workspace));
    assert.deepEqual(ids(), []);
    workspace.setFile(`${root}/own.standards.md`, own);
    assert.deepEqual(ids(), ['own']);
    workspace.removeFile(`${root}/own.standards.md`);
    assert.deepEqual(ids(), []);
  });
});

describe('a workspace', () => {
  const uri = `${root}/a.review.md`;
  const textOf = (workspace: Workspace): string | undefined => workspace.snapshot().document(uri)?.text;

  it('lets open text win over the file until it is closed', () => {
    const workspace = workspaceOf({ 'a.review.md': 'file' });
    workspace.open(uri, 'open', 1);
    assert.equal(textOf(workspace), 'open');
    workspace.setFile(uri, 'newer file');
    assert.equal(textOf(workspace), 'open');
    workspace.open(uri, 'typed', 2);
    assert.equal(textOf(workspace), 'typed');
    assert.equal(workspace.snapshot().documents.get(uri)?.version, 2);
    workspace.close(uri);
    assert.equal(textOf(workspace), 'newer file');
    assert.equal(workspace.snapshot().documents.get(uri)?.version, undefined);
  });

  it('forgets a text that was never saved when it is closed', () => {
    const workspace = workspaceOf({});
    workspace.open(uri, 'open', 1);
    workspace.close(uri);
    assert.equal(textOf(workspace), undefined);
    assert.equal(workspace.snapshot().documents.size, 0);
  });

  it('keeps an open text whose file is removed', () => {
    const workspace = workspaceOf({ 'a.review.md': 'file' });
    workspace.open(uri, 'open', 1);
    workspace.removeFile(uri);
    assert.equal(textOf(workspace), 'open');
    workspace.close(uri);
    assert.equal(textOf(workspace), undefined);
  });

  it('takes closing and removing what it does not know calmly', () => {
    const workspace = workspaceOf({});
    workspace.close(uri);
    workspace.removeFile(uri);
    assert.equal(workspace.snapshot().documents.size, 0);
  });

  it('never changes a snapshot that it gave', () => {
    const workspace = workspaceOf({ 'a.review.md': '- [std 9.9]' });
    const before = workspace.snapshot();
    assert.equal(workspace.snapshot(), before);
    workspace.setFile(uri, 'other');
    assert.equal(before.document(uri)?.text, '- [std 9.9]');
    assert.notEqual(workspace.snapshot(), before);
    assert.ok(diagnostics(before, uri).some(({ code }) => code === 'unknown-standard'));
  });

  it('gives the same snapshot when a file is read again and has not changed', () => {
    const workspace = workspaceOf({ 'a.review.md': 'file' });
    const before = workspace.snapshot();
    workspace.setFile(uri, 'file');
    assert.equal(workspace.snapshot(), before);
  });

  it('keeps the readings of the documents that did not change', () => {
    const workspace = workspaceOf({ 'a.review.md': '# A', 'b.review.md': '# B' });
    const before = workspace.snapshot().documents.get(uri)?.model;
    workspace.setFile(`${root}/b.review.md`, '# C');
    assert.equal(workspace.snapshot().documents.get(uri)?.model, before);
  });

  it('keeps the reviews in which nothing has changed', () => {
    const workspace = workspaceOf({ 'a.review.md': '# A', 'b.review.md': '# B' });
    const [first, second] = workspace.snapshot().reviews();
    workspace.open(uri, '# A\n# B', 1);
    const sets = workspace.snapshot().reviews();
    assert.notEqual(sets[0], first);
    assert.equal(sets[1], second);
  });

  it('lets the readings of files go, keeps those of open texts, and says the same afterwards', async () => {
    const workspace = workspaceOf({ 'cover.review.md': '', 'a.review.md': '## Strengths\n- Loose\n' });
    workspace.open(`${root}/b.review.md`, '## Strengths\n- A [std 1.1]\n', 1);
    const snapshot = workspace.snapshot();
    const held = holdAll(onlyReview(workspace));
    const all = (): unknown => [...snapshot.documents.keys()].map((each) => diagnostics(snapshot, each));
    const before = all();
    await collectGarbage();
    assert.deepEqual(
      held.map((model) => model.deref() !== undefined),
      [false, true, true],
      'an open text keeps its model, and so does the file that was read last',
    );
    assert.deepEqual(all(), before);
    const fresh = workspaceOf({ 'cover.review.md': '', 'a.review.md': '## Strengths\n- Loose\n' }).snapshot();
    assert.deepEqual(snapshot.documents.get(uri)?.model.findings, fresh.documents.get(uri)?.model.findings);
  });

  it('keeps the readings of files that are asked for again', async () => {
    const workspace = workspaceOf({ 'a.review.md': '# A', 'b.review.md': '# B', 'c.review.md': '# C' });
    const [a, b, c] = [...workspace.snapshot().documents.values()];
    assert.ok(a && b && c);
    const readings = [a, b, a, b, c].map((document) => new WeakRef(document.model));
    await collectGarbage();
    assert.deepEqual(
      readings.map((model) => model.deref() !== undefined),
      [false, false, true, true, true],
    );
  });

  it('does not read a document again to report on it, when all that it says is known', async () => {
    const text = '## Strengths\n<!-- review-ignore-next-line unknown-standard: agreed -->\n- A [std 9.9]\n';
    const workspace = workspaceOf({ 'cover.review.md': '', 'a.review.md': text, 'b.review.md': '# B' });
    const snapshot = workspace.snapshot();
    const set = onlyReview(workspace);
    const held = holdAll(set);
    assert.equal([...readAhead(set)].length, 0, 'all is known');
    await collectGarbage();
    assert.deepEqual(
      held.map((model) => model.deref() === undefined),
      [true, true, false],
      'only the file that was read last keeps its model',
    );
    for (const document of set.documents)
      Object.defineProperty(document, 'model', { get: () => assert.fail(`${document.uri} is read again`) });
    for (const each of snapshot.documents.keys()) diagnostics(snapshot, each);
  });

  it('has the same states as long as they say the same', () => {
    const workspace = workspaceOf({ 'a.review.md': '# A' });
    const statesNow = (): unknown => coverageStates(onlyReview(workspace));
    const before = statesNow();
    workspace.open(uri, '# A\n# B', 1);
    assert.equal(statesNow(), before);
    workspace.open(uri, '## Strengths\n- Words [std 1.1]', 2);
    assert.notEqual(statesNow(), before);
  });

  it('knows the shipped catalogues by URI', () => {
    const snapshot = workspaceOf({}).snapshot();
    assert.match(snapshot.document(shippedUri)?.text ?? '', /^---\nid: shipped/);
    assert.equal(snapshot.document('file:///nothing.md'), undefined);
    assert.equal(snapshot.reviewOf('file:///nothing.review.md'), undefined);
  });
});

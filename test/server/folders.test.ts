/*
 * The server follows the opened folders: files that come, change and go, with and without a client that
 * watches, and which of them it takes in.
 */
import assert from 'node:assert/strict';
import { TestClient, type ClientOptions } from '../support/server';
import { clean, cover, coverText, files, isClean, isWrong, one, two, wrong } from '../support/serverTexts';

describe('opened folders', () => {
  let client: TestClient;
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await TestClient.start({ files, ...options });
  };
  afterEach(() => {
    client.dispose();
  });

  it('takes no catalogue from outside of the folders, however a cover writes the way to it', async () => {
    const secret = 'file:///secret.standards.md';
    for (const way of ['../', './x/../../', '..\\', '%2e%2e/', 'file:///', '/../']) {
      const named = coverText.replace('tiny', JSON.stringify(`${way}secret.standards.md`));
      await start({ files: { ...files, [cover]: named, [secret]: '# Theme 1: A\n' } });
      const told = await client.diagnostics(cover, ({ diagnostics }) => diagnostics.length > 0);
      assert.match(JSON.stringify(told.diagnostics), /There is no catalogue/, way);
      assert.ok(!client.published.some((params) => params.uri === secret));
      client.dispose();
    }
  });

  it('follows files that are created, changed and deleted', async () => {
    await start();
    await client.diagnostics(one, isWrong);
    const three = 'file:///team/three.review.md';
    client.watched({ [three]: wrong });
    await client.diagnostics(three, isWrong);
    client.watched({ [one]: clean });
    await client.diagnostics(one, isClean);
    client.watched({ [three]: undefined });
    await client.diagnostics(three, isClean);
  });

  it('is read alike by two servers, each of which keeps what is open in its own window', async () => {
    await start({ files: { ...files, [one]: clean } });
    const other = await TestClient.start({ files: { ...files, [one]: clean } });
    try {
      client.open(one, wrong);
      await client.diagnostics(one, isWrong);
      // The other window saves, and so does a command line that fixes: both are told.
      for (const each of [client, other]) each.watched({ [two]: wrong, [one]: clean });
      for (const each of [client, other]) await each.diagnostics(two, isWrong);
      assert.ok(!other.published.some((told) => told.uri === one && isWrong(told)));
      client.change(one, 2, `${wrong}\n- More. [std 9.9]\n`);
      await client.diagnostics(one, isWrong);
      client.close(one);
      await client.diagnostics(one, isClean);
      const last = (each: TestClient): unknown =>
        each.published.filter(({ uri }) => uri === two).at(-1)?.diagnostics;
      assert.deepEqual(last(client), last(other));
    } finally {
      other.dispose();
    }
  });

  it('forgets what lay in a deleted folder', async () => {
    await start({ files: { ...files, [two]: wrong } });
    await client.diagnostics(two, isWrong);
    client.files.delete(two);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'file:///team/deep', type: 3 }] });
    await client.diagnostics(two, isClean);
  });

  it('keeps a file that was deleted and written again at once', async () => {
    await start();
    await client.diagnostics(one, isWrong);
    client.files.set(one, clean);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: one, type: 3 }] });
    await client.diagnostics(one, isClean);
    client.watched({ [one]: wrong });
    await client.diagnostics(one, isWrong);
  });

  it('does not take in a new file that an ignore rule hides', async () => {
    await start();
    const hidden = 'file:///team/ignored/hidden.review.md';
    await client.diagnostics(one, isWrong);
    client.watched({ [hidden]: wrong, [one]: clean });
    await client.diagnostics(one, isClean);
    assert.ok(!client.published.some((params) => params.uri === hidden));
  });

  it('reads again on save for a client that cannot watch', async () => {
    await start();
    client.open(one, wrong);
    await client.diagnostics(one, (params) => params.version === 1);
    client.files.set(two, wrong);
    client.notify('textDocument/didSave', { textDocument: { uri: one } });
    await client.diagnostics(two, isWrong);
  });

  it('asks a client that can watch for review files and for deletions', async () => {
    await start({ capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } } });
    const registration = await client.until(() => client.registrations[0]);
    assert.equal(registration.method, 'workspace/didChangeWatchedFiles');
    const watchers = [{ globPattern: '**/*.{review,standards}.md' }, { globPattern: '**/*', kind: 4 }];
    assert.deepEqual(registration.registerOptions, { watchers });
  });

  it('follows folders that come and go', async () => {
    const other = 'file:///other/three.review.md';
    await start({
      files: { ...files, [other]: wrong },
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await client.diagnostics(one, isWrong);
    const folder = { uri: 'file:///other', name: 'other' };
    const event = (added: unknown[], removed: unknown[]): void => {
      client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
    };
    event([folder], []);
    await client.diagnostics(other, isWrong);
    event([], [folder]);
    await client.diagnostics(other, isClean);
  });

  it('reads a catalogue that a cover names, though an ignore rule hides it', async () => {
    const catalogue = 'file:///team/ignored/own.standards.md';
    const text =
      '---\nid: own\ntitle: Own\n---\n\n# Theme 9: Nine\n\n## Element 9: Nine\n\n### Standards\n\n- 9.9 Words\n';
    const named = coverText.replace('tiny', 'ignored/own.standards.md');
    await start({ files: { ...files, [cover]: named, [catalogue]: text } });
    await client.diagnostics(one, (params) => !isWrong(params));
    client.open(cover, coverText);
    await client.diagnostics(one, isWrong);
    client.change(cover, 2, named);
    await client.diagnostics(one, (params) => !isWrong(params));
  });

  it('logs a host that fails, and goes on with what is open', async () => {
    await start({
      host: (_, __, log) => ({
        listFiles: () => Promise.reject(new Error('secret words')),
        readFile: () => Promise.resolve(undefined),
        log,
      }),
    });
    client.open(one, wrong);
    await client.diagnostics(one, isWrong);
    assert.match(client.logged.join('\n'), /Reading the folders failed: Error/);
    assert.ok(!client.logged.join('\n').includes('secret'));
  });
});

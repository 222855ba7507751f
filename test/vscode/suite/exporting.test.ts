import * as vscode from 'vscode';

import { equal, ok } from '../support/expect';
import { activated, ready } from '../support/extension';
import { file, folder } from '../support/folder';

/** Whatever the extension's client can ask its server. */
interface Client {
  sendRequest<R>(method: string, params: object): Promise<R>;
}

describe('Export Report', () => {
  let client: Client;
  before(async () => {
    await ready();
    client = ((await activated()).exports as { client: Client }).client;
  });

  for (const [format, ending] of [
    ['docx', 'word/document.xml'],
    ['pptx', 'ppt/presentation.xml'],
  ] as const) {
    it(`prints ${format} by a bundle that is loaded in this host, too`, async () => {
      const uri = file('theme-1.review.md').toString();
      const params = { uri, format, citations: 'notes' };
      const made = await client.sendRequest<{ files: { base64?: string }[] } | null>(
        'criticalFriend/exportReport',
        params,
      );
      const bytes = atob(made?.files[0]?.base64 ?? '');
      ok(bytes.startsWith('PK'), `It is no file of an office: ${bytes.slice(0, 20)}`);
      ok(bytes.includes(ending), `It has no ${ending}.`);
    });
  }

  it('can move a file to a name that is free and to no other, wherever this host keeps its files', async () => {
    const { fs } = vscode.workspace;
    const [from, to] = ['new.tmp', 'old.md'].map((name) => vscode.Uri.joinPath(folder(), name));
    if (!from || !to) throw new Error('There are no names.');
    await fs.writeFile(to, new TextEncoder().encode('old'));
    await fs.writeFile(from, new TextEncoder().encode('new'));
    const isRefused = await fs.rename(from, to, { overwrite: false }).then(
      () => false,
      () => true,
    );
    equal(isRefused, true);
    equal(new TextDecoder().decode(await fs.readFile(to)), 'old');
    await fs.delete(to);
    await fs.rename(from, to, { overwrite: false });
    equal(new TextDecoder().decode(await fs.readFile(to)), 'new');
    await fs.delete(to);
    const left = await fs.readDirectory(folder());
    equal(left.filter(([name]) => name === 'new.tmp' || name === 'old.md').length, 0);
  });
});

import * as vscode from 'vscode';

import { equal, ok } from '../support/expect';
import { activated } from '../support/extension';
import { closeAll, codes, open } from '../support/folder';
import { until } from '../support/until';

describe('A review folder', () => {
  afterEach(closeAll);

  it('activates the extension without any file being opened', async () => {
    equal(vscode.window.visibleTextEditors.length, 0, 'Editors open at the start');
    await activated();
  });

  it('gets diagnostics for each of its documents, none of them open', async () => {
    await until('the cover has its own', () => codes('cover.review.md').includes('unknown-setting'));
    await until('theme 2 has its own', () => codes('theme-2.review.md').includes('unknown-standard'));
    await until('theme 1 has nothing wrong', () => !codes('theme-1.review.md').includes('unknown-standard'));
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.path.endsWith('theme-2.review.md'));
    equal(open.length, 0, 'Documents open');
  });

  it('gives its documents the language "review"', async () => {
    equal((await open('theme-1.review.md')).languageId, 'review');
    equal((await open('notes.md')).languageId, 'markdown');
  });

  it('offers the command that previews the findings', async () => {
    const commands = await vscode.commands.getCommands(true);
    ok(
      commands.includes('criticalFriend.previewFindings'),
      'There is no command criticalFriend.previewFindings.',
    );
  });
});

import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open, placeOf } from '../support/folder';

describe('A name', () => {
  before(ready);
  afterEach(closeAll);

  it('is lit up wherever the document cites it', async () => {
    const document = await open('theme-1.review.md');
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, '[std 1.1]', 6),
    );
    equal(
      found.map(({ range }) => document.getText(range)),
      ['1.1', '1.1'],
    );
  });

  it('of a shipped standard is not renamed, and the editor is told why', async () => {
    const document = await open('theme-1.review.md');
    const at = placeOf(document, '[std 1.1]', 6);
    const refused = await vscode.commands
      .executeCommand('vscode.executeDocumentRenameProvider', document.uri, at, '1.9')
      .then(
        () => '',
        (failure: unknown) => String(failure),
      );
    includes(refused, 'comes with Critical Friend');
  });

  it('of the workspace’s own standard is changed in the catalogue and in every review', async () => {
    const document = await open('own/cover.review.md');
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      placeOf(document, '[std 1.2]', 6),
      '1.5',
    );
    const names = edit.entries().map(([uri]) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
    equal(names.sort(), ['cover.review.md', 'own.standards.md']);
    ok(await vscode.workspace.applyEdit(edit), 'The edit was not taken.');
    includes(document.getText(), '[std 1.5] and [std 1.1, 1.5]');
  });
});

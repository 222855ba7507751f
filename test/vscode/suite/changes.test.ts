import * as vscode from 'vscode';

import { equal, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, codes, diagnostics, file, open, replace, revert, write } from '../support/folder';
import { until } from '../support/until';

const finding = '# Outcomes [theme 1]\n\n## Strengths\n\n- Carers meet each month. [std 1.9]\n';

describe('What changes', () => {
  before(ready);
  afterEach(closeAll);

  it('is mended by the fix that is offered', async () => {
    const document = await open('theme-2.review.md');
    const wrong = await until(
      'the error is there',
      () => diagnostics('theme-2.review.md', 'unknown-standard')[0],
    );
    const before = codes('theme-2.review.md');
    const edit = await until('a fix is offered', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        wrong.range,
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find((action) => action.edit !== undefined)?.edit;
    });
    ok(await vscode.workspace.applyEdit(edit), 'The fix was refused.');
    await until('the error is gone', () => diagnostics('theme-2.review.md', 'unknown-standard').length === 0);
    const added = codes('theme-2.review.md').filter((code) => !before.includes(code));
    equal(added, [], 'New diagnostics');
  });

  it('counts before it is saved', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std 1.8]');
    await until('the error is there', () => codes('theme-1.review.md').includes('unknown-standard'));
    await revert(document);
    await until('the error is gone', () => !codes('theme-1.review.md').includes('unknown-standard'));
  });

  it('on disk counts, unless the editor holds newer text', async () => {
    const name = 'later.review.md';
    await write(name, finding);
    await until('the new file has its error', () => codes(name).includes('unknown-standard'));

    await write(name, finding.replace('1.9', '1.3'));
    await until('the error is gone', () => !codes(name).includes('unknown-standard'));

    const document = await open(name);
    await replace(document, '[std 1.3]', '[std 1.7]');
    await until('the unsaved error is there', () => codes(name).includes('unknown-standard'));
    await write(name, finding.replace('1.9', '1.2'));
    // A change elsewhere that is answered proves that the one before has been seen.
    await write('marker.review.md', finding);
    await until('the marker is read', () => codes('marker.review.md').includes('unknown-standard'));
    ok(codes(name).includes('unknown-standard'), 'The file on disk has won over the unsaved text.');

    await closeAll();
    await vscode.workspace.fs.delete(file('marker.review.md'));
    await until('the marker is forgotten', () => codes('marker.review.md').length === 0);
    await until('the disk counts again', () => {
      const [wrong] = diagnostics(name, 'unknown-standard');
      if (wrong) throw new Error(wrong.message);
      return true;
    });
    await vscode.workspace.fs.delete(file(name));
    await until('the file is forgotten', () => codes(name).length === 0);
  });
});

import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open } from '../support/folder';
import { until } from '../support/until';

describe('Show Status', () => {
  before(ready);
  afterEach(closeAll);

  it('opens what was found in an editor that nobody can type in', async () => {
    await open('theme-1.review.md');
    await vscode.commands.executeCommand('criticalFriend.showStatus');
    await until('the status is shown', () => document().uri.path.endsWith('Critical Friend Status.md'));
    const text = document().getText();
    // Other tests leave documents behind.
    ok(/^# Critical Friend found 2 reviews with \d documents and 2 catalogues\n/.test(text), text);
    includes(text, '- theme-2.review.md: ');
    includes(text, 'comes with Critical Friend');
    ok(!document().isUntitled && !document().isDirty, 'There is something to save.');
    equal(vscode.workspace.fs.isWritableFileSystem(document().uri.scheme) ?? false, false);
  });

  it('is shown once, however often it is asked for', async () => {
    await vscode.commands.executeCommand('criticalFriend.showStatus');
    await vscode.commands.executeCommand('criticalFriend.showStatus');
    const tabs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs);
    const ours = () => tabs().filter(({ label }) => label === 'Critical Friend Status.md');
    await until('it is shown', () => ours().length > 0);
    equal(ours().length, 1, 'Tabs');
  });
});

function document(): vscode.TextDocument {
  const active = vscode.window.activeTextEditor?.document;
  if (active === undefined) throw new Error('No editor is active.');
  return active;
}

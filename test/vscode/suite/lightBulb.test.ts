import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, diagnostics, open, placeOf, replace } from '../support/folder';
import { until } from '../support/until';

describe('The light bulb', () => {
  before(ready);
  afterEach(closeAll);

  it('begins a finding, with the cursor where its words go', async () => {
    const document = await open('theme-2.review.md');
    const action = await offered(document, '# Leadership', 'Add a finding for 3.2 (area for development)');
    const { command, arguments: given = [] } = action.command ?? { command: '' };
    await vscode.commands.executeCommand(command, ...(given as unknown[]));
    await until('the stub is there', () => document.getText().includes('- … [std 3.2]'));
    await until('its words are selected', () => {
      const { selection } = vscode.window.activeTextEditor ?? {};
      return selection && document.getText(selection) === '…';
    });
  });

  it('asks for a reason before it ignores or leaves out', async () => {
    const document = await open('theme-2.review.md');
    await until('the error is there', () => diagnostics('theme-2.review.md', 'unknown-standard')[0]);
    for (const [words, title] of [
      ['3.9', 'Ignore “unknown-standard” here…'],
      ['4.2]', 'Exclude standard 4.2 from scope…'],
    ] as const) {
      const action = await offered(document, words, title);
      equal(action.command?.command, 'criticalFriend.askReason');
      includes(JSON.stringify(action.command?.arguments), 'Why is ');
    }
  });

  it('mends what has one clear reading when a file is saved, if it is told to', async () => {
    const document = await open('theme-2.review.md');
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'review' });
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const change = (value: unknown): Thenable<void> =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await change({ 'source.fixAll.review': 'explicit' });
    try {
      await replace(document, '[std 3.1]', '[std 3.1;]');
      ok(await document.save(), 'It was not saved.');
      await until('it is mended', () => document.getText() === before);
    } finally {
      await change(undefined);
      await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
    }
  });
});

/** The action with a title that is offered at words; it may come late, as the words must have been read. */
function offered(document: vscode.TextDocument, words: string, title: string): Promise<vscode.CodeAction> {
  const place = placeOf(document, words);
  return until(`“${title}” is offered`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
    );
    return actions.find((action) => action.title === title);
  });
}

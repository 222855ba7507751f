import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, diagnostics, file, open, placeOf, replace } from '../support/folder';
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

  it('mends all of a kind in the file', async () => {
    const document = await open('theme-2.review.md');
    await replace(document, '[std 3.1]', '[std 3.1, 7.2]');
    await replace(document, '[std 4.2]', '[std 4.2, 7.2]');
    await until('both are found', () => diagnostics('theme-2.review.md', 'printed-number').length === 2);
    const title = 'Fix all “printed-number” in this file';
    const { edit } = await offered(document, '7.2', title, 10);
    ok(edit && (await vscode.workspace.applyEdit(edit)), 'It was not done.');
    includes(document.getText(), '[std 3.1, 6.2]');
    includes(document.getText(), '[std 4.2, 6.2]');
  });

  it('writes the reason into the text, and into the cover', async () => {
    const document = await open('theme-2.review.md');
    await until('the error is there', () => diagnostics('theme-2.review.md', 'unknown-standard')[0]);
    await answer(await offered(document, '3.9', 'Ignore “unknown-standard” here…'), 'the new edition has it');
    await until('it is in the text', () =>
      document
        .getText()
        .includes('<!-- review-ignore-next-line unknown-standard: the new edition has it -->'),
    );
    await until(
      'it is not complained of',
      () => diagnostics('theme-2.review.md', 'unknown-standard').length === 0,
    );
    await answer(await offered(document, '3.1]', 'Exclude standard 3.1 from scope…'), 'next year');
    const cover = await vscode.workspace.openTextDocument(file('cover.review.md'));
    await until('it is in the cover', () => /- std: "?3\.1"?\n +reason: next year/.test(cover.getText()));
    await until(
      'the citation is one of what is left out',
      () => diagnostics('theme-2.review.md', 'excluded-citation')[0],
    );
    const { command } = await offered(document, '3.1]', 'Include standard 3.1 in the scope again');
    equal(command, undefined, 'It asks nothing');
  });

  it('takes back into the scope what was left out, and keeps the reason', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std 2.1]');
    const { edit } = await offered(document, '2.1]', 'Include element 2 in the scope again');
    ok(edit && (await vscode.workspace.applyEdit(edit)), 'It was not done.');
    const cover = await vscode.workspace.openTextDocument(file('cover.review.md'));
    includes(cover.getText(), 'Experiences were reviewed by the inspectorate');
    await until(
      'nothing is left out',
      () => diagnostics('theme-1.review.md', 'excluded-citation').length === 0,
    );
  });

  it('mends what has one clear reading when a file is saved, if it is told to', async () => {
    const document = await open('theme-2.review.md');
    const settings = vscode.workspace.getConfiguration('editor', { languageId: 'review' });
    const before = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    const change = (value: unknown): Thenable<void> =>
      settings.update('codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await change({ 'source.fixAll.review': 'explicit' });
    try {
      // VS Code calls a mending off in silence when another extension begins to offer actions just then, as one does that
      // has been awake only since the settings were written. Who sees nothing mended writes and saves again.
      await until('it is mended', async () => {
        if (document.getText() !== before) await replace(document, '[std 3.1;]', '[std 3.1]');
        await replace(document, '[std 3.1]', '[std 3.1;]');
        ok(await document.save(), 'It was not saved.');
        return document.getText() === before;
      });
    } finally {
      await change(undefined);
      await vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode(before));
    }
  });
});

/** The action with a title that is offered at words; it may come late, as the words must have been read. */
function offered(
  document: vscode.TextDocument,
  words: string,
  title: string,
  resolved = 0,
): Promise<vscode.CodeAction> {
  const place = placeOf(document, words);
  return until(`“${title}” is offered`, async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place, place),
      undefined,
      resolved,
    );
    return actions.find((action) => action.title === title);
  });
}

/** Does what the box that asks for a reason does with the answer; the browser's journey types into the box itself. */
async function answer({ command }: vscode.CodeAction, reason: string): Promise<void> {
  const [asked] = (command?.arguments ?? []) as object[];
  await vscode.commands.executeCommand('criticalFriend.act', { ...asked, reason });
}

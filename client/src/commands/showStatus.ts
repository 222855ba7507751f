/*
 * Show Status: what the server found where, in a read-only editor. It is plain Markdown, so a
 * screen reader reads it like any other text, and running the command again brings it up to date.
 */
import { Disposable, EventEmitter, Uri, commands, window, workspace } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { readStatusCommand } from '../../../server/src/protocol';
import type { ReadStatusOptions } from '../../../server/src/protocol';

const uri = Uri.from({ scheme: 'critical-friend-status', path: 'Critical Friend Status.md' });

/** Registers the command; `explain` shows that the server is not running, and what to do about it. */
export function showStatus(client: BaseLanguageClient, explain: () => Promise<void>): Disposable {
  const changed = new EventEmitter<Uri>();
  let words = '';
  const show = async (): Promise<void> => {
    const found = await ask(client);
    if (found === undefined) {
      await explain();
      return;
    }
    words = found;
    changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri));
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(uri.scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => words,
    }),
    commands.registerCommand('criticalFriend.showStatus', show),
  );
}

async function ask(client: BaseLanguageClient): Promise<string | undefined> {
  if (client.state !== State.Running) return undefined;
  const quietly: ReadStatusOptions = { quietly: true };
  try {
    const params = { command: readStatusCommand, arguments: [quietly] };
    return (await client.sendRequest<string | null>('workspace/executeCommand', params)) ?? undefined;
  } catch {
    return undefined;
  }
}

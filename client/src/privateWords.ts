/*
 * Tells the server which private list of names to watch for: the path in a setting of this machine, at the start
 * and whenever it changes. The list is not read here, because what goes to the server can be seen in the trace
 * of the messages: a server on a file system reads it itself, and one in a browser does without.
 */
import { workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { DidChangeConfigurationNotification } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The path of the private list, empty for none. A folder cannot set it: it is a setting of the machine. */
export function privateWords(): string {
  return workspace.getConfiguration('criticalFriend').get('privateWords', '');
}

/** Says so when the setting has changed, until disposed of. */
export function followPrivateWords(client: BaseLanguageClient): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('criticalFriend.privateWords') || !client.isRunning()) return;
    const settings = { criticalFriend: { privateWords: privateWords() } };
    // Where the server is stopping, its next start is told.
    client.sendNotification(DidChangeConfigurationNotification.type, { settings }).catch(() => undefined);
  });
}

/*
 * Asks why: a code action that writes a reason into the text opens an input box first. What is done with the answer is
 * the server's business; closing the box does nothing at all.
 */
import { commands, window } from 'vscode';
import type { Disposable } from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { actCommand } from '../../server/src/protocol';
import type { ActParams, AskReasonParams } from '../../server/src/protocol';

/** Registers the command, until disposed of. */
export function askReasons(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('criticalFriend.askReason', async (asked?: AskReasonParams) => {
    if (!asked) return;
    const { prompt, uri, task } = asked;
    const reason = await window.showInputBox({
      title: 'Critical Friend',
      prompt,
      ignoreFocusOut: true,
      validateInput: (words) =>
        words.trim() === '' ? 'Write a reason, or press Escape to leave all as it is.' : undefined,
    });
    if (reason === undefined) return;
    const params: ActParams = { uri, task, reason: reason.trim() };
    await client.sendRequest(ExecuteCommandRequest.type, { command: actCommand, arguments: [params] });
  });
}

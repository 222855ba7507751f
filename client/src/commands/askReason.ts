/*
 * Asks why: a code action that writes a reason into the text opens an input box first. What is done with the answer is
 * the server's business; closing the box does nothing at all.
 */
import { commands, window } from 'vscode';
import type { Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import type { AskReasonParams } from '../../../server/src/protocol';
import { act } from './runServerTask';

/** Registers the command, until disposed of. */
export function askReasons(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('criticalFriend.askReason', async (asked?: AskReasonParams) => {
    if (!asked) return;
    const { uri, task } = asked;
    // A complaint about the answer takes the place of the prompt, and then the question still stands above.
    const [title, prompt] = asked.prompt.split(/(?<=\?) /, 2);
    let reason: string | undefined = '';
    do {
      reason = await window.showInputBox({
        ...(title !== undefined && { title }),
        ...(prompt !== undefined && { prompt }),
        value: reason,
        // Else the next key would take the place of words that are there again.
        valueSelection: [reason.length, reason.length],
        ignoreFocusOut: true,
        validateInput: (words) =>
          words.trim() === '' ? 'Write a reason, or press Escape to leave all as it is.' : undefined,
      });
      // Where nobody has taken the words, they stand in the box again.
    } while (reason !== undefined && !(await act(client, { uri, task, reason: reason.trim() })));
  });
}

/*
 * The commands that an editor may run on the server. Each answers with a value that needs no client of ours; where
 * nobody would look at it, it is shown as a message too.
 */
import * as core from '../../../core/src';
import * as lsp from 'vscode-languageserver';
import { act } from '../requests/applyTask';
import { actCommand, readStatusCommand, type ActParams, type ReadStatusOptions } from '../protocol';
import type { Asking } from './handler';

/** Answers the commands that `serverCapabilities` announces. */
export function answerCommanding(connection: lsp.Connection, { answer, session }: Asking): void {
  connection.onExecuteCommand(
    answer('Command', async ({ command, arguments: given }: lsp.ExecuteCommandParams) => {
      const [first] = (given ?? []) as unknown[];
      if (command === actCommand && first) await act(connection, session, first as ActParams);
      if (command !== readStatusCommand) return null;
      const { snapshot, surroundings } = await session.readAgain();
      const words = core.printStatus(core.status(snapshot, surroundings));
      const { quietly } = (first ?? {}) as ReadStatusOptions;
      if (quietly !== true) {
        // As a notification: the library's function asks, and an editor would wait for an answer.
        const message: lsp.ShowMessageParams = { type: lsp.MessageType.Info, message: words };
        await connection.sendNotification(lsp.ShowMessageNotification.type, message);
      }
      return words;
    }),
  );
}

/*
 * Carries out what a code action named, when its command comes back: works the edit out on the text of this moment,
 * hands it to the client, and then shows the place where somebody goes on writing.
 */
import type * as lsp from 'vscode-languageserver';
import { resolveCodeAction, type Task } from '../../../core/src';
import { toRangeAfter, toWorkspaceEdit } from '../lsp/positions';
import { failureLine } from '../hosts/host';
import type { ActParams } from '../protocol';
import type { Session } from '../session/session';

/** Does a task; what cannot be done is said to the user, and a failure is logged. */
export async function act(connection: lsp.Connection, session: Session, params: ActParams): Promise<void> {
  try {
    await carry(connection, session, params);
  } catch (failure) {
    session.log(failureLine('Acting', failure));
  }
}

async function carry(connection: lsp.Connection, session: Session, params: ActParams): Promise<void> {
  const { uri, task, reason } = params;
  const context = session.now();
  // A task comes back as it was named; one that is out of date is refused in a sentence.
  const fix = resolveCodeAction(context.snapshot, session.readUri(uri), task as Task, reason);
  if ('refused' in fix) {
    connection.window.showWarningMessage(fix.refused);
    return;
  }
  const edit = toWorkspaceEdit(context, fix);
  const text = context.snapshot.document(fix.uri);
  if (!edit || !text) return;
  const { applied } = await connection.workspace.applyEdit({ label: fix.title, edit });
  if (!applied || !fix.select || !context.abilities.goesOn) return;
  const selection = toRangeAfter(context, text, fix.edits, fix.select);
  await connection.window.showDocument({ uri: context.printUri(fix.uri), takeFocus: true, selection });
}

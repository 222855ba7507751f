/*
 * The language server without its entry point: it opens a session with a client and wires the families of questions
 * that the client may ask. How a question is answered is in `handlers/`, what an answer contains in the core.
 */
import type * as lsp from 'vscode-languageserver';
import { answerActing } from './handlers/codeActions';
import { startAsking } from './handlers/handler';
import { answerBeginning } from './handlers/newReview';
import { answerCommanding } from './handlers/executeCommand';
import { answerDigesting } from './handlers/digest';
import { answerExporting } from './handlers/exportReport';
import { answerFinding } from './handlers/navigation';
import { answerImporting } from './handlers/importStandards';
import { answerOverseeing } from './handlers/coverage';
import { answerPreviewing } from './handlers/preview';
import { answerReading } from './handlers/hover';
import { answerRenaming } from './handlers/rename';
import { answerShowing } from './handlers/presentation';
import { answerWriting } from './handlers/completion';
import { jobsHere } from './jobs/jobs';
import { openSession } from './session/connectedSession';
import type { Door } from './session/door';

/** Serves one client until it says goodbye. */
export function startServer(connection: lsp.Connection, door: Door): void {
  const asking = startAsking(openSession(connection, door));
  answerWriting(connection, asking);
  answerActing(connection, asking);
  answerReading(connection, asking);
  answerFinding(connection, asking);
  answerRenaming(connection, asking);
  answerShowing(connection, asking);
  answerCommanding(connection, asking);
  answerPreviewing(connection, asking);
  answerOverseeing(connection, asking);
  answerDigesting(connection, asking);
  answerBeginning(connection, asking);
  const jobs = door.jobs ?? jobsHere({});
  answerExporting(connection, asking, jobs);
  answerImporting(connection, asking, jobs);
  connection.listen();
}

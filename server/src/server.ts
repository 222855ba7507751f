/*
 * The language server without its door: it opens a session with a client and wires the families of questions
 * that the client may ask. How a question is answered stands in `handlers/`, what an answer says in the core.
 */
import type * as lsp from 'vscode-languageserver';
import { answerActing } from './handlers/acting';
import { startAsking } from './handlers/asking';
import { answerBeginning } from './handlers/beginning';
import { answerCommanding } from './handlers/commanding';
import { answerDigesting } from './handlers/digesting';
import { answerExporting } from './handlers/exporting';
import { answerFinding } from './handlers/finding';
import { answerImporting } from './handlers/importing';
import { answerOverseeing } from './handlers/overseeing';
import { answerPreviewing } from './handlers/previewing';
import { answerReading } from './handlers/reading';
import { answerRenaming } from './handlers/renaming';
import { answerShowing } from './handlers/showing';
import { answerWriting } from './handlers/writing';
import { jobsHere } from './jobs/jobs';
import { openSession, type Door } from './session';

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

/*
 * What can be done at a place. A code action that needs more than its edit, be it a reason or the cursor in place, comes
 * back as a command, which `act.ts` carries out.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { fixAllKind } from '../lsp/capabilities';
import { fromRange, toWorkspaceEdit } from '../lsp/positions';
import { isWanted, toCodeActions, trustActions } from '../lsp/codeActions';
import type { ActParams } from '../protocol';
import type { Asking } from './handler';

/** Answers code actions, and works out the edit of one that is chosen. */
export function answerActing(connection: lsp.Connection, { about, answer, session }: Asking): void {
  connection.onCodeAction(
    about('Code actions', (at, { range, context: { only } }: lsp.CodeActionParams) => {
      const wanted = (kind: string): boolean => isWanted(kind, only);
      const listed = wanted('quickfix') || wanted('refactor');
      const offered = listed ? core.codeActions(at.snapshot, at.uri, fromRange(at, at.text, range)) : [];
      const trust = wanted('quickfix') ? trustActions(at, at.text, fromRange(at, at.text, range)) : [];
      const own = offered
        .filter(({ kind }) => wanted(kind))
        .flatMap((offer) => toCodeActions(at, at.text, offer));
      const actions = [...trust, ...own];
      // Nobody who opens a light bulb looks for this one; who saves a file asks for it.
      const safe = only && wanted(fixAllKind) ? core.fixSafe(at.snapshot, at.uri) : undefined;
      const edit = safe && toWorkspaceEdit(at, safe);
      return edit ? [...actions, { title: safe.title, kind: fixAllKind, edit }] : actions;
    }),
  );
  connection.onCodeActionResolve((action) => {
    const resolve = answer('Code action', ({ uri, task }: ActParams): lsp.CodeAction => {
      const context = session.now();
      const fix = core.resolveCodeAction(context.snapshot, session.readUri(uri), task as core.Task);
      const edit = 'edits' in fix ? toWorkspaceEdit(context, fix) : undefined;
      return edit ? { ...action, edit } : action;
    });
    return resolve(action.data as ActParams) ?? action;
  });
}

/*
 * What can be done at a place, as LSP code actions in the form that the client can take: a command where somebody is
 * asked for a reason or goes on writing, an edit that is worked out when it is chosen, or the plain edit at once.
 */
import * as lsp from 'vscode-languageserver';
import { resolveCodeAction, untrustedAt, type CodeAction, type Span } from '../../../core/src';
import { toDiagnostic, toWorkspaceEdit, type Context, type Text } from './positions';
import {
  actCommand,
  askReasonCommand,
  manageTrustCommand,
  type ActParams,
  type AskReasonParams,
} from '../protocol';

const kinds = { quickfix: lsp.CodeActionKind.QuickFix, refactor: lsp.CodeActionKind.Refactor } as const;

/** Whether actions of a kind are wanted: all where nothing is asked for, and else those below what is. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return !only || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** An offer in `text`; none where it cannot be done in a way that the client can take. */
export function toCodeActions(context: Context, text: Text, offer: CodeAction): lsp.CodeAction[] {
  const { title, diagnostic, preferred } = offer;
  const action: lsp.CodeAction = {
    title,
    kind: kinds[offer.kind],
    ...(diagnostic && { diagnostics: [toDiagnostic(context, text, diagnostic)] }),
    ...(preferred === true && { isPreferred: true }),
  };
  const { abilities } = context;
  const params: ActParams = { uri: context.printUri(text.uri), task: offer.task };
  if (offer.asks !== undefined && abilities.asksReasons) {
    const asking: AskReasonParams = { ...params, prompt: offer.asks };
    return [{ ...action, command: { title, command: askReasonCommand, arguments: [asking] } }];
  }
  if (offer.goesOn === true && abilities.goesOn)
    return [{ ...action, command: { title, command: actCommand, arguments: [params] } }];
  if (offer.task.do === 'fixAll' && abilities.resolvesEdits) return [{ ...action, data: params }];
  const fix = offer.fix ?? resolveCodeAction(context.snapshot, text.uri, offer.task);
  const edit = 'edits' in fix ? toWorkspaceEdit(context, fix) : undefined;
  return edit ? [{ ...action, edit }] : [];
}

/** Trusting the folders, where that is why a file that the cover names is not read. */
export function trustActions(context: Context, text: Text, place: Span): lsp.CodeAction[] {
  if (!context.abilities.managesTrust) return [];
  return untrustedAt(context.snapshot, text.uri, place).map((diagnostic) => ({
    title: 'Manage Workspace Trust',
    kind: kinds.quickfix,
    diagnostics: [toDiagnostic(context, text, diagnostic)],
    isPreferred: true,
    command: { title: 'Manage Workspace Trust', command: manageTrustCommand },
  }));
}

/*
 * Questions that come while somebody writes: what could be typed here, and what would mend what is wrong.
 */
import * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { fromRange, toCodeActions } from '../convert';
import { toCompletion } from '../convertItems';
import type { Asking } from './asking';

/** Answers completion and code actions. */
export function answerWriting(connection: lsp.Connection, { about, place }: Asking): void {
  connection.onCompletion(
    place('Completion', (at, offset) => {
      const items = core.completion(at.snapshot, at.uri, offset);
      // Which headings fit is decided here, by stricter rules than those of an editor that filters a list itself.
      const isIncomplete = items.some(({ kind }) => kind === 'heading');
      return { isIncomplete, items: items.map((item) => toCompletion(at, at.text, item)) };
    }),
  );
  connection.onCodeAction(
    about('Code actions', (at, { range, context: { only } }: lsp.CodeActionParams) => {
      if (only && !only.some((kind) => kind === '' || kind === lsp.CodeActionKind.QuickFix)) return [];
      return core
        .fixes(at.snapshot, at.uri, fromRange(at, at.text, range))
        .flatMap(({ diagnostic, fix }) => toCodeActions(at, at.text, diagnostic, fix));
    }),
  );
}

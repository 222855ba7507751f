/*
 * Questions that come while somebody writes: what could be typed here.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { toCompletion } from '../convertItems';
import type { Asking } from './asking';

/** Answers completion. */
export function answerWriting(connection: lsp.Connection, { place }: Asking): void {
  connection.onCompletion(
    place('Completion', (at, offset) => {
      const items = core.completion(at.snapshot, at.uri, offset);
      // Which headings fit is decided here, by stricter rules than those of an editor that filters a list itself.
      const isIncomplete = items.some(({ kind }) => kind === 'heading');
      return { isIncomplete, items: items.map((item) => toCompletion(at, at.text, item)) };
    }),
  );
}

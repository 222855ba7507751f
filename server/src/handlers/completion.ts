/*
 * Questions that come while somebody writes: what could be typed here.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { localCalendar } from '../hosts/localDate';
import { toCompletions, toDetailed, type CompletionData } from '../lsp/items';
import type { Asking } from './handler';

/** Answers completion, and what is asked about one line of it. */
export function answerWriting(connection: lsp.Connection, { answer, place, session }: Asking): void {
  connection.onCompletion(
    place('Completion', (at, offset) => {
      const items = core.completion(at.snapshot, at.uri, offset, localCalendar(new Date()).today);
      // Which headings fit is decided here, by stricter rules than those of an editor that filters a list itself.
      const isIncomplete = items.some(({ kind }) => kind === 'heading');
      return { isIncomplete, items: toCompletions(at, at.text, items) };
    }),
  );
  connection.onCompletionResolve((item, token) => {
    const resolve = answer('Completion item', ({ uri, about }: CompletionData): lsp.CompletionItem => {
      const context = session.now();
      return toDetailed(context, item, core.completionDetail(context.snapshot, session.readUri(uri), about));
    });
    const data = item.data as CompletionData | undefined;
    return (data && resolve(data, token)) ?? item;
  });
}

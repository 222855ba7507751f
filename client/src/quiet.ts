/*
 * Quietness while typing: an empty `[std ]` or an empty point is not wrong yet while somebody is still writing
 * it. Some kinds of diagnostics wait until the cursor leaves the line that is being typed; all others are shown
 * at once. The words that stand behind citations wait too, all of them, because the line would move under the cursor.
 */
import { workspace } from 'vscode';
import type { Diagnostic, Disposable, Uri } from 'vscode';
import { InlayHintRequest, type BaseLanguageClient, type Middleware } from 'vscode-languageclient';

import type { TypingLine } from './typingLine';

type Show = (uri: Uri, diagnostics: Diagnostic[]) => void;

/** What is unfinished rather than wrong. */
const waiting = new Set([
  ...['malformed-citation', 'finding-without-words', 'unused-ignore'],
  ...['action-without-lead', 'action-without-date', 'invalid-date'],
]);

/** The middleware that holds back diagnostics and hints, with what it listens to. */
export function holdBack(typing: TypingLine): {
  readonly middleware: Middleware;
  readonly listening: Disposable;
} {
  /** All that the server said last, for each document with something to say. */
  const said = new Map<string, { readonly diagnostics: Diagnostic[]; readonly show: Show }>();

  const show = (uri: Uri): void => {
    const last = said.get(uri.toString());
    last?.show(
      uri,
      last.diagnostics.filter((diagnostic) => !isHeld(diagnostic, typing.in(uri))),
    );
  };
  const middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => {
      if (diagnostics.length === 0) said.delete(uri.toString());
      else said.set(uri.toString(), { diagnostics, show: next });
      if (diagnostics.length === 0) next(uri, diagnostics);
      else show(uri);
    },
    provideInlayHints: async (document, viewPort, token, next) => {
      const hints = await next(document, viewPort, token);
      // Asked for after the answer, since somebody may have gone on meanwhile.
      const line = typing.in(document.uri);
      return hints?.filter(({ position }) => position.line !== line);
    },
  };
  return { middleware, listening: typing.onDidLeave(show) };
}

/** Has the editor ask for the hints of a document again when a line of it is being typed no more. */
export function showHintsLater(client: BaseLanguageClient, typing: TypingLine): Disposable {
  return typing.onDidLeave((uri) => {
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    const provider = document && client.getFeature(InlayHintRequest.method).getProvider(document);
    provider?.onDidChangeInlayHints.fire();
  });
}

function isHeld({ code, range }: Diagnostic, line: number | undefined): boolean {
  return (
    line !== undefined &&
    waiting.has(String(typeof code === 'object' ? code.value : code)) &&
    range.start.line <= line &&
    line <= range.end.line
  );
}

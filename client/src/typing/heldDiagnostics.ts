/*
 * Quietness while typing: an empty `[std ]`, an empty point or a finding without its standard is not wrong yet while
 * somebody is still writing it. Some kinds of diagnostics wait until the cursor leaves the line that is being typed; all
 * others are shown at once. The words that stand behind citations wait too, all of them, because the line would move
 * under the cursor.
 */
import { Disposable, workspace } from 'vscode';
import type { Diagnostic, Uri } from 'vscode';
import { InlayHintRequest, State } from 'vscode-languageclient';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';

import type { TypingLine } from './typingLine';

type Show = (uri: Uri, diagnostics: Diagnostic[]) => void;

/** What is unfinished rather than wrong. */
const waiting = new Set([
  ...['malformed-citation', 'unused-ignore'],
  ...['finding-without-words', 'finding-without-citation', 'finding-without-evidence'],
  ...['action-without-lead', 'action-without-date', 'invalid-date'],
]);

/** Holds back diagnostics and hints of the line that is being typed. */
export class Quiet {
  /** What the client puts between the server and the editor. */
  readonly middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => {
      if (diagnostics.length === 0) this.#said.delete(uri.toString());
      else this.#said.set(uri.toString(), { diagnostics, show: next });
      if (diagnostics.length === 0) next(uri, diagnostics);
      else this.#show(uri);
    },
    provideInlayHints: async (document, viewPort, token, next) => {
      const hints = await next(document, viewPort, token);
      // Asked for after the answer, since somebody may have gone on meanwhile.
      const line = this.#typing.in(document.uri);
      return hints?.filter(({ position }) => position.line !== line);
    },
  };
  readonly #typing: TypingLine;
  readonly #listening: Disposable;
  /** All that the server said last, for each document with something to say. */
  readonly #said = new Map<string, { readonly diagnostics: Diagnostic[]; readonly show: Show }>();

  constructor(typing: TypingLine) {
    this.#typing = typing;
    this.#listening = typing.onDidLeave((uri) => this.#show(uri));
  }

  /** Has the editor ask for hints again when a line is being typed no more, and forgets what a server said that has ended. */
  watch(client: BaseLanguageClient): Disposable {
    return Disposable.from(
      this.#typing.onDidLeave((uri) => {
        const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
        const provider = document && client.getFeature(InlayHintRequest.method).getProvider(document);
        provider?.onDidChangeInlayHints.fire();
      }),
      // The next one says nothing about a document with nothing wrong.
      client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) this.#said.clear();
      }),
    );
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #show(uri: Uri): void {
    const last = this.#said.get(uri.toString());
    last?.show(
      uri,
      last.diagnostics.filter((diagnostic) => !isHeld(diagnostic, this.#typing.in(uri))),
    );
  }
}

function isHeld({ code, range }: Diagnostic, line: number | undefined): boolean {
  return (
    line !== undefined &&
    waiting.has(String(typeof code === 'object' ? code.value : code)) &&
    range.start.line <= line &&
    line <= range.end.line
  );
}

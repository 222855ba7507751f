/*
 * Quietness while typing: an empty `[std ]` or an empty point is not wrong yet while somebody is still writing
 * it. Some kinds of diagnostics wait until the cursor leaves the line that is being typed; all others are shown
 * at once. Only typing makes a line quiet: who comes to it from the list of problems sees what is wrong there.
 */
import { Disposable, window, workspace } from 'vscode';
import type { Diagnostic, TextDocumentContentChangeEvent, Uri } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

type Show = (uri: Uri, diagnostics: Diagnostic[]) => void;

/** What is unfinished rather than wrong. */
const waiting = new Set(['malformed-citation', 'finding-without-words', 'unused-ignore']);

/** The line that is being typed. */
interface Typing {
  readonly uri: string;
  readonly line: number;
}

/** The middleware that holds diagnostics back, with what it listens to. */
export function holdBack(): { readonly middleware: Middleware; readonly listening: Disposable } {
  /** All that the server said last, for each document with something to say. */
  const said = new Map<
    string,
    { readonly uri: Uri; readonly diagnostics: Diagnostic[]; readonly show: Show }
  >();
  let typing: Typing | undefined;

  const show = (name: string): void => {
    const last = said.get(name);
    last?.show(
      last.uri,
      last.diagnostics.filter((diagnostic) => !isHeld(diagnostic, name)),
    );
  };
  const isHeld = ({ code, range }: Diagnostic, name: string): boolean =>
    typing?.uri === name &&
    waiting.has(String(typeof code === 'object' ? code.value : code)) &&
    range.start.line <= typing.line &&
    typing.line <= range.end.line &&
    cursorLine(name) === typing.line;
  const turnTo = (next: Typing | undefined): void => {
    const before = typing;
    if (before?.uri === next?.uri && before?.line === next?.line) return;
    typing = next;
    if (before) show(before.uri);
  };

  const listening = Disposable.from(
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const name = document.uri.toString();
      const [change] = contentChanges;
      if (change && cursorLine(name) !== undefined) turnTo({ uri: name, line: lineBehind(change) });
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const name = textEditor.document.uri.toString();
      if (typing?.uri === name && cursorLine(name) !== typing.line) turnTo(undefined);
    }),
    window.onDidChangeActiveTextEditor(() => turnTo(undefined)),
  );
  const middleware: Middleware = {
    handleDiagnostics: (uri, diagnostics, next) => {
      const name = uri.toString();
      if (diagnostics.length === 0) said.delete(name);
      else said.set(name, { uri, diagnostics, show: next });
      if (diagnostics.length === 0) next(uri, diagnostics);
      else show(name);
    },
  };
  return { middleware, listening };
}

/** The line of the cursor in the active editor, if that shows the document. */
function cursorLine(name: string): number | undefined {
  const editor = window.activeTextEditor;
  return editor?.document.uri.toString() === name ? editor.selection.active.line : undefined;
}

/** Where the cursor is after a change that was typed: the editor tells of the change before it tells of the cursor. */
function lineBehind({ range, text }: TextDocumentContentChangeEvent): number {
  return range.start.line + text.split('\n').length - 1;
}

/*
 * Which line is being typed: the one that was changed last, as long as the cursor stays in it. Only typing makes a line
 * one that is being typed; who merely comes to it reads it.
 */
import { Disposable, EventEmitter, window, workspace } from 'vscode';
import type { Event, TextDocumentContentChangeEvent, Uri } from 'vscode';

interface Typing {
  readonly uri: Uri;
  readonly line: number;
}

/** Follows what is typed in all documents. */
export class TypingLine {
  readonly #left = new EventEmitter<Uri>();
  readonly #listening: Disposable;
  #typing: Typing | undefined;

  constructor() {
    this.#listening = Disposable.from(
      this.#left,
      workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges: [change] }) => {
        if (change && cursorLine(uri) !== undefined) this.#turnTo({ uri, line: lineBehind(change) });
      }),
      window.onDidChangeTextEditorSelection(({ textEditor: { document } }) => {
        const typing = this.#typing;
        if (typing && isSame(typing.uri, document.uri) && cursorLine(typing.uri) !== typing.line)
          this.#turnTo(undefined);
      }),
      window.onDidChangeActiveTextEditor(() => this.#turnTo(undefined)),
    );
  }

  /** Fires with its document when a line is being typed no more. */
  get onDidLeave(): Event<Uri> {
    return this.#left.event;
  }

  /** The line of a document that is being typed, if there is one. */
  in(uri: Uri): number | undefined {
    const typing = this.#typing;
    return typing && isSame(typing.uri, uri) && cursorLine(uri) === typing.line ? typing.line : undefined;
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #turnTo(next: Typing | undefined): void {
    const before = this.#typing;
    if (before === next || (before && next && isSame(before.uri, next.uri) && before.line === next.line))
      return;
    this.#typing = next;
    if (before) this.#left.fire(before.uri);
  }
}

/** The line of the cursor in the active editor, if that shows the document. */
function cursorLine(uri: Uri): number | undefined {
  const editor = window.activeTextEditor;
  return editor && isSame(editor.document.uri, uri) ? editor.selection.active.line : undefined;
}

/** Where the cursor is after a change that was typed: the editor tells of the change before it tells of the cursor. */
function lineBehind({ range, text }: TextDocumentContentChangeEvent): number {
  return range.start.line + text.split('\n').length - 1;
}

const isSame = (a: Uri, b: Uri): boolean => a.toString() === b.toString();

/*
 * The text of a document that is open in an editor. A change is only noted; the text is made when it is asked for,
 * so that whoever types faster than anybody asks has it made once for all changes. Each change speaks of the text
 * that those before it left. What a text means is not known here.
 */
import * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges, type Encoded } from '../lsp/positions';
import { normalUri } from '../lsp/uris';

type Change = lsp.TextDocumentContentChangeEvent;

/** Fewer changes than this are made one by one. */
const few = 4;

/** A document as an editor shows it. */
export class OpenText {
  /** As the client spells it. */
  readonly uri: string;
  /** The one spelling. */
  readonly ourUri: string;
  readonly #document: TextDocument;
  #noted: Change[] = [];
  #version: number;

  constructor(document: TextDocument) {
    this.uri = document.uri;
    this.ourUri = normalUri(document.uri);
    this.#document = document;
    this.#version = document.version;
  }

  /** Takes changes over; one that is none is refused at once, because no one waits for it later. */
  note(changes: readonly Change[], version: number): this {
    if (!changes.every(isChange)) throw new Error('A change of a text has no words.');
    this.#noted.push(...changes);
    this.#version = version;
    return this;
  }

  /** The document after all changes; the same object each time. */
  read(encoded: Encoded): TextDocument {
    const changes = this.#noted;
    if (changes.length === 0 && this.#version === this.#document.version) return this.#document;
    this.#noted = [];
    applyMany(encoded, this.#document, changes, this.#version);
    return this.#document;
  }
}

/** Makes changes in their order. Those that stand close together are made in a copy of the lines around them. */
export function applyMany(
  encoded: Encoded,
  document: TextDocument,
  changes: readonly Change[],
  version: number,
): void {
  if (changes.length < few) {
    applyChanges(encoded, document, changes, version);
    return;
  }
  let lines: Lines | undefined;
  for (const change of changes) {
    if (lines?.hold(change) === true) {
      lines.apply(change);
      continue;
    }
    lines?.putBack(version);
    lines = undefined;
    if (lsp.TextDocumentContentChangeEvent.isIncremental(change)) {
      lines = new Lines(encoded, document, change.range);
      lines.apply(change);
    } else applyChanges(encoded, document, [change], version);
  }
  if (lines) lines.putBack(version);
  else applyChanges(encoded, document, [], version);
}

/**
 * Some whole lines of a document, one more than a change touches on either side: a line end that is typed beside one
 * that stands already may make one of the two, and then both are among them.
 */
class Lines {
  readonly #encoded: Encoded;
  readonly #document: TextDocument;
  readonly #first: number;
  /** Behind the last line, in the document. */
  readonly #end: number;
  readonly #own: TextDocument;

  constructor(encoded: Encoded, document: TextDocument, range: lsp.Range) {
    const { first, last } = linesOf(range);
    this.#encoded = encoded;
    this.#document = document;
    this.#first = Math.max(0, Math.min(first, document.lineCount - 1) - 1);
    this.#end = last + 2;
    const text = document.getText(this.#place);
    this.#own = TextDocument.create(document.uri, document.languageId, document.version, text);
  }

  /** Whether a change touches none but the lines between the first and the last. */
  hold(change: Change): boolean {
    if (!lsp.TextDocumentContentChangeEvent.isIncremental(change)) return false;
    const { first, last } = linesOf(change.range);
    // Where the document goes on behind, the copy seems to end with an empty line.
    const isToEnd = this.#end >= this.#document.lineCount;
    const lines = this.#own.lineCount - (isToEnd ? 0 : 1);
    return first - this.#first >= (this.#first > 0 ? 1 : 0) && last - this.#first < lines;
  }

  apply(change: Change): void {
    if (!lsp.TextDocumentContentChangeEvent.isIncremental(change)) return;
    const { start, end } = change.range;
    const range = { start: this.#inside(start), end: this.#inside(end) };
    applyChanges(this.#encoded, this.#own, [{ range, text: change.text }], this.#own.version);
  }

  putBack(version: number): void {
    TextDocument.update(this.#document, [{ range: this.#place, text: this.#own.getText() }], version);
  }

  get #place(): lsp.Range {
    return { start: { line: this.#first, character: 0 }, end: { line: this.#end, character: 0 } };
  }

  #inside({ line, character }: lsp.Position): lsp.Position {
    return { line: line - this.#first, character };
  }
}

function isChange(change: Change): boolean {
  const { isFull, isIncremental } = lsp.TextDocumentContentChangeEvent;
  return isIncremental(change) || isFull(change);
}

function linesOf({ start, end }: lsp.Range): { first: number; last: number } {
  return { first: Math.min(start.line, end.line), last: Math.max(start.line, end.line) };
}

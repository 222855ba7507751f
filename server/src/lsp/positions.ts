/*
 * Core values to LSP values and back; the only file that builds an lsp.Range. Inside, a place is a span
 * of UTF-16 offsets; outside, it is line and character, in the units that the client counts in. The line
 * index counts in UTF-16, so a client that does the same, as most do, pays nothing for the others.
 * A line index belongs to one text. That of an open text is kept with it; of the files only the last few asked about have
 * one: whoever asks goes from document to document, and a diagnostic may name a place in another one.
 */
import * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits, isUnread } from '../../../core/src';
import type { Diagnostic, FileEdits, Place, Snapshot, Span, TextEdit } from '../../../core/src';
import type { Abilities } from './capabilities';
import { lengthOf, unitsBefore, type Encoding } from './positionEncoding';

/** A text with a name, as the core holds it. */
export interface Text {
  readonly uri: string;
  readonly text: string;
  /** The editor's version; `undefined` for a text that was read from a file. */
  readonly version?: number;
}

/** In which units positions are counted. */
export interface Encoded {
  readonly encoding: Encoding;
}

/** Positions for whoever names no encoding. */
export const utf16: Encoded = { encoding: 'utf-16' };

/** What a conversion needs besides the value: the texts, what the client takes, and how it spells a URI. */
export interface Context extends Encoded {
  readonly snapshot: Snapshot;
  readonly abilities: Abilities;
  readonly printUri: (uri: string) => string;
}

const indexes = new WeakMap<Text, TextDocument>();
/** Of the files asked about last, the latest first. */
let lastFiles: readonly { readonly of: Text; readonly index: TextDocument }[] = [];
const mostFiles = 4;

/** Lets a text use the line index that the editor's document keeps up to date, as long as their versions agree. */
export function adoptIndex(text: Text, document: TextDocument): void {
  indexes.set(text, document);
}

function indexOf(text: Text): TextDocument {
  if (text.version === undefined) return indexOfFile(text);
  let index = indexes.get(text);
  if (index?.version !== text.version) index = undefined;
  if (index === undefined) {
    index = TextDocument.create(text.uri, 'review', text.version, text.text);
    indexes.set(text, index);
  }
  return index;
}

function indexOfFile(text: Text): TextDocument {
  const [latest] = lastFiles;
  if (latest?.of === text) return latest.index;
  const known = lastFiles.find(({ of }) => of === text);
  const found = known ?? { of: text, index: TextDocument.create(text.uri, 'review', 0, text.text) };
  lastFiles = [found, ...lastFiles.filter((each) => each !== found)].slice(0, mostFiles);
  return found.index;
}

/** The range of a span, zero-based. */
export function toRange(encoded: Encoded, text: Text, span: Span): lsp.Range {
  return { start: toPosition(encoded, text, span.start), end: toPosition(encoded, text, span.end) };
}

function toPosition({ encoding }: Encoded, text: Text, offset: number): lsp.Position {
  const index = indexOf(text);
  const position = index.positionAt(offset);
  if (encoding === 'utf-16') return position;
  const { line, character } = position;
  return { line, character: unitsBefore(lineOf(index, line), character, encoding) };
}

/** The zero-based line of an offset. */
export function toLine(text: Text, offset: number): number {
  return indexOf(text).positionAt(offset).line;
}

/** The lines of offsets in some texts, for what is printed with places; 0 in a text that is gone. */
export function linesOf(texts: {
  document(uri: string): Text | undefined;
}): (uri: string, offset: number) => number {
  return (uri, offset) => {
    const text = texts.document(uri);
    return text ? toLine(text, offset) : 0;
  };
}

/** The offset of a position; past the end of a line it is the line's end. */
export function fromPosition(encoded: Encoded, text: Text, position: lsp.Position): number {
  const index = indexOf(text);
  return index.offsetAt(toUtf16(index, position, encoded));
}

/** The span of a range. */
export function fromRange(encoded: Encoded, text: Text, range: lsp.Range): Span {
  return {
    start: fromPosition(encoded, text, range.start),
    end: fromPosition(encoded, text, range.end),
  };
}

/** Brings an editor's document up to date, in place; each change speaks of the text that those before it left. */
export function applyChanges(
  encoded: Encoded,
  document: TextDocument,
  changes: readonly lsp.TextDocumentContentChangeEvent[],
  version: number,
): TextDocument {
  if (encoded.encoding === 'utf-16') return TextDocument.update(document, [...changes], version);
  for (const change of changes) {
    if (!lsp.TextDocumentContentChangeEvent.isIncremental(change)) {
      TextDocument.update(document, [change], version);
      continue;
    }
    const start = toUtf16(document, change.range.start, encoded);
    const end = toUtf16(document, change.range.end, encoded);
    TextDocument.update(document, [{ range: { start, end }, text: change.text }], version);
  }
  return document;
}

function toUtf16(index: TextDocument, position: lsp.Position, { encoding }: Encoded): lsp.Position {
  if (encoding === 'utf-16') return position;
  const { line, character } = position;
  return { line, character: lengthOf(lineOf(index, line), character, encoding) };
}

/** The words of a line and its end, which no position reaches into. */
function lineOf(index: TextDocument, line: number): string {
  return index.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
}

/** The places as locations; those in documents that are gone are left out. */
export function toLocations(context: Context, places: readonly Place[]): lsp.Location[] {
  return places.flatMap(({ uri, span }) => {
    const text = context.snapshot.document(uri);
    return text ? [{ uri: context.printUri(uri), range: toRange(context, text, span) }] : [];
  });
}

const severities = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  information: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
} as const;

/** A diagnostic of `text`. */
export function toDiagnostic(context: Context, text: Text, diagnostic: Diagnostic): lsp.Diagnostic {
  const { code, message, severity, span, related } = diagnostic;
  const result: lsp.Diagnostic = {
    range: toRange(context, text, span),
    severity: severities[severity],
    code,
    source: 'Critical Friend',
    message,
  };
  if (context.abilities.relatedInformation && related) {
    result.relatedInformation = related.flatMap((place) =>
      toLocations(context, [place]).map((location) => ({ location, message: place.message })),
    );
  }
  return result;
}

/** The diagnostics of `text` as they are published, with the version they were computed for. */
export function toPublished(
  context: Context,
  text: Text,
  diagnostics: readonly Diagnostic[],
): lsp.PublishDiagnosticsParams {
  return {
    uri: text.uri,
    ...(text.version === undefined ? {} : { version: text.version }),
    diagnostics: diagnostics.map((diagnostic) => toDiagnostic(context, text, diagnostic)),
  };
}

/** The range of a span in the text that edits of `text` leave. */
export function toRangeAfter(
  encoded: Encoded,
  text: Text,
  edits: readonly TextEdit[],
  span: Span,
): lsp.Range {
  return toRange(encoded, { uri: text.uri, text: applyEdits(text.text, edits) }, span);
}

/**
 * Edits of some files, tied to the versions they were computed for where the client can check it; undefined
 * when one of the files is gone.
 */
export function toWorkspaceEdit(
  context: Context,
  ...files: readonly FileEdits[]
): lsp.WorkspaceEdit | undefined {
  const changes = files.flatMap(({ uri, edits }) => {
    const text = context.snapshot.document(uri);
    // An unread document stands in the snapshot without its text.
    if (!text || isUnread(text)) return [];
    const textEdits = edits.map((edit) => ({ range: toRange(context, text, edit.span), newText: edit.text }));
    return [
      { textDocument: { uri: context.printUri(uri), version: text.version ?? null }, edits: textEdits },
    ];
  });
  if (changes.length < files.length) return undefined;
  if (context.abilities.versionedEdits) return { documentChanges: changes };
  return { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}

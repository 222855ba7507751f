/*
 * What a check or a reader reports, and what resolves it. Offsets only: what shows a diagnostic turns
 * spans into lines. Severity words are those of a cover's `checks:` setting.
 */
import type { Span } from './span';
import type { TextEdit } from './textEdit';

export const severities = ['off', 'hint', 'information', 'warning', 'error'] as const;
/** A word that a cover's `checks:` may give a check. */
export type SeverityWord = (typeof severities)[number];
/** How a diagnostic that is shown weighs. */
export type Severity = Exclude<SeverityWord, 'off'>;

/** A place in a document of the workspace. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** A further place that explains a diagnostic. */
export interface Related extends Place {
  readonly message: string;
}

/** A complaint about a span of one document, in a reviewer's language. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
}

/** A complaint before its severity is known, which the phase and the cover decide. */
export type Complaint = Omit<Diagnostic, 'code' | 'severity'>;

/** Edits of one document that resolve one diagnostic, all computed for the same text. */
export interface Fix {
  readonly title: string;
  readonly uri: string;
  readonly edits: readonly TextEdit[];
  /** The one that a reviewer most probably wants. */
  readonly preferred?: boolean;
  /** Where someone goes on writing: a place in the text after the edits. */
  readonly select?: Span;
}

/** Why something cannot be done, and what to do instead, in a sentence. */
export interface Refusal {
  readonly refused: string;
}

/** A message in one line, in which what it quotes is cut where it is long. */
export function messageLine(message: string): string {
  const pieces = message.replace(/\s+/g, ' ').split('”');
  return pieces.map((piece, i) => (i < pieces.length - 1 ? shortenQuoted(piece) : piece)).join('”');
}

/** Words that end in a quotation, without the mark that closes it: no more than 80 characters are quoted. */
function shortenQuoted(words: string): string {
  const open = words.indexOf('“');
  return open >= 0 && words.length > open + 81 ? `${words.slice(0, open + 81)}…` : words;
}

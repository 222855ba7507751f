/*
 * One line of a completion list, as plain data. The edit replaces what was typed so far.
 */
import type { CitationKind } from '../../syntax/citation';
import type { TextEdit } from '../../text/textEdit';
/** What a line is; a problem is nothing to insert, and says why there is nothing. */
export type CompletionKind =
  | 'standard'
  | 'evidence'
  | 'element'
  | 'theme'
  | 'probe'
  | 'setting'
  | 'value'
  | 'mark'
  | 'check'
  | 'heading'
  | 'problem';

export interface CompletionItem {
  readonly label: string;
  /** Shown right behind the label. */
  readonly detail?: string;
  /** Shown at the far end of the line. */
  readonly description?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** What it names in a catalogue, about which `completionDetail` says more. */
  readonly about?: CompletionSubject;
  readonly kind: CompletionKind;
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: TextEdit;
  /** There is something to choose behind it as well, as behind the key of a setting with known values. */
  readonly isFollowed?: boolean;
  /** The scope leaves it out. */
  readonly excluded?: boolean;
}

/** Something in a catalogue, as a citation names it. */
export interface CompletionSubject {
  readonly kind: CitationKind;
  readonly id: string;
}

/** A sort text that keeps groups apart and numbers in order. */
export function sortKey(group: number, place: number): string {
  return `${group}${String(place).padStart(6, '0')}`;
}

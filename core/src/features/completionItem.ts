/*
 * One line of a completion list, as plain data. The edit replaces what was typed so far.
 */
import type { TextEdit } from '../diagnostic';

export interface CompletionItem {
  readonly label: string;
  /** Shown right behind the label. */
  readonly detail?: string;
  /** Shown at the far end of the line. */
  readonly description?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly kind: 'standard' | 'element' | 'theme' | 'probe' | 'setting' | 'value' | 'heading';
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: TextEdit;
  /** There is something to choose behind it as well, as behind the key of a setting with known values. */
  readonly isFollowed?: boolean;
  /** The scope leaves it out. */
  readonly excluded?: boolean;
}

/** A sort text that keeps groups apart and numbers in order. */
export function sortKey(group: number, place: number): string {
  return `${group}${String(place).padStart(6, '0')}`;
}

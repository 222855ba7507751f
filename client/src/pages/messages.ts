/*
 * What the preview's page and the extension say to each other. The page shows words that came out of files, so
 * nothing it sends is believed before it has been looked at here.
 */

import type { PageChange, ShownPlace } from '../../../server/src/protocol';

/** The extension to the page. */
export type ToPage =
  | { readonly type: 'update'; readonly review: string; readonly change: PageChange }
  | Scrolled
  | { readonly type: 'download'; readonly files: readonly Downloadable[] }
  | { readonly type: 'notice'; readonly words: string };

/** A file that somebody can take from the page. */
export interface Downloadable {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The page to the extension. */
export type FromPage = { readonly type: 'ready' } | Reveal | Choose | Ask | Scrolled;

/** What a button of a page can ask for. */
export const asks = ['since', 'copy', 'export'] as const;
export interface Ask {
  readonly type: 'ask';
  readonly what: (typeof asks)[number];
}

/** What is at the top of the editor, or of the page, which the other one shows too. */
export interface Scrolled extends TopLine {
  readonly type: 'scrolled';
}
/** A line of a document, zero-based; the fraction is how much of the line has gone out of sight. */
export interface TopLine {
  readonly uri: string;
  readonly line: number;
}

/** A place that someone wants to see. */
export interface Reveal extends ShownPlace {
  readonly type: 'reveal';
}
/** Places of which someone wants to see one. */
export interface Choose {
  readonly type: 'choose';
  readonly places: readonly ShownPlace[];
}

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly review: string;
  /** The block at the top of the view, and how far its upper edge is from there. */
  readonly anchor?: { readonly key: string; readonly top: number };
  /** How the reader looks at the page. */
  readonly look?: Look;
}

/** How a report's page can show citations. */
export const citationStyles = ['notes', 'superscripts', 'hidden'] as const;

/** What a reader has chosen in a page: the column that sorts, whether what is settled is hidden, how citations are shown. */
export interface Look {
  readonly sorted?: { readonly column: number; readonly descending: boolean };
  readonly filtered?: boolean;
  readonly citations?: (typeof citationStyles)[number];
}

/** Reads a message of the page; undefined when it is none. */
export function readMessage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'ready') return { type: 'ready' };
  const what = message.type === 'ask' && asks.find((known) => known === message.what);
  if (what) return { type: 'ask', what };
  const { type, places, uri, line } = message;
  if (type === 'scrolled') {
    const isLine = typeof line === 'number' && line >= 0 && line <= Number.MAX_SAFE_INTEGER;
    return typeof uri === 'string' && isLine ? { type, uri, line } : undefined;
  }
  if (type === 'choose' && Array.isArray(places)) {
    return { type, places: places.flatMap((place: unknown) => readPlace(place) ?? []) };
  }
  const place = type === 'reveal' ? readPlace(message) : undefined;
  return place && { type: 'reveal', ...place };
}

function readPlace(value: unknown): ShownPlace | undefined {
  if (!isRecord(value)) return undefined;
  const { uri, start, line } = value;
  return typeof uri === 'string' && isIndex(start) && isIndex(line) ? { uri, start, line } : undefined;
}

/** The review that a kept state names; undefined when it names none. */
export function readState(state: unknown): string | undefined {
  return isRecord(state) && typeof state.review === 'string' ? state.review : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

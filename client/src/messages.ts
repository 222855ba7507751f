/*
 * What the preview's page and the extension say to each other. The page shows words that came out of files, so
 * nothing it sends is believed before it has been looked at here.
 */

import type { PageChange, ShownPlace } from '../../server/src/protocol';

/** The extension to the page. */
export type ToPage =
  | { readonly type: 'update'; readonly review: string; readonly change: PageChange }
  | { readonly type: 'notice'; readonly words: string };

/** The page to the extension. */
export type FromPage = { readonly type: 'ready' } | Reveal | Choose | Ask;

/** What a button of a page can ask for. */
export const asks = ['since', 'copy'] as const;
export interface Ask {
  readonly type: 'ask';
  readonly what: (typeof asks)[number];
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

/** What a reader has chosen in a page: the column that sorts, and whether what is settled is hidden. */
export interface Look {
  readonly sorted?: { readonly column: number; readonly descending: boolean };
  readonly filtered?: boolean;
}

/** Reads a message of the page; undefined when it is none. */
export function readMessage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'ready') return { type: 'ready' };
  const what = message.type === 'ask' && asks.find((known) => known === message.what);
  if (what) return { type: 'ask', what };
  const { type, places } = message;
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

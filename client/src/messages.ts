/*
 * What the preview's page and the extension say to each other. The page shows words that came out of files, so
 * nothing it sends is believed before it has been looked at here.
 */

/** The extension to the page. */
export type ToPage =
  | { readonly type: 'update'; readonly review: string; readonly html: string }
  | { readonly type: 'notice'; readonly words: string };

/** The page to the extension. */
export type FromPage = { readonly type: 'ready' } | Reveal | Ask;

/** What a button of a page can ask for. */
export const asks = ['since', 'copy'] as const;
export interface Ask {
  readonly type: 'ask';
  readonly what: (typeof asks)[number];
}

/** A place in a file that someone wants to see: an offset into its text and a line, both zero-based. */
export interface Reveal {
  readonly type: 'reveal';
  readonly uri: string;
  readonly start: number;
  readonly line: number;
}

/** What the page keeps over a reload of the window. */
export interface PageState {
  readonly review: string;
  /** The block at the top of the view, and how far its upper edge is from there. */
  readonly anchor?: { readonly key: string; readonly top: number };
}

/** Reads a message of the page; undefined when it is none. */
export function readMessage(message: unknown): FromPage | undefined {
  if (!isRecord(message)) return undefined;
  if (message.type === 'ready') return { type: 'ready' };
  const what = message.type === 'ask' && asks.find((known) => known === message.what);
  if (what) return { type: 'ask', what };
  const { type, uri, start, line } = message;
  if (type !== 'reveal' || typeof uri !== 'string' || !isIndex(start) || !isIndex(line)) return undefined;
  return { type, uri, start, line };
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

/*
 * The part of a review's cover that the answers about each document depend on: settings, and the catalogues that they
 * name. It is the same object as long as both are the same, so that what depends on it alone is worked out once. The
 * title, the date and the list of documents are not in it, because no check of a fragment depends on them.
 */
import { isSameList } from '../text/arrays';
import type { CatalogueFile } from '../catalogue/index';
import type { PrivateWords } from '../personal/words';
import type { Settings } from '../settings/types';

/** Settings that no fragment of a document depends on: the rest of the review set has them. */
const elsewhere = [
  'title',
  'subject',
  'date',
  'reviewer',
  'standards',
  'documents',
  'keys',
  'faults',
] as const;

/** The settings that count for every fragment. */
export type ContextSettings = Omit<Settings, (typeof elsewhere)[number]>;

/** The cover's settings with the catalogues that they name. */
export interface ReviewContext {
  /** The cover's URI. */
  readonly uri: string;
  readonly settings: ContextSettings;
  /** The same list as long as it names the same files. */
  readonly catalogues: readonly CatalogueFile[];
  /** Names to watch for, which come from the machine and never from the review. */
  readonly privateWords?: PrivateWords;
}

/** The context of a cover: the one of before, if nothing in it has changed. */
export function contextOf(
  uri: string,
  settings: Settings,
  catalogues: readonly CatalogueFile[],
  privateWords: PrivateWords | undefined,
  before: ReviewContext | undefined,
): ReviewContext {
  const hasSame = before !== undefined && isSameList(before.catalogues, catalogues);
  const files = hasSame ? before.catalogues : catalogues;
  const isSame = hasSame && before.uri === uri && before.privateWords === privateWords;
  if (isSame && saysSame(before.settings, settings)) return before;
  return { uri, settings, catalogues: files, ...(privateWords && { privateWords }) };
}

function saysSame(a: ContextSettings, b: ContextSettings): boolean {
  return a === b || print(a) === print(b);
}

function print(settings: ContextSettings): string {
  return JSON.stringify(settings, (key, value: unknown) => {
    if (key === 'recordedAt' || (elsewhere as readonly string[]).includes(key)) return undefined;
    return value instanceof Map ? [...value] : value;
  });
}

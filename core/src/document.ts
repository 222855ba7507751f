/*
 * A text with its readings: a review document, or a catalogue. The readings are made when first asked for,
 * belong to that one text, and are remembered with it; a changed text is a new value.
 */
import { readCatalogue } from './catalogue';
import type { CatalogueFile } from './catalogueIndex';
import { readReview, type Review } from './review';
import { readSettings } from './settings';
import { slice, type Span } from './span';
import type { Settings } from './settingTypes';

/** One review document: a text, and its readings. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  /** The editor's version; undefined for a text that was read from a file. */
  readonly version?: number;
  readonly review: Review;
  readonly settings: Settings;
  /** Whether `review` has been asked for, so that asking again costs nothing. */
  readonly isRead: boolean;
  /** The readings of this text or, until they are made, of the last older one that has been read. */
  readonly newest: Readings | undefined;
}

/** What reading a text gave. */
export interface Readings {
  readonly text: string;
  readonly review: Review;
  readonly settings: Settings;
}

/** Whether a file name is that of a review document. */
export function isReviewPath(uri: string): boolean {
  return /\.review\.md$/i.test(uri);
}

/** Whether a file name is that of a catalogue of standards. */
export function isCataloguePath(uri: string): boolean {
  return /\.standards\.md$/i.test(uri);
}

/**
 * A text as what its name says it is; its readings are made when first asked for. `before` is an older text of
 * the same file, whose readings make these faster and change nothing else.
 */
export function createText(
  uri: string,
  text: string,
  version?: number,
  before?: Document | CatalogueFile,
): Document | CatalogueFile {
  if (isCataloguePath(uri)) return createCatalogueFile(uri, text, version);
  return createDocument(uri, text, version, before && 'newest' in before ? before : undefined);
}

function createDocument(uri: string, text: string, version?: number, before?: Document): Document {
  let review: Review | undefined;
  let settings: Settings | undefined;
  // Only the newest readings of older texts are held, and only until these are made: no chain of versions.
  let older = before?.newest;
  const document: Document = {
    uri,
    text,
    ...(version !== undefined && { version }),
    get isRead() {
      return review !== undefined;
    },
    get review() {
      if (review) return review;
      review = readReview(text, older?.review);
      if (settings) older = undefined;
      return review;
    },
    get settings() {
      if (settings) return settings;
      const { frontMatter } = document.review;
      const same = older && sameFrontMatter(older, text, frontMatter?.yaml);
      settings = same ? older?.settings : undefined;
      settings ??= readSettings(text, frontMatter?.yaml);
      older = undefined;
      return settings;
    },
    get newest() {
      return review && settings ? { text, review, settings } : older;
    },
  };
  return document;
}

/** Whether the front matter at `place` is, word for word and at the same place, that of an older text. */
function sameFrontMatter(older: Readings, text: string, place: Span | undefined): boolean {
  const before = older.review.frontMatter?.yaml;
  if (!before || !place) return before === place;
  return before.start === place.start && slice(older.text, before) === slice(text, place);
}

/** A catalogue file. */
export function createCatalogueFile(uri: string, text: string, version?: number): CatalogueFile {
  let catalogue: CatalogueFile['catalogue'] | undefined;
  return {
    uri,
    text,
    ...(version !== undefined && { version }),
    get catalogue() {
      return (catalogue ??= readCatalogue(text));
    },
  };
}

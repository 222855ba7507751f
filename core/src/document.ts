/*
 * A text with its readings: a review document, or a catalogue. The readings are made when first asked for,
 * belong to that one text, and are remembered with it; a changed text is a new value.
 */
import { readCatalogue } from './catalogue';
import type { CatalogueFile } from './catalogueIndex';
import { readReview, type Review } from './review';
import { readSettings } from './settings';
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
}

/** Whether a file name is that of a review document. */
export function isReviewPath(uri: string): boolean {
  return /\.review\.md$/i.test(uri);
}

/** Whether a file name is that of a catalogue of standards. */
export function isCataloguePath(uri: string): boolean {
  return /\.standards\.md$/i.test(uri);
}

/** A text as what its name says it is; its readings are made when first asked for. */
export function createText(uri: string, text: string, version?: number): Document | CatalogueFile {
  return isCataloguePath(uri) ? createCatalogueFile(uri, text, version) : createDocument(uri, text, version);
}

function createDocument(uri: string, text: string, version?: number): Document {
  let review: Review | undefined;
  let settings: Settings | undefined;
  const document: Document = {
    uri,
    text,
    ...(version !== undefined && { version }),
    get isRead() {
      return review !== undefined;
    },
    get review() {
      return (review ??= readReview(text));
    },
    get settings() {
      return (settings ??= readSettings(text, document.review.frontMatter?.yaml));
    },
  };
  return document;
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

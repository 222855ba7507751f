/*
 * The pages that show a review, kept up to date by what has changed: its findings, its report, its coverage, what is new.
 */

/**
 * A page as a client keeps it: an ordered list of blocks with keys, each of them HTML in fragments. Only what has
 * changed is sent: the client names the state that it has, and gets what makes it the present one.
 */
export interface PageChange {
  /** Names the present state, for the next question. */
  readonly state: number;
  /** The state that the change starts from: that of the question, or 0 for an empty page. */
  readonly from: number;
  /** The keys of all blocks in their order; missing where none has come, gone or moved. */
  readonly order?: readonly string[];
  /** Blocks that are new or others. */
  readonly blocks: readonly BlockChange[];
}
export interface BlockChange {
  readonly key: string;
  /** Applied one after the other; the fragments of a block one behind the other are its HTML. */
  readonly splices: readonly PageSplice[];
}
/** From fragment `at` on, `removed` fragments give way to others. */
export interface PageSplice {
  readonly at: number;
  readonly removed: number;
  readonly fragments: readonly string[];
}

/**
 * The pages that show a review: its findings, its whole report, its coverage by reviewer and evidence, what to talk about,
 * and what stands in the way before it leaves.
 */
export type PageName = 'findings' | 'report' | 'matrix' | 'moderation' | 'gate';

/** Client to server: a page about the review that a document belongs to, as sanitised HTML. */
export const previewRequest = 'criticalFriend/preview';
export interface PreviewParams {
  readonly uri: string;
  /** The findings, if it is not said. */
  readonly page?: PageName;
  /** The state of this page that the client has; missing where it has none. */
  readonly state?: number;
}
export interface PreviewResult {
  /** The cover's URI: the identity of the review. */
  readonly review: string;
  readonly title: string;
  /**
   * What makes the client's page the present one: HTML without script or style; places are `data-uri`, `data-start` and `data-line`
   * (zero-based), several of them `data-places`, a JSON list of the same. In a report nearly everything has a place, so
   * there it is `data-document` and `data-line`, the first being an index in `data-documents`, a JSON list of URIs.
   */
  readonly change: PageChange;
}

/** Client to server: the coverage matrix of the review that a document belongs to, as CSV, or null. */
export const matrixCsvRequest = 'criticalFriend/matrixCsv';
export interface MatrixCsvParams {
  readonly uri: string;
}
export type MatrixCsvResult = string;

/** Client to server: the documents of a document's review; of the first review where the URI is no review document's. */
export const reviewFilesRequest = 'criticalFriend/reviewFiles';
export interface ReviewFilesParams {
  readonly uri?: string;
}
export interface ReviewFilesResult {
  readonly review: string;
  readonly documents: readonly string[];
  /** The earliest day that a document states in its `date:`, as `2026-10-02`. */
  readonly firstDay?: string;
  /** Why the repository around the review must not be asked for its history: it is not really that of the folder. */
  readonly whyNoHistory?: string;
}

/** Client to server: what is new and changed in a review since an earlier time, of which the client tells what it knows. */
export const digestRequest = 'criticalFriend/digest';
export interface DigestParams {
  readonly uri: string;
  /** The state of this page that the client has; missing where it has none. */
  readonly state?: number;
  /** Days are written as `2026-10-02`. */
  readonly today: string;
  readonly since: string;
  readonly earlier:
    | {
        readonly kind: 'texts';
        /** The review documents of that time, by URI. */
        readonly texts: Readonly<Record<string, string>>;
        /** Which state that was, for people; left out where there was nothing yet. */
        readonly state?: string;
      }
    | {
        readonly kind: 'dates';
        readonly since: string;
        /** The day on which each file was last written, by URI. */
        readonly written: Readonly<Record<string, string>>;
      };
}
export interface DigestResult extends PreviewResult {
  /** The same page, to be kept or sent. */
  readonly markdown: string;
}

/*
 * What becomes files that the client writes: a report, a new review, standards of somebody's own.
 */

/** Client to server: what the report of the review that a document belongs to can be written as, or null. */
export const reportFormatsRequest = 'criticalFriend/reportFormats';
export interface ReportFormatsParams {
  readonly uri: string;
}
export interface ReportFormatsResult {
  readonly review: string;
  readonly title: string;
  readonly formats: readonly ReportFormat[];
  /** How much stands in the way of a report whose cover calls it final, which is then marked as a draft. */
  readonly inTheWay: number;
}
export interface ReportFormat {
  /** Also the ending of its files, such as `docx`. */
  readonly format: string;
  /** For people who choose. */
  readonly title: string;
  readonly description: string;
  /** Whether it shows citations in the way that is asked for. */
  readonly hasCitations: boolean;
}

/**
 * Client to server: the files of a report, which the client writes; or in a sentence why printing was stopped, or null where
 * it failed. Cancelling the request stops it.
 */
export const exportReportRequest = 'criticalFriend/exportReport';
export interface ExportReportParams {
  readonly uri: string;
  readonly format: string;
  readonly citations: 'notes' | 'superscripts' | 'hidden';
}
export type ExportReportResult = { readonly files: readonly ExportedFile[] } | { readonly refused: string };
/** One file; `name` is what its name says besides, where there are several. It has either a text or bytes. */
export interface ExportedFile {
  readonly name?: string;
  readonly text?: string;
  readonly base64?: string;
}

/** Client to server, without parameters: what a new review can be made of. */
export const newReviewChoicesRequest = 'criticalFriend/newReviewChoices';
export interface NewReviewChoicesResult {
  readonly standards: readonly ChosenStandards[];
}
/** A catalogue, and the elements that can be left out of the scope. */
export interface ChosenStandards {
  readonly id: string;
  readonly title: string;
  readonly elements: readonly { readonly id: string; readonly title: string; readonly theme: string }[];
}

/** Client to server: the files of a new review, or in a sentence what is wrong with what was asked for. */
export const newReviewRequest = 'criticalFriend/newReview';
export interface NewReviewParams {
  /** The URI of the folder that the review will lie in; nothing is read or written there. */
  readonly folder: string;
  readonly title: string;
  readonly subject?: string;
  /** Such as `2026-10`. */
  readonly date?: string;
  /** Ids of catalogues. */
  readonly standards: readonly string[];
  /** As people write them: `Gwen Prosser`, or `GP: Gwen Prosser, Head of service`. */
  readonly reviewers: readonly string[];
  /** Ids of elements, or of standards. */
  readonly exclusions: readonly { readonly id: string; readonly reason: string }[];
}
export type NewReviewResult =
  | { readonly files: readonly { readonly path: string; readonly text: string }[] }
  | { readonly refused: string };

/**
 * Client to server: a catalogue made of a file of somebody's own, or in a sentence why it cannot be. Nothing is written.
 * Null where the server has no way to load what reads such files. Cancelling the request stops it.
 */
export const importStandardsRequest = 'criticalFriend/importStandards';
export interface ImportStandardsParams {
  /** The file's name; its ending says what it holds. */
  readonly name: string;
  /** What it holds, as base64. */
  readonly bytes: string;
  /** The name that the catalogue's file will have, such as `ours.standards.md`; the catalogue is called after it. */
  readonly target: string;
}
export type ImportStandardsResult =
  | {
      /** The text of the catalogue. */
      readonly text: string;
      readonly standards: number;
      /** How many lines of the source somebody should look at. */
      readonly toLookAt: number;
      /** How the source was understood and what to look at, as Markdown. */
      readonly page: string;
    }
  | { readonly refused: string };

/*
 * What the client and the server say to each other beyond LSP: names and types only, so that the client
 * may import this file and nothing else of the server. Every request is plain JSON; a client that knows
 * none of them loses the preview and nothing more.
 */

/** Sent by the client with `initialize`, all optional. */
export interface InitializationOptions {
  /** The client answers `ListFiles` and `ReadFile`; needed where the server has no file system. */
  readonly clientFiles?: boolean;
  /** URI of the folder that holds the shipped `*.standards.md`, so that a definition can be opened. */
  readonly standardsFolder?: string;
  /** Where the bundle that writes Word documents and slides is, for a server that cannot find it by itself. */
  readonly officeScript?: string;
  /** Where the bundle that reads the files of other programs is, likewise. */
  readonly importingScript?: string;
  /**
   * The path of a private list of names to watch for, on the machine of the server. It can change later by
   * `workspace/didChangeConfiguration`, as `criticalFriend.privateWords`. Its words are never sent anywhere.
   */
  readonly privateWords?: string;
  /** What the user wants to see, from a client that cannot be asked for its settings. */
  readonly settings?: ShownSettings;
  /** The client shows previews or figures, and wants to hear when they may have changed. */
  readonly hearsOfChanges?: boolean;
}

/** The settings that the server reads: those below `criticalFriend`, all optional. */
export interface ShownSettings {
  readonly inlayHints?: {
    /** Short titles behind citations; shown unless this is false. */
    readonly titles?: boolean;
  };
}

/**
 * What a client may announce as `experimental` beside its capabilities: the commands that it runs for a server,
 * under the names that other servers look for them. Typing opens a list of completions, an inserted text does
 * not, so the key of a setting comes with this command where the client has it.
 */
export interface ExperimentalCapabilities {
  readonly commands?: { readonly commands?: readonly string[] };
}
export const suggestCommand = 'editor.action.triggerSuggest';

/**
 * A command of `workspace/executeCommand`: what was found where, as Markdown. It reads the folders again first, for
 * clients that cannot watch them, and shows the words as a message too, because most clients drop a command's result.
 */
export const readStatusCommand = 'criticalFriend.readStatus';
/** The command's one argument, which may be left out: `quietly` when the client shows the words itself. */
export interface ReadStatusOptions {
  readonly quietly?: boolean;
}

/** What the server does for `workspace/executeCommand`: a task that one of its code actions named. */
export const actCommand = 'criticalFriend.act';
export interface ActParams {
  /** The document that the code action was offered in. */
  readonly uri: string;
  /** What to do, as the server named it. */
  readonly task: unknown;
  /** What somebody answered who was asked for a reason. */
  readonly reason?: string;
}

/**
 * A client's own command that asks for a reason and then has the server act. A client that has it announces it among its
 * `commands`; any other gets an edit with an empty place for the reason.
 */
export const askReasonCommand = 'criticalFriend.askReason';
export interface AskReasonParams extends ActParams {
  readonly prompt: string;
}

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

/** Client to server: the figures of the status bar for the review that a document belongs to, or null. */
export const coverageRequest = 'criticalFriend/coverage';
export interface CoverageParams {
  readonly uri: string;
}
export interface CoverageResult {
  readonly review: string;
  readonly title: string;
  readonly covered: number;
  readonly inScope: number;
  readonly excluded: number;
  /** Ids in scope that no finding addresses, in catalogue order. */
  readonly uncovered: readonly string[];
  /** One sentence with every figure and its denominator, for a tooltip or a screen reader. */
  readonly words: string;
  /** How far the review is, and what that makes of what is unfinished, in a sentence or two. */
  readonly phase: string;
  /** What the scope leaves out, each with its reason in a line. */
  readonly exclusions: readonly string[];
}

/** Server to a client that `hearsOfChanges`, a notification without parameters: something that a preview or a figure shows may have changed. */
export const changedNotification = 'criticalFriend/changed';

/** Server to client: the URIs of all review documents and catalogues in the opened folders. */
export const listFilesRequest = 'criticalFriend/listFiles';
export type ListFilesResult = readonly string[];

/** Server to client: a file's text, or null when it cannot be read. */
export const readFileRequest = 'criticalFriend/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** A place to show: an offset into a text and its line, both zero-based. */
export interface ShownPlace {
  readonly uri: string;
  readonly start: number;
  readonly line: number;
}

/** Client to server: the tree of coverage. A node whose id is in `open` comes with what is below it. */
export const coverageTreeRequest = 'criticalFriend/coverageTree';
export interface CoverageTreeParams {
  readonly open: readonly string[];
}
export type CoverageTreeResult = readonly CoverageTreeNode[];
/** What can be done about the scope of a node; where there is a `prompt`, a reason is asked for first. */
export interface ScopeAction extends ActParams {
  readonly title: string;
  readonly prompt?: string;
}
export interface CoverageTreeNode {
  /** Stays the same while words and figures change. */
  readonly id: string;
  readonly kind: 'review' | 'theme' | 'element' | 'standard' | 'strength' | 'development';
  readonly state: 'covered' | 'partly' | 'uncovered' | 'excluded';
  readonly label: string;
  readonly description: string;
  /** The line for a screen reader. */
  readonly spoken: string;
  readonly tooltip: string;
  /** In scope and not addressed, itself or something below it. */
  readonly gap: boolean;
  readonly place?: ShownPlace;
  readonly scope?: ScopeAction;
  readonly opens: boolean;
  readonly children?: readonly CoverageTreeNode[];
}

/** Client to server: the next gap behind a place in report order, of its review or else of the first that has one. */
export const nextGapRequest = 'criticalFriend/nextGap';
export interface NextGapParams {
  readonly uri?: string;
  readonly position?: { readonly line: number; readonly character: number };
}
/** Null where there is no review. */
export interface NextGapResult {
  /** What is shown, in a sentence. */
  readonly words: string;
  /** Nothing to show where there is no gap. */
  readonly place?: ShownPlace;
  /** The ids of the tree from the review down to what is missing. */
  readonly path: readonly string[];
}

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

/** Client to server: the files of a report, or null where it could not be printed; the client writes them. */
export const exportReportRequest = 'criticalFriend/exportReport';
export interface ExportReportParams {
  readonly uri: string;
  readonly format: string;
  readonly citations: 'notes' | 'superscripts' | 'hidden';
}
export interface ExportReportResult {
  readonly files: readonly ExportedFile[];
}
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
 * Null where the server has no way to load what reads such files.
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

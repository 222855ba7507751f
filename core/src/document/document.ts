/*
 * A text with its readings: a review document, or a catalogue. The readings are made when first asked for and
 * belong to that one text; a changed text is a new value. What is open in an editor keeps its review; that of a
 * file may be let go at any time and is read again when it is asked for, so that a large folder costs little
 * more than its texts. What others have worked out about a document is small and stays with it.
 */
import { readCatalogue } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { findFrontMatter } from '../syntax/markdown';
import { readDocument, type DocumentModel } from './readDocument';
import { readSettings } from '../settings/readSettings';
import type { Settings } from '../settings/types';

/** One review document: a text, and its readings. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  /** The editor's version; undefined for a text that was read from a file. */
  readonly version?: number;
  /** The same object as long as somebody holds it. */
  readonly model: DocumentModel;
  /** What `review` says, for whoever keeps nothing of it; it may be another object each time. */
  readonly skimmed: DocumentModel;
  readonly settings: Settings;
  readonly notes: DocumentNotes;
}

/** Called with the URI of a text before work on it that may take long, such as making one of its readings. */
export type Begins = (uri: string) => void;

/**
 * What others have worked out about a document and keep with it, each under a key of its own. It must hold
 * nothing of the review, which it would keep from being let go.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each file that keeps something adds its key.
export interface DocumentNotes {}

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
  begins?: Begins,
): Document | CatalogueFile {
  if (isCataloguePath(uri)) return createCatalogueFile(uri, text, version, begins);
  const older = before instanceof TextWithReadings ? before.newest : undefined;
  return new TextWithReadings(uri, text, version, older, begins);
}

/** Announces work on a document that is not its reading and may take as long. */
export function announce(document: Document): void {
  if (document instanceof TextWithReadings) document.begins?.(document.uri);
}

/** Settings, and the front matter that they were read from. */
interface ReadSettings {
  readonly yaml: string | undefined;
  readonly start: number | undefined;
  readonly settings: Settings;
}

interface Readings {
  review?: DocumentModel | undefined;
  read?: ReadSettings | undefined;
}

class TextWithReadings implements Document {
  readonly version?: number;
  readonly notes: DocumentNotes = {};
  private open: DocumentModel | undefined;
  private lent: WeakRef<DocumentModel> | undefined;
  private read: ReadSettings | undefined;

  constructor(
    readonly uri: string,
    readonly text: string,
    version: number | undefined,
    /** Of the last older text that has been read; each is forgotten as soon as its successor is made. */
    private readonly older: Readings | undefined,
    readonly begins: Begins | undefined,
  ) {
    if (version !== undefined) this.version = version;
  }

  get model(): DocumentModel {
    const model = this.known;
    if (model) return model;
    const again = this.lent !== undefined;
    const read = this.skimmed;
    if (this.version === undefined) {
      this.lent = new WeakRef(read);
      if (again) keepForAWhile(this, read);
    }
    return read;
  }

  get skimmed(): DocumentModel {
    const known = this.known ?? (skimmedLast?.document === this ? skimmedLast.review : undefined);
    if (known) return known;
    this.begins?.(this.uri);
    const model = readDocument(this.text, this.older?.review);
    if (this.older) this.older.review = undefined;
    if (this.version !== undefined) this.open = model;
    else skimmedLast = { document: this, review: model };
    return model;
  }

  get settings(): Settings {
    if (this.read) return this.read.settings;
    this.begins?.(this.uri);
    const place = findFrontMatter(this.text)?.yaml;
    const yaml = place && this.text.slice(place.start, place.end);
    const before = this.older?.read;
    if (this.older) this.older.read = undefined;
    const isSame = before?.yaml === yaml && before?.start === place?.start;
    const read =
      isSame && before ? before : { yaml, start: place?.start, settings: readSettings(this.text, place) };
    this.read = read;
    return read.settings;
  }

  /** The readings of this text or, until they are made, of the last older one that has been read. */
  get newest(): Readings {
    return { review: this.known ?? this.older?.review, read: this.read ?? this.older?.read };
  }

  private get known(): DocumentModel | undefined {
    return this.open ?? this.lent?.deref();
  }
}

/**
 * The file that was skimmed last: whoever works something out about it asks several times. It is not lent, because the
 * collection of what is young takes a weak reference for a strong one, and would carry along every review of a folder.
 */
let skimmedLast: { readonly document: Document; readonly review: DocumentModel } | undefined;

/** Reviews of files that had to be read a second time, so that they are in use: a few megabytes of text at most. */
const inUse = new Map<Document, DocumentModel>();
const mostInUse = 2_000_000;
let lengthInUse = 0;

function keepForAWhile(document: Document, model: DocumentModel): void {
  if (!inUse.has(document)) lengthInUse += document.text.length;
  inUse.set(document, model);
  for (const [oldest] of inUse) {
    if (lengthInUse <= mostInUse) break;
    inUse.delete(oldest);
    lengthInUse -= oldest.text.length;
  }
}

/** A catalogue file. */
export function createCatalogueFile(
  uri: string,
  text: string,
  version?: number,
  begins?: Begins,
): CatalogueFile {
  return new TextWithCatalogue(uri, text, version, begins);
}

class TextWithCatalogue implements CatalogueFile {
  readonly version?: number;
  private read: CatalogueFile['catalogue'] | undefined;

  constructor(
    readonly uri: string,
    readonly text: string,
    version: number | undefined,
    private readonly begins: Begins | undefined,
  ) {
    if (version !== undefined) this.version = version;
  }

  get catalogue(): CatalogueFile['catalogue'] {
    if (this.read) return this.read;
    this.begins?.(this.uri);
    return (this.read = readCatalogue(this.text));
  }
}

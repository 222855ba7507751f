/*
 * A text with its readings: a review document, or a catalogue. The readings are made when first asked for and belong to
 * that one text; a changed text is a new value. A document that an editor shows keeps its model; that of a file may be
 * let go at any time and is made again when it is asked for, so that a large folder costs little more than its texts.
 */
import { readCatalogue } from '../catalogue/readCatalogue';
import type { CatalogueFile } from '../catalogue/index';
import { findFrontMatter } from '../syntax/markdown';
import { readDocument, type DocumentModel } from './readDocument';
import { RecentModels } from './recentModels';
import { readSettings } from '../settings/readSettings';
import type { Settings } from '../settings/types';

/** One review document: a text, and its readings. */
export interface Document {
  readonly uri: string;
  readonly text: string;
  /** The editor's version; undefined for a text that was read from a file. */
  readonly version?: number;
  /** Of a file it may be another object later. */
  readonly model: DocumentModel;
  readonly settings: Settings;
}

/** Called with the URI of a text before work on it that may take long, such as making one of its readings. */
export type Begins = (uri: string) => void;

/** What the documents of a workspace share. */
export interface Shared {
  readonly begins?: Begins | undefined;
  readonly recent: RecentModels;
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
 * A text as what its name says it is; its readings are made when first asked for. `before` is an older text of the same
 * file, whose readings make these faster and change nothing else.
 */
export function createText(
  uri: string,
  text: string,
  version?: number,
  before?: Document | CatalogueFile,
  shared: Shared = { recent: new RecentModels() },
): Document | CatalogueFile {
  if (isCataloguePath(uri)) return createCatalogueFile(uri, text, version, shared.begins);
  const older = before instanceof TextWithReadings ? before.newest : {};
  return new TextWithReadings(uri, text, version, older, shared);
}

/** Announces work on a document that is not its reading and may take as long. */
export function announce(document: Document): void {
  if (document instanceof TextWithReadings) document.shared.begins?.(document.uri);
}

/** Settings, and the front matter that they were read from. */
interface ReadSettings {
  readonly yaml: string | undefined;
  readonly start: number | undefined;
  readonly settings: Settings;
}

interface Readings {
  model?: DocumentModel | undefined;
  read?: ReadSettings | undefined;
}

class TextWithReadings implements Document {
  readonly version?: number;
  private readonly own: Readings = {};

  constructor(
    readonly uri: string,
    readonly text: string,
    version: number | undefined,
    /** Of the last older text that has been read; each is forgotten as soon as its successor is made. */
    private readonly older: Readings,
    readonly shared: Shared,
  ) {
    if (version !== undefined) this.version = version;
  }

  get model(): DocumentModel {
    if (this.version === undefined) return this.shared.recent.of(this, () => this.readModel());
    return (this.own.model ??= this.readModel());
  }

  get settings(): Settings {
    return (this.own.read ??= this.readSettings()).settings;
  }

  /** The readings of this text or, until they are made, of the last older one that has been read. */
  get newest(): Readings {
    return { model: this.own.model ?? this.older.model, read: this.own.read ?? this.older.read };
  }

  private readModel(): DocumentModel {
    this.shared.begins?.(this.uri);
    const model = readDocument(this.text, this.older.model);
    this.older.model = undefined;
    return model;
  }

  private readSettings(): ReadSettings {
    this.shared.begins?.(this.uri);
    const place = findFrontMatter(this.text)?.yaml;
    const yaml = place && this.text.slice(place.start, place.end);
    const before = this.older.read;
    this.older.read = undefined;
    if (before?.yaml === yaml && before?.start === place?.start && before) return before;
    return { yaml, start: place?.start, settings: readSettings(this.text, place) };
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

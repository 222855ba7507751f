/*
 * `critical-friend check`: the diagnostics of reviews, as a value that `--format json` prints as it is.
 * The diagnostics of a workspace catalogue stand with each review that uses it; a catalogue that is named
 * as a path and used by no review is an entry of its own, without documents; so is a link that is not followed
 * and belongs to no review with a cover.
 */
import { createHash } from 'node:crypto';
import { diagnostics, lineBefore, type Severity, type Snapshot } from '../../core/src';
import { toRange, utf16 } from '../../server/src/lsp/positions';
import type { SeveritiesOf } from './config';
import { noReview, type Loaded } from './load/load';
import type { Unread } from './terminal';

/** A diagnostic with its file; line and character are zero-based, in UTF-16 units. */
export interface CheckedDiagnostic {
  readonly file: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  /** The same as long as the file, the check and the words of the line are; no two of a run have the same. */
  readonly fingerprint: string;
}

/** One review, its files as paths relative to the working folder. */
export interface CheckedReview {
  readonly cover: string;
  readonly title: string;
  readonly documents: readonly string[];
  readonly diagnostics: readonly CheckedDiagnostic[];
}

/** What `check` prints. */
export interface CheckReport {
  readonly schemaVersion: 1;
  readonly reviews: readonly CheckedReview[];
  /** Files and folders that could not be read, so that the rest may look more complete, or less, than it is. */
  readonly unread: readonly Unread[];
}

/** How a run is checked beyond what the covers say. */
export interface CheckOptions {
  /** The severities that `--config` gives the checks in each file. */
  readonly severitiesOf?: SeveritiesOf | undefined;
  /** The one file whose diagnostics are asked for. */
  readonly only?: string | undefined;
}

/** Checks the reviews that were loaded, or throws CannotRun where there is none. */
export function check(loaded: Loaded, paths: readonly string[], options: CheckOptions = {}): CheckReport {
  const { snapshot, sets, catalogues, links, show, unread } = loaded;
  if (sets.length === 0 && catalogues.length === 0 && links.length === 0) throw noReview(paths);
  const used = new Set(sets.flatMap((set) => set.catalogues.map((file) => file.uri)));
  const found = new Finder(loaded, options);
  const reviews = sets.map((set): CheckedReview => {
    const documents = set.documents.map((document) => document.uri);
    const own = set.catalogues.map((file) => file.uri).filter((uri) => snapshot.catalogues.has(uri));
    return {
      cover: show(set.cover.uri),
      title: set.title,
      documents: documents.map(show),
      diagnostics: [...documents, ...own].flatMap((uri) => found.in(uri)),
    };
  });
  const alone = catalogues
    .filter((uri) => !used.has(uri))
    .map((uri): CheckedReview => {
      const title = snapshot.catalogues.get(uri)?.catalogue.title ?? '';
      return { cover: show(uri), title, documents: [], diagnostics: found.in(uri) };
    });
  const loose = links.map(({ uri }): CheckedReview => ({
    cover: show(uri),
    title: '',
    documents: [],
    diagnostics: found.in(uri),
  }));
  return { schemaVersion: 1, reviews: [...reviews, ...alone, ...loose], unread };
}

/** Every diagnostic once: a catalogue that several reviews use is in each of them. */
export function allOf({ reviews }: CheckReport): CheckedDiagnostic[] {
  const byPrint = new Map<string, CheckedDiagnostic>();
  for (const { diagnostics: found } of reviews) for (const one of found) byPrint.set(one.fingerprint, one);
  return [...byPrint.values()];
}

/** Every file that was checked, once, each with its diagnostics, in the order of the reviews. */
export function byFile({ reviews }: CheckReport): Map<string, readonly CheckedDiagnostic[]> {
  const files = new Map<string, readonly CheckedDiagnostic[]>();
  for (const { cover, documents, diagnostics: found } of reviews) {
    for (const file of [cover, ...documents, ...found.map((one) => one.file)]) {
      if (!files.has(file))
        files.set(
          file,
          found.filter((one) => one.file === file),
        );
    }
  }
  return files;
}

/** Finds the diagnostics of files, each file once and under the severities that hold for it. */
class Finder {
  private readonly views = new Map<string, Snapshot>();
  private readonly found = new Map<string, readonly CheckedDiagnostic[]>();

  constructor(
    private readonly loaded: Loaded,
    private readonly options: CheckOptions,
  ) {}

  in(uri: string): readonly CheckedDiagnostic[] {
    const known = this.found.get(uri);
    if (known) return known;
    const { only } = this.options;
    const answer = only === undefined || only === uri ? this.find(uri) : [];
    this.found.set(uri, answer);
    return answer;
  }

  private find(uri: string): readonly CheckedDiagnostic[] {
    const view = this.viewFor(uri);
    // A link that is not followed has no text.
    const text = view.document(uri) ?? { uri, text: '' };
    const seen = new Map<string, number>();
    return diagnostics(view, uri).map(({ code, severity, message, span }) => {
      const file = this.loaded.show(uri);
      const words = lineAround(text.text, span.start).trim().replace(/\s+/g, ' ');
      const key = [file, code, words].join('\u0000');
      const place = seen.get(key) ?? 0;
      seen.set(key, place + 1);
      const fingerprint = createHash('sha256').update(`${key}\u0000${place}`).digest('hex').slice(0, 32);
      return { file, code, severity, message, range: toRange(utf16, text, span), fingerprint };
    });
  }

  /** The reviews as they are under the severities of a file. */
  private viewFor(uri: string): Snapshot {
    const { workspace, snapshot, assumed } = this.loaded;
    const severities = this.options.severitiesOf?.(uri);
    if (!severities || severities.size === 0) return snapshot;
    const name = JSON.stringify([...severities]);
    let view = this.views.get(name);
    if (!view) {
      workspace.assume({ ...assumed, checks: severities });
      view = workspace.snapshot();
      workspace.assume(assumed);
      this.views.set(name, view);
    }
    return view;
  }
}

/** The words of the line around an offset, of a very long one those that are near. */
function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 200), offset);
  const behind = text.slice(offset, offset + 200);
  return `${lineBefore(before, before.length)}${/^[^\r\n]*/.exec(behind)?.[0] ?? ''}`;
}

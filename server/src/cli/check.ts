/*
 * `critical-friend check`: the diagnostics of reviews, as a value that `--format json` prints as it is.
 * The diagnostics of a workspace catalogue stand with each review that uses it; a catalogue that is named
 * as a path and used by no review stands as an entry of its own, without documents.
 */
import { diagnostics, type Severity } from '../../../core/src';
import { toRange, utf16 } from '../convert';
import { load, noReview, type Loaded, type Shipped } from './load';
import type { Terminal } from './terminal';

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
}

/** Checks the reviews at `paths`, also for the names on a private list if one is named. */
export async function check(
  paths: readonly string[],
  terminal: Terminal,
  shipped: readonly Shipped[],
  privateWords?: string,
): Promise<CheckReport> {
  const loaded = await load(paths, terminal, shipped, privateWords);
  const { snapshot, sets, catalogues, show } = loaded;
  if (sets.length === 0 && catalogues.length === 0) throw noReview(paths);
  const used = new Set(sets.flatMap((set) => set.catalogues.map((file) => file.uri)));
  const reviews = sets.map((set): CheckedReview => {
    const documents = set.documents.map((document) => document.uri);
    const own = set.catalogues.map((file) => file.uri).filter((uri) => snapshot.catalogues.has(uri));
    return {
      cover: show(set.cover.uri),
      title: set.title,
      documents: documents.map(show),
      diagnostics: [...documents, ...own].flatMap((uri) => diagnosticsOf(loaded, uri)),
    };
  });
  const alone = catalogues
    .filter((uri) => !used.has(uri))
    .map((uri): CheckedReview => {
      const title = snapshot.catalogues.get(uri)?.catalogue.title ?? '';
      return { cover: show(uri), title, documents: [], diagnostics: diagnosticsOf(loaded, uri) };
    });
  return { schemaVersion: 1, reviews: [...reviews, ...alone] };
}

/** 1 when something is wrong enough to stop for. */
export function checkExitCode(report: CheckReport): number {
  const all = report.reviews.flatMap((review) => review.diagnostics);
  return all.some((diagnostic) => diagnostic.severity === 'error') ? 1 : 0;
}

function diagnosticsOf({ snapshot, show }: Loaded, uri: string): CheckedDiagnostic[] {
  const text = snapshot.document(uri);
  if (!text) return [];
  return diagnostics(snapshot, uri).map(({ code, severity, message, span }) => ({
    file: show(uri),
    code,
    severity,
    message,
    range: toRange(utf16, text, span),
  }));
}

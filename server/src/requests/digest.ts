/*
 * The answers to the two requests about the findings of the day: which documents a review has, so that the client can
 * look up what they were, and the digest against what it found. The client has the history and the clock; nothing of
 * either is asked here.
 */
import {
  digest,
  digestPage,
  isReviewPath,
  pageOf,
  printDigestHtml,
  printDigestMarkdown,
  Workspace,
  type Earlier,
  type Review,
  type Snapshot,
} from '../../../core/src';
import { linesOf } from '../lsp/positions';
import { Pages } from './pageState';
import type { DigestParams, DigestResult, ReviewFilesResult } from '../protocol';

/** The review of a document; the first one where a person looks at no document of a review. */
export function findReview(snapshot: Snapshot, uri: string | undefined): Review | undefined {
  return uri !== undefined && isReviewPath(uri) ? snapshot.reviewOf(uri) : snapshot.reviews()[0];
}

/** The documents of a review. */
export function readReviewFiles(set: Review): ReviewFilesResult {
  const days = set.documents.map(({ settings }) => settings.date?.value ?? '');
  const [firstDay] = days.filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)).sort();
  const documents = set.documents.map(({ uri }) => uri);
  return { review: set.cover.uri, documents, ...(firstDay !== undefined && { firstDay }) };
}

/** Reads digests; the older texts of one answer are kept, so that the next need not read them again. */
export class DigestReader {
  readonly #older = new Workspace([]);
  readonly #pages = new Pages(() => undefined);

  /** The digest of a review as HTML and as Markdown. `readUri` gives the one spelling of a URI. */
  read(
    snapshot: Snapshot,
    set: Review,
    { today, since, earlier, state }: DigestParams,
    readUri: (uri: string) => string,
  ): DigestResult {
    const page = digestPage(digest(snapshot, set, this.#toEarlier(earlier, readUri), { today, since }));
    const lineOf = linesOf(snapshot);
    return {
      review: set.cover.uri,
      title: set.title,
      change: this.#pages.change(set.cover.uri, state, () => pageOf(printDigestHtml(page, lineOf))),
      markdown: printDigestMarkdown(page, lineOf),
    };
  }

  #toEarlier(earlier: DigestParams['earlier'], readUri: (uri: string) => string): Earlier {
    if (earlier.kind === 'dates') {
      const written = Object.entries(earlier.written).map(([uri, day]): [string, string] => [
        readUri(uri),
        day,
      ]);
      return { kind: 'dates', since: earlier.since, written: new Map(written) };
    }
    const texts = new Map(Object.entries(earlier.texts).map(([uri, text]) => [readUri(uri), text]));
    for (const uri of this.#older.snapshot().documents.keys())
      if (!texts.has(uri)) this.#older.removeFile(uri);
    for (const [uri, text] of texts) this.#older.setFile(uri, text);
    const { documents } = this.#older.snapshot();
    const { state } = earlier;
    return { kind: 'texts', documents, ...(state !== undefined && { state }) };
  }
}

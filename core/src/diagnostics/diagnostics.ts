/*
 * All diagnostics of one file: for a review document those of every check, weighed by the cover and the
 * phase, without those that an ignore comment silences; for a catalogue the faults that reading it found.
 * The answer is the same object as before when nothing in it has changed.
 */
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import { outsideFolder } from '../checks/outsideFolder';
import { messageLine, type Diagnostic } from '../text/diagnostic';
import { announce, type Document } from '../document/document';
import { knownEvidence, type KnownEvidence } from '../review/evidenceRegister';
import { summarise, isSummarised, type DocumentSummary } from '../review/summary';
import type { ReviewContext } from '../review/context';
import { outsideLinkMessage, type OutsideLink } from '../review/outside';
import { folderOf, pathBelow, unreadStandards, type Review } from '../review/review';
import { append } from '../text/grouping';
import { memo, steady } from '../text/memo';
import { meets, span, type Span } from '../text/span';
import { isUnread, unreadDiagnostics } from '../document/unread';
import type { Snapshot } from '../review/snapshot';
import { findInFragments, toDiagnostic } from './fragmentDiagnostics';
import { hasSuppressions, silence } from './suppress';

// Most documents of a large folder have nothing of something.
const nothing: readonly never[] = [];

/** The diagnostics of a file by place; none for a file that is not of the workspace. */
export function diagnostics(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const catalogue = snapshot.catalogues.get(uri);
  if (catalogue) return catalogue.catalogue.faults;
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  return document && review ? diagnosticsIn(document, review) : looseLinkAt(snapshot, uri);
}

/** What is said at a place of files that the cover names and that are not read because the folders are not trusted. */
export function untrustedAt(snapshot: Snapshot, uri: string, place: Span): readonly Diagnostic[] {
  const review = snapshot.reviewOf(uri);
  const untrusted = review?.refusedCatalogues.filter(({ why }) => why === 'untrusted') ?? [];
  const starts = new Set(untrusted.map(({ value }) => value.span.start));
  return diagnostics(snapshot, uri).filter(
    ({ code, span: at }) => code === outsideFolder.code && starts.has(at.start) && meets(at, place),
  );
}

/** What is said of a link that is not followed and that no cover could be told about: it may or may not lead to a review. */
function looseLinkAt(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const link = snapshot.looseLinks().find((one) => one.uri === uri);
  return link ? looseLink(link) : nothing;
}

const looseLink = memo((link: OutsideLink): readonly Diagnostic[] => {
  const message = messageLine(outsideLinkMessage(link, pathBelow(link.uri, folderOf(link.uri))));
  const severity = link.isFolder ? 'information' : 'error';
  return [{ code: outsideFolder.code, severity, span: span(0, 0), message }];
});

/**
 * What can be said of a document before the rest of its review has been read: all that its own text and the cover
 * say. Gaps, and whatever else other documents decide about, are not among it.
 */
export function ownDiagnostics(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (!document || !review) return diagnostics(snapshot, uri);
  return ofUnread(document, review) ?? own(document, review.context);
}

/**
 * Of an unread document that it is unread. Nothing of one whose cover or standards are unread, since every citation
 * would seem to be wrong. Undefined where the document can be diagnosed.
 */
function ofUnread(document: Document, review: Review): readonly Diagnostic[] | undefined {
  if (isUnread(document)) return unreadDiagnostics[document.unread];
  return isUnread(review.cover) || unreadStandards(review).length > 0 ? nothing : undefined;
}

/** Whether a document may still be read later. A file that cannot be read does not count. */
const awaitsReading = memo((review: Review): boolean =>
  review.documents.some((document) => isUnread(document) && document.unread === 'slow'),
);

/** Reads the documents of a review that have not been read, one at each step, and remembers what they say. */
export function* readAhead(review: Review): Generator<undefined, void, undefined> {
  const { context } = review;
  for (const document of review.documents) {
    if (written.knows(document, context) && isSummarised(document, context)) continue;
    announce(document);
    summarise(document, context);
    written(document, context);
    yield;
  }
}

/** The checks of the whole review look at every document; each is read once for all that will be asked of it. */
const readAll = memo((review: Review): true => {
  for (const reading = readAhead(review); reading.next().done !== true;);
  return true;
});

/** The same for a document of a review. */
export function diagnosticsIn(document: Document, review: Review): readonly Diagnostic[] {
  const unread = ofUnread(document, review);
  if (unread) return unread;
  const { context } = review;
  // An unread document may address what seems to be a gap, and cite what seems to be unused.
  if (awaitsReading(review)) return own(document, context);
  readAll(review);
  const onEvidence = findOnEvidence(summarise(document, context), context, knownEvidence(review));
  const onReview = findInReview(review).get(document) ?? nothing;
  const inReview = [...onEvidence, ...onReview];
  return inReview.length === 0 && !hasSuppressions(document, context)
    ? written(document, context)
    : all(document, context, steadyList(document, inReview));
}

/** What the fragment checks say. */
const written = memo((document: Document, context: ReviewContext): readonly Diagnostic[] => {
  announce(document);
  return findInFragments(document, context).sort(byPlace);
});

/** The same without what an ignore comment silences, and what can be said of the comments by then. */
const own = memo((document: Document, context: ReviewContext): readonly Diagnostic[] => {
  const found = written(document, context);
  return hasSuppressions(document, context) ? silence(document, context, found, false).sort(byPlace) : found;
});

/** Everything, together with what depends on the rest of the review. */
const all = memo(
  (document: Document, context: ReviewContext, inReview: readonly Diagnostic[]): readonly Diagnostic[] => {
    announce(document);
    return silence(document, context, [...written(document, context), ...inReview], true).sort(byPlace);
  },
);

/** Lists of diagnostics that say the same are the same list, so that nothing is sent twice. */
const steadyList = steady<readonly Diagnostic[]>(
  (a, b) => a.length === b.length && JSON.stringify(a) === JSON.stringify(b),
);

const findOnEvidence = memo(
  (said: DocumentSummary, context: ReviewContext, known: KnownEvidence): readonly Diagnostic[] => {
    // Nothing is said where there is neither a register nor a citation of one.
    if (known.size === 0 && said.evidenceCited.length === 0) return nothing;
    return checks.flatMap((check) => {
      const severity = severityOf(check, context);
      if (check.about !== 'evidence' || severity === 'off') return [];
      return [...check.run(said, known)].map((each) => toDiagnostic(check.code, severity, each));
    });
  },
);

/** What the checks of the whole review say, by document. */
const findInReview = memo((review: Review): ReadonlyMap<Document, readonly Diagnostic[]> => {
  const found = new Map<Document, Diagnostic[]>();
  for (const check of checks) {
    const severity = severityOf(check, review.context);
    if (check.about !== 'review' || severity === 'off') continue;
    for (const { document, ...complaint } of check.run(review))
      append(found, document, toDiagnostic(check.code, severity, complaint));
  }
  return found;
});

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}

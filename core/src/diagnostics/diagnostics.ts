/*
 * All diagnostics of one file: for a review document those of every check, weighed by the cover and the
 * phase, without those that an ignore comment silences; for a catalogue the faults that reading it found.
 * The answer is the same object as before when nothing in it has changed.
 */
import { isSameList, pushAll } from '../text/arrays';
import { checks } from '../checks';
import { severityOf } from '../checks/check';
import { outsideFolder } from '../checks/outsideFolder';
import { messageLine, type Diagnostic } from '../text/diagnostic';
import { announce, type Document } from '../document/document';
import { knownEvidence } from '../review/evidenceIndex';
import { summarise, isSummarised } from '../review/summary';
import type { ReviewContext } from '../review/context';
import { outsideLinkMessage, type OutsideLink } from '../review/outside';
import { folderOf, pathBelow, unreadStandards, type Review } from '../review/review';
import { meets, span, type Span } from '../text/span';
import { isUnread, unreadDiagnostics } from '../document/unread';
import type { Snapshot } from '../review/workspace';
import { complaintsOf, toDiagnostic } from './fragmentDiagnostics';
import { evidenceComplaintsOf } from './evidenceDiagnostics';
import { hasSuppressions, silence } from './suppress';

interface Known {
  readonly frame: ReviewContext;
  /** What the stretch checks say. */
  readonly written: readonly Diagnostic[];
  /** The same without what an ignore comment silences, and what can be said of the comments by then. */
  readonly own: readonly Diagnostic[];
  /** What the evidence checks say, and what the answers of the review checks depended on, when `all` was worked out. */
  onEvidence: readonly Diagnostic[];
  dependedOn: readonly object[];
  all: readonly Diagnostic[] | undefined;
}

const reviewChecks = checks.filter((check) => check.about === 'review');
// Most documents of a large folder have nothing of something.
const nothing: readonly never[] = [];

declare module '../document/document' {
  interface DocumentNotes {
    diagnosed?: Known;
  }
}
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

const loose = new WeakMap<OutsideLink, readonly Diagnostic[]>();

/** A link that is not followed and that no cover could speak of: a linked folder may or may not contain a review. */
function looseLinkAt(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const link = snapshot.looseLinks().find((one) => one.uri === uri);
  if (!link) return nothing;
  const known = loose.get(link);
  if (known) return known;
  const severity = link.isFolder ? 'information' : 'error';
  const message = messageLine(outsideLinkMessage(link, pathBelow(uri, folderOf(uri))));
  const found = [{ code: outsideFolder.code, severity, span: span(0, 0), message } as const];
  loose.set(link, found);
  return found;
}

/**
 * What can be said of a document before the rest of its review has been read: all that its own text and the cover
 * say. Gaps, and whatever else other documents decide about, are not among it.
 */
export function ownDiagnostics(snapshot: Snapshot, uri: string): readonly Diagnostic[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (!document || !review) return diagnostics(snapshot, uri);
  return ofUnread(document, review) ?? diagnose(document, review.context).own;
}

/**
 * Of an unread document that it is unread. Nothing of one whose cover or standards are unread, since every citation
 * would seem to be wrong. Undefined where the document can be diagnosed.
 */
function ofUnread(document: Document, review: Review): readonly Diagnostic[] | undefined {
  if (isUnread(document)) return unreadDiagnostics;
  return isUnread(review.cover) || unreadStandards(review).length > 0 ? nothing : undefined;
}

declare module '../review/review' {
  interface ReviewNotes {
    /** All documents have been read and what they say is remembered. */
    isRead?: boolean;
    /** What the answers of the review checks depend on besides the document and the frame. */
    dependences?: ReadonlyMap<Document, readonly object[]>;
  }
}

/** Reads the documents of a review that have not been read, one at each step, and remembers what they say. */
export function* readAhead(review: Review): Generator<undefined, void, undefined> {
  const { context, notes } = review;
  if (notes.isRead === true) return;
  for (const document of review.documents) {
    if (document.notes.diagnosed?.frame === context && isSummarised(document, context)) continue;
    announce(document);
    summarise(document, context);
    diagnose(document, context);
    yield;
  }
  notes.isRead = true;
}

/** The same for a document of a review. */
export function diagnosticsIn(document: Document, review: Review): readonly Diagnostic[] {
  const unread = ofUnread(document, review);
  if (unread) return unread;
  const { context, notes } = review;
  const known = diagnose(document, context);
  // An unread document may address what seems to be a gap, and cite what seems to be unused.
  if (review.documents.some(isUnread)) return known.own;
  // The checks of the whole review look at every document; each is read once for all that will be asked of it.
  if (notes.isRead !== true) for (const reading = readAhead(review); reading.next().done !== true;);
  const onEvidence = evidenceComplaintsOf(document, context, knownEvidence(review));
  const dependsOn = (notes.dependences ??= dependencesIn(review)).get(document) ?? nothing;
  if (known.all && known.onEvidence === onEvidence && isSameList(known.dependedOn, dependsOn))
    return known.all;
  announce(document);
  const inReview = [...onEvidence, ...findInReview(document, review)];
  const isOwn = inReview.length === 0 && !hasSuppressions(document);
  const all = isOwn
    ? known.own
    : silence(document, context, [...known.written, ...inReview], true).sort(byPlace);
  known.onEvidence = onEvidence;
  known.dependedOn = dependsOn;
  known.all = all;
  return all;
}

function diagnose(document: Document, context: ReviewContext): Known {
  const before = document.notes.diagnosed;
  if (before?.frame === context) return before;
  announce(document);
  const complaints = complaintsOf(document, context);
  const written = complaints.length === 0 ? nothing : complaints.sort(byPlace);
  const own = hasSuppressions(document) ? silence(document, context, written, false).sort(byPlace) : written;
  const known = { frame: context, written, own, onEvidence: nothing, dependedOn: nothing, all: undefined };
  return (document.notes.diagnosed = known);
}

function dependencesIn(review: Review): ReadonlyMap<Document, readonly object[]> {
  const found = new Map<Document, object[]>();
  for (const check of reviewChecks) {
    if (severityOf(check, review.context) === 'off') continue;
    for (const [document, objects] of check.dependsOn(review)) {
      const others = found.get(document);
      if (others) pushAll(others, objects);
      else found.set(document, [...objects]);
    }
  }
  return found;
}

function findInReview(document: Document, review: Review): Diagnostic[] {
  return reviewChecks.flatMap((check) => {
    const severity = severityOf(check, review.context);
    if (severity === 'off') return [];
    return [...check.run(document, review)].map((complaint) => toDiagnostic(check.code, severity, complaint));
  });
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}

/*
 * What one document contributes to its review: the headings that name a theme or element, what its findings
 * cover, and its entries of the evidence register. It depends on the document and the frame, is worked out part
 * by part, and a part that an edit did not touch is not looked at again; neither is a document.
 */
import type { CatalogueItem, Theme } from './catalogue';
import { themeOf } from './catalogueIndex';
import type { ChapterReading } from './chapter';
import type { Document } from './document';
import { moveEvidence, type Evidence } from './evidence';
import type { Frame } from './frame';
import type { Part } from './part';
import { itemsOf, resolveParts } from './resolve';
import type { ReviewSet } from './reviewSet';
import { span, type Span } from './span';
import { namedIn, type Subject } from './subjects';

/** A heading that names a theme or element, where it stands in its document. */
export interface NamedHeading {
  readonly subject: Subject;
  readonly heading: Span;
}

export interface Examination {
  readonly headings: readonly NamedHeading[];
  /** Standards and elements that a finding with words cites. */
  readonly covered: ReadonlySet<CatalogueItem>;
  /** Its entries of the register, in order. */
  readonly evidence: readonly Evidence[];
}

interface Known extends Examination {
  readonly files: Frame['catalogues'];
}

declare module './chapter' {
  interface ReadingNotes {
    /** Offsets from the chapter's start. */
    examined?: Known;
  }
}

declare module './document' {
  interface DocumentNotes {
    examined?: { readonly files: Frame['catalogues']; readonly result: Examination };
  }
}

/** What a document contributes under a frame. */
export function examine(document: Document, frame: Frame): Examination {
  const known = document.notes.examined;
  if (known?.files === frame.catalogues) return known.result;
  const headings: NamedHeading[] = [];
  const covered = new Set<CatalogueItem>();
  const evidence: Evidence[] = [];
  for (const { reading, start } of document.review.chapters) {
    const found = examineChapter(reading, frame.catalogues);
    for (const entry of found.evidence) evidence.push(moveEvidence(entry, start));
    for (const item of found.covered) covered.add(item);
    for (const { subject, heading } of found.headings) {
      headings.push({ subject, heading: span(heading.start + start, heading.end + start) });
    }
  }
  const result = { headings, covered, evidence };
  document.notes.examined = { files: frame.catalogues, result };
  return result;
}

/** The headings as they were when last looked at, which may be one keystroke ago, for an answer that must not wait. */
export function lastHeadings(document: Document, set: ReviewSet): readonly NamedHeading[] {
  const before = set.notes.older?.documents.find(({ uri }) => uri === document.uri);
  const known = document.notes.examined ?? before?.notes.examined;
  return (known?.result ?? examine(document, set.frame)).headings;
}

/** Whether it is known what a document contributes, so that asking costs nothing. */
export function isExamined(document: Document, frame: Frame): boolean {
  return document.notes.examined?.files === frame.catalogues;
}

/** A theme's heading: the first in report order that names it, or else one of its elements. */
export function findHeading(set: ReviewSet, theme: Theme): { document: Document; heading: Span } | undefined {
  let near: { document: Document; heading: Span } | undefined;
  for (const document of set.documents) {
    for (const { subject, heading } of examine(document, set.frame).headings) {
      if (subject === theme) return { document, heading };
      if (!near && themeOf(subject) === theme) near = { document, heading };
    }
  }
  return near;
}

function examineChapter(reading: ChapterReading, files: Frame['catalogues']): Known {
  const known = reading.notes.examined;
  if (known?.files === files) return known;
  const headings: NamedHeading[] = [];
  const covered = new Set<CatalogueItem>();
  const evidence: Evidence[] = [];
  for (const { part, start } of reading.parts) {
    for (const entry of part.evidence) evidence.push(moveEvidence(entry, start));
    for (const item of coveredIn(part, files)) covered.add(item);
    for (const [i, subject] of namedIn(files, part).entries()) {
      const heading = part.sections[i]?.heading;
      if (subject && heading)
        headings.push({ subject, heading: span(heading.start + start, heading.end + start) });
    }
  }
  return (reading.notes.examined = { files, headings, covered, evidence });
}

function coveredIn(part: Part, files: Frame['catalogues']): readonly CatalogueItem[] {
  return part.findings
    .filter((finding) => !finding.empty)
    .flatMap((finding) => finding.citations.filter(({ kind }) => kind === 'standard'))
    .flatMap((citation) => itemsOf(resolveParts(files, citation)));
}

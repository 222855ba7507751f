/*
 * Which theme or element a section is about: the nearest heading above it, itself included, that cites one
 * (`[theme 3]`, `[std 6]`) or whose words are a title or another name of one. Levels do not matter, because
 * published reports use them at odd depths.
 */
import type { Element, Theme } from './catalogue';
import { elementOf, indexOf, themeOf } from './catalogueIndex';
import { foldTitle } from './heading';
import { itemsOf, resolveParts } from './resolve';
import type { Section } from './review';
import type { ReviewSet } from './reviewSet';
import type { Document } from './document';

export type Subject = Theme | Element;

/** What each section of a document is about: `own` is named by its heading, `subject` perhaps above it. */
export interface SectionSubject {
  readonly own?: Subject;
  readonly subject?: Subject;
}

const known = new WeakMap<ReviewSet, Map<Document, readonly SectionSubject[]>>();

/** The subjects of a document's sections, in their order. */
export function subjectsOf(set: ReviewSet, document: Document): readonly SectionSubject[] {
  const cache = known.get(set) ?? new Map<Document, readonly SectionSubject[]>();
  known.set(set, cache);
  const cached = cache.get(document);
  if (cached) return cached;
  let subject: Subject | undefined;
  const subjects = document.review.sections.map((section) => {
    const own = namedBy(set, section);
    subject = own ?? subject;
    return { ...(own && { own }), ...(subject && { subject }) };
  });
  cache.set(document, subjects);
  return subjects;
}

/** The subject of one section; undefined for a text before any heading. */
export function subjectOf(
  set: ReviewSet,
  document: Document,
  section: number | undefined,
): Subject | undefined {
  return section === undefined ? undefined : subjectsOf(set, document)[section]?.subject;
}

/** A theme's heading: the first in report order that names it, or else one of its elements. */
export function findHeading(
  set: ReviewSet,
  theme: Theme,
): { document: Document; section: Section } | undefined {
  const named = set.documents.flatMap((document) =>
    subjectsOf(set, document).flatMap(({ own }, i) => {
      const section = document.review.sections[i];
      return own && section && themeOf(own) === theme ? [{ document, section, own }] : [];
    }),
  );
  return named.find(({ own }) => own === theme) ?? named[0];
}

function namedBy(set: ReviewSet, section: Section): Subject | undefined {
  for (const citation of section.citations) {
    if (citation.kind !== 'theme' && citation.kind !== 'standard') continue;
    const [item] = itemsOf(resolveParts(set.catalogues, citation));
    if (item) return item.kind === 'theme' ? item : elementOf(item);
  }
  const title = foldTitle(section.title);
  for (const file of set.catalogues) {
    const item = indexOf(file.catalogue).titles.get(title);
    if (item) return item;
  }
  return undefined;
}

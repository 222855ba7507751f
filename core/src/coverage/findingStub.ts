/*
 * Where a finding that is still to be written goes: behind the last finding of its kind about the same element or
 * theme, in an empty section of that kind, or in a section that is made for it. Nothing that stands there already is
 * moved under another heading. A stub has no words, so it covers nothing.
 */
import type { Standard } from '../catalogue/readCatalogue';
import { citationBehind, citedAs, themeOf, type CatalogueFile } from '../catalogue/index';
import { printCitation } from '../syntax/citation';
import { eolOf, type TextEdit } from '../text/textEdit';
import type { Document } from '../document/document';
import { kindOfHeading, sectionHeadings } from '../syntax/sectionKind';
import type { Section } from '../document/fragment';
import type { Review } from '../review/review';
import { span, type Span } from '../text/span';
import { subjectsOf, type SectionSubject } from '../review/sectionTopics';

/** The sections whose points are findings, in the order of a report. */
export const stubKinds = ['strengths', 'development'] as const;
export type StubKind = (typeof stubKinds)[number];

/** How the kinds are called for one finding. */
export const stubNames: Readonly<Record<StubKind, string>> = {
  strengths: 'strength',
  development: 'area for development',
};

/** The edit that puts a stub in; `select` is the place of its words in the text after it. */
export interface Stub {
  readonly edits: readonly [TextEdit];
  readonly select: Span;
}

interface Holder {
  readonly section: Section;
  readonly i: number;
  readonly near: boolean;
}

/** A stub for a standard in a document that has a heading of its theme or element, which stands at `heading`. */
export function stubFor(
  standard: Standard,
  file: CatalogueFile,
  kind: StubKind,
  document: Document,
  heading: Span,
  set: Review,
): Stub {
  const { text, model } = document;
  const eol = eolOf(text);
  const stub = `- ${printStub(citedAs(file.catalogue, standard))}`;
  const holders = holdersOf(standard, document, set);
  const holder = nearest(holders.filter(({ section }) => section.kind === kind));
  if (holder) {
    const last = model.findings.filter(({ section }) => section === holder.i).pop();
    if (!last) return toStub(holder.section.heading.end, `${eol}${eol}${stub}`);
    const marker = /^[*+]/.exec(text.slice(last.span.start))?.[0] ?? '-';
    return toStub(last.span.end, `${eol}${marker}${stub.slice(1)}`);
  }
  const title = sectionHeadings[kind][set.settings.language][0] ?? '';
  const other = nearest(holders.filter(({ section }) => kindOfHeading(section.title) === section.kind));
  if (other) {
    const made = `${'#'.repeat(other.section.level)} ${title}${eol}${eol}${stub}`;
    if (kind === 'strengths') return toStub(other.section.heading.start, `${made}${eol}${eol}`);
    const below = model.sections.findIndex(
      (section, i) => i > other.i && section.level <= other.section.level,
    );
    const end = model.sections[below]?.heading.start ?? text.length;
    return toStub(trimmed(text, end), `${eol}${eol}${made}`);
  }
  const { at, level } = placeBelow(standard, document, heading, subjectsOf(set.catalogues, document));
  return toStub(at, `${eol}${eol}${'#'.repeat(level)} ${title}${eol}${eol}${stub}`);
}

/** Where a section goes below the heading of an element, or else of its theme: behind all that stands there. */
function placeBelow(
  standard: Standard,
  { text, model }: Document,
  heading: Span,
  subjects: readonly SectionSubject[],
): { at: number; level: number } {
  const { sections } = model;
  const ofElement = sections.findIndex((_, i) => subjects[i]?.own === standard.element);
  const ofTheme = sections.findIndex((section) => section.heading.start === heading.start);
  const owner = ofElement < 0 ? ofTheme : ofElement;
  const level = sections[owner]?.level ?? 0;
  const next = sections.find((section, i) => {
    return i > owner && (section.level <= level || subjects[i]?.own !== undefined);
  });
  const below = Math.min(6, Math.max(3, level + 1));
  // A heading that follows and is deeper would become part of the new section.
  const deepest = next && next.level > level ? next.level : below;
  return { at: trimmed(text, next?.heading.start ?? text.length), level: Math.min(below, deepest) };
}

/** A stub with a section for its theme, at the end of a document that has none. */
export function stubWithTheme(
  standard: Standard,
  file: CatalogueFile,
  document: Document,
  review: Review,
): Stub {
  const eol = eolOf(document.text);
  const theme = themeOf(standard);
  const heading = `## ${theme.title}${citationBehind(file.catalogue, theme)}`;
  const section = `### ${sectionHeadings.strengths[review.settings.language][0]}`;
  const lines = [heading, section, `- ${printStub(citedAs(file.catalogue, standard))}`];
  const gap = /[\r\n]$/.test(document.text) ? eol : `${eol}${eol}`;
  return toStub(document.text.length, `${gap}${lines.join(`${eol}${eol}`)}${eol}`);
}

function toStub(at: number, text: string): Stub {
  const words = at + text.lastIndexOf('…');
  return { edits: [{ span: span(at, at), text }], select: span(words, words + 1) };
}

function printStub(id: string): string {
  return `… ${printCitation('standard', id)}`;
}

/** The sections with findings about a standard's element, which are near, or about its theme. */
function holdersOf(standard: Standard, document: Document, review: Review): Holder[] {
  const subjects = subjectsOf(review.catalogues, document);
  return document.model.sections.flatMap((section, i) => {
    const subject = subjects[i]?.subject;
    const mine = subject === standard.element || subject === standard.element.theme;
    const holdsFindings = section.kind === 'strengths' || section.kind === 'development';
    return mine && holdsFindings ? [{ section, i, near: subject === standard.element }] : [];
  });
}

function nearest(holders: readonly Holder[]): Holder | undefined {
  return holders.find(({ near }) => near) ?? holders[0];
}

function trimmed(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

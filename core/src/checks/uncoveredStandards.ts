/*
 * `uncovered-standards`: elements or standards in scope that no finding addresses. One diagnostic for a
 * theme, on its heading, names them all; a theme without a heading is reported on the cover's `standards:`.
 * Its fix is the one that cannot take its diagnostic away: it inserts a stub, and only words cover.
 */
import type { Element, Standard } from '../catalogue';
import { printCitation } from '../citation';
import type { Diagnostic, Fix } from '../diagnostic';
import type { Document } from '../document';
import { gapsOf, type ThemeGaps } from '../gaps';
import { sectionHeadings } from '../heading';
import type { ReviewSet } from '../reviewSet';
import { span, type Span } from '../span';
import { findHeading, subjectsOf } from '../subjects';
import { byPhase, type Check } from './check';
import { listWords } from './words';

export const uncoveredStandards: Check = {
  code: 'uncovered-standards',
  severity: byPhase,
  title: 'Standards or elements in scope are addressed by no finding',
  why: 'The team promised to look at them. Say what was found, or agree to leave them out and say why.',
  *run(document, set) {
    for (const gaps of gapsOf(set)) {
      const place = placeOf(gaps, document, set);
      if (!place) continue;
      const related = gaps.standards.map(({ id, text, nameSpan }) => {
        return { uri: gaps.file.uri, span: nameSpan, message: `${id} ${text}` };
      });
      yield { span: place, message: describeGaps(gaps), related };
    }
  },
  fix(diagnostic, document, set) {
    const all = gapsOf(set).filter((gaps) => {
      const place = placeOf(gaps, document, set);
      return place?.start === diagnostic.span.start && describeGaps(gaps) === diagnostic.message;
    });
    return all.flatMap((gaps) => stubs(gaps, diagnostic, document, set));
  },
};

/** Where a theme's gaps are reported in a document; undefined when it is in another one. */
function placeOf(gaps: ThemeGaps, document: Document, set: ReviewSet): Span | undefined {
  const heading = findHeading(set, gaps.theme);
  if (heading) return heading.document === document ? heading.section.heading : undefined;
  if (document !== set.cover) return undefined;
  const value = set.settings.standards.find(({ value: name }) => name === gaps.file.catalogue.id);
  return (value ?? set.settings.standards[0])?.span ?? firstLine(document.text);
}

function describeGaps({ theme, elements, standards }: ThemeGaps): string {
  const whole = new Set<Element>(elements);
  const rest = standards.filter((standard) => !whole.has(standard.element)).map((standard) => standard.id);
  const named = elements.map((element) => {
    const ids = standards.filter((standard) => standard.element === element).map((standard) => standard.id);
    return ids.length === 0 ? `element ${element.id}` : `element ${element.id} (${listWords(ids)})`;
  });
  const single =
    rest.length === 0 ? [] : [`${rest.length === 1 ? 'standard' : 'standards'} ${listWords(rest)}`];
  return `Theme ${theme.id}: no finding addresses ${listWords([...named, ...single])} yet.`;
}

function stubs(gaps: ThemeGaps, diagnostic: Diagnostic, document: Document, set: ReviewSet): Fix[] {
  const eol = /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
  const fix = (title: string, at: number, text: string): Fix => {
    return { title, uri: document.uri, edits: [{ span: span(at, at), text }] };
  };
  if (findHeading(set, gaps.theme)) {
    return gaps.standards.map((standard) => {
      const { at, text } = stubFor(standard, diagnostic, document, set, eol);
      return fix(`Add a finding for ${standard.id}`, at, text);
    });
  }
  const [first] = gaps.standards;
  if (!first) return [];
  const heading = `## ${gaps.theme.title} ${printCitation('theme', gaps.theme.id)}`;
  const lines = [heading, `### ${sectionHeadings.strengths[set.settings.language][0]}`, stubLine(first, '-')];
  const end = document.text.length;
  const gap = /[\r\n]$/.test(document.text) ? eol : `${eol}${eol}`;
  return [fix(`Add a section for theme ${gaps.theme.id}`, end, `${gap}${lines.join(`${eol}${eol}`)}${eol}`)];
}

/** A stub goes to the end of the findings about its element, or else about its theme, or below the heading. */
function stubFor(
  standard: Standard,
  diagnostic: Diagnostic,
  document: Document,
  set: ReviewSet,
  eol: string,
): { at: number; text: string } {
  const subjects = subjectsOf(set, document);
  const holders = document.review.sections.flatMap((section, i) => {
    const subject = subjects[i]?.subject;
    const mine = subject === standard.element || subject === standard.element.theme;
    const holdsFindings = section.kind === 'strengths' || section.kind === 'development';
    return mine && holdsFindings ? [{ section, i, near: subject === standard.element }] : [];
  });
  const holder = holders.find(({ near }) => near) ?? holders[0];
  const last = holder && document.review.findings.filter((finding) => finding.section === holder.i).pop();
  if (last) {
    const marker = document.text[last.span.start] ?? '-';
    return { at: last.span.end, text: `${eol}${stubLine(standard, /[-*+]/.test(marker) ? marker : '-')}` };
  }
  const line = `${eol}${eol}${stubLine(standard, '-')}`;
  if (holder) return { at: holder.section.heading.end, text: line };
  const heading = `${eol}${eol}### ${sectionHeadings.strengths[set.settings.language][0]}`;
  return { at: diagnostic.span.end, text: `${heading}${line}` };
}

function stubLine(standard: Standard, marker: string): string {
  return `${marker} … ${printCitation('standard', standard.id)}`;
}

function firstLine(text: string): Span {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  return span(start, Math.max(start, end));
}

/*
 * `uncovered-standards`: elements or standards in scope that no finding addresses. One diagnostic for a
 * theme, on its heading, names them all; a theme without a heading is reported on the cover's `standards:`.
 * Its fix is the one that cannot take its diagnostic away: it inserts a stub, and only words cover.
 */
import type { CatalogueItem, Element, Standard } from '../catalogue';
import { citedAs } from '../catalogueIndex';
import { printCitation } from '../citation';
import type { Diagnostic } from '../diagnostic';
import type { Document } from '../document';
import { gapsOf, type ThemeGaps } from '../gaps';
import { sectionHeadings } from '../heading';
import { itemsOf, resolveParts } from '../resolve';
import type { ReviewSet } from '../reviewSet';
import { span } from '../span';
import { subjectsOf } from '../subjects';
import { byPhase, type Mend, type ReviewCheck } from './check';
import { listWords } from './words';

export const uncoveredStandards: ReviewCheck = {
  about: 'review',
  code: 'uncovered-standards',
  severity: byPhase,
  title: 'Standards or elements in scope are addressed by no finding',
  why: 'The team promised to look at them. Say what was found, or agree to leave them out and say why.',
  dependsOn: (document, set) => gapsOf(set).filter(({ place }) => place.document === document),
  *run(document, set) {
    for (const gaps of gapsOf(set)) {
      if (gaps.place.document !== document) continue;
      const { uri, catalogue } = gaps.file;
      const related = gaps.standards.map((standard) => {
        const message = `${citedAs(catalogue, standard)} ${standard.text}`;
        return { uri, span: standard.nameSpan, message };
      });
      yield { span: gaps.place.span, message: describeGaps(gaps), related };
    }
  },
  fix(diagnostic, document, set) {
    const all = gapsOf(set).filter((gaps) => {
      const { place } = gaps;
      const same = place.document === document && place.span.start === diagnostic.span.start;
      return same && describeGaps(gaps) === diagnostic.message;
    });
    return all.flatMap((gaps) => stubs(gaps, diagnostic, document, set));
  },
};

/** What is missing, in one sentence: `Theme 1: no finding addresses element 2 (2.1) and standard 1.2 yet.` */
export function describeGaps({ theme, file, elements, standards }: ThemeGaps): string {
  const print = (item: CatalogueItem): string => citedAs(file.catalogue, item);
  const whole = new Set<Element>(elements);
  const rest = standards.filter((standard) => !whole.has(standard.element)).map(print);
  const named = elements.map((element) => {
    const ids = standards.filter((standard) => standard.element === element).map(print);
    return ids.length === 0 ? `element ${print(element)}` : `element ${print(element)} (${listWords(ids)})`;
  });
  const single =
    rest.length === 0 ? [] : [`${rest.length === 1 ? 'standard' : 'standards'} ${listWords(rest)}`];
  return `Theme ${print(theme)}: no finding addresses ${listWords([...named, ...single])} yet.`;
}

function stubs(gaps: ThemeGaps, diagnostic: Diagnostic, document: Document, set: ReviewSet): Mend[] {
  const eol = /\r\n|\n|\r/.exec(document.text)?.[0] ?? '\n';
  const fix = (title: string, at: number, text: string): Mend => {
    return { title, edits: [{ span: span(at, at), text }] };
  };
  const print = (item: CatalogueItem): string => citedAs(gaps.file.catalogue, item);
  const begun = stubbedIn(document, set);
  const standards = gaps.standards.filter((standard) => !begun.has(standard));
  if (gaps.place.onHeading) {
    return standards.map((standard) => {
      const stub = printStub(print(standard));
      const { at, text } = stubFor(standard, stub, diagnostic, document, set, eol);
      return fix(`Add a finding for ${print(standard)}`, at, text);
    });
  }
  const [first] = standards;
  if (!first) return [];
  const theme = print(gaps.theme);
  const heading = `## ${gaps.theme.title} ${printCitation('theme', theme)}`;
  const section = `### ${sectionHeadings.strengths[set.settings.language][0]}`;
  const lines = [heading, section, `- ${printStub(print(first))}`];
  const end = document.text.length;
  const gap = /[\r\n]$/.test(document.text) ? eol : `${eol}${eol}`;
  return [fix(`Add a section for theme ${theme}`, end, `${gap}${lines.join(`${eol}${eol}`)}${eol}`)];
}

/** What a finding without words cites already: it waits for words, not for another stub. */
function stubbedIn(document: Document, set: ReviewSet): ReadonlySet<CatalogueItem> {
  const stubs = document.review.findings.filter(({ empty }) => empty);
  const cited = stubs.flatMap(({ citations }) => citations.filter(({ kind }) => kind === 'standard'));
  return new Set(cited.flatMap((citation) => itemsOf(resolveParts(set.catalogues, citation))));
}

/** A stub goes to the end of the findings about its element, or else about its theme, or below the heading. */
function stubFor(
  standard: Standard,
  stub: string,
  diagnostic: Diagnostic,
  document: Document,
  set: ReviewSet,
  eol: string,
): { at: number; text: string } {
  const subjects = subjectsOf(set.catalogues, document);
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
    return { at: last.span.end, text: `${eol}${/[-*+]/.test(marker) ? marker : '-'} ${stub}` };
  }
  const line = `${eol}${eol}- ${stub}`;
  if (holder) return { at: holder.section.heading.end, text: line };
  const heading = `${eol}${eol}### ${sectionHeadings.strengths[set.settings.language][0]}`;
  return { at: diagnostic.span.end, text: `${heading}${line}` };
}

function printStub(id: string): string {
  return `… ${printCitation('standard', id)}`;
}

/*
 * The findings as the inner HTML of a page: headings, tables of strengths and areas for development, what
 * is not addressed and what is out of scope. No script, no style, no id that a reviewer's words could make.
 */
import type { Element as HtmlElement, ElementContent } from 'hast';
import type { Citation } from '../citation';
import type { PlacedFinding } from '../coverage';
import type { Frame } from '../frame';
import { sectionHeadings } from '../heading';
import { clearReading, itemsOf, resolveParts } from '../resolve';
import { folderOf, pathBelow, type ReviewSet } from '../reviewSet';
import { reasonOf, scopeOf } from '../scope';
import { slice } from '../span';
import { wordingOf } from '../catalogueIndex';
import type { ElementFindings, FindingLists, FindingsReport, ThemeFindings } from './findings';
import { h, itemToHast, printHtml, type CitationMark } from './hast';

/** The zero-based line of an offset: lines exist only for whoever shows them. */
export type LineOf = (uri: string, offset: number) => number;

/** Prints a findings report as sanitised HTML. */
export function printFindingsHtml(report: FindingsReport, lineOf: LineOf): string {
  const print = new Printer(report, lineOf);
  const { unplaced, themes, subject } = report;
  const loose = unplaced.strengths.length + unplaced.development.length > 0;
  return printHtml([
    h(
      'header',
      { dataKey: 'header' },
      h('h1', {}, report.title),
      subject === undefined || subject === report.title
        ? undefined
        : h('p', { className: 'subject' }, subject),
      h('p', { className: 'coverage' }, report.coverageLine),
    ),
    ...themes.map((theme) => print.theme(theme)),
    ...(loose
      ? [
          h(
            'section',
            { className: 'unplaced', dataKey: 'unplaced' },
            h('h2', {}, 'Findings without a theme'),
            print.table(unplaced, 'Findings that stand under no theme', 'unplaced'),
          ),
        ]
      : []),
  ]);
}

/** Words that have been printed under a frame; typing leaves old ones behind, so that they are dropped at times. */
const printedWords = new WeakMap<Frame, Map<string, readonly ElementContent[]>>();
const mostPrinted = 5000;

class Printer {
  private readonly set: ReviewSet;

  constructor(
    private readonly report: FindingsReport,
    private readonly lineOf: LineOf,
  ) {
    this.set = report.set;
  }

  theme({ theme, elements, general }: ThemeFindings): HtmlElement {
    const key = `theme-${theme.id}`;
    const loose = general.strengths.length + general.development.length > 0;
    return h(
      'section',
      { className: 'theme', dataKey: key },
      h('h2', {}, `${theme.id}. ${theme.title}`),
      elements.map((element) => this.element(element)),
      loose
        ? h(
            'section',
            { className: 'general', dataKey: `${key}-general` },
            h('h3', {}, 'No standard cited yet'),
            this.table(general, `Findings of theme ${theme.id} that cite no standard`, `${key}-general`),
          )
        : undefined,
    );
  }

  element(entry: ElementFindings): HtmlElement {
    const { element, strengths, development, uncovered, excluded, reason } = entry;
    const key = `element-${element.id}`;
    const empty = strengths.length + development.length === 0;
    return h(
      'section',
      { className: reason === undefined ? 'element' : ['element', 'out-of-scope'], dataKey: key },
      h('h3', {}, `${element.id}. ${element.title}`),
      reason === undefined ? undefined : h('p', { className: 'reason' }, `Out of scope: ${reason}`),
      empty ? undefined : this.table(entry, `Findings on element ${element.id}, ${element.title}`, key),
      empty && reason === undefined
        ? h('p', { className: 'empty' }, 'No finding addresses this element yet.')
        : undefined,
      uncovered.length === 0
        ? undefined
        : h(
            'div',
            { className: 'uncovered' },
            h('h4', {}, 'Not addressed yet'),
            h(
              'ul',
              { className: 'uncovered-list' },
              uncovered.map(({ id, text }) => named(id, text)),
            ),
          ),
      excluded.length === 0
        ? undefined
        : h(
            'div',
            { className: 'excluded' },
            h('h4', {}, 'Out of scope'),
            h(
              'ul',
              { className: 'excluded-list' },
              excluded.map(({ id, text, reason: why }) =>
                named(id, text, h('span', { className: 'reason' }, why)),
              ),
            ),
          ),
    );
  }

  table(lists: FindingLists, caption: string, key: string): HtmlElement {
    const { language } = this.report;
    const column = (kind: 'strengths' | 'development'): string => sectionHeadings[kind][language][0] ?? '';
    return h(
      'table',
      { className: 'findings' },
      h('caption', {}, caption),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, column('strengths')),
          h('th', { scope: 'col' }, column('development')),
        ),
      ),
      h('tbody', {}, h('tr', {}, this.cell(lists.strengths, key), this.cell(lists.development, key))),
    );
  }

  private cell(findings: readonly PlacedFinding[], key: string): HtmlElement {
    if (findings.length === 0) return h('td', { className: 'none' }, h('p', {}, 'None yet'));
    return h(
      'td',
      {},
      h(
        'ul',
        { className: 'findings-list' },
        findings.map((placed) => this.finding(placed, key)),
      ),
    );
  }

  private finding({ document, finding, reviewer }: PlacedFinding, key: string): HtmlElement {
    const file = pathBelow(document.uri, folderOf(this.set.cover.uri));
    const line = this.lineOf(document.uri, finding.span.start);
    const position = document.review.findings.indexOf(finding);
    const words = this.words(slice(document.text, finding.span));
    const place = `${file.replace(/\.review\.md$/i, '')}, line ${line + 1}`;
    return h(
      'li',
      { className: finding.empty ? ['finding', 'stub'] : 'finding', dataKey: `${key} ${file} ${position}` },
      h('div', { className: 'words' }, words.length > 0 ? words : [h('em', {}, 'No words yet')]),
      h(
        'p',
        { className: 'meta' },
        reviewer === undefined ? undefined : h('span', { className: 'reviewer' }, reviewer),
        reviewer === undefined ? undefined : ' ',
        h(
          'button',
          {
            type: 'button',
            className: 'place',
            dataUri: document.uri,
            dataStart: finding.span.start,
            dataLine: line,
          },
          place,
        ),
      ),
    );
  }

  /** A finding's words, which are the same as long as its text and the frame are. */
  private words(markdown: string): readonly ElementContent[] {
    const { frame } = this.set;
    const printed = printedWords.get(frame) ?? new Map<string, readonly ElementContent[]>();
    if (printed.size > mostPrinted) printed.clear();
    printedWords.set(frame, printed);
    const words = printed.get(markdown) ?? itemToHast(markdown, (citation) => this.mark(citation));
    printed.set(markdown, words);
    return words;
  }

  private mark(citation: Citation): CitationMark {
    if (citation.malformed) {
      const meant = clearReading(this.set.catalogues, citation) ?? citation.malformed;
      return { state: 'unknown', title: meant.message };
    }
    const parts = resolveParts(this.set.catalogues, citation);
    const items = itemsOf(parts);
    const missing = parts.flatMap((part) => part.missing.map(({ id }) => id));
    if (citation.kind === 'evidence') return { state: 'known', title: 'Evidence' };
    if (missing.length > 0) return { state: 'unknown', title: `Not in the catalogue: ${missing.join(', ')}` };
    const out = items.find((item) => scopeOf(this.set.frame).has(item));
    const exclusion = out && scopeOf(this.set.frame).get(out);
    if (exclusion) return { state: 'excluded', title: `Out of scope: ${reasonOf(exclusion)}` };
    return { state: 'known', title: items.map((item) => `${item.id} ${wordingOf(item)}`).join('\n') };
  }
}

function named(id: string, text: string, after?: ElementContent): HtmlElement {
  return h(
    'li',
    {},
    h('span', { className: 'id' }, id),
    ` ${text}`,
    after === undefined ? undefined : ' ',
    after,
  );
}

/*
 * The findings as the inner HTML of a page: headings, tables of strengths and areas for development, what
 * is not addressed and what is out of scope. No script, no style, no id that a reviewer's words could make.
 */
import type { Element as HtmlElement, ElementContent } from 'hast';
import type { PlacedFinding } from '../coverage';
import { sectionHeadings } from '../heading';
import { documentName, folderOf, pathBelow, type ReviewSet } from '../reviewSet';
import { slice } from '../span';
import type { ElementFindings, FindingLists, FindingsReport, ThemeFindings } from './findings';
import { h, printHtml } from './hast';
import { printWords } from './words';

/** The zero-based line of an offset: lines exist only for whoever shows them. */
export type LineOf = (uri: string, offset: number) => number;

/** Prints a findings report as sanitised HTML. */
export function printFindingsHtml(report: FindingsReport, lineOf: LineOf): string {
  const print = new Printer(report, new FindingPrinter(report.set, lineOf));
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

class Printer {
  constructor(
    private readonly report: FindingsReport,
    private readonly findings: FindingPrinter,
  ) {}

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
        findings.map((placed) => this.findings.finding(placed, key)),
      ),
    );
  }
}

/** Prints single findings, for every page that shows some. */
export class FindingPrinter {
  constructor(
    private readonly set: ReviewSet,
    private readonly lineOf: LineOf,
  ) {}

  /** An item of a list: the finding's words, whose it is and where it stands. */
  finding({ document, finding, reviewer }: PlacedFinding, key: string): HtmlElement {
    const file = pathBelow(document.uri, folderOf(this.set.cover.uri));
    const line = this.lineOf(document.uri, finding.span.start);
    const position = document.review.findings.indexOf(finding);
    const words = printWords(this.set, slice(document.text, finding.span));
    const place = `${documentName(this.set, document.uri)}, line ${line + 1}`;
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

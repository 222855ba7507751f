/*
 * The findings as the inner HTML of a page: headings, tables of strengths and areas for development, what
 * is not addressed and what is out of scope. No script, no style, no id that a reviewer's words could make.
 */
import type { Element as HtmlElement, ElementContent } from 'hast';
import type { Element, Theme } from '../catalogue/readCatalogue';
import type { PlacedFinding } from '../coverage/coverage';
import type { Document } from '../document/document';
import { surveysIn } from '../evidence/entry';
import type { PlacedSurvey } from '../review/evidenceRegister';
import { sectionHeadings } from '../syntax/sectionKind';
import type { Finding } from '../document/fragment';
import { documentName, documentPath, type Review } from '../review/review';
import { slice } from '../text/span';
import type { ElementFindings, FindingLists, FindingsReport } from './findings';
import { h, printHtml } from '../report/html/hast';
import { surveyFigure } from '../report/html/survey';
import { printWords } from './findingWords';

/** The zero-based line of an offset: lines exist only for whoever shows them. */
export type LineOf = (uri: string, offset: number) => number;

/** Prints a findings report as sanitised HTML. */
export function printFindingsHtml(report: FindingsReport, lineOf: LineOf): string {
  const frame = new PageFrame(report.set);
  const print = new FindingPrinter(report.set, lineOf);
  const column = (placed: readonly PlacedFinding[], key: string): readonly ElementContent[] =>
    placed.map((each) => print.finding(each, key));
  const columns = (lists: FindingLists, key: string, surveys: readonly PlacedSurvey[] = []): Columns => {
    return {
      strengths: column(lists.strengths, key),
      development: column(lists.development, key),
      surveys: surveys.map((each) => print.survey(each)),
    };
  };
  const { unplaced } = report;
  const loose = columns(unplaced, unplacedKey, report.surveys.get(undefined));
  return printHtml([
    frame.header(report.coverageLine),
    ...report.themes.map(({ theme, elements, general }) =>
      frame.theme(
        theme,
        elements.map((entry) => ({ ...entry, columns: columns(entry, keyOf(entry.element)) })),
        columns(general, generalKeyOf(theme), report.surveys.get(theme)),
      ),
    ),
    ...(isEmpty(loose) ? [] : [frame.unplaced(loose)]),
    ...(loose.surveys.length === 0 ? [] : [frame.surveys(looseSurveysKey, 'h2', loose.surveys)]),
  ]);
}

/** The printed findings of the two columns of a table, and printed surveys. */
export interface Columns {
  readonly strengths: readonly ElementContent[];
  readonly development: readonly ElementContent[];
  readonly surveys: readonly ElementContent[];
}

/** An element of the report with its printed findings. */
export interface ElementToPrint extends Omit<ElementFindings, 'strengths' | 'development'> {
  readonly columns: Columns;
}

/** What a table's findings are named by, so that a page can keep what stands. */
export function keyOf({ id }: Element): string {
  return `element-${id}`;
}
export function generalKeyOf({ id }: Theme): string {
  return `theme-${id}-general`;
}
export const unplacedKey = 'unplaced';
export const looseSurveysKey = 'surveys';

function isEmpty(lists: Readonly<Record<'strengths' | 'development', readonly unknown[]>>): boolean {
  return lists.strengths.length + lists.development.length === 0;
}

/** Prints what stands around the findings. */
export class PageFrame {
  constructor(private readonly set: Review) {}

  header(coverageLine: string): HtmlElement {
    const { title } = this.set;
    const subject = this.set.settings.subject?.value;
    return h(
      'header',
      { dataKey: 'header' },
      h('h1', {}, title),
      subject === undefined || subject === title ? undefined : h('p', { className: 'subject' }, subject),
      h('p', { className: 'coverage' }, coverageLine),
    );
  }

  theme(theme: Theme, elements: readonly ElementToPrint[], general: Columns): HtmlElement {
    const key = generalKeyOf(theme);
    return h(
      'section',
      { className: 'theme', dataKey: `theme-${theme.id}` },
      h('h2', {}, `${theme.id}. ${theme.title}`),
      elements.map((element) => this.element(element)),
      isEmpty(general)
        ? undefined
        : h(
            'section',
            { className: 'general', dataKey: key },
            h('h3', {}, 'No standard cited yet'),
            this.table(general, `Findings of theme ${theme.id} that cite no standard`),
          ),
      general.surveys.length === 0
        ? undefined
        : this.surveys(`theme-${theme.id}-surveys`, 'h3', general.surveys),
    );
  }

  /** The surveys of a theme, or of none. */
  surveys(key: string, heading: 'h2' | 'h3', surveys: readonly ElementContent[]): HtmlElement {
    return h('section', { className: 'surveys', dataKey: key }, h(heading, {}, 'Surveys'), surveys);
  }

  unplaced(columns: Columns): HtmlElement {
    return h(
      'section',
      { className: 'unplaced', dataKey: unplacedKey },
      h('h2', {}, 'Findings without a theme'),
      this.table(columns, 'Findings that stand under no theme'),
    );
  }

  private element(entry: ElementToPrint): HtmlElement {
    const { element, columns, uncovered, excluded, reason } = entry;
    const empty = isEmpty(columns);
    return h(
      'section',
      { className: reason === undefined ? 'element' : ['element', 'out-of-scope'], dataKey: keyOf(element) },
      h('h3', {}, `${element.id}. ${element.title}`),
      reason === undefined ? undefined : h('p', { className: 'reason' }, `Out of scope: ${reason}`),
      empty ? undefined : this.table(columns, `Findings on element ${element.id}, ${element.title}`),
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

  private table(columns: Columns, caption: string): HtmlElement {
    const { language } = this.set.settings;
    const head = (kind: 'strengths' | 'development'): HtmlElement =>
      h('th', { scope: 'col' }, sectionHeadings[kind][language][0] ?? '');
    return h(
      'table',
      { className: 'findings' },
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, head('strengths'), head('development'))),
      h('tbody', {}, h('tr', {}, cell(columns.strengths), cell(columns.development))),
    );
  }
}

function cell(findings: readonly ElementContent[]): HtmlElement {
  if (findings.length === 0) return h('td', { className: 'none' }, h('p', {}, 'None yet'));
  return h('td', {}, h('ul', { className: 'findings-list' }, findings));
}

/** Prints single findings, for every page that shows some. */
export class FindingPrinter {
  private numbered:
    { readonly document: Document; readonly numbers: ReadonlyMap<number, number> } | undefined;

  constructor(
    private readonly set: Review,
    private readonly lineOf: LineOf,
  ) {}

  /** An item of a list: the finding's words, whose it is and where it stands. */
  finding({ document, finding, reviewer }: PlacedFinding, key: string): HtmlElement {
    const file = documentPath(this.set, document.uri);
    const words = printWords(this.set, slice(document.text, finding.span));
    return h(
      'li',
      {
        className: finding.empty ? ['finding', 'stub'] : 'finding',
        dataKey: `${key} ${file} ${this.numberOf(document, finding)}`,
      },
      h('div', { className: 'words' }, words.length > 0 ? words : [h('em', {}, 'No words yet')]),
      h(
        'p',
        { className: 'meta' },
        reviewer === undefined ? undefined : h('span', { className: 'reviewer' }, reviewer),
        reviewer === undefined ? undefined : ' ',
        this.place(document, finding.span.start),
      ),
    );
  }

  /** A survey with its figures, and where it stands. */
  survey({ document, survey }: PlacedSurvey): HtmlElement {
    const number = surveysIn(document.model.evidence).findIndex(
      ({ span }) => span.start === survey.span.start,
    );
    const place = h('p', { className: 'meta' }, this.place(document, survey.span.start));
    return h(
      'div',
      { className: 'survey-entry', dataKey: `survey ${documentPath(this.set, document.uri)} ${number}` },
      surveyFigure(survey, this.set.settings.language, place),
    );
  }

  private place(document: Document, start: number): HtmlElement {
    const line = this.lineOf(document.uri, start);
    return h(
      'button',
      { type: 'button', className: 'place', dataUri: document.uri, dataStart: start, dataLine: line },
      `${documentName(this.set, document.uri)}, line ${line + 1}`,
    );
  }

  private numberOf(document: Document, finding: Finding): number {
    if (this.numbered?.document !== document) {
      const numbers = new Map(document.model.findings.map(({ span }, i) => [span.start, i]));
      this.numbered = { document, numbers };
    }
    return this.numbered.numbers.get(finding.span.start) ?? -1;
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

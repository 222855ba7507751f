/*
 * The coverage matrix as the inner HTML of a page: one table, with a group of rows for each theme. Every figure
 * that stands for findings is a button that leads to them; what a page does with a click, or with the buttons
 * in the headings that sort, is the page's business. No script, no style.
 */
import type { Element as HtmlElement } from 'hast';
import { citedAs, keyOf } from '../catalogue/index';
import type { PlacedFinding } from '../coverage/coverage';
import { countOf, printCounts } from '../coverage/labels';
import { excludedBy, reasonOf } from '../review/scope';
import type { LineOf } from './findingsHtml';
import { h, printHtml } from '../report/html/hast';
import type { Matrix, MatrixColumn, MatrixRow, MatrixTheme, MatrixTotals } from './matrix';
import { placesOf } from './places';

const figures = ['Strengths', 'Areas for development', 'Mentions'];
const states = { covered: 'covered', uncovered: 'not addressed', excluded: 'excluded' };

/** Prints a matrix as sanitised HTML. */
export function printMatrixHtml(matrix: Matrix, lineOf: LineOf): string {
  const print = new Printer(matrix, lineOf);
  return printHtml([
    h(
      'header',
      { dataKey: 'header' },
      h('h1', {}, matrix.title),
      h('p', { className: 'coverage' }, matrix.coverageLine),
      h('button', { type: 'button', className: 'action', dataAsk: 'copy' }, 'Copy as CSV'),
    ),
    print.table(),
    ...print.scope(),
  ]);
}

class Printer {
  constructor(
    private readonly matrix: Matrix,
    private readonly lineOf: LineOf,
  ) {}

  table(): HtmlElement {
    const { columns, themes, totals } = this.matrix;
    const about = (kind: MatrixColumn['about']): number =>
      columns.filter((each) => each.about === kind).length;
    const group = (name: string, span: number): HtmlElement | undefined =>
      span === 0 ? undefined : h('th', { scope: 'colgroup', colSpan: span, className: 'group' }, name);
    // Wide tables scroll by themselves, which needs a name and a place in the order of the keyboard.
    return h(
      'div',
      { className: 'scroll', role: 'region', ariaLabel: 'Coverage matrix', tabIndex: 0, dataKey: 'matrix' },
      h(
        'table',
        { className: 'matrix' },
        h('caption', {}, 'Findings on each standard, by reviewer and by kind of evidence'),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            h('td', { colSpan: 2 }),
            group('Findings', figures.length),
            group('By reviewer', about('reviewer')),
            group('By kind of evidence', about('evidence')),
          ),
          h(
            'tr',
            {},
            ['Standard', 'State', ...figures].map((name, i) => sortable(name, i)),
            columns.map((column, i) => this.heading(column, i)),
          ),
        ),
        themes.map((theme) => this.theme(theme)),
        h('tfoot', {}, this.sum('Whole review', totals, 'review')),
      ),
    );
  }

  /** Everything that is left out, with its reasons: a probe has no row of its own. */
  scope(): HtmlElement[] {
    const { set } = this.matrix;
    const { exclusions } = set.settings;
    if (exclusions.length === 0) return [];
    return [
      h(
        'section',
        { dataKey: 'scope' },
        h('h2', {}, 'Out of scope'),
        h(
          'ul',
          { className: 'excluded-list' },
          exclusions.map((each) =>
            h('li', {}, h('span', { className: 'id' }, excludedBy(set, each)), ` ${reasonOf(each)}`),
          ),
        ),
      ),
    ];
  }

  private heading(column: MatrixColumn, i: number): HtmlElement {
    const { about, name, title } = column;
    const short = about === 'reviewer' && name !== '' ? name : title;
    return sortable(short, i + 2 + figures.length, title === short ? undefined : title);
  }

  private theme({ theme, file, rows, totals }: MatrixTheme): HtmlElement {
    const key = keyOf(this.matrix.set.catalogues, theme);
    const width = 2 + figures.length + this.matrix.columns.length;
    const id = citedAs(file.catalogue, theme);
    return h(
      'tbody',
      { dataKey: key },
      h(
        'tr',
        { className: 'theme', dataKey: `${key} title` },
        h('th', { scope: 'rowgroup', colSpan: width }, h('span', {}, `${id}. ${theme.title}`)),
      ),
      rows.map((row, i) => this.row(row, i, citedAs(file.catalogue, row.standard))),
      this.sum(`Theme ${id}`, totals, key),
    );
  }

  private row({ standard, entry, cells, reason }: MatrixRow, place: number, id: string): HtmlElement {
    const { state, strengths, development, mentions } = entry;
    const key = keyOf(this.matrix.set.catalogues, standard);
    const about = `standard ${id}`;
    return h(
      'tr',
      { className: ['standard', `is-${state}`], dataKey: key, dataRow: place },
      h('th', { scope: 'row', title: standard.text }, id),
      h(
        'td',
        { className: 'state' },
        h('span', { className: ['mark', `is-${state}`] }, states[state]),
        reason === undefined ? undefined : h('span', { className: 'reason' }, `: ${reason}`),
      ),
      this.figure(strengths, about),
      this.figure(development, about),
      h('td', { className: 'figure' }, String(mentions.length)),
      cells.map((cell, i) => this.figure(cell, about, this.matrix.columns[i])),
    );
  }

  /** The sum of some rows, in which a finding that cites several standards counts once. */
  private sum(
    name: string,
    { share, strengths, development, mentions, cells }: MatrixTotals,
    key: string,
  ): HtmlElement {
    return h(
      'tr',
      { className: 'sum', dataKey: `${key} sum` },
      h('th', { scope: 'row' }, name),
      h('td', { className: 'state' }, share),
      this.figure(strengths, name),
      this.figure(development, name),
      h('td', { className: 'figure' }, String(mentions)),
      cells.map((cell, i) => this.figure(cell, name, this.matrix.columns[i])),
    );
  }

  private figure(findings: readonly PlacedFinding[], about: string, column?: MatrixColumn): HtmlElement {
    if (findings.length === 0) return h('td', { className: 'figure none' }, '0');
    const strengths = findings.filter(({ finding }) => finding.kind === 'strength');
    const development = findings.filter(({ finding }) => finding.kind === 'development');
    const from = column ? `, ${column.title}` : '';
    const rest = ` ${countOf(findings.length, 'finding').replace(/^\d+ /, '')} on ${about}${from}: ${printCounts({ strengths, development })}`;
    return h(
      'td',
      { className: 'figure' },
      h(
        'button',
        {
          type: 'button',
          className: 'place',
          title: printCounts({ strengths, development }),
          ...placesOf(findings, this.lineOf),
        },
        String(findings.length),
        h('span', { className: 'spoken' }, rest),
      ),
    );
  }
}

function sortable(name: string, column: number, title?: string): HtmlElement {
  return h(
    'th',
    { scope: 'col', ariaSort: 'none', ...(title !== undefined && { title }) },
    h('button', { type: 'button', className: 'sort', dataColumn: column }, name),
  );
}

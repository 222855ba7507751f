/*
 * The moderation view as the inner HTML of a page: for each standard a table with a column for each reviewer.
 * What is marked is marked in words, and by shapes that a style sheet adds. No script, no style.
 */
import type { Element as HtmlElement } from 'hast';
import { citedAs, keyOf } from '../catalogue/index';
import type { PlacedFinding } from '../coverage/coverage';
import { capital, countOf, kindWords } from '../coverage/labels';
import { listWords } from '../text/lists';
import { evidenceCitedBy, registerOf } from '../review/evidenceRegister';
import { FindingPrinter, type LineOf } from './findingsHtml';
import { h, printHtml } from '../report/html/hast';
import {
  needsTalk,
  type Moderation,
  type ModerationRow,
  type ModerationStandard,
  type ModerationTheme,
} from '../readiness/moderation';

const rowNames = { alike: 'Nearly the same', strength: 'Strengths', development: 'Areas for development' };

/** Prints the moderation view as sanitised HTML. */
export function printModerationHtml(report: Moderation, lineOf: LineOf): string {
  const print = new Printer(report, lineOf);
  const { title, standards } = report;
  return printHtml([
    h(
      'header',
      { dataKey: 'header' },
      h('h1', {}, title),
      h('p', { className: 'coverage' }, countLine(report)),
      standards === 0
        ? undefined
        : h(
            'button',
            { type: 'button', className: 'action', dataAction: 'filter', ariaPressed: 'false' },
            'Only what needs talking about',
          ),
    ),
    ...report.themes.filter((theme) => theme.standards.length > 0).map((theme) => print.theme(theme)),
    h(
      'p',
      { className: 'settled', dataKey: 'settled' },
      'Nothing needs talking about: nobody contradicts anybody, and no two findings are nearly the same.',
    ),
  ]);
}

function countLine({ standards, open }: Moderation): string {
  if (standards === 0) return 'No finding cites a standard yet';
  const all = `${countOf(standards, 'standard')} with findings`;
  if (open === 0) return `Nothing needs talking about on the ${all}`;
  return `${open} of ${all} ${open === 1 ? 'needs' : 'need'} talking about`;
}

class Printer {
  private readonly findings: FindingPrinter;

  constructor(
    private readonly report: Moderation,
    lineOf: LineOf,
  ) {
    this.findings = new FindingPrinter(report.set, lineOf);
  }

  theme({ theme, file, standards }: ModerationTheme): HtmlElement {
    const key = keyOf(this.report.set.catalogues, theme);
    return h(
      'section',
      { className: standards.some(needsTalk) ? 'theme' : ['theme', 'agreed'], dataKey: key },
      h('h2', {}, `${citedAs(file.catalogue, theme)}. ${theme.title}`),
      standards.map((entry) => this.standard(entry, citedAs(file.catalogue, entry.standard))),
    );
  }

  private standard(entry: ModerationStandard, id: string): HtmlElement {
    const { standard, reviewers, rows } = entry;
    const key = keyOf(this.report.set.catalogues, standard);
    return h(
      'section',
      { className: needsTalk(entry) ? 'standard' : ['standard', 'agreed'], dataKey: key },
      h('h3', {}, id, ' ', h('span', { className: 'wording' }, standard.text)),
      this.marks(entry),
      h(
        'div',
        { className: 'scroll', role: 'region', tabIndex: 0, ariaLabel: `Findings on standard ${id}` },
        h(
          'table',
          { className: 'moderation' },
          h('caption', {}, `Findings on standard ${id} by reviewer`),
          h(
            'thead',
            {},
            h(
              'tr',
              {},
              h('td', {}),
              reviewers.map((name) => h('th', { scope: 'col' }, this.reviewer(name))),
            ),
          ),
          h(
            'tbody',
            {},
            rows.map((row, i) => this.row(row, `${key} row ${i}`)),
          ),
        ),
      ),
    );
  }

  private marks({ contradiction, alike }: ModerationStandard): HtmlElement | undefined {
    if (!contradiction && alike === 0) return undefined;
    const against = contradiction
      ? h(
          'li',
          { className: 'mark contradiction' },
          describe(contradiction.strength, contradiction.development),
        )
      : undefined;
    const same =
      alike > 0
        ? h('li', { className: 'mark alike' }, `Nearly the same: ${countOf(alike, 'group')} of findings`)
        : undefined;
    return h('ul', { className: 'marks' }, against, same);
  }

  private row({ about, cells }: ModerationRow, key: string): HtmlElement {
    return h(
      'tr',
      { className: about },
      h('th', { scope: 'row' }, rowNames[about]),
      cells.map((cell) =>
        cell.length === 0
          ? h('td', { className: 'none' }, h('p', {}, 'None'))
          : h(
              'td',
              {},
              h(
                'ul',
                { className: 'findings-list' },
                cell.map((placed) => this.finding(placed, about, key)),
              ),
            ),
      ),
    );
  }

  /** A finding as the preview prints it; where strengths and areas for development mix, it says which it is. */
  private finding(placed: PlacedFinding, about: ModerationRow['about'], key: string): HtmlElement {
    const { kind, citations } = placed.finding;
    const cited = evidenceCitedBy(citations, registerOf(this.report.set));
    const evidence = cited.map(({ evidence: { id, kind: of, description } }) =>
      h(
        'li',
        {},
        h('span', { className: 'id' }, id),
        ` ${[of, description].filter((part) => part !== '').join(': ')}`,
      ),
    );
    const printed = this.findings.finding(placed, key);
    const children = [
      about === 'alike' ? [h('p', { className: ['kind', kind] }, capital(kindWords[kind]))] : [],
      printed.children,
      evidence.length > 0 ? [h('ul', { className: 'evidence', ariaLabel: 'Evidence' }, evidence)] : [],
    ];
    return { ...printed, children: children.flat() };
  }

  private reviewer(initials: string): string {
    if (initials === '') return 'No reviewer named';
    const member = this.report.set.settings.team.find((each) => each.initials.value === initials);
    return member?.name === undefined ? initials : `${initials}, ${member.name}`;
  }
}

/** `Contradiction: AA sees a strength, BB and CC see an area for development`. */
function describe(strength: readonly string[], development: readonly string[]): string {
  const see = (names: readonly string[]): string =>
    `${listWords(names)} ${names.length === 1 ? 'sees' : 'see'}`;
  return `Contradiction: ${see(strength)} a strength, ${see(development)} an area for development`;
}

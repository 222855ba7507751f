/*
 * A run's figures as tables in Markdown, for the terminal and for `docs/performance.md`, and as JSON. The tables
 * show ratios, because milliseconds of one machine mean nothing on another; one column of milliseconds tells
 * what the ratios are ratios of.
 */
import { summarise, type Figures, type Summary } from './figures';
import { judge } from './goals';
import { titles, type ServerName } from './servers';

/** All tables of a run. */
export function printTables(figures: Figures): string {
  return [
    goalsTable(figures),
    serversTable(figures),
    ownTable(figures),
    exportsTable(figures),
    failureList(figures),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A run for programs. */
export function printJson(figures: Figures, about: Record<string, unknown>): string {
  const summaries = figures.all.map(({ measure, what, server, values }) => {
    return { measure, what, server, ...summarise(values) };
  });
  const all = { ...about, goals: judge(figures), figures: summaries, failures: figures.failures };
  return `${JSON.stringify(all, undefined, 2)}\n`;
}

function goalsTable(figures: Figures): string {
  const rows = judge(figures).map(({ words, goal, figure, floor, isKept }) => {
    const kept = isKept === undefined ? 'not measured' : isKept ? 'yes' : 'no';
    const cells = [figure, floor].map((value) => (value === undefined ? '' : printRatio(value)));
    return [words, goal, ...cells, kept];
  });
  return printTable(['goal', 'wanted', 'figure', 'empty server', 'reached'], rows);
}

/** Everything that more than one program was measured at: times the first one's p50 and p95. */
function serversTable(figures: Figures): string {
  const others: ServerName[] = ['ours', 'wholeText', 'markdown'];
  const rows: string[][] = [];
  for (const { measure, what } of cases(figures)) {
    const floor = figures.find(measure, what, 'floor');
    if (!floor) continue;
    const cells = others.map((name) => printRatios(figures.find(measure, what, name), floor));
    rows.push([`${measure}: ${what}`, printTimes(floor), ...cells]);
  }
  if (rows.length === 0) return '';
  const head = ['p50 / p95', 'empty server, ms', ...others.map((name) => `${titles[name]}, times`)];
  return printTable(head, rows);
}

/** Everything that is compared with something else than the floor. */
function ownTable(figures: Figures): string {
  const rows: string[][] = [];
  for (const { measure, what } of cases(figures)) {
    const own = figures.find(measure, what);
    if (!own || measure === 'export' || figures.find(measure, what, 'floor')) continue;
    const remark = figures.find(measure, what, 'remark');
    const unit = measure === 'memory' ? [printNumber(own.p50), ''] : [printTimes(own), printTimes(remark)];
    rows.push([`${measure}: ${what}`, ...unit, printRatios(own, remark)]);
  }
  if (rows.length === 0) return '';
  return printTable(['p50 / p95', 'ours, ms', 'plain remark, ms', 'times'], rows);
}

/** Whole programs that write the same report. */
function exportsTable(figures: Figures): string {
  const rows = cases(figures).flatMap(({ measure, what }) => {
    if (measure !== 'export') return [];
    const [own, pandoc] = [figures.find(measure, what), figures.find(measure, what, 'pandoc')];
    return [[`${measure}: ${what}`, printTimes(own), printTimes(pandoc), printRatios(own, pandoc)]];
  });
  return rows.length === 0 ? '' : printTable(['p50 / p95', 'ours, ms', 'pandoc, ms', 'times'], rows);
}

function failureList({ failures }: Figures): string {
  return failures.length === 0 ? '' : `No figure:\n\n${failures.map((line) => `- ${line}`).join('\n')}`;
}

function cases({ all }: Figures): { measure: string; what: string }[] {
  return all.filter(
    ({ measure, what }, i) =>
      all.findIndex((other) => other.measure === measure && other.what === what) === i,
  );
}

function printRatios(of: Summary | undefined, to: Summary | undefined): string {
  return of && to ? `${printRatio(of.p50 / to.p50)} / ${printRatio(of.p95 / to.p95)}` : '';
}

function printTimes(summary: Summary | undefined): string {
  return summary ? `${printNumber(summary.p50)} / ${printNumber(summary.p95)}` : '';
}

function printRatio(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0);
}

function printNumber(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** A table with columns of one width, as the formatter of this project writes it. */
function printTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(3, cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, i) => pad(cells[i] ?? '', width, i > 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i > 0 ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function pad(cell: string, width: number, isRight: boolean): string {
  return isRight ? cell.padStart(width) : cell.padEnd(width);
}

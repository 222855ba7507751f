/*
 * How well personal data is found, over the labelled sentences in `test/corpus-personal`. A datum counts as found
 * when its kind and both its ends are right; anything else that is reported is a false alarm, also in a sentence
 * that holds a datum somewhere else.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { datumKinds, type DatumKind } from '../../../core/src/personal/datum';
import { findPersonalData } from '../../../core/src/personal/find';

/** The halves of the corpus: one was in view when the patterns were written, the other was not. */
export const halves = ['tuning', 'held'] as const;
type Half = (typeof halves)[number];

interface Labelled {
  readonly text: string;
  /** `kind start-end` of each datum. */
  readonly data: readonly string[];
}

export interface Score {
  readonly data: number;
  readonly found: number;
  readonly falseAlarms: number;
}

/** The labelled sentences of one half. */
export function readCorpus(half: Half): { positives: Labelled[]; ordinary: string[] } {
  const lines = (name: string): string[] =>
    readFileSync(join(__dirname, `../../corpus-personal/${name}.${half}.txt`), 'utf8')
      .split(/\r?\n/)
      .filter((line) => line !== '' && !line.startsWith('#'));
  return { positives: lines('positives').map(readPositive), ordinary: lines('ordinary') };
}

function readPositive(line: string): Labelled {
  const tab = line.indexOf('\t');
  const kind = line.slice(0, tab);
  const pieces = line.slice(tab + 1).split(/[⟦⟧]/);
  const data: string[] = [];
  let text = '';
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) data.push(`${kind} ${text.length}-${text.length + piece.length}`);
    text += piece;
  }
  return { text, data };
}

function find(text: string): string[] {
  return findPersonalData(text).map(({ kind, span }) => `${kind} ${span.start}-${span.end}`);
}

/** What goes wrong in a half, sentence by sentence. */
export function mistakes(half: Half): { missed: string[]; alarms: string[] } {
  const { positives, ordinary } = readCorpus(half);
  const missed: string[] = [];
  const alarms: string[] = [];
  for (const { text, data } of [...positives, ...ordinary.map((text) => ({ text, data: [] as string[] }))]) {
    const found = find(text);
    missed.push(...data.filter((datum) => !found.includes(datum)).map((datum) => `${datum} | ${text}`));
    alarms.push(...found.filter((datum) => !data.includes(datum)).map((datum) => `${datum} | ${text}`));
  }
  return { missed, alarms };
}

/** The figures by kind. */
export function score(which: readonly Half[]): Map<DatumKind, Score> {
  const all = which.map((half) => ({ ...readCorpus(half), ...mistakes(half) }));
  const count = (lines: readonly string[], kind: string): number =>
    lines.filter((line) => line.startsWith(`${kind} `)).length;
  const kinds = Object.keys(datumKinds) as DatumKind[];
  return new Map(
    kinds.map((kind) => {
      const sum = (of: (half: (typeof all)[number]) => number): number =>
        all.reduce((total, half) => total + of(half), 0);
      const data = sum(({ positives }) =>
        count(
          positives.flatMap((each) => each.data),
          kind,
        ),
      );
      const found = data - sum(({ missed }) => count(missed, kind));
      return [kind, { data, found, falseAlarms: sum(({ alarms }) => count(alarms, kind)) }];
    }),
  );
}

/** Figures as a table of Markdown, with the totals in its last line. */
export function printScores(scores: ReadonlyMap<DatumKind, Score>): string {
  const rows = [...scores].map(([kind, each]) => printRow(datumKinds[kind].replace(/^an? /, ''), each));
  const total = [...scores.values()].reduce(
    (sum, { data, found, falseAlarms }) => ({
      data: sum.data + data,
      found: sum.found + found,
      falseAlarms: sum.falseAlarms + falseAlarms,
    }),
    { data: 0, found: 0, falseAlarms: 0 },
  );
  const head = [
    '| kind | data | found | false alarms | precision | recall |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows, printRow('all', total)].join('\n');
}

function printRow(name: string, { data, found, falseAlarms }: Score): string {
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3));
  const figures = [data, found, falseAlarms, share(found, found + falseAlarms), share(found, data)];
  return `| ${[name, ...figures].join(' | ')} |`;
}

/*
 * The appendices of a report in Word: the standards with what addresses them and what was left out, the evidence
 * register, the surveys and the table of actions.
 */
import type { FileChild } from 'docx';
import type { DocxBlocks } from './blocks';
import { spoken, type SpokenWords } from '../citedWords';
import { inLanguage, run } from './inlines';
import { printDocxTable } from './tables';
import {
  numberedTitle,
  type EvidenceAppendix,
  type Report,
  type StandardsAppendix,
  type SurveyAppendix,
} from '../report';
import { printDate, printEvidenceKind } from '../words';

/** Prints the appendices of a report, in their order; each begins on a page of its own. */
export function printDocxAppendices(report: Report, print: DocxBlocks): FileChild[] {
  const { standards, evidence, surveys, actionTable } = report;
  return [
    ...standardsOf(standards, print),
    ...(evidence ? evidenceOf(report, evidence, print) : []),
    ...(surveys ? surveysOf(surveys, print) : []),
    ...(actionTable ? actionsOf(report, actionTable, print) : []),
  ];
}

function standardsOf(appendix: StandardsAppendix, print: DocxBlocks): FileChild[] {
  const { words } = print.inlines;
  const { covered, inScope, excluded, catalogues } = appendix;
  const tables = catalogues.flatMap(({ title, publisher, edition, themes, language }) => [
    print.title(2, title, { ...(language !== undefined && { language }) }),
    ...[[publisher, edition].filter((each) => each !== undefined).join(', ')]
      .filter((source) => source !== '')
      .map((source) => paragraphOf(print, source)),
    ...themes.flatMap((theme) =>
      printDocxTable(words.table, {
        title: [{ words: `${words.theme} ${theme.id}: ` }, spoken(theme.title, language)],
        description: words.coverage(covered, inScope, excluded),
        head: cells([
          words.standard,
          words.element,
          words.wording,
          words.state,
          words.strengths,
          words.development,
        ]),
        rows: theme.elements.flatMap((element) =>
          element.standards.map((each) => {
            const figure = (count: number): string =>
              each.state === 'excluded' && count === 0 ? '–' : String(count);
            const state = words[each.state];
            return [
              [run(each.id)],
              [run(`${element.id}. `), inLanguage(spoken(element.title, language))],
              [inLanguage(spoken(each.words, language))],
              ...cells([state, figure(each.strengths), figure(each.development)]),
            ];
          }),
        ),
        shares: [13, 20, 31, 15, 14, 18],
        align: [undefined, undefined, undefined, undefined, 'right', 'right'],
        namesRows: true,
      }),
    ),
  ]);
  return [
    print.title(1, numberedTitle(appendix), { id: appendix.id, isNew: true }),
    paragraphOf(print, `${words.coverage(covered, inScope, excluded)}.`),
    ...tables,
    ...outOfScope(appendix, print),
  ];
}

/** What was left out, with its reason; a standard that goes with its element is not said again. */
function outOfScope({ catalogues }: StandardsAppendix, print: DocxBlocks): FileChild[] {
  const { words } = print.inlines;
  const line = (kind: string, id: string, wording: SpokenWords, reason: string): FileChild =>
    print.bullet(0, [
      run(`${kind} ${id}`, { bold: true }),
      run(' '),
      inLanguage(wording),
      run(` (${reason})`),
    ]);
  const items = catalogues.flatMap(({ themes, language }) =>
    themes.flatMap(({ elements }) =>
      elements.flatMap(({ id, title, reason, standards, probes }) => [
        ...(reason === undefined ? [] : [line(words.element, id, spoken(title, language), reason)]),
        ...standards.flatMap((each) =>
          each.reason === undefined || each.reason === reason
            ? []
            : [line(words.standard, each.id, spoken(each.words, language), each.reason)],
        ),
        ...probes.map((probe) => line(words.probe, probe.id, spoken(probe.words, language), probe.reason)),
      ]),
    ),
  );
  return items.length === 0 ? [] : [print.title(2, words.scope), ...items];
}

function evidenceOf(report: Report, appendix: EvidenceAppendix, print: DocxBlocks): FileChild[] {
  const { words } = print.inlines;
  const { entries, before } = appendix;
  const own = [...new Set(entries.flatMap(({ others }) => others.map(({ heading }) => heading)))];
  const rows = entries.map((entry) => [
    [run(entry.id)],
    [run(printEvidenceKind(report.language, entry.kind, entry.kindWords))],
    print.inlines.print(entry.description),
    [run(entry.date === undefined ? '' : printDate(report.language, entry.date))],
    [run(entry.reviewer ?? '')],
    ...own.map((heading) =>
      entry.others
        .filter((other) => other.heading === heading)
        .flatMap((other) => print.inlines.print(other.words)),
    ),
  ]);
  const heads = [words.id, words.kind, words.description, words.date, words.reviewer, ...own];
  const table = printDocxTable(words.table, {
    title: words.evidenceRegister,
    description: heads.join(', '),
    head: cells(heads),
    rows,
    shares: [10, 18, 40, 18, 14],
    namesRows: true,
  });
  return [
    print.title(1, numberedTitle(appendix), { id: appendix.id, isNew: true }),
    ...print.print(before),
    ...(rows.length === 0 ? [] : table),
  ];
}

function surveysOf(appendix: SurveyAppendix, print: DocxBlocks): FileChild[] {
  return [
    print.title(1, numberedTitle(appendix), { id: appendix.id, isNew: true }),
    ...print.print(appendix.surveys.map(({ block }) => block)),
  ];
}

function actionsOf(
  report: Report,
  appendix: NonNullable<Report['actionTable']>,
  print: DocxBlocks,
): FileChild[] {
  const { words } = print.inlines;
  const items = (report.actions?.groups ?? []).flatMap((group) => group.items);
  const heads = [words.number, words.action, words.lead, words.due];
  return [
    print.title(1, numberedTitle(appendix), { id: appendix.id, isNew: true }),
    ...printDocxTable(words.table, {
      title: appendix.title,
      description: heads.join(', '),
      head: cells(heads),
      rows: items.map((item, i) =>
        cells([
          String(i + 1),
          item.words === '' ? words.noWords : item.words,
          item.lead ?? '',
          item.due === undefined ? '' : printDate(report.language, item.due),
        ]),
      ),
      shares: [8, 54, 22, 16],
      namesRows: true,
    }),
  ];
}

function paragraphOf(print: DocxBlocks, words: string): FileChild {
  return print.paragraph([run(words)]);
}

function cells(words: readonly string[]): ReturnType<typeof run>[][] {
  return words.map((each) => [run(each)]);
}

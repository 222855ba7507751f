/*
 * The appendices of a report as Markdown: the standards with what addresses them and what was left out, the evidence
 * register, the surveys and the table of actions.
 */
import type { PhrasingContent, RootContent, TableRow } from 'mdast';
import type { MarkdownBlocks } from './blocks';
import { heading, list, plain, table, text } from './nodes';
import { numberedTitle, type EvidenceAppendix, type Report } from '../report';
import { printDate, printEvidenceKind } from '../words';

/** All appendices in their order. */
export function markdownAppendices(report: Report, print: MarkdownBlocks): RootContent[] {
  const { words, language } = print;
  const { standards, evidence, surveys, actionTable, actions } = report;
  const { covered, inScope, excluded, catalogues } = standards;
  return [
    heading(2, text(numberedTitle(standards))),
    plain(`${words.coverage(covered, inScope, excluded)}.`),
    ...catalogues.flatMap(({ title, themes }) => [
      heading(3, text(title)),
      ...themes.flatMap((theme) => [
        heading(4, text(`${words.theme} ${theme.id}: ${theme.title}`)),
        table(
          [words.element, words.standard, words.wording, words.state, words.strengths, words.development],
          theme.elements.flatMap((element) =>
            element.standards.map((each) => [
              `${element.id}. ${element.title}`,
              each.id,
              each.words,
              each.reason === undefined ? words[each.state] : `${words[each.state]}: ${each.reason}`,
              String(each.strengths),
              String(each.development),
            ]),
          ),
        ),
        ...theme.elements.flatMap(({ probes }) =>
          probes.length === 0
            ? []
            : [
                list(
                  probes.map(({ id, words: wording, reason }) => [
                    plain(`${words.probe} ${id}: ${wording} (${words.excluded}: ${reason})`),
                  ]),
                ),
              ],
        ),
      ]),
    ]),
    ...(evidence
      ? print.withNotes(() => [
          heading(2, text(numberedTitle(evidence))),
          ...print.blocks(evidence.before),
          ...register(evidence, print),
        ])
      : []),
    ...(surveys
      ? [
          heading(2, text(numberedTitle(surveys))),
          ...surveys.surveys.flatMap(({ block }) => print.blocks([block])),
        ]
      : []),
    ...(actionTable
      ? [
          heading(2, text(numberedTitle(actionTable))),
          table(
            [words.action, words.lead, words.due],
            (actions?.groups ?? []).flatMap(({ items }) =>
              items.map(({ words: said, lead = '', due = '' }) => [said, lead, printDate(language, due)]),
            ),
          ),
        ]
      : []),
  ];
}

function register({ entries }: EvidenceAppendix, print: MarkdownBlocks): RootContent[] {
  const { words, language } = print;
  if (entries.length === 0) return [];
  const own = [...new Set(entries.flatMap(({ others }) => others.map((other) => other.heading)))];
  const row = (cells: readonly PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: cells.map((children) => ({ type: 'tableCell', children })),
  });
  const heads = [words.id, words.kind, words.description, words.date, words.reviewer, ...own];
  const rows = entries.map((entry) =>
    row([
      [text(entry.id)],
      [text(printEvidenceKind(language, entry.kind, entry.kindWords))],
      print.inlines(entry.description),
      [text(entry.date === undefined ? '' : printDate(language, entry.date))],
      [text(entry.reviewer ?? '')],
      ...own.map((name) =>
        entry.others
          .filter(({ heading: other }) => other === name)
          .flatMap((other) => print.inlines(other.words)),
      ),
    ]),
  );
  return [{ type: 'table', children: [row(heads.map((head) => [text(head)])), ...rows] }];
}

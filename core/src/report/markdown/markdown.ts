/*
 * A report as plain Markdown, for whoever wants to go on with it elsewhere: none of our own syntax is left, so any
 * reader of Markdown shows the same words. Citations stand in brackets behind their sentences, and a reviewer's
 * footnotes at the end of their chapter.
 */
import type { BlockContent, RootContent } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { citationToMarkdown } from '../../syntax/remarkCitations';
import { markdownAppendices } from './appendices';
import { MarkdownBlocks } from './blocks';
import { heading, list, paragraph, plain, text } from './nodes';
import {
  contentsOf,
  numberedTitle,
  type Chapter,
  type FindingGroup,
  type ItemChapter,
  type Report,
  type ReportAction,
  type ReportSuggestion,
} from '../report';
import { printDate } from '../words';

/** Prints a report as Markdown. */
export function printReportMarkdown(report: Report): string {
  const children = new MarkdownPrinter(report).report();
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      emphasis: '*',
      rule: '-',
      listItemIndent: 'one',
      extensions: [
        gfmTableToMarkdown({ tablePipeAlign: false }),
        gfmStrikethroughToMarkdown(),
        citationToMarkdown(),
      ],
    },
  );
}

class MarkdownPrinter {
  private readonly print: MarkdownBlocks;

  constructor(private readonly value: Report) {
    this.print = new MarkdownBlocks(value);
  }

  report(): RootContent[] {
    const { value, print } = this;
    const { words } = print;
    const { title, subject, date, draft, missing, team, front, chapters, suggestions, actions } = value;
    const lines = [
      subject === title ? undefined : subject,
      date === undefined ? undefined : printDate(value.language, date),
      draft ? words.draft : undefined,
      missing.length === 0 ? undefined : words.missing(missing),
    ];
    const entries = contentsOf(value).map((entry) => [plain(numberedTitle(entry))]);
    return [
      heading(1, text(title)),
      ...lines.flatMap((line) => (line === undefined ? [] : [paragraph([text(line)])])),
      ...front.flatMap((chapter) => this.chapter(chapter)),
      ...(team.length === 0
        ? []
        : [
            heading(2, text(words.team)),
            list(
              team.map(({ initials, name, role }) => [
                plain([name ?? initials, role].filter((each) => each !== undefined).join(', ')),
              ]),
            ),
          ]),
      heading(2, text(words.contents)),
      list(entries),
      ...chapters.flatMap((chapter) => this.chapter(chapter)),
      ...[suggestions, actions].flatMap((each) => (each ? this.items(each) : [])),
      ...markdownAppendices(value, print),
    ];
  }

  private chapter(chapter: Chapter): RootContent[] {
    const { print } = this;
    const { words } = print;
    const { strengths, development, narrative, kind } = chapter;
    const isBare = kind === 'theme' && strengths.length + development.length + narrative.length === 0;
    return this.print.withNotes(() => [
      heading(2, text(numberedTitle(chapter))),
      ...(isBare ? [plain(words.noFindings)] : []),
      ...this.findings(words.strengths, strengths),
      ...this.findings(words.development, development),
      ...this.print.blocks(narrative),
    ]);
  }

  private findings(title: string, groups: readonly FindingGroup[]): RootContent[] {
    if (groups.length === 0) return [];
    return [
      heading(3, text(title)),
      ...groups.flatMap((group) => [
        ...(group.title === undefined ? [] : [heading(4, text(group.title))]),
        ...this.print.blocks(group.before),
        ...(group.findings.length === 0
          ? []
          : [list(group.findings.map(({ blocks }) => this.print.inner(blocks)))]),
      ]),
    ];
  }

  private items(chapter: ItemChapter<ReportSuggestion | ReportAction>): RootContent[] {
    return this.print.withNotes(() => [
      heading(2, text(numberedTitle(chapter))),
      ...chapter.groups.flatMap(({ title, before, items }) => [
        ...(title === undefined ? [] : [heading(3, text(title))]),
        ...this.print.blocks(before),
        ...(items.length === 0 ? [] : [list(items.map((item) => this.item(item)))]),
      ]),
    ]);
  }

  private item({ blocks, lead, due }: ReportSuggestion | ReportAction): BlockContent[] {
    const { print, value } = this;
    const { words } = print;
    const followed = [
      ...(lead === undefined ? [] : [`${words.lead}: ${lead}`]),
      ...(due === undefined ? [] : [`${words.due}: ${printDate(value.language, due)}`]),
    ].join('. ');
    return [...this.print.inner(blocks), ...(followed === '' ? [] : [plain(followed)])];
  }
}

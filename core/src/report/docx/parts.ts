/*
 * A report from its title page to its last appendix, as what stands in a Word document. The order is that of report.ts.
 */
import { TableOfContents, type FileChild } from 'docx';
import { printDocxAppendices } from './appendices';
import { DocxBlocks } from './blocks';
import { run } from './inlines';
import { frontHeading } from './styles';
import {
  numberedTitle,
  type Chapter,
  type FindingGroup,
  type ItemChapter,
  type Report,
  type ReportSuggestion,
} from '../report';
import { printDate, type ReportWords } from '../words';

/** The content of the document, and whether its pages can be laid out quickly. */
export function printDocxParts(report: Report): {
  readonly children: FileChild[];
  readonly isLaidOutSoon: boolean;
} {
  const print = new DocxBlocks(report);
  const { words } = print.inlines;
  const { chapters, suggestions, actions } = report;
  const children = [
    ...titlePage(report, print),
    // A heading that the contents themselves do not list.
    print.title(1, words.contents, { style: 'TOCHeading', isNew: true }),
    new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    ...chapters.flatMap((chapter, i) => printChapter(chapter, print, i === 0 || chapter.kind === 'theme')),
    ...[suggestions, actions].flatMap((each) =>
      each ? printItems(report, each, print, each === (suggestions ?? actions)) : [],
    ),
    ...printDocxAppendices(report, print),
  ];
  return { children, isLaidOutSoon: print.isLaidOutSoon };
}

function titlePage(report: Report, print: DocxBlocks): FileChild[] {
  const { title, subject, date, draft, missing, team, front, language } = report;
  const { words } = print.inlines;
  return [
    print.paragraph([run(title)], 'Title'),
    ...(subject === undefined || subject === title ? [] : [print.paragraph([run(subject)], 'Subtitle')]),
    ...(date === undefined ? [] : [print.paragraph([run(printDate(language, date))])]),
    ...(draft ? [print.paragraph([run(words.draft, { bold: true })])] : []),
    ...(missing.length === 0 ? [] : [print.paragraph([run(words.missing(missing), { bold: true })])]),
    ...front.flatMap((chapter) => [
      print.title(1, chapter.title, { style: frontHeading.id, id: chapter.id }),
      ...chapterBody(chapter, print),
    ]),
    ...(team.length === 0
      ? []
      : [
          print.title(1, words.team, { style: frontHeading.id }),
          ...team.map(({ initials, name, role }) =>
            print.bullet(0, [
              run(name ?? initials, { bold: true }),
              ...(role === undefined ? [] : [run(`, ${role}`)]),
            ]),
          ),
        ]),
  ];
}

function printChapter(chapter: Chapter, print: DocxBlocks, isNew: boolean): FileChild[] {
  const { id, language } = chapter;
  return [
    print.title(1, numberedTitle(chapter), { id, isNew, ...(language !== undefined && { language }) }),
    ...chapterBody(chapter, print),
  ];
}

function chapterBody(chapter: Chapter, print: DocxBlocks): FileChild[] {
  const { words } = print.inlines;
  const { strengths, development, narrative, kind } = chapter;
  const isBare = kind === 'theme' && strengths.length + development.length + narrative.length === 0;
  return [
    ...(isBare ? [print.paragraph([run(words.noFindings)])] : []),
    ...findings(words.strengths, strengths, print),
    ...findings(words.development, development, print),
    ...print.print(narrative),
  ];
}

function findings(title: string, groups: readonly FindingGroup[], print: DocxBlocks): FileChild[] {
  if (groups.length === 0) return [];
  return [
    print.title(2, title),
    ...groups.flatMap((group) => [
      ...(group.title === undefined ? [] : [print.title(3, group.title)]),
      ...print.print(group.before),
      ...print.items(group.findings, print.inlines.words.noWords),
    ]),
  ];
}

/** Suggestions, or actions with their leads and days. */
function printItems(
  report: Report,
  chapter: ItemChapter<ReportSuggestion>,
  print: DocxBlocks,
  isNew: boolean,
): FileChild[] {
  const { words } = print.inlines;
  return [
    print.title(1, numberedTitle(chapter), { id: chapter.id, isNew }),
    ...chapter.groups.flatMap(({ title, language, before, items }) => [
      ...(title === undefined
        ? []
        : [print.title(2, title, { ...(language !== undefined && { language }) })]),
      ...print.print(before),
      ...items.flatMap((item) => {
        const followed = followedBy(report, item, words);
        return [
          ...print.items([item], words.noWords),
          ...(followed === '' ? [] : [print.beneath([run(followed, { italics: true })])]),
        ];
      }),
    ]),
  ];
}

function followedBy(report: Report, { lead, due }: ReportSuggestion, words: ReportWords): string {
  return [
    ...(lead === undefined ? [] : [`${words.lead}: ${lead}`]),
    ...(due === undefined ? [] : [`${words.due}: ${printDate(report.language, due)}`]),
  ].join('. ');
}

/*
 * A report as a page that follows the text: its parts are blocks, and a part is printed again only when something in it
 * is another, or stands elsewhere. Every block says where it stands, so that page and editor can scroll together.
 */
import type { ElementContent } from 'hast';
import { isSameList } from '../text/arrays';
import type { Review } from '../review/review';
import { eachBlock, type Block as ReportBlock } from '../report/blocks';
import { h, printHtml } from '../report/html/hast';
import type { LineOf } from './findingsHtml';
import type { Block, Page } from './page';
import { isDraft } from '../readiness/gate';
import { ReportReader } from '../report/readReport';
import { contentsOf, type Chapter, type Report } from '../report/report';
import { citationStyles, type CitationStyle } from '../report/html/blocks';
import { reportParts } from '../report/html/body';
import { reportWords } from '../report/words';

interface Printed {
  readonly depends: readonly unknown[];
  readonly block: Block;
}

/** Prints the report of one review again and again. */
export class ReportPage {
  private readonly reader = new ReportReader();
  private printed: ReadonlyMap<string, Printed> = new Map();
  private footnotes: Report['footnotes'] = [];

  print(review: Review, lineOf: LineOf): Page {
    const report = this.reader.read(review, { draft: isDraft(review) });
    const documents = new Map(review.documents.map(({ uri }, i) => [uri, i]));
    const parts = reportParts(report, { citations: 'notes', preview: { lineOf, documents } });
    // Blocks name their document by its number, which is another as soon as a document comes or goes.
    const names = JSON.stringify([...documents.keys()]);
    // One list stands for all footnotes, because every part depends on every one.
    if (!isSameList(this.footnotes, report.footnotes)) this.footnotes = report.footnotes;
    const chapters = new Map(report.chapters.map((chapter) => [chapter.id, chapter]));
    const now = parts.map(({ key, print }): [string, Printed] => {
      const own =
        key === 'title'
          ? titleOf(report)
          : dependsOn({ ...report, footnotes: this.footnotes }, key, chapters.get(key), lineOf);
      const depends = [names, ...own];
      const before = this.printed.get(key);
      if (before && isSameList(before.depends, depends)) return [key, before];
      const html = key === 'title' ? printTitle(print(), report, documents) : printHtml([print()]);
      return [key, { depends, block: { key, fragments: [html] } }];
    });
    this.printed = new Map(now);
    return now.map(([, { block }]) => block);
  }
}

/** What the buttons say; they are words of the editor, which is in English whatever the report is in. */
const styleNames: Readonly<Record<CitationStyle, string>> = {
  notes: 'As notes',
  superscripts: 'As superscripts',
  hidden: 'Hidden',
};

/** The title page, with what a page needs once: its language, the names of the documents, and how citations are shown. */
function printTitle(
  title: ElementContent,
  { language }: Report,
  documents: ReadonlyMap<string, number>,
): string {
  const choices = citationStyles.map((style) =>
    h('button', { type: 'button', dataCitations: style, ariaPressed: 'false' }, styleNames[style]),
  );
  const about = {
    dataDocuments: JSON.stringify([...documents.keys()]),
    dataLanguage: reportWords[language].tag,
  };
  return printHtml([
    h(
      'div',
      { className: 'controls', lang: 'en', ...about },
      h('span', { id: 'how-cited' }, 'Citations'),
      h('div', { className: 'choices', role: 'group', ariaLabelledBy: 'how-cited' }, choices),
      h('button', { type: 'button', dataAsk: 'export' }, 'Export…'),
    ),
    title,
  ]);
}

function titleOf(report: Report): unknown[] {
  const { language, title, subject, date, draft, missing, team, front } = report;
  return [language, JSON.stringify([title, subject, date, draft, missing, team, front])];
}

/** Everything that a part shows, in an order: objects that stay the same as long as what they say does, and lines. */
function dependsOn(report: Report, key: string, chapter: Chapter | undefined, lineOf: LineOf): unknown[] {
  const { language, suggestions, actions, standards, evidence, surveys, footnotes } = report;
  const at = ({ uri, span }: ReportBlock['source']): number => lineOf(uri, span.start);
  const placed = (blocks: readonly ReportBlock[]): unknown[] =>
    // A heading is made anew each time, because its level depends on what is above it; its words are not.
    [...eachBlock(blocks)].flatMap((block) => [
      ...(block.type === 'heading' ? [block.children, block.level] : [block]),
      at(block.source),
    ]);
  if (chapter) return [language, footnotes, ...chapterParts(chapter, placed)];
  const list = [suggestions, actions].find((each) => each?.id === key);
  if (list) {
    const groups = list.groups.flatMap(({ title, language: spoken, before, items }) => [
      title,
      spoken,
      ...placed(before),
      ...items.flatMap(({ blocks, lead, due, source, id }) => [id, ...placed(blocks), lead, due, at(source)]),
    ]);
    return [language, list.number, list.title, footnotes, ...groups];
  }
  if (key === evidence?.id) {
    const { entries, before, number } = evidence;
    return [language, number, footnotes, ...placed(before), ...entries.flatMap((e) => [e, at(e.source)])];
  }
  if (key === standards.id) return [language, JSON.stringify(standards)];
  if (key === surveys?.id)
    return [language, surveys.number, ...surveys.surveys.flatMap(({ block }) => placed([block]))];
  if (key === report.actionTable?.id)
    return [language, JSON.stringify([report.actionTable, actions?.groups])];
  return [language, JSON.stringify(contentsOf(report))];
}

function chapterParts(chapter: Chapter, placed: (blocks: readonly ReportBlock[]) => unknown[]): unknown[] {
  const { id, number, title, language, kind, strengths, development, narrative, gaps } = chapter;
  const groups = [...strengths, { title: undefined, before: [], findings: [] }, ...development];
  return [
    [id, number, title, language, kind].join('\n'),
    ...groups.flatMap((group) => [
      group.title,
      ...placed(group.before),
      group.findings.length,
      ...group.findings.flatMap((finding) => [finding.id, finding.empty, ...placed(finding.blocks)]),
    ]),
    ...placed(narrative),
    JSON.stringify(gaps),
  ];
}

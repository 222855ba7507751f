/*
 * A report as the parts of a page: title page, contents, chapters. The appendices are tables.ts, the file
 * around them is file.ts. A preview prints the same parts with places, and with marks on what is not ready.
 */
import type { Element, ElementContent } from 'hast';
import { spoken } from '../citedWords';
import { anchorOf, BlockPrinter, inLanguage, titled, type ReportHtmlOptions } from './blocks';
import { h } from './hast';
import {
  contentsOf,
  type Chapter,
  type FindingGroup,
  type ItemChapter,
  type Report,
  type ReportAction,
  type ReportFinding,
  type ReportSuggestion,
} from '../report';
import { ReportTables } from './tables';
import { printDate, reportWords, type ReportWords } from '../words';

/** One part of a page, known by its key. */
export interface ReportPart {
  readonly key: string;
  readonly print: () => Element;
}

/** The parts of a report in their order: what stands above the contents, the contents, and the rest. */
export function reportParts(report: Report, options: ReportHtmlOptions): readonly ReportPart[] {
  const printer = new ReportPrinter(report, options);
  const { chapters, suggestions, actions } = report;
  return [
    { key: 'title', print: () => printer.titlePage() },
    { key: 'contents', print: () => printer.contents() },
    ...chapters.map((chapter) => ({ key: chapter.id, print: () => printer.chapter(chapter) })),
    ...(suggestions ? [{ key: suggestions.id, print: () => printer.items(suggestions, false) }] : []),
    ...(actions ? [{ key: actions.id, print: () => printer.items(actions, true) }] : []),
    ...printer.appendices(),
  ];
}

class ReportPrinter {
  private readonly words: ReportWords;
  private readonly anchors: ReadonlySet<string>;

  constructor(
    private readonly report: Report,
    private readonly options: ReportHtmlOptions,
  ) {
    this.words = reportWords[report.language];
    const elements = report.standards.catalogues.flatMap(({ themes }) =>
      themes.flatMap((theme) => theme.elements),
    );
    this.anchors = new Set([
      ...elements.flatMap(({ id, standards }) => [
        anchorOf('element', id),
        ...standards.map((standard) => anchorOf('standard', standard.id)),
      ]),
      ...(report.evidence?.entries ?? []).map(({ id }) => anchorOf('evidence', id)),
    ]);
  }

  titlePage(): Element {
    const { report, words } = this;
    const { title, subject, date, draft, missing, team, language } = report;
    return h(
      'header',
      { className: 'title-page', dataKey: 'title' },
      draft ? h('p', { className: 'draft' }, words.draft) : undefined,
      missing.length === 0 ? undefined : h('p', { className: 'missing' }, words.missing(missing)),
      h('h1', {}, title),
      subject === undefined || subject === title ? undefined : h('p', { className: 'subject' }, subject),
      date === undefined ? undefined : h('p', { className: 'date' }, printDate(language, date)),
      report.front.map((chapter) => this.chapter(chapter)),
      team.length === 0
        ? undefined
        : h(
            'section',
            { className: 'team', ariaLabelledBy: 'team-title' },
            h('h2', { id: 'team-title' }, words.team),
            h(
              'ul',
              {},
              team.map(({ initials, name, role }) =>
                h('li', {}, h('strong', {}, name ?? initials), role === undefined ? undefined : `, ${role}`),
              ),
            ),
          ),
    );
  }

  contents(): Element {
    const entries = contentsOf(this.report).map(({ id, number, title, language }) =>
      h(
        'li',
        {},
        h(
          'span',
          { className: 'number' },
          number === undefined ? '' : /^\d/.test(number) ? `${number}.` : `${number}:`,
        ),
        ' ',
        h('a', { href: `#${id}`, ...(language !== undefined && { lang: language }) }, title),
      ),
    );
    return h(
      'nav',
      { className: 'contents', ariaLabelledBy: 'contents', dataKey: 'contents' },
      h('h2', { id: 'contents' }, this.words.contents),
      h('ul', {}, entries),
    );
  }

  chapter(chapter: Chapter): Element {
    const print = this.printer(chapter.id);
    const { strengths, development, narrative, kind, gaps } = chapter;
    const isBare = kind === 'theme' && strengths.length + development.length + narrative.length === 0;
    return titled(
      chapter,
      `chapter ${kind}`,
      isBare ? h('p', { className: 'bare' }, this.words.noFindings) : undefined,
      this.findings(print, this.words.strengths, 'strengths', strengths, chapter.id),
      this.findings(print, this.words.development, 'development', development, chapter.id),
      narrative.length === 0 ? undefined : h('div', { className: 'narrative' }, print.blocks(narrative)),
      this.options.preview && gaps.length > 0
        ? h(
            'div',
            { className: 'not-ready gaps', role: 'note', ariaLabel: this.words.gaps },
            h('p', {}, h('strong', {}, `${this.words.gaps}: `), gaps.map(({ id }) => id).join(', ')),
            h(
              'ul',
              {},
              gaps.map(({ id, ...gap }) => h('li', {}, `${id} `, inLanguage(gap))),
            ),
          )
        : undefined,
      print.printNotes(),
    );
  }

  /** Suggestions, or actions with their leads and dates. */
  items(chapter: ItemChapter<ReportSuggestion | ReportAction>, isPlan: boolean): Element {
    const print = this.printer(chapter.id);
    const groups = chapter.groups.map(({ title, language, before, items }) => [
      title === undefined ? undefined : h('h3', {}, inLanguage(spoken(title, language))),
      ...print.blocks(before),
      items.length === 0
        ? undefined
        : h(
            'ul',
            { className: 'items' },
            items.map((item) => this.item(print, item, isPlan)),
          ),
    ]);
    return titled(chapter, isPlan ? 'chapter actions' : 'chapter suggestions', ...groups, print.printNotes());
  }

  appendices(): ReportPart[] {
    const { report } = this;
    const tables = new ReportTables(report, (id) => this.printer(id));
    const { standards, evidence, surveys, actionTable } = report;
    return [
      { key: standards.id, print: () => tables.standards(standards) },
      ...(evidence ? [{ key: evidence.id, print: () => tables.evidence(evidence) }] : []),
      ...(surveys ? [{ key: surveys.id, print: () => tables.surveys(surveys) }] : []),
      ...(actionTable ? [{ key: actionTable.id, print: () => tables.actions(actionTable) }] : []),
    ];
  }

  private printer(chapter: string): BlockPrinter {
    return new BlockPrinter(this.report, this.options, chapter, this.anchors);
  }

  private findings(
    print: BlockPrinter,
    heading: string,
    className: string,
    groups: readonly FindingGroup[],
    chapter: string,
  ): Element | undefined {
    if (groups.length === 0) return undefined;
    const id = `${chapter}-${className}`;
    return h(
      'section',
      // No landmark of its own: its heading says enough, and every chapter would have one of the same name.
      { className },
      h('h3', { id }, heading),
      groups.flatMap(({ title, before, findings }) => [
        title === undefined ? undefined : h('h4', {}, title),
        ...print.blocks(before),
        findings.length === 0
          ? undefined
          : h(
              'ul',
              { className: 'items' },
              findings.map((finding) => this.finding(print, finding)),
            ),
      ]),
    );
  }

  private finding(print: BlockPrinter, finding: ReportFinding): Element {
    const open = finding.empty && this.options.preview !== undefined;
    return h(
      'li',
      {
        id: finding.id,
        ...print.place(finding.source),
        ...(open && { className: 'not-ready' }),
      },
      print.inItem(finding.blocks),
      open ? this.todo(this.words.noWords) : undefined,
    );
  }

  private item(print: BlockPrinter, item: ReportSuggestion | ReportAction, isPlan: boolean): Element {
    const { words, report, options } = this;
    const { lead, due } = item;
    const isFollowed = lead !== undefined || due !== undefined;
    const marks = isPlan && options.preview !== undefined;
    const pair = (
      name: string,
      value: string | undefined,
      missing: string,
    ): (ElementContent | undefined)[] => {
      if (value === undefined) return [marks ? this.todo(missing) : undefined];
      return [h('span', {}, h('strong', {}, `${name}: `), value)];
    };
    const open = marks && (lead === undefined || due === undefined || item.empty);
    return h(
      'li',
      { id: item.id, ...print.place(item.source), ...(open && { className: 'not-ready' }) },
      print.inItem(item.blocks),
      isFollowed || marks
        ? h(
            'p',
            { className: 'followed' },
            pair(words.lead, lead, words.noLead),
            ' ',
            pair(words.due, due === undefined ? undefined : printDate(report.language, due), words.noDue),
          )
        : undefined,
    );
  }

  private todo(words: string): Element {
    return h('span', { className: 'todo' }, ` ${words} `);
  }
}

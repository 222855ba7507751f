/*
 * A report as plain Markdown, for whoever wants to go on with it elsewhere: none of our own syntax is left, so any
 * reader of Markdown shows the same words. Citations stand in brackets behind their sentences, and a reviewer's
 * footnotes at the end of their chapter.
 */
import type { BlockContent, ListItem as MdItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Inline, ListItem } from './blocks';
import { citedInBrackets, citedInSentence } from './citedWords';
import {
  contentsOf,
  type Chapter,
  type FindingGroup,
  type ItemChapter,
  type Report,
  type ReportAction,
  type ReportSuggestion,
} from './report';
import { printDate, printEvidenceKind, reportWords, type ReportWords } from './words';

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
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmStrikethroughToMarkdown()],
    },
  );
}

class MarkdownPrinter {
  private readonly words: ReportWords;
  /** The footnotes of the chapter that is being printed, in the order of their numbers. */
  private notes: string[] = [];

  constructor(private readonly value: Report) {
    this.words = reportWords[value.language];
  }

  report(): RootContent[] {
    const { value, words } = this;
    const { title, subject, date, draft, team, front, chapters, suggestions, actions } = value;
    const lines = [
      subject === title ? undefined : subject,
      date === undefined ? undefined : printDate(value.language, date),
      draft ? words.draft : undefined,
    ];
    const entries = contentsOf(value).map((entry) => [plain(numbered(entry))]);
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
      ...this.appendices(),
    ];
  }

  private chapter(chapter: Chapter): RootContent[] {
    const { words } = this;
    const { strengths, development, narrative, kind } = chapter;
    const isBare = kind === 'theme' && strengths.length + development.length + narrative.length === 0;
    return this.withNotes(() => [
      heading(2, text(numbered(chapter))),
      ...(isBare ? [plain(words.noFindings)] : []),
      ...this.findings(words.strengths, strengths),
      ...this.findings(words.development, development),
      ...this.blocks(narrative),
    ]);
  }

  private findings(title: string, groups: readonly FindingGroup[]): RootContent[] {
    if (groups.length === 0) return [];
    return [
      heading(3, text(title)),
      ...groups.flatMap((group) => [
        ...(group.title === undefined ? [] : [heading(4, text(group.title))]),
        ...this.blocks(group.before),
        ...(group.findings.length === 0
          ? []
          : [list(group.findings.map(({ blocks }) => this.inner(blocks)))]),
      ]),
    ];
  }

  private items(chapter: ItemChapter<ReportSuggestion | ReportAction>): RootContent[] {
    return this.withNotes(() => [
      heading(2, text(numbered(chapter))),
      ...chapter.groups.flatMap(({ title, before, items }) => [
        ...(title === undefined ? [] : [heading(3, text(title))]),
        ...this.blocks(before),
        ...(items.length === 0 ? [] : [list(items.map((item) => this.item(item)))]),
      ]),
    ]);
  }

  private item({ blocks, lead, due }: ReportSuggestion | ReportAction): BlockContent[] {
    const { words, value } = this;
    const followed = [
      ...(lead === undefined ? [] : [`${words.lead}: ${lead}`]),
      ...(due === undefined ? [] : [`${words.due}: ${printDate(value.language, due)}`]),
    ].join('. ');
    return [...this.inner(blocks), ...(followed === '' ? [] : [plain(followed)])];
  }

  private appendices(): RootContent[] {
    const { value, words } = this;
    const { standards, evidence, surveys, actionTable, actions } = value;
    const { covered, inScope, excluded, catalogues } = standards;
    return [
      heading(2, text(numbered(standards))),
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
        ? this.withNotes(() => [
            heading(2, text(numbered(evidence))),
            ...this.blocks(evidence.before),
            ...this.register(),
          ])
        : []),
      ...(surveys
        ? [
            heading(2, text(numbered(surveys))),
            ...surveys.surveys.flatMap(({ block }) => this.blocks([block])),
          ]
        : []),
      ...(actionTable
        ? [
            heading(2, text(numbered(actionTable))),
            table(
              [words.action, words.lead, words.due],
              (actions?.groups ?? []).flatMap(({ items }) =>
                items.map(({ words: said, lead = '', due = '' }) => [
                  said,
                  lead,
                  printDate(value.language, due),
                ]),
              ),
            ),
          ]
        : []),
    ];
  }

  private register(): RootContent[] {
    const { words, value } = this;
    const entries = value.evidence?.entries ?? [];
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
        [text(printEvidenceKind(value.language, entry.kind, entry.kindWords))],
        this.inlines(entry.description),
        [text(entry.date === undefined ? '' : printDate(value.language, entry.date))],
        [text(entry.reviewer ?? '')],
        ...own.map((name) =>
          entry.others
            .filter(({ heading: other }) => other === name)
            .flatMap((other) => this.inlines(other.words)),
        ),
      ]),
    );
    return [{ type: 'table', children: [row(heads.map((head) => [text(head)])), ...rows] }];
  }

  /** The footnotes that something in a chapter refers to, at its end. */
  private withNotes(print: () => RootContent[]): RootContent[] {
    this.notes = [];
    const printed = print();
    const items: BlockContent[][] = [];
    // A footnote may refer to another, which is then added behind it.
    for (const each of this.notes) {
      const note = this.value.footnotes.find(({ id }) => id === each);
      items.push(this.inner(note?.blocks ?? []));
    }
    if (items.length === 0) return printed;
    return [...printed, heading(3, text(this.words.notes)), list(items, 1)];
  }

  private blocks(blocks: readonly Block[]): RootContent[] {
    return blocks.map((block) => this.block(block));
  }

  /** Blocks within an item or a quotation. */
  private inner(blocks: readonly Block[]): BlockContent[] {
    return this.blocks(blocks) as BlockContent[];
  }

  private block(block: Block): RootContent {
    switch (block.type) {
      case 'paragraph':
        return paragraph(this.inlines(block.children));
      case 'heading':
        return heading(Math.min(6, block.level + 2), ...this.inlines(block.children));
      case 'list':
        return list(
          block.items.map((item) => this.listItem(item)),
          block.start,
        );
      case 'quote':
        return { type: 'blockquote', children: this.inner(block.blocks) };
      case 'code':
        return { type: 'code', value: block.value, lang: block.language ?? null };
      case 'rule':
        return { type: 'thematicBreak' };
      case 'table': {
        const rows = [block.head, ...block.rows].map(({ cells }): TableRow => {
          return {
            type: 'tableRow',
            children: cells.map((cell) => ({ type: 'tableCell', children: this.inlines(cell) })),
          };
        });
        return { type: 'table', align: block.align.map((each) => each ?? null), children: rows };
      }
    }
  }

  private listItem({ blocks, checked }: ListItem): BlockContent[] {
    const inner = this.inner(blocks);
    if (checked === undefined) return inner;
    const mark = text(checked ? '☑ ' : '☐ ');
    const [first, ...rest] = inner;
    return first?.type === 'paragraph'
      ? [paragraph([mark, ...first.children]), ...rest]
      : [paragraph([mark]), ...inner];
  }

  private inlines(inlines: readonly Inline[]): PhrasingContent[] {
    return inlines.flatMap((inline): PhrasingContent[] => {
      switch (inline.type) {
        case 'text':
          return [text(inline.value)];
        case 'code':
          return [{ type: 'inlineCode', value: inline.value }];
        case 'emphasis':
        case 'strong':
          return [{ type: inline.type, children: this.inlines(inline.children) }];
        case 'deleted':
          return [{ type: 'delete', children: this.inlines(inline.children) }];
        case 'link':
          return [{ type: 'link', url: inline.href, children: this.inlines(inline.children) }];
        case 'image':
          return [{ type: 'image', url: inline.address, alt: inline.alt }];
        case 'break':
          return [{ type: 'break' }];
        case 'footnote': {
          const known = this.notes.indexOf(inline.id);
          const number = known >= 0 ? known + 1 : this.notes.push(inline.id);
          return [text(` (${this.words.note} ${number})`)];
        }
        case 'citation':
          return inline.spoken
            ? [text(citedInSentence(inline, this.words))]
            : [text(` (${citedInBrackets(inline, this.words)})`)];
      }
    });
  }
}

function numbered({ number, title }: { readonly number?: string; readonly title: string }): string {
  if (number === undefined) return title;
  return /^\d/.test(number) ? `${number}. ${title}` : `${number}: ${title}`;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

function plain(words: string): BlockContent {
  return paragraph([text(words)]);
}

function heading(level: number, ...children: PhrasingContent[]): RootContent {
  return { type: 'heading', depth: level as 1 | 2 | 3 | 4 | 5 | 6, children };
}

function list(items: readonly BlockContent[][], start?: number): BlockContent {
  const children = items.map((each): MdItem => ({
    type: 'listItem',
    spread: each.length > 1,
    children: each,
  }));
  return { type: 'list', ordered: start !== undefined, start: start ?? null, spread: false, children };
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): RootContent {
  const children = [heads, ...rows].map((cells): TableRow => {
    return {
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
    };
  });
  return { type: 'table', children };
}

/*
 * A digest's page as Markdown that any reader of Markdown shows as it was meant. Every word is escaped, those of
 * reviewers and of the cover as our own, so that a finding can neither become a heading or a link nor be lost.
 */
import { documentName } from '../review/review';
import { literalLine } from '../text/markdownEscape';
import type { DigestPage, PageItem, PageSection } from './digestPage';
import type { LineOf } from './findingsHtml';

/** Prints a page as Markdown; it ends with a line end. */
export function printDigestMarkdown(page: DigestPage, lineOf: LineOf): string {
  const print = new Printer(page, lineOf);
  const { title, subject, sentences, sections } = page;
  const blocks = [
    `# ${literalLine(title)}`,
    ...(subject === undefined ? [] : [literalLine(subject)]),
    ...sentences.map(literalLine),
    ...sections.flatMap((section) => print.section(section, 2)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

class Printer {
  constructor(
    private readonly page: DigestPage,
    private readonly lineOf: LineOf,
  ) {}

  section({ title, sentences, items, sections }: PageSection, level: number): string[] {
    return [
      `${'#'.repeat(level)} ${literalLine(title)}`,
      ...sentences.map(literalLine),
      ...(items.length > 0 ? [items.map((item) => this.item(item, '')).join('\n')] : []),
      ...sections.flatMap((section) => this.section(section, level + 1)),
    ];
  }

  private item(item: PageItem, indentation: string): string {
    const { label, words, finding, place, before } = item;
    const cited = finding ? finding.citations.map(literalLine) : [];
    const pieces = [
      ...(label === '' ? [] : [`**${literalLine(label)}:**`]),
      ...(words === '' ? [] : [literalLine(words)]),
      ...cited,
      ...(place ? [`(${this.place(place)})`] : []),
    ];
    const own = `${indentation}- ${pieces.join(' ')}`;
    return before ? `${own}\n${this.item(before, `${indentation}  `)}` : own;
  }

  private place({ uri, span }: NonNullable<PageItem['place']>): string {
    const line = this.lineOf(uri, span.start) + 1;
    return literalLine(`${documentName(this.page.set, uri)}, line ${line}`);
  }
}

/*
 * A digest's page as the inner HTML of a preview, with the words of findings as the findings' preview shows them and
 * every place as a button that leads there. A digest's two buttons at its top are the page's only controls; what they do
 * is the editor's. Another page of the same shape, such as the gate's, is printed alike.
 */
import type { Element as HtmlElement } from 'hast';
import { documentName } from '../review/review';
import { slice } from '../text/span';
import type { DigestPage, PageItem, PageSection } from './digestPage';
import type { LineOf } from './findingsHtml';
import { h, printHtml } from '../report/html/hast';
import { printWords } from './findingWords';

/** Prints a digest as sanitised HTML; a click on a button with `data-ask` asks the editor for what it names. */
export function printDigestHtml(page: DigestPage, lineOf: LineOf): string {
  const controls = h(
    'p',
    { className: 'controls' },
    h('button', { type: 'button', dataAsk: 'since' }, 'Since another day…'),
    ' ',
    h('button', { type: 'button', dataAsk: 'copy' }, 'Copy as Markdown'),
  );
  return printPageHtml(page, lineOf, controls);
}

/** Prints any page of this shape as sanitised HTML, with controls of its own if it has some. */
export function printPageHtml(page: DigestPage, lineOf: LineOf, controls?: HtmlElement): string {
  const print = new Printer(page, lineOf);
  const { title, subject, sentences, sections } = page;
  return printHtml([
    h(
      'header',
      { dataKey: 'header' },
      h('h1', {}, title),
      subject === undefined ? undefined : h('p', { className: 'subject' }, subject),
      sentences.map((sentence) => h('p', { className: 'sentence' }, sentence)),
      controls,
    ),
    ...sections.map((section) => print.section(section, 2)),
  ]);
}

class Printer {
  constructor(
    private readonly page: DigestPage,
    private readonly lineOf: LineOf,
  ) {}

  section({ key, title, sentences, items, sections }: PageSection, level: number): HtmlElement {
    return h(
      'section',
      { className: 'digest', dataKey: key },
      h(`h${level}`, {}, title),
      sentences.map((sentence) => h('p', { className: 'empty' }, sentence)),
      items.length === 0 ? undefined : h('ul', { className: 'findings-list' }, this.items(items, key)),
      sections.map((section) => this.section(section, level + 1)),
    );
  }

  private items(items: readonly PageItem[], key: string): HtmlElement[] {
    return items.map((item, i) => {
      const { place, before } = item;
      return h(
        'li',
        { className: place ? 'finding' : ['finding', 'gone'], dataKey: `${key} ${i}` },
        this.words(item),
        before ? h('div', { className: 'before' }, this.words(before)) : undefined,
        place ? h('p', { className: 'meta' }, this.place(place)) : undefined,
      );
    });
  }

  private words({ label, words, finding }: PageItem): HtmlElement {
    const markdown = finding && slice(finding.document.text, finding.finding.span);
    return h(
      'div',
      { className: 'words' },
      label === '' ? undefined : h('strong', { className: 'label' }, `${label}:`),
      label === '' ? undefined : ' ',
      markdown === undefined ? words : printWords(this.page.set, markdown),
    );
  }

  private place({ uri, span }: NonNullable<PageItem['place']>): HtmlElement {
    const line = this.lineOf(uri, span.start);
    const at = { dataUri: uri, dataStart: span.start, dataLine: line };
    const words = `${documentName(this.page.set, uri)}, line ${line + 1}`;
    return h('button', { type: 'button', className: 'place', ...at }, words);
  }
}

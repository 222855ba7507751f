/*
 * The appendices of a report as HTML: the standards with what addresses them and what was left out, the evidence
 * register, the surveys and the table of actions. Every table has a caption, and headings that say what they head.
 */
import type { Element, ElementContent } from 'hast';
import { spoken } from '../citedWords';
import { h } from './hast';
import type {
  EvidenceAppendix,
  Report,
  ReportElement,
  ReportStandard,
  StandardsAppendix,
  SurveyAppendix,
} from '../report';
import { anchorOf, inLanguage, titled, type BlockPrinter } from './blocks';
import { printDate, printEvidenceKind, reportWords, type ReportWords } from '../words';

/** Prints the appendices of a report. */
export class ReportTables {
  private readonly words: ReportWords;
  private readonly used = new Set<string>();

  constructor(
    private readonly report: Report,
    private readonly printer: (chapter: string) => BlockPrinter,
  ) {
    this.words = reportWords[report.language];
  }

  standards(appendix: StandardsAppendix): Element {
    const { words } = this;
    const { catalogues, covered, inScope, excluded } = appendix;
    this.used.clear();
    const tables = catalogues.flatMap(({ title, publisher, edition, themes, language }) => [
      h('h3', langOf(language), title),
      publisher === undefined && edition === undefined
        ? undefined
        : h(
            'p',
            { className: 'source' },
            [publisher, edition].filter((each) => each !== undefined).join(', '),
          ),
      ...themes.map((theme) =>
        this.table(
          [`${words.theme} ${theme.id}: `, inLanguage(spoken(theme.title, language))],
          [words.standard, words.wording, words.state, words.strengths, words.development, words.mentions],
          theme.elements.map((element) => this.element(element, language)),
          'standards',
        ),
      ),
    ]);
    return titled(
      appendix,
      'appendix',
      h('p', { className: 'coverage' }, words.coverage(covered, inScope, excluded) + '.'),
      tables,
      this.scope(appendix),
    );
  }

  evidence(appendix: EvidenceAppendix): Element {
    const { words, report } = this;
    const print = this.printer(appendix.id);
    const { entries, before } = appendix;
    this.used.clear();
    const own = [...new Set(entries.flatMap(({ others }) => others.map(({ heading }) => heading)))];
    const rows = entries.map((entry) =>
      h(
        'tr',
        print.place(entry.source),
        h('th', { scope: 'row', ...this.anchor('evidence', entry.id) }, entry.id),
        h('td', {}, printEvidenceKind(report.language, entry.kind, entry.kindWords)),
        h('td', {}, print.inlines(entry.description)),
        h(
          'td',
          { className: 'date' },
          entry.date === undefined ? '' : printDate(report.language, entry.date),
        ),
        h('td', {}, entry.reviewer ?? ''),
        own.map((heading) =>
          h(
            'td',
            {},
            entry.others
              .filter((other) => other.heading === heading)
              .flatMap((other) => print.inlines(other.words)),
          ),
        ),
      ),
    );
    const heads = [words.id, words.kind, words.description, words.date, words.reviewer, ...own];
    return titled(
      appendix,
      'appendix',
      print.blocks(before),
      rows.length === 0 ? undefined : this.table(words.evidenceRegister, heads, [h('tbody', {}, rows)]),
      print.printNotes(),
    );
  }

  surveys(appendix: SurveyAppendix): Element {
    const print = this.printer(appendix.id);
    return titled(
      appendix,
      'appendix',
      appendix.surveys.flatMap(({ block }) => print.blocks([block])),
    );
  }

  actions(appendix: { readonly id: string; readonly title: string }): Element {
    const { words, report } = this;
    const items = (report.actions?.groups ?? []).flatMap((group) => group.items);
    const rows = items.map((item, i) =>
      h(
        'tr',
        {},
        h('th', { scope: 'row' }, h('a', { href: `#${item.id}` }, String(i + 1))),
        h('td', {}, item.words),
        h('td', {}, item.lead ?? ''),
        h('td', { className: 'date' }, item.due === undefined ? '' : printDate(report.language, item.due)),
      ),
    );
    const heads = [words.number, words.action, words.lead, words.due];
    return titled(appendix, 'appendix', this.table(appendix.title, heads, [h('tbody', {}, rows)]));
  }

  private element(
    { id, title, state, reason, standards }: ReportElement,
    language: string | undefined,
  ): Element {
    return h(
      'tbody',
      {},
      h(
        'tr',
        { className: 'element' },
        h(
          'th',
          { scope: 'rowgroup', colSpan: 6, ...this.anchor('element', id) },
          `${this.words.element} ${id}: `,
          inLanguage(spoken(title, language)),
          reason === undefined
            ? undefined
            : h('span', { className: 'reason' }, ` ${this.words[state]}: ${reason}`),
        ),
      ),
      standards.map((standard) => this.standard(standard, language)),
    );
  }

  private standard(standard: ReportStandard, language: string | undefined): Element {
    const { id, words, state } = standard;
    const count = (value: number): Element =>
      h('td', { className: 'figure' }, state === 'excluded' && value === 0 ? '–' : String(value));
    return h(
      'tr',
      { className: state },
      h('th', { scope: 'row', ...this.anchor('standard', id) }, id),
      h('td', langOf(language), words),
      h('td', { className: 'state' }, this.words[state]),
      count(standard.strengths),
      count(standard.development),
      count(standard.mentions),
    );
  }

  /** What was left out, with its reason; a standard that goes with its element is not said again. */
  private scope({ catalogues }: StandardsAppendix): Element | undefined {
    const { words } = this;
    const out = (kind: string, id: string, wording: ElementContent, reason: string): Element =>
      h(
        'li',
        {},
        h('strong', {}, `${kind} ${id}`),
        ' ',
        wording,
        ' ',
        h('span', { className: 'reason' }, reason),
      );
    const elements = catalogues.flatMap(({ themes, language }) =>
      themes.flatMap((theme) => theme.elements.map((element) => ({ element, language }))),
    );
    const items = elements.flatMap(({ element, language }): ElementContent[] => [
      ...(element.reason === undefined
        ? []
        : [out(words.element, element.id, inLanguage(spoken(element.title, language)), element.reason)]),
      ...element.standards.flatMap(({ id, words: wording, reason }) =>
        reason === undefined || reason === element.reason
          ? []
          : [out(words.standard, id, inLanguage(spoken(wording, language)), reason)],
      ),
      ...element.probes.map(({ id, words: wording, reason }) =>
        out(words.probe, id, inLanguage(spoken(wording, language)), reason),
      ),
    ]);
    if (items.length === 0) return undefined;
    return h(
      'section',
      { className: 'scope', ariaLabelledBy: 'scope-title' },
      h('h3', { id: 'scope-title' }, words.scope),
      h('ul', {}, items),
    );
  }

  private table(
    caption: ElementContent | string | readonly (ElementContent | string)[],
    heads: readonly string[],
    bodies: readonly Element[],
    className = 'entries',
  ): Element {
    return h(
      'div',
      { className: 'wide' },
      h(
        'table',
        { className },
        h('caption', {}, ...[caption].flat()),
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            heads.map((head) => h('th', { scope: 'col' }, head)),
          ),
        ),
        bodies,
      ),
    );
  }

  /** An anchor, unless it is there already: two catalogues may have an element 1 each. */
  private anchor(kind: string, id: string): { id?: string } {
    const anchor = anchorOf(kind, id);
    if (id === '' || this.used.has(anchor)) return {};
    this.used.add(anchor);
    return { id: anchor };
  }
}

function langOf(language: string | undefined): { lang?: string } {
  return language === undefined ? {} : { lang: language };
}

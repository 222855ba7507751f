/*
 * The notes of a chapter as HTML: numbers in the text that lead to them, and the list at the chapter's end that leads
 * back. Footnotes and citations are counted together, as they come.
 */
import type { ElementContent } from 'hast';
import type { CitationInline } from '../blocks';
import { h } from './hast';
import type { ReportWords } from '../words';

interface Note {
  readonly number: number;
  readonly content: readonly ElementContent[];
}

/** Counts the notes of one chapter, by a key each. */
export class ChapterNotes {
  private readonly notes = new Map<string, Note>();

  constructor(
    private readonly chapter: string,
    private readonly words: ReportWords,
    /** A preview can hide the notes of citations, and the others keep their numbers. */
    private readonly isPreview: boolean,
  ) {}

  /** A number that leads to a note; the same note has the same number. */
  refer(key: string, content: () => ElementContent[], names: readonly string[]): ElementContent[] {
    const known = this.notes.get(key);
    const number = known?.number ?? this.notes.size + 1;
    if (!known) {
      // A footnote may hold citations, which are notes too.
      this.notes.set(key, { number, content: [] });
      this.notes.set(key, { number, content: content() });
    }
    const { chapter, words } = this;
    const link = h(
      'a',
      {
        ...(!known && { id: `${chapter}-ref-${number}` }),
        href: `#${chapter}-note-${number}`,
        role: 'doc-noteref',
        ariaLabel: `${words.note} ${number}`,
      },
      String(number),
    );
    return [h('sup', { className: [...names] }, link)];
  }

  /** All that have been referred to; undefined where there are none. */
  print(): ElementContent | undefined {
    if (this.notes.size === 0) return undefined;
    const { words, chapter } = this;
    const marks = (key: string, number: number): object =>
      this.isPreview ? { value: number, ...(isOfCitation(key) && { className: 'cited' }) } : {};
    const items: ElementContent[] = [...this.notes].map(([key, { number, content }]) =>
      h(
        'li',
        { id: `${chapter}-note-${number}`, ...marks(key, number) },
        content,
        ' ',
        h(
          'a',
          {
            href: `#${chapter}-ref-${number}`,
            role: 'doc-backlink',
            ariaLabel: `${words.backToText} (${number})`,
          },
          '↩',
        ),
      ),
    );
    return h(
      'section',
      { className: 'notes', role: 'doc-endnotes', ariaLabelledBy: `${chapter}-notes ${chapter}-title` },
      h('h3', { id: `${chapter}-notes` }, words.notes),
      h('ol', {}, items),
    );
  }
}

/** What the key of a citation's note begins with. */
const ofCitation = 'citation ';
function isOfCitation(key: string): boolean {
  return key.startsWith(ofCitation);
}

/** The key of a citation's note: the same for all that name the same. */
export function keyOfCitation({ items, unknown }: CitationInline): string {
  const named = [
    ...items.map(({ kind, id }) => `${kind} ${id}`),
    ...unknown.map(({ words }) => `? ${words}`),
  ];
  return `${ofCitation}${named.join()}`;
}

/*
 * What a citation names, in words: as part of a sentence, in brackets behind one, or as a note with the wording. For
 * every printer that writes for people, so that a citation reads alike in all of them.
 */
import type { CitationInline, CitedItem } from './blocks';
import type { ReportWords } from './words';

/** “standards 6.1 and 6.2, probe 6.12”: what a sentence says in place of the brackets. */
export function citedInSentence(citation: CitationInline, words: ReportWords): string {
  const runs = runsOf(citation).map(({ kind, ids }) => {
    const { one, many } = words.cited[kind];
    return `${ids.length === 1 ? one : many} ${listed(ids, words.and)}`;
  });
  return runs.join(', ');
}

/** “standard 6.1; probe 6.12; evidence FG2, D4”: what stands in brackets behind a sentence. */
export function citedInBrackets(citation: CitationInline, words: ReportWords): string {
  return runsOf(citation)
    .map(({ kind, ids }) => {
      const { one, many } = words.cited[kind];
      return `${ids.length === 1 ? one : many} ${ids.join(', ')}`;
    })
    .join('; ');
}

/** “6.1, 6.12, FG2”: the ids alone. */
export function citedIds({ items, unknown }: CitationInline): readonly string[] {
  return [...items.map(({ id }) => id), ...unknown.map(({ words }) => words)];
}

/** “Standard 6.1: wording (Out of scope: reason)”, one for each thing that is cited. */
export function citedInNote(citation: CitationInline, words: ReportWords): readonly string[] {
  return notesOf(citation, words).map((pieces) => pieces.map((piece) => piece.words).join(''));
}

/** Words, and their language where it is another than that of what stands around them. */
export interface SpokenWords {
  readonly words: string;
  readonly language?: string;
}

/** Words in a language, which may be the report's own. */
export function spoken(words: string, language: string | undefined): SpokenWords {
  return language === undefined ? { words } : { words, language };
}

/** The same in one line, in pieces of one language each. */
export function citedInNotePieces(citation: CitationInline, words: ReportWords): readonly SpokenWords[] {
  return notesOf(citation, words).flatMap((pieces, i) => (i === 0 ? pieces : [{ words: '; ' }, ...pieces]));
}

function notesOf(citation: CitationInline, words: ReportWords): readonly (readonly SpokenWords[])[] {
  const known = citation.items.map(({ kind, id, words: wording, language, excluded }) => [
    { words: `${words[kind]} ${id}${wording === '' ? '' : ': '}` },
    spoken(wording, language),
    { words: excluded === undefined ? '' : ` (${words.excluded}: ${excluded})` },
  ]);
  const unknown = citation.unknown.map(({ kind, words: said }) => [
    { words: `${words[kind]} ${said}: ${words.unknown}` },
  ]);
  return [...known, ...unknown].map((pieces) => pieces.filter((piece) => piece.words !== ''));
}

interface Run {
  readonly kind: CitedItem['kind'];
  readonly ids: string[];
}

function runsOf({ items, unknown }: CitationInline): readonly Run[] {
  const runs: Run[] = [];
  const add = (kind: CitedItem['kind'], id: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.ids.push(id);
    else runs.push({ kind, ids: [id] });
  };
  for (const { kind, id } of items) add(kind, id);
  for (const { kind, words } of unknown) add(kind, words);
  return runs;
}

function listed(ids: readonly string[], and: string): string {
  return ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} ${and} ${ids.at(-1) ?? ''}`;
}

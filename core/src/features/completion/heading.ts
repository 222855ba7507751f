/*
 * Section headings behind `#`: the kinds of section that are read, and the themes and elements of the catalogue
 * with their citation. What is typed must begin a word of a title: editors match letters anywhere, and a
 * heading of the reviewer's own would become another one on Enter.
 */
import { citationBehind, elementsOf } from '../../catalogue/index';
import { foldTitle, sectionHeadings } from '../../syntax/sectionKind';
import type { Review } from '../../review/review';
import { languages } from '../../settings/types';
import { span } from '../../text/span';
import { sortKey, type CompletionItem } from './item';
import { lineBefore } from '../../text/ends';

/**
 * The headings that fit a line that begins with `#`; none on any other line, and none where one of them stands
 * in full. Editors must ask again for each letter.
 */
export function completeHeading(text: string, offset: number, review: Review): CompletionItem[] {
  const line = lineBefore(text, offset, 300);
  const typed = /^ {0,3}#{1,6}[ \t]+([^]*)$/.exec(line)?.[1];
  if (typed === undefined) return [];
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  const place = span(offset - typed.length, offset + rest.length);
  const titles = titlesOf(review);
  const whole = foldTitle(typed + rest);
  if (titles.some(({ title, citation }) => [title, `${title}${citation}`].map(foldTitle).includes(whole)))
    return [];
  return titles
    .filter(({ title }) => beginsWord(title, typed))
    .map(({ title, citation }, i) => {
      const label = `${title}${citation}`;
      return {
        label,
        kind: 'heading',
        filterText: label,
        sortText: sortKey(0, i),
        edit: { span: place, text: label },
      };
    });
}

interface Title {
  readonly title: string;
  readonly citation: string;
}

/** Sections in the language of the review, then what the catalogues have, then sections in the other language. */
function titlesOf({ settings, catalogues }: Review): Title[] {
  const [own = [], ...others] = [
    settings.language,
    ...languages.filter((language) => language !== settings.language),
  ].map((language) => Object.values(sectionHeadings).flatMap((names) => names[language].slice(0, 1)));
  const sections = (names: readonly string[]) => names.map((title) => ({ title, citation: '' }));
  const subjects = catalogues.flatMap(({ catalogue }) => [
    ...[...catalogue.themes, ...elementsOf(catalogue)].map((item) => {
      return { title: item.title, citation: citationBehind(catalogue, item) };
    }),
  ]);
  return [...sections(own), ...subjects, ...sections(others.flat())];
}

/** Whether what is typed stands in a title where a word begins; case and accents do not count. */
function beginsWord(title: string, typed: string): boolean {
  const sought = foldAccents(typed).trimEnd();
  const folded = foldAccents(title);
  const starts = [...folded.matchAll(/(?<![\p{L}\p{N}'])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  return sought === '' || starts.some((start) => folded.startsWith(sought, start));
}

function foldAccents(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’ʼ]/g, "'").toLowerCase();
}

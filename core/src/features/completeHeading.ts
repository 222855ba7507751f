/*
 * Section headings behind `#`, in the language of the review: the kinds of section that are read, and the
 * themes and elements of the catalogue with their citation.
 */
import { elementsOf } from '../catalogueIndex';
import { printCitation } from '../citation';
import { sectionHeadings } from '../heading';
import type { ReviewSet } from '../reviewSet';
import { span } from '../span';
import { sortKey, type CompletionItem } from './completionItem';

/** The headings that fit a line that begins with `#`; none on any other line. */
export function completeHeading(text: string, offset: number, set: ReviewSet): CompletionItem[] {
  const line = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - 300), offset))?.[0] ?? '';
  const typed = /^ {0,3}#{1,6}[ \t]+([^\r\n]*)$/.exec(line)?.[1];
  if (typed === undefined) return [];
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 300))?.[0] ?? '';
  const place = span(offset - typed.length, offset + rest.length);
  const { language } = set.settings;
  const kinds = Object.values(sectionHeadings).flatMap((names) => names[language].slice(0, 1));
  const subjects = set.catalogues.flatMap(({ catalogue }) => [
    ...catalogue.themes.map((theme) => `${theme.title} ${printCitation('theme', theme.id)}`),
    ...elementsOf(catalogue).map((element) => `${element.title} ${printCitation('standard', element.id)}`),
  ]);
  return [...kinds, ...subjects].map((title, i) => ({
    label: title,
    kind: 'heading',
    filterText: title,
    sortText: sortKey(0, i),
    edit: { span: place, text: title },
  }));
}

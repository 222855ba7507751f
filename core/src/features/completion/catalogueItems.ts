/*
 * Lines of a completion list for what a catalogue holds: how a standard, element, theme or probe is shown wherever its
 * id can be typed. Where no catalogue can be offered from, one line says why.
 */
import type { Catalogue, CatalogueItem } from '../../catalogue/readCatalogue';
import {
  citedAs,
  elementOf,
  elementsOf,
  nameOf,
  standardsOf,
  themeOf,
  wordingOf,
  type CatalogueFile,
} from '../../catalogue/index';
import { isCitable, keywords, type CitationKind } from '../../syntax/citation';
import type { TextEdit } from '../../text/textEdit';
import type { ReviewContext } from '../../review/context';
import { documentPath, folderOf, pathBelow, type Review } from '../../review/review';
import { reasonOf, scopeOf } from '../../review/scope';
import type { Exclusion } from '../../settings/types';
import { listWords } from '../../text/lists';
import { sortKey, type CompletionItem } from './item';
import { literal, shorten } from '../text';
import { memo } from '../../text/memo';

/** What is the same of an item wherever it is offered. */
export type ShownItem = Omit<CompletionItem, 'sortText' | 'edit'>;

/** An item of a list for what a catalogue contains, with its state where there is one to tell. */
export function itemOf(
  { catalogue }: CatalogueFile,
  item: CatalogueItem,
  { context }: Review,
  state?: string,
): ShownItem {
  return shownIn(context)(catalogue, item, state);
}

/** A list is asked for at every key and is much the same each time, so its items are made once for a context and state. */
const shownIn = memo((context: ReviewContext) => {
  const byState = new Map<string | undefined, Map<CatalogueItem, ShownItem>>();
  return (catalogue: Catalogue, item: CatalogueItem, state: string | undefined): ShownItem => {
    const items = byState.get(state) ?? new Map<CatalogueItem, ShownItem>();
    byState.set(state, items);
    const shown = items.get(item) ?? showItem(catalogue, item, scopeOf(context).get(item), state);
    items.set(item, shown);
    return shown;
  };
});

function showItem(
  catalogue: Catalogue,
  item: CatalogueItem,
  exclusion: Exclusion | undefined,
  state: string | undefined,
): ShownItem {
  const id = citedAs(catalogue, item);
  const title = item.kind === 'standard' || item.kind === 'probe' ? (elementOf(item)?.title ?? '') : '';
  const description = exclusion ? 'excluded' : state;
  return {
    label: id,
    // A list is narrow, and a state that is cut off says nothing.
    detail: ` ${shorten(wordingOf(item), description === undefined ? 44 : 28)}`,
    ...(description !== undefined && { description }),
    documentation: documentationOf(item, exclusion && reasonOf(exclusion)),
    kind: item.kind,
    filterText: `${id} ${title} ${wordingOf(item)}`.replace(/ {2,}/g, ' '),
    about: { kind: item.kind === 'element' ? 'standard' : item.kind, id },
    ...(exclusion && { excluded: true }),
  };
}

/** What an id of a kind can name in a catalogue, as far as it can be cited; elements stand behind all standards. */
export function candidates(kind: CitationKind, file: CatalogueFile): readonly CatalogueItem[] {
  const elements = elementsOf(file.catalogue);
  const citable = (item: CatalogueItem): boolean => isCitable(citedAs(file.catalogue, item));
  switch (kind) {
    case 'theme':
      return file.catalogue.themes.filter(citable);
    case 'probe':
      return elements.flatMap((element) => element.probes);
    case 'standard':
      return [...standardsOf(file.catalogue), ...elements.filter(citable)];
    case 'evidence':
      return [];
  }
}

/** The one line that says why standards are missing from a list; choosing it leaves the text as it is. */
export function missingItem(kind: CitationKind, review: Review, typed: TextEdit): CompletionItem[] {
  const found = kind === 'evidence' ? undefined : problemOf(review);
  if (!found) return [];
  const filterText = typed.text === '' ? found.label : typed.text;
  return [{ ...found, kind: 'problem', filterText, sortText: sortKey(9, 0), edit: typed }];
}

function problemOf(review: Review): { label: string; documentation: string } | undefined {
  const cover = literal(documentPath(review, review.cover.uri));
  const [unknown] = review.unknownCatalogues;
  if (unknown) {
    const known =
      review.knownCatalogues.length === 0 ? '' : ` Known are ${listWords(review.knownCatalogues)}.`;
    return {
      label: `Standards “${shorten(unknown.value, 40)}” are not there`,
      documentation: `${cover} names the standards “${literal(unknown.value)}” behind “standards:”, and there is no such catalogue in this folder. Change the name there, or put the file into the folder.${literal(known)}`,
    };
  }
  const empty = review.catalogues.find(({ catalogue }) => standardsOf(catalogue).length === 0);
  if (!empty) return undefined;
  const name = pathBelow(empty.uri, folderOf(empty.uri));
  const [fault] = empty.catalogue.faults;
  const next = fault ? `It says there: ${fault.message}` : 'It has no standards below its headings.';
  return {
    label: `No standards can be read from ${shorten(name, 40)}`,
    documentation: `Open ${literal(name)} and mend what is marked. ${literal(next)}`,
  };
}

/** How an id of an item is written with its keyword: `std 6.1`, `theme 3`. */
export function keyworded({ catalogue }: CatalogueFile, item: CatalogueItem): string {
  return `${keywords[item.kind === 'element' ? 'standard' : item.kind]} ${citedAs(catalogue, item)}`;
}

function documentationOf(item: CatalogueItem, reason: string | undefined): string {
  const printed =
    item.kind === 'standard' && item.printed !== undefined ? ` (printed ${literal(item.printed)})` : '';
  const lines = [`**${nameOf(item)}**${printed}`, literal(wordingOf(item))];
  const element = elementOf(item);
  if (element && element !== item) lines.push(`*Element ${element.id}: ${literal(element.title)}*`);
  if (item.kind !== 'theme') lines.push(`*Theme ${themeOf(item).id}: ${literal(themeOf(item).title)}*`);
  if (reason !== undefined) lines.push(`**Out of scope:** ${literal(reason)}`);
  return lines.join('\n\n');
}

/*
 * Ids inside an open citation. Uncovered standards of the section's theme come first, then its others,
 * then the rest, and what is out of scope last with the reason. The filter text holds the words too, so
 * that typing `strategy` finds the standards about strategy.
 */
import type { CatalogueItem } from '../catalogue';
import {
  citedAs,
  elementOf,
  elementsOf,
  indexOf,
  nameOf,
  themeOf,
  wordingOf,
  type CatalogueFile,
} from '../catalogueIndex';
import { lastCoverage } from '../coverage';
import type { Document } from '../document';
import { lastHeadings } from '../examination';
import type { OpenCitation } from '../openCitation';
import type { ReviewSet } from '../reviewSet';
import { reasonOf, scopeOf } from '../scope';
import { sortKey, type CompletionItem } from './completionItem';
import { literal, shorten } from './words';

/** The ids that fit an open citation. */
export function completeCitation(
  open: OpenCitation,
  set: ReviewSet,
  document: Document,
  offset: number,
): CompletionItem[] {
  const above = lastHeadings(document, set).filter(({ heading }) => heading.start <= offset);
  const subject = above[above.length - 1]?.subject;
  const home = subject && themeOf(subject);
  const states = new Map<CatalogueItem, string>(
    lastCoverage(set)?.standards.map((entry) => [entry.standard, entry.state]),
  );
  const items = set.catalogues.flatMap((file) =>
    candidates(open, file)
      .filter((item) => !open.before.includes(citedAs(file.catalogue, item)))
      .map((item): CompletionItem => {
        const exclusion = scopeOf(set.frame).get(item);
        const near = home !== undefined && themeOf(item) === home;
        const uncovered = states.get(item) === 'uncovered';
        const group = exclusion ? 3 : !near ? 2 : uncovered ? 0 : 1;
        const order = indexOf(file.catalogue).order.get(item) ?? 0;
        const id = citedAs(file.catalogue, item);
        const element = elementOf(item);
        const title = item.kind === 'standard' || item.kind === 'probe' ? (element?.title ?? '') : '';
        const state = exclusion ? 'excluded' : uncovered ? 'uncovered' : undefined;
        const text = `${open.needsSpace ? ' ' : ''}${id}${open.needsBracket ? ']' : ''}`;
        return {
          label: id,
          // A list is narrow, and a state that is cut off says nothing.
          detail: ` ${shorten(wordingOf(item), state === undefined ? 44 : 32)}`,
          ...(state !== undefined && { description: state }),
          documentation: documentationOf(item, exclusion && reasonOf(exclusion)),
          kind: item.kind,
          filterText: `${open.needsSpace ? ' ' : ''}${id} ${title} ${wordingOf(item)}`.replace(/ {2,}/g, ' '),
          // An element follows the standards of its group, so that the precise citation is nearer.
          sortText: sortKey(
            group,
            order + (item.kind === 'element' && open.kind === 'standard' ? 500_000 : 0),
          ),
          edit: { span: open.replace, text },
          ...(exclusion && { excluded: true }),
        };
      }),
  );
  return items.sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function candidates(open: OpenCitation, file: CatalogueFile): readonly CatalogueItem[] {
  const elements = elementsOf(file.catalogue);
  switch (open.kind) {
    case 'theme':
      return file.catalogue.themes;
    case 'probe':
      return elements.flatMap((element) => element.probes);
    case 'standard':
      return [...elements.flatMap((element) => element.standards), ...elements];
    case 'evidence':
      return [];
  }
}

function documentationOf(item: CatalogueItem, reason: string | undefined): string {
  const printed = item.kind === 'standard' && item.printed !== undefined ? ` (printed ${item.printed})` : '';
  const lines = [`**${nameOf(item)}**${printed}`, literal(wordingOf(item))];
  const element = elementOf(item);
  if (element && element !== item) lines.push(`*Element ${element.id}: ${literal(element.title)}*`);
  if (item.kind !== 'theme') lines.push(`*Theme ${themeOf(item).id}: ${literal(themeOf(item).title)}*`);
  if (reason !== undefined) lines.push(`**Out of scope:** ${literal(reason)}`);
  return lines.join('\n\n');
}

/*
 * Ids inside an open citation. Uncovered standards of the section's theme come first, then its others,
 * then the rest, and what is out of scope last with the reason. The filter text holds the words too, so
 * that typing `strategy` finds the standards about strategy.
 */
import { citedAs, indexOf, themeOf } from '../../catalogue/index';
import { quickStates } from '../../coverage/states';
import type { Document } from '../../document/document';
import { summarise } from '../../review/summary';
import type { OpenCitation } from '../../syntax/incompleteCitation';
import type { Review } from '../../review/review';
import { scopeOf } from '../../review/scope';
import { span } from '../../text/span';
import { candidates, itemOf, missingItem } from './catalogueItems';
import { sortKey, type CompletionItem } from './item';

/** The ids that fit an open citation. */
export function completeCitation(
  open: OpenCitation,
  review: Review,
  document: Document,
  offset: number,
): CompletionItem[] {
  const above = summarise(document, review.context).headings.filter(({ heading }) => heading.start <= offset);
  const subject = above[above.length - 1]?.subject;
  const home = subject && themeOf(subject);
  const states = quickStates(review)?.of;
  const blank = open.needsSpace ? ' ' : '';
  const items = review.catalogues.flatMap((file) =>
    candidates(open.kind, file)
      .filter((item) => !open.before.includes(citedAs(file.catalogue, item)))
      .map((item): CompletionItem => {
        const near = home !== undefined && themeOf(item) === home;
        const uncovered = item.kind === 'standard' && states?.get(item) === 'uncovered';
        const group = scopeOf(review.context).has(item) ? 3 : !near ? 2 : uncovered ? 0 : 1;
        const order = indexOf(file.catalogue).order.get(item) ?? 0;
        const shown = itemOf(file, item, review, uncovered ? 'not addressed' : undefined);
        return {
          ...shown,
          filterText: `${blank}${shown.filterText}`,
          // An element follows the standards of its group, so that the precise citation is nearer.
          sortText: sortKey(
            group,
            order + (item.kind === 'element' && open.kind === 'standard' ? 500_000 : 0),
          ),
          edit: { span: open.replace, text: `${blank}${shown.label}${open.needsBracket ? ']' : ''}` },
        };
      }),
  );
  const typed = { span: span(offset - open.typed.length, offset), text: open.typed };
  return [...items, ...missingItem(open.kind, review, typed)].sort((a, b) =>
    a.sortText < b.sortText ? -1 : 1,
  );
}

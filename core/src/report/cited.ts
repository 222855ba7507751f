/*
 * What a citation in a report names, with its wording, so that no printer needs a catalogue or the register. A citation
 * that cannot be read names nothing and is never asked about: it is printed as written.
 */
import { wordingOf } from '../catalogue/index';
import { printId, type Citation } from '../syntax/citation';
import { registerOf } from '../review/evidenceRegister';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Review } from '../review/review';
import { reasonOf, scopeOf } from '../review/scope';
import type { CitationInline, CitedItem } from './blocks';
import { otherLanguage } from './words';

/** What some citations of a review name: what there is and what is not. */
export type Cited = Pick<CitationInline, 'items' | 'unknown'>;

/** What one citation names. */
export function citedBy(review: Review, citation: Citation): Cited {
  if (citation.kind === 'evidence') return evidenceCited(review, citation);
  const parts = resolveParts(review.catalogues, citation);
  const scope = scopeOf(review.context);
  const catalogues = new Map(
    parts.flatMap(({ found }) => found.map(({ item, file }) => [item, file.catalogue])),
  );
  const items = itemsOf(parts).map((item): CitedItem => {
    const exclusion = scope.get(item);
    const language = otherLanguage(catalogues.get(item)?.language, review.settings.language);
    const cited = {
      kind: item.kind,
      id: item.id,
      words: wordingOf(item),
      ...(language !== undefined && { language }),
    };
    return exclusion ? { ...cited, excluded: reasonOf(exclusion) } : cited;
  });
  const missing = parts.flatMap((part) =>
    part.missing.map(({ id, prefix }) => printId(prefix ?? part.part.from.prefix, id)),
  );
  return { items, unknown: missing.map((id) => ({ kind: citation.kind, words: id })) };
}

function evidenceCited(review: Review, { kind, parts }: Citation): Cited {
  const register = registerOf(review);
  const found = parts.map(({ from }) => ({ id: from.id, entry: register.find(from.id)[0] }));
  return {
    items: found.flatMap(({ entry }): CitedItem[] => {
      return entry ? [{ kind: 'evidence', id: entry.evidence.id, words: entry.evidence.description }] : [];
    }),
    unknown: found.flatMap(({ id, entry }) => (entry ? [] : [{ kind, words: id }])),
  };
}

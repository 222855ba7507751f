/*
 * What a citation in a report names, with its wording, so that no printer needs a catalogue or the register. The
 * words for what is wrong are for a preview and for a reader who finds the mistake in print.
 */
import { wordingOf } from '../catalogueIndex';
import type { Citation } from '../citation';
import { registerOf } from '../register';
import { clearReading, itemsOf, resolveParts } from '../resolve';
import type { ReviewSet } from '../reviewSet';
import { reasonOf, scopeOf } from '../scope';
import type { CitationInline, CitedItem } from './blocks';
import { otherLanguage } from './words';

/** What some citations of a review name: what there is and what is not. */
export type Cited = Pick<CitationInline, 'items' | 'unknown'>;

/** What one citation names. */
export function citedBy(set: ReviewSet, citation: Citation): Cited {
  if (citation.malformed) {
    const { message } = clearReading(set.catalogues, citation) ?? citation.malformed;
    return { items: [], unknown: [{ kind: citation.kind, words: message }] };
  }
  if (citation.kind === 'evidence') return evidenceCited(set, citation);
  const parts = resolveParts(set.catalogues, citation);
  const scope = scopeOf(set.frame);
  const catalogues = new Map(
    parts.flatMap(({ found }) => found.map(({ item, file }) => [item, file.catalogue])),
  );
  const items = itemsOf(parts).map((item): CitedItem => {
    const exclusion = scope.get(item);
    const language = otherLanguage(catalogues.get(item)?.language, set.settings.language);
    const cited = {
      kind: item.kind,
      id: item.id,
      words: wordingOf(item),
      ...(language !== undefined && { language }),
    };
    return exclusion ? { ...cited, excluded: reasonOf(exclusion) } : cited;
  });
  const missing = parts.flatMap((part) => part.missing.map(({ id }) => id));
  return { items, unknown: missing.map((id) => ({ kind: citation.kind, words: id })) };
}

function evidenceCited(set: ReviewSet, { kind, parts }: Citation): Cited {
  const register = registerOf(set);
  const found = parts.map(({ from }) => ({ id: from.id, entry: register.find(from.id)[0] }));
  return {
    items: found.flatMap(({ entry }): CitedItem[] => {
      return entry ? [{ kind: 'evidence', id: entry.evidence.id, words: entry.evidence.description }] : [];
    }),
    unknown: found.flatMap(({ id, entry }) => (entry ? [] : [{ kind, words: id }])),
  };
}

/*
 * `unknown-standard`: a citation names an id that no catalogue of the review has, be it a standard, an
 * element, a theme or a probe. An id with a prefix is looked for in the catalogue of that prefix only. Ids in
 * front matter are another check's business.
 */
import type { Complaint } from '../text/diagnostic';
import type { Catalogue, CatalogueItem } from '../catalogue/readCatalogue';
import { citedAs, elementsOf, indexOf, themeOf, type CatalogueFile } from '../catalogue/index';
import { readBody, splitId, type CitationKind, type CitedId, type CitedPart } from '../syntax/citation';
import { rankByDistance } from '../text/editDistance';
import type { ReviewContext } from '../review/context';
import { scopeOf } from '../review/scope';
import { slice } from '../text/span';
import { resolvedIn } from '../document/resolvedCitations';
import { isCitedIn } from './alsoCited';
import { byPlace } from './byPlace';
import type { FragmentInContext, FragmentCheck } from './check';
import { listWords, quotable } from '../text/lists';
import { describeStandards } from './words';

/** Every id cited in a document that is in no catalogue, with the citation that names it. */
function unknownIds(fragment: FragmentInContext, context: ReviewContext) {
  if (context.catalogues.length === 0) return [];
  const parts = resolvedIn(fragment.citations, context.catalogues).filter(
    ({ missing }) => missing.length > 0,
  );
  return parts.flatMap(({ citation, part, missing, former }) => {
    // What an id has become is said by another check.
    const unknown = missing.filter((cited) => !former.some((each) => each.cited === cited));
    return unknown.map((cited) => ({ citation, part, cited }));
  });
}

const unknownAt = byPlace(unknownIds, ({ cited }) => cited.span);

export const unknownStandard: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'unknown-standard',
  severity: 'error',
  title: 'A citation names a standard, element, theme or probe that the catalogue does not have',
  why: 'Nobody can look it up, and the finding covers nothing. It is usually a slip of the keyboard.',
  run: (fragment, context): Complaint[] =>
    unknownIds(fragment, context).map(({ citation, part, cited }) => {
      return { span: cited.span, message: describeUnknown(context.catalogues, citation.kind, part, cited) };
    }),
  fix(diagnostic, fragment, context) {
    for (const { citation, part, cited } of unknownAt(fragment, context, diagnostic.span)) {
      if (cited.span.end !== diagnostic.span.end) continue;
      const subject = fragment.subjectOf(citation.section);
      const written = slice(fragment.text, part.span);
      const files = filesOf(context.catalogues, part);
      const candidates = nearestItems(files, citation.kind, cited).flatMap(({ catalogue, item }) => {
        if (isCitedIn(fragment, context, item) || scopeOf(context).has(item)) return [];
        if (citation.place === 'finding' && subject && themeOf(item) !== themeOf(subject)) return [];
        // The prefix of a range stands at its beginning.
        const inherits = cited === part.to && cited.prefix === undefined;
        const id = inherits ? item.id : citedAs(catalogue, item);
        const at = cited.span.start - part.span.start;
        const length = cited.span.end - cited.span.start;
        const text = written.slice(0, at) + id + written.slice(at + length);
        return 'parts' in readBody(citation.kind, [{ text, start: 0 }]) ? [id] : [];
      });
      return candidates.slice(0, 3).map((text, i) => {
        return { title: `Change to ${text}`, edits: [{ span: cited.span, text }], preferred: i === 0 };
      });
    }
    return [];
  },
};

/** The catalogues that a part may mean: those with its prefix, and where it has none, first those without one. */
function filesOf(files: readonly CatalogueFile[], part: CitedPart): readonly CatalogueFile[] {
  const own = files.filter((file) => file.catalogue.prefix === part.from.prefix);
  return own.length > 0 ? own : files;
}

function describeUnknown(
  all: readonly CatalogueFile[],
  kind: CitationKind,
  part: CitedPart,
  cited: CitedId,
): string {
  const { prefix } = part.from;
  const prefixes = all.flatMap((file) => file.catalogue.prefix ?? []);
  if (prefix !== undefined && !prefixes.includes(prefix)) {
    const known = prefixes.length === 0 ? 'this review needs none' : `known are ${listWords(prefixes)}`;
    return `No catalogue of this review has the prefix “${prefix}”; ${known}.`;
  }
  const files = filesOf(all, part);
  const elements = files.flatMap(({ catalogue }) =>
    elementsOf(catalogue).map((element) => ({ catalogue, element })),
  );
  const stem = splitId(cited.id)?.stem ?? '';
  // An id may go several levels below its element: A.1.1.3 is looked for in A.1.
  const home = elements.find(({ element }) => `${stem}.`.startsWith(`${element.id}.`));
  const withPrefix = (id: string): string => quotable(prefix === undefined ? id : `${prefix}:${id}`);
  const missing = `${withPrefix(cited.id)} is not in the catalogue`;
  if (kind === 'theme') {
    const ids = files.flatMap(({ catalogue }) => catalogue.themes.map((theme) => citedAs(catalogue, theme)));
    return `Theme ${missing}; it has themes ${listWords(ids)}.`;
  }
  if (kind === 'probe') {
    const id = home && citedAs(home.catalogue, home.element);
    const known = home
      ? `element ${id} has ${id}.1 to ${id}.${home.element.probes.length}`
      : stem === ''
        ? 'write the id of its element, a full stop and the number of the probe'
        : `it has no element ${withPrefix(stem)}`;
    return `Probe ${missing}; ${known}.`;
  }
  if (stem === '') {
    const ids = elements.map(({ catalogue, element }) => citedAs(catalogue, element));
    return `Element ${missing}; it has elements ${listWords(ids)}.`;
  }
  const known = home
    ? describeStandards(home.catalogue, home.element)
    : `it has no element ${withPrefix(stem)}`;
  return `Standard ${missing}; ${known}.`;
}

interface Candidate {
  readonly catalogue: Catalogue;
  readonly item: CatalogueItem;
}

/** Items of the same kind, nearest first: those of the same element by number, or else by spelling. */
function nearestItems(files: readonly CatalogueFile[], kind: CitationKind, cited: CitedId): Candidate[] {
  const own = splitId(cited.id);
  const all = files.flatMap(({ catalogue }) =>
    [...itemsOfKind(catalogue, kind, own?.stem === '').values()].map((item) => ({ catalogue, item })),
  );
  const siblings = all
    .flatMap((candidate) => {
      const split = splitId(candidate.item.id);
      const isSibling = own && split?.stem === own.stem;
      return isSibling ? [{ candidate, gap: Math.abs(split.place - own.place) }] : [];
    })
    .sort((a, b) => a.gap - b.gap)
    .map(({ candidate }) => candidate);
  if (siblings.length > 0) return siblings;
  const ids = [...new Set(all.map(({ item }) => item.id))];
  return rankByDistance(cited.id, ids)
    .filter(({ distance }) => distance <= 2)
    .flatMap(({ name }) => all.filter(({ item }) => item.id === name));
}

function itemsOfKind(
  catalogue: Catalogue,
  kind: CitationKind,
  isElement: boolean,
): ReadonlyMap<string, CatalogueItem> {
  const index = indexOf(catalogue);
  if (kind === 'theme') return index.themes;
  if (kind === 'probe') return index.probes;
  return isElement ? index.elements : index.standards;
}

/*
 * `unknown-standard`: a citation names an id that no catalogue of the review has, be it a standard, an
 * element, a theme or a probe. Ids in front matter are another check's business.
 */
import type { Complaint } from '../diagnostic';
import { elementsOf, findCited, indexOf, themeOf, type CatalogueFile } from '../catalogueIndex';
import { readBody, splitId, type CitationKind, type CitedId } from '../citation';
import { rankByDistance } from '../nearest';
import { itemsOf, resolveParts } from '../resolve';
import type { Frame } from '../frame';
import { scopeOf } from '../scope';
import { slice } from '../span';
import type { Stretch, StretchCheck } from './check';
import { describeStandards, listWords } from './words';

/** Every id cited in a document that is in no catalogue, with the citation that names it. */
function* unknownIds(stretch: Stretch, frame: Frame) {
  if (frame.catalogues.length === 0) return;
  for (const citation of stretch.citations) {
    for (const { part, missing } of resolveParts(frame.catalogues, citation)) {
      for (const cited of missing) yield { citation, part, cited };
    }
  }
}

export const unknownStandard: StretchCheck = {
  about: 'stretch',
  code: 'unknown-standard',
  severity: 'error',
  title: 'A citation names a standard, element, theme or probe that the catalogue does not have',
  why: 'Nobody can look it up, and the finding covers nothing. It is usually a slip of the keyboard.',
  *run(stretch, frame): Iterable<Complaint> {
    for (const { citation, cited } of unknownIds(stretch, frame)) {
      yield { span: cited.span, message: describeUnknown(frame.catalogues, citation.kind, cited) };
    }
  },
  fix(diagnostic, stretch, frame) {
    for (const { citation, part, cited } of unknownIds(stretch, frame)) {
      if (cited.span.start !== diagnostic.span.start || cited.span.end !== diagnostic.span.end) continue;
      const inFinding = stretch.citations.filter((other) => other.finding === citation.finding);
      const already = inFinding.flatMap((other) => itemsOf(resolveParts(frame.catalogues, other)));
      const subject = stretch.subjectOf(citation.section);
      const written = slice(stretch.text, part.span);
      const candidates = nearestIds(frame, citation.kind, cited).filter((id) => {
        const item = findCited(frame.catalogues, citation.kind, id, cited.prefix)?.item;
        if (!item || already.includes(item) || scopeOf(frame).has(item)) return false;
        if (citation.place === 'finding' && subject && themeOf(item) !== themeOf(subject)) return false;
        const at = cited.span.start - part.span.start;
        const length = cited.span.end - cited.span.start;
        const text = written.slice(0, at) + withPrefix(cited, id) + written.slice(at + length);
        return 'parts' in readBody(citation.kind, [{ text, start: 0 }]);
      });
      return candidates.slice(0, 3).map((id, i) => {
        const text = withPrefix(cited, id);
        const title = `Change to ${text}`;
        return { title, edits: [{ span: cited.span, text }], preferred: i === 0 };
      });
    }
    return [];
  },
};

function withPrefix(cited: CitedId, id: string): string {
  return cited.prefix === undefined ? id : `${cited.prefix}:${id}`;
}

function describeUnknown(files: readonly CatalogueFile[], kind: CitationKind, cited: CitedId): string {
  const prefixes = files.flatMap((file) => file.catalogue.prefix ?? []);
  if (cited.prefix !== undefined && !prefixes.includes(cited.prefix)) {
    const known = prefixes.length === 0 ? 'this review needs none' : `known are ${listWords(prefixes)}`;
    return `No catalogue of this review has the prefix “${cited.prefix}”; ${known}.`;
  }
  const elements = files.flatMap((file) => elementsOf(file.catalogue));
  const stem = splitId(cited.id)?.stem ?? '';
  const element = elements.find((candidate) => candidate.id === stem);
  if (kind === 'theme') {
    const ids = files.flatMap((file) => file.catalogue.themes.map((theme) => theme.id));
    return `Theme ${cited.id} is not in the catalogue; it has themes ${listWords(ids)}.`;
  }
  if (kind === 'probe') {
    const count = element?.probes.length ?? 0;
    const known = element
      ? `element ${stem} has ${stem}.1 to ${stem}.${count}`
      : `a probe is written as 6.12`;
    return `Probe ${cited.id} is not in the catalogue; ${known}.`;
  }
  if (stem === '') {
    const ids = elements.map((candidate) => candidate.id);
    return `Element ${cited.id} is not in the catalogue; it has elements ${listWords(ids)}.`;
  }
  const known = element ? describeStandards(element) : `it has no element ${stem}`;
  return `Standard ${cited.id} is not in the catalogue; ${known}.`;
}

/** Ids of the same kind, nearest first: those of the same element by number, or else by spelling. */
function nearestIds(frame: Frame, kind: CitationKind, cited: CitedId): string[] {
  const ids = frame.catalogues.flatMap((file) => {
    const index = indexOf(file.catalogue);
    if (kind === 'theme') return [...index.themes.keys()];
    if (kind === 'probe') return [...index.probes.keys()];
    return splitId(cited.id)?.stem === '' ? [...index.elements.keys()] : [...index.standards.keys()];
  });
  const own = splitId(cited.id);
  const siblings = ids
    .flatMap((id) => {
      const split = splitId(id);
      return own && split?.stem === own.stem ? [{ id, gap: Math.abs(split.place - own.place) }] : [];
    })
    .sort((a, b) => a.gap - b.gap)
    .map(({ id }) => id);
  if (siblings.length > 0) return siblings;
  return rankByDistance(cited.id, ids)
    .filter(({ distance }) => distance <= 2)
    .map(({ name }) => name);
}

/*
 * What an editor can fold away: the front matter, sections with what is below them, surveys, and findings and
 * actions of more than one line; in a catalogue themes, elements and their lists. A fold names a span; which lines that is, and that
 * one line is nothing to fold, is the editor's business.
 */
import type { Element } from '../../catalogue/readCatalogue';
import { elementsOf, type CatalogueFile } from '../../catalogue/index';
import type { Document } from '../../document/document';
import { surveysIn } from '../../evidence/entry';
import { findFrontMatter } from '../../syntax/markdown';
import { nestedSections } from '../../document/fragment';
import { span, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue } from '../navigation/citationAt';
import { lineBefore, stretchBefore } from '../../text/ends';

/** Everything that can be folded in a file, in the order of the text; the spans end with words. */
export function foldingRanges(snapshot: Snapshot, uri: string): Span[] {
  const document = snapshot.documents.get(uri);
  const file = findCatalogue(snapshot, uri);
  const text = document?.text ?? file?.text ?? '';
  const found = document ? foldsOfReview(document) : file ? foldsOfCatalogue(file) : [];
  return found
    .map(({ start, end }) => span(start, start + text.slice(start, end).trimEnd().length))
    .filter((place) => /[\r\n]/.test(text.slice(place.start, place.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function foldsOfReview({ model }: Document): Span[] {
  return [
    ...(model.frontMatter ? [model.frontMatter.whole] : []),
    ...nestedSections(model.sections),
    ...model.findings.map((finding) => finding.span),
    ...model.actions.map((action) => action.span),
    ...surveysIn(model.evidence).map((survey) => survey.span),
  ];
}

function foldsOfCatalogue({ text, catalogue }: CatalogueFile): Span[] {
  const front = findFrontMatter(text);
  const named = [...catalogue.themes, ...elementsOf(catalogue)];
  return [
    ...(front ? [front.whole] : []),
    ...named.map((item) => item.span),
    ...elementsOf(catalogue).flatMap((element) => listsOf(element, text)),
  ];
}

/** The lists of an element, each from the heading above it. */
function listsOf({ standards, probes, sources }: Element, text: string): Span[] {
  return [standards, probes, sources].flatMap((items) => {
    const [first] = items;
    const last = items[items.length - 1];
    if (!first || !last) return [];
    const near = stretchBefore(text, first.span.start, 200);
    const end = near.trimEnd().length;
    const line = lineBefore(near, end);
    const back = line.startsWith('#') ? near.length - end + line.length : 0;
    return [span(first.span.start - back, last.span.end)];
  });
}

/*
 * How a selection grows from a place: the word, the id, the citation, the paragraph or the finding, the section,
 * the sections around it, the document. In a catalogue the item, its element and its theme take these places.
 */
import { elementOf, themeOf } from '../../catalogue/index';
import type { Document } from '../../document/document';
import { surveysIn } from '../../evidence/entry';
import { nestedSections } from '../../document/fragment';
import { encloses, lineAround, span, type Span, touches } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue, findItemAt } from '../navigation/citationAt';
import { endOf, stretchBefore, trimEndOf } from '../../text/ends';

/** The spans around an offset, each larger than the one before it; the last is the whole file. */
export function selectionRanges(snapshot: Snapshot, uri: string, offset: number): Span[] {
  const document = snapshot.documents.get(uri);
  const file = findCatalogue(snapshot, uri);
  const text = document?.text ?? file?.text;
  if (text === undefined) return [];
  const around: Span[] = [wordAt(text, offset), lineAt(text, offset), span(0, text.length)];
  if (document) around.push(...spansOfReview(document, offset));
  const item = file && findItemAt(file, offset);
  if (item) around.push(item.nameSpan, item.span, elementOf(item)?.span ?? item.span, themeOf(item).span);
  const holding = around
    .filter((place) => touches(place, offset) && place.end > place.start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const grown: Span[] = [];
  for (const place of holding) {
    const inner = grown[grown.length - 1];
    // Of two that only overlap, as a line and a finding of several lines may, the smaller one stays.
    if (!inner || (encloses(place, inner) && place.end - place.start > inner.end - inner.start))
      grown.push(place);
  }
  return grown;
}

function spansOfReview({ text, model }: Document, offset: number): Span[] {
  const cited = model.citations.filter((citation) => touches(citation.span, offset));
  const parts = cited.flatMap((citation) => citation.parts);
  return [
    ...(model.frontMatter ? [model.frontMatter.whole, model.frontMatter.yaml] : []),
    ...parts.flatMap(({ from, to, span: place }) => [from.span, ...(to ? [to.span] : []), place]),
    ...cited.map((citation) => citation.span),
    ...[...model.findings, ...model.actions, ...surveysIn(model.evidence)].map((each) => each.span),
    paragraphAt(text, offset),
    ...model.sections.map((section) => section.heading),
    ...nestedSections(model.sections),
  ];
}

/** A number with its dots, as `6.1`, is one word. */
function wordAt(text: string, offset: number): Span {
  const before = endOf(stretchBefore(text, offset, 100), /[\p{L}\p{N}'’.-]/u);
  const after = /^[\p{L}\p{N}'’.-]*/u.exec(text.slice(offset, offset + 100))?.[0] ?? '';
  const word = before + after;
  const start = offset - before.length + (/^['’.-]*/.exec(word)?.[0].length ?? 0);
  return span(start, Math.max(start, offset - before.length + trimEndOf(word, /['’.-]/).length));
}

function lineAt(text: string, offset: number): Span {
  const { start, end } = lineAround(text, offset);
  const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return span(Math.min(start + indent, offset), end);
}

/** The lines around an offset up to the next blank ones. */
function paragraphAt(text: string, offset: number): Span {
  let start = 0;
  for (const blank of text.slice(0, offset).matchAll(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)+/g)) {
    start = blank.index + blank[0].length;
  }
  const blank = /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(offset));
  return span(start, blank ? offset + blank.index : text.length);
}

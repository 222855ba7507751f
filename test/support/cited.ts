/*
 * What a text cites, in words that a test can read: `standard 6.1, 6.2` or `malformed: [std 6.1]`. The
 * words come from slicing the text by the spans, so that a wrong span shows as wrong words.
 */
import assert from 'node:assert/strict';
import { readDocument, type DocumentModel } from '../../core/src';

type Citation = DocumentModel['citations'][number];

/** Each citation of a text with its ids as they stand at their spans. */
export function citedIn(text: string): string[] {
  return readDocument(text).citations.map((citation) => describe(text, citation));
}

/** The citations of a text as they stand at their spans, brackets included. */
export function citationsIn(text: string): string[] {
  return readDocument(text).citations.map(({ span }) => text.slice(span.start, span.end));
}

/** The first citation of a text; fails where there is none. */
export function firstCitation(text: string): Citation {
  const [citation] = readDocument(text).citations;
  assert.ok(citation, `there is no citation in ${JSON.stringify(text)}`);
  return citation;
}

function describe(text: string, { kind, parts, malformed }: Citation): string {
  if (malformed) return `malformed: ${malformed.reading?.text ?? '?'}`;
  const shown = parts.map(({ from, to }) =>
    to ? `${idAt(text, from)}…${idAt(text, to)}` : idAt(text, from),
  );
  return `${kind} ${shown.join(', ')}`;
}

/** The id as the model holds it, which must be what stands at its span. */
function idAt(text: string, cited: Citation['parts'][number]['from']): string {
  const id = cited.prefix === undefined ? cited.id : `${cited.prefix}:${cited.id}`;
  assert.equal(text.slice(cited.span.start, cited.span.end), id);
  return id;
}

/*
 * How a printed page names the places that a click on it shows: a list in one attribute, since a figure may stand
 * for several findings. Lines exist only for whoever shows them, so the printer is given a function for them.
 */
import type { PlacedFinding } from '../coverage/coverage';
import type { LineOf } from './findingsHtml';

/** The attribute `data-places` of some findings: `uri`, `start` and zero-based `line` of each, as JSON. */
export function placesOf(findings: readonly PlacedFinding[], lineOf: LineOf): { dataPlaces: string } {
  const places = findings.map(({ document: { uri }, finding: { span } }) => {
    return { uri, start: span.start, line: lineOf(uri, span.start) };
  });
  return { dataPlaces: JSON.stringify(places) };
}

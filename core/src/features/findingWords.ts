/*
 * A finding in one line of Markdown, as hovers list it: what it is, where, whose, and how it begins.
 */
import type { PlacedFinding } from '../coverage';
import { folderOf, pathBelow, type ReviewSet } from '../reviewSet';
import { literal, shorten } from './words';

/** `Strength (theme-1.review.md, AA): Children told us …`. */
export function describeFinding(set: ReviewSet, { document, finding, reviewer }: PlacedFinding): string {
  const kind = finding.kind === 'strength' ? 'Strength' : 'Area for development';
  const who = reviewer === undefined ? '' : `, ${literal(reviewer)}`;
  const where = literal(pathBelow(document.uri, folderOf(set.cover.uri)));
  return `${kind} (${where}${who}): ${literal(shorten(finding.words, 100))}`;
}

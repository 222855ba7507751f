/*
 * A finding in one line of Markdown, as hovers list it: what it is, where, whose, and how it begins.
 */
import type { PlacedFinding } from '../../coverage/coverage';
import { capital, kindWords } from '../../coverage/labels';
import { documentPath, type Review } from '../../review/review';
import { literal, shorten } from '../text';

/** `Strength (theme-1.review.md, AA): Children told us …`. */
export function describeFinding(review: Review, { document, finding, reviewer }: PlacedFinding): string {
  const kind = capital(kindWords[finding.kind]);
  const who = reviewer === undefined ? '' : `, ${literal(reviewer)}`;
  const where = literal(documentPath(review, document.uri));
  return `${kind} (${where}${who}): ${literal(shorten(finding.words, 100))}`;
}

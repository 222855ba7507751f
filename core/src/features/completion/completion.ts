/*
 * What can be typed at an offset: ids inside an open citation, keys and values in front matter, section
 * headings behind `#`, marks behind `@` in findings and actions, checks in an ignore comment, and what belongs in a
 * survey; in a catalogue its structure. Nothing anywhere else, and nothing in other code. It looks at the text around the cursor and at what was known of the review when it was
 * last read, so it never waits for a parse; the order of the ids may be one keystroke old.
 */
import { findOpenCitation } from '../../syntax/incompleteCitation';
import { contextAt } from '../../syntax/cursorContext';
import type { Snapshot } from '../../review/snapshot';
import { completeCatalogue } from './catalogue';
import { completeCitation } from './citation';
import { completeEvidence } from './evidence';
import { completeHeading } from './heading';
import { completeSuppression } from './suppression';
import { completeAnnotation } from './annotation';
import { completeSetting } from './setting';
import { completeSurvey } from './survey';
import type { CompletionItem } from './item';

/** The complete list of what can be typed at an offset of a review document or a catalogue; `today` is a day such as `2026-10-02`. */
export function completion(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  today?: string,
): CompletionItem[] {
  const catalogue = snapshot.catalogues.get(uri);
  if (catalogue) return completeCatalogue(catalogue.text, offset);
  const set = snapshot.reviewOf(uri);
  const document = snapshot.documents.get(uri);
  if (!set || !document) return [];
  const { text } = document;
  const setting = completeSetting(text, offset, snapshot, document, set);
  if (setting) return setting;
  const context = contextAt(text, offset);
  if (context === 'comment') return completeSuppression(text, offset);
  if (context === 'code') return completeSurvey(text, offset, set);
  const open = findOpenCitation(text, offset);
  if (open?.kind === 'evidence') return completeEvidence(open, set);
  if (open) return completeCitation(open, set, document, offset);
  const mark = completeAnnotation(document, offset, set, today);
  return mark.length > 0 ? mark : completeHeading(text, offset, set);
}

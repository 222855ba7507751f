/*
 * What can be typed at an offset: ids inside an open citation, keys and values in front matter, section
 * headings behind `#`. Nothing anywhere else. It looks at the text around the cursor and at what was known of the
 * review when it was last read, so it never waits for a parse; the order of the ids may be one keystroke old.
 */
import { findOpenCitation } from '../openCitation';
import type { Snapshot } from '../workspace';
import { completeCitation } from './completeCitation';
import { completeHeading } from './completeHeading';
import { completeSetting } from './completeSetting';
import type { CompletionItem } from './completionItem';

/** The complete list of what can be typed at an offset of a review document. */
export function completion(snapshot: Snapshot, uri: string, offset: number): CompletionItem[] {
  const set = snapshot.reviewSetOf(uri);
  const document = snapshot.documents.get(uri);
  if (!set || !document) return [];
  const { text } = document;
  const setting = completeSetting(text, offset, snapshot, document, set);
  if (setting) return setting;
  const open = findOpenCitation(text, offset);
  if (open) return completeCitation(open, set, document, offset);
  return completeHeading(text, offset, set);
}

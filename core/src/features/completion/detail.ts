/*
 * What is said of a line of a completion list when somebody looks at it: beyond what the line itself could bring along,
 * who addresses it, and the probes and sources of evidence of its element. It is too much to send for every line.
 */
import { elementOf, findCited } from '../../catalogue/index';
import type { Snapshot } from '../../review/snapshot';
import { itemOf } from './catalogueItems';
import type { CompletionSubject } from './item';
import { guidance, stateOf } from '../hover/item';

/** Markdown about something that a list offered in a document; undefined where the catalogue has it no more. */
export function completionDetail(
  snapshot: Snapshot,
  uri: string,
  { kind, id }: CompletionSubject,
): string | undefined {
  const set = snapshot.reviewOf(uri);
  const [, prefix, bare = ''] = /^(?:([^:]*):)?(.*)$/.exec(id) ?? [];
  const found = set && findCited(set.catalogues, kind, bare, prefix);
  if (!found) return undefined;
  const { file, item } = found;
  const element = elementOf(item);
  const below = element && kind === 'standard' ? guidance(element) : '';
  const parts = [itemOf(file, item, set).documentation ?? '', stateOf(set, item).join('\n\n'), below];
  return parts.filter((part) => part !== '').join('\n\n---\n\n');
}

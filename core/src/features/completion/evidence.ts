/*
 * Ids of the evidence register inside an open `[ev …`. The kind and the beginning of the description are shown, and
 * both can be typed to find an entry.
 */
import { isQuicklyCounted } from '../../coverage/states';
import { foldEvidenceId, type Evidence } from '../../evidence/entry';
import type { OpenCitation } from '../../syntax/incompleteCitation';
import { registerOf } from '../../review/evidenceRegister';
import type { Review } from '../../review/review';
import { sortKey, type CompletionItem } from './item';
import { factsOf } from '../hover/evidence';
import { literal, shorten } from '../text';

/** The entries that fit an open evidence citation, in the order of the register. */
export function completeEvidence(open: OpenCitation, review: Review): CompletionItem[] {
  const before = new Set(open.before.map(foldEvidenceId));
  const blank = open.needsSpace ? ' ' : '';
  return entriesOf(review)
    .filter(({ id }) => !before.has(foldEvidenceId(id)))
    .map((entry, i): CompletionItem => {
      const { id, kind, description } = entry;
      return {
        label: id,
        // A list is narrow, and a kind that is cut off says nothing.
        detail: ` ${shorten(description, kind === '' ? 44 : 32)}`,
        ...(kind !== '' && { description: kind }),
        documentation: [`**${literal(id)}**: ${literal(description)}`, literal(factsOf(entry))]
          .filter((words) => words !== '')
          .join('\n\n'),
        kind: 'evidence',
        filterText: `${blank}${[id, kind, description].join(' ')}`,
        sortText: sortKey(0, i),
        edit: { span: open.replace, text: `${blank}${id}${open.needsBracket ? ']' : ''}` },
      };
    });
}

/** The entries that an id can mean; none while a large folder is still being read, for this does not wait. */
function entriesOf(review: Review): readonly Evidence[] {
  if (!isQuicklyCounted(review)) return [];
  const { entries, find } = registerOf(review);
  return entries.filter((entry) => find(entry.evidence.id)[0] === entry).map(({ evidence }) => evidence);
}

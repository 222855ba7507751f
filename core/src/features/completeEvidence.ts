/*
 * Ids of the evidence register inside an open `[ev …`. The kind and the beginning of the description are shown, and
 * both can be typed to find an entry. It takes the register as it was when last looked at, and waits for no parse.
 */
import { isQuicklyCounted } from '../coverageStates';
import { foldEvidenceId, type Evidence } from '../evidence';
import type { OpenCitation } from '../openCitation';
import { registerOf } from '../register';
import type { ReviewSet } from '../reviewSet';
import { sortKey, type CompletionItem } from './completionItem';
import { factsOf } from './evidenceHover';
import { literal, shorten } from './words';

/** The entries that fit an open evidence citation, in the order of the register. */
export function completeEvidence(open: OpenCitation, set: ReviewSet): CompletionItem[] {
  const before = new Set(open.before.map(foldEvidenceId));
  const blank = open.needsSpace ? ' ' : '';
  return entriesOf(set.notes.older ?? set)
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
function entriesOf(set: ReviewSet): readonly Evidence[] {
  if (!isQuicklyCounted(set)) return [];
  const { entries, find } = registerOf(set);
  return entries.filter((entry) => find(entry.evidence.id)[0] === entry).map(({ evidence }) => evidence);
}

/*
 * `unknown-evidence`: a citation names evidence that the register of the review does not have. Either it is a
 * slip for another entry, or the register wants a row: both are offered, and only people know which it is.
 */
import type { CitedId } from '../syntax/citation';
import { addEvidence } from '../review/addEvidenceRow';
import { foldEvidenceId } from '../evidence/entry';
import { rankByDistance } from '../text/editDistance';
import { evidenceIdsIn } from '../review/evidenceIds';
import { registerOf, type KnownEvidence, type Register } from '../review/evidenceRegister';
import type { DocumentModel } from '../document/readDocument';
import { groupBy } from '../text/grouping';
import { memo } from '../text/memo';
import type { EvidenceCheck, CheckFix } from './check';
import { quotable } from '../text/lists';
/** How many of the nearest entries are offered. */
const offered = 3;

export const unknownEvidence: EvidenceCheck = {
  about: 'evidence',
  code: 'unknown-evidence',
  severity: 'error',
  title: 'A citation names evidence that the register does not have',
  why: 'Nobody can look it up, and the finding rests on nothing that the register knows.',
  *run({ evidenceCited }, known) {
    for (const { id, span } of evidenceCited) {
      if (!known.has(foldEvidenceId(id))) yield { span, message: describe(quotable(id), known) };
    }
  },
  fix(diagnostic, document, set) {
    const here = citedIn(document.model).get(diagnostic.span.start);
    if (!here) return [];
    const { cited, already } = here;
    const ids = idsOf(registerOf(set)).filter((id) => !already.has(foldEvidenceId(id)));
    const fixes = nearest(cited, ids).map((id): CheckFix => {
      const edits = [{ span: cited.span, text: id }];
      return {
        title: `Change to ${id}`,
        edits,
        ...(numberOf(id) === numberOf(cited.id) && { preferred: true }),
      };
    });
    const added = addEvidence(set, cited.id);
    if (added) fixes.push({ title: `Add ${quotable(cited.id)} to the evidence register`, ...added });
    return fixes;
  },
};

/** The evidence that a document cites by place, each with all that its finding, or in narrative its citation, cites. */
const citedIn = memo(({ citations }: DocumentModel) => {
  const places = new Map<number, { readonly cited: CitedId; readonly already: ReadonlySet<string> }>();
  const alike = groupBy(citations, (citation) => citation.finding ?? citation);
  for (const near of alike.values()) {
    const ids = evidenceIdsIn(near);
    const already = new Set(ids.map(({ id }) => foldEvidenceId(id)));
    for (const cited of ids) places.set(cited.span.start, { cited, already });
  }
  return places;
});

/** The ids under which something can be found in a register, each once. */
const idsOf = memo((register: Register): readonly string[] =>
  [...new Set(register.entries.map(({ evidence }) => evidence.id))].filter(
    (id) => register.find(id).length > 0,
  ),
);

function describe(id: string, known: KnownEvidence): string {
  if (known.size === 0) {
    return `${id} is not registered: this review has no evidence register yet; a quick fix begins one.`;
  }
  const near = nearest({ id }, [...known.keys()]);
  const advice =
    near.length === 0 ? 'add a row for it there, or correct the id' : `did you mean ${near.join(' or ')}?`;
  return `${id} is not in the evidence register; ${advice}`.replace(/([^?.])$/, '$1.');
}

/** The ids that are nearest to one, within a third of its length, nearest first. */
function nearest({ id }: Pick<CitedId, 'id'>, ids: readonly string[]): string[] {
  const bound = Math.max(1, Math.floor(id.length / 3));
  // Among as near ones the next number is the likeliest.
  const gap = (name: string): number => Math.abs(Number(numberOf(name)) - Number(numberOf(id))) || 0;
  return rankByDistance(id, ids)
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance || gap(a.name) - gap(b.name))
    .slice(0, offered)
    .map(({ name }) => name);
}

/** The digits of an id: where they differ, it is as likely another entry as a slip. */
function numberOf(id: string): string {
  return id.replace(/\D/g, '');
}

/*
 * Renames an entry of the evidence register: its row, and every citation of it in every document of its review.
 * Evidence belongs to one review, so nothing outside that review changes. Like every rename it keeps what each
 * citation means: where an id stands twice the first entry is the one that is cited, and a later one changes alone.
 */
import { append } from '../../text/grouping';
import { readBody } from '../../syntax/citation';
import type { TextEdit } from '../../text/textEdit';
import type { Refusal } from '../../text/diagnostic';
import { foldEvidenceId } from '../../evidence/entry';
import type { PlacedEvidence } from '../../review/evidenceRegister';
import { registerOf } from '../../review/evidenceRegister';
import { documentPath, type Review } from '../../review/review';
import { slice } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { definingPlaces, findEvidenceAt, placesCiting } from '../navigation/evidenceAt';
import { refuse, type FileEdits, type Renamable } from './target';

/** The entry that a rename is about. */
interface EvidenceTarget extends Renamable {
  readonly set: Review;
  readonly entry: PlacedEvidence;
}

/** The evidence that a rename at an offset is about; undefined where no evidence stands or is cited. */
export function findEvidenceTarget(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): EvidenceTarget | Refusal | undefined {
  const at = findEvidenceAt(snapshot, uri, offset);
  if (!at) return undefined;
  const { set: review, isRow, written } = at;
  const [only, ...others] = written;
  if (!only || others.length > 0) {
    const ids = written.map(({ id }) => id).join(', ');
    return refuse(`“[ev ${ids}]” names several; put the cursor on one of the ids.`);
  }
  const { id, span: place } = only;
  const found = registerOf(review).find(id);
  const own = found.find((candidate) =>
    definingPlaces(candidate).some(
      (defined) => defined.uri === uri && defined.nameSpan.start === place.start,
    ),
  );
  const entry = isRow ? own : found[0];
  if (!entry) {
    return refuse(
      `${id} is not in the evidence register, so there is nothing to rename; a quick fix adds a row for it.`,
    );
  }
  const { document, evidence } = entry;
  if (slice(document.text, evidence.cells.id) !== evidence.id) {
    const where = documentPath(review, document.uri);
    return refuse(
      `The row of ${evidence.id} in ${where} is written in a way that cannot be changed from here; change it there.`,
    );
  }
  return { set: review, entry, place, id };
}

/** The edits that give an entry another id; none where it has that id already. */
export function renameEvidence(target: EvidenceTarget, typed: string): readonly FileEdits[] | Refusal {
  const { set: review, entry } = target;
  const { evidence } = entry;
  const id = typed.trim();
  if (!isSpellable(id)) {
    return refuse(
      `“${id}” cannot be an id of evidence: write one word of plain letters and figures, such as FG2.`,
    );
  }
  if (id === evidence.id) return [];
  const [first] = registerOf(review).find(evidence.id);
  const isCited = first === entry;
  const isOther = foldEvidenceId(id) !== foldEvidenceId(evidence.id);
  const taken = registerOf(review)
    .find(id)
    .find((other) => other !== entry && (isOther || !isCited));
  if (taken) return refuse(describeTaken(review, taken, id));
  const [unknown] = isOther ? placesCiting({ set: review, ids: [foldEvidenceId(id)] }) : [];
  if (unknown) {
    const where = documentPath(review, unknown.uri);
    return refuse(
      `${id} is cited in ${where} already, where it would then mean this entry; mend that citation first, or choose another id.`,
    );
  }
  const edits = new Map<string, TextEdit[]>();
  for (const { uri, nameSpan } of definingPlaces(entry)) {
    append(edits, uri, { span: nameSpan, text: id });
  }
  if (isCited) {
    for (const { uri, span } of placesCiting({ set: review, ids: [foldEvidenceId(evidence.id)] })) {
      append(edits, uri, { span, text: id });
    }
  }
  return [...edits].map(([uri, own]) => ({
    uri,
    edits: own.sort((a, b) => a.span.start - b.span.start),
  }));
}

function describeTaken(review: Review, { document, evidence }: PlacedEvidence, id: string): string {
  const { description, kind } = evidence;
  const words = description || kind;
  const quoted = words === '' ? '' : `, “${words}”`;
  return `${id} is the id of another entry in ${documentPath(review, document.uri)}${quoted}; choose another id.`;
}

function isSpellable(id: string): boolean {
  const read = readBody('evidence', [{ text: id, start: 0 }]);
  return 'parts' in read && read.parts.length === 1 && read.parts[0]?.from.id === id;
}

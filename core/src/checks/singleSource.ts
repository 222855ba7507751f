/*
 * `single-source`: all the evidence that a finding cites is of one kind. Several interviews are still what
 * people said; a record or an observation beside them makes a finding sure. It is quiet about evidence whose
 * kind is not known, and until the findings are weighed.
 */
import { onlyEvidenceKind } from '../review/evidenceRegister';
import { fromModerationOn, type EvidenceCheck } from './check';
import { listWords } from '../text/lists';
export const singleSource: EvidenceCheck = {
  about: 'evidence',
  code: 'single-source',
  severity: fromModerationOn,
  title: 'A finding rests on one kind of evidence only',
  why: 'What is seen in two ways, such as said in a group and found in the records, is hard to dispute.',
  *run({ findings }, known) {
    for (const { empty, evidence: cited = [] } of findings) {
      const [first] = cited;
      if (empty || !first) continue;
      const kind = onlyEvidenceKind(cited, known);
      if (kind === undefined) continue;
      const ids = listWords([...new Set(cited.map(({ id }) => id))]);
      const message = `This finding rests on one kind of evidence only, ${kind} (${ids}); does another kind say the same?`;
      yield { span: first.span, message };
    }
  },
};

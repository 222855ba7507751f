/*
 * `finding-without-evidence`: the review has an evidence register, and a finding with words cites none of it. A
 * citation of evidence that is malformed or not registered is reported as such, and not here again.
 */
import { hasRegister } from '../review/evidenceRegister';
import { byPhase, type EvidenceCheck } from './check';

export const findingWithoutEvidence: EvidenceCheck = {
  about: 'evidence',
  code: 'finding-without-evidence',
  severity: byPhase,
  title: 'There is an evidence register, and a finding cites none of it',
  why: 'The body under review will ask what a finding rests on. Long after the visit, only the register can tell.',
  *run({ findings }, known) {
    if (!hasRegister(known)) return;
    const [example = 'FG2'] = known.keys();
    for (const { empty, evidence, head } of findings) {
      if (empty || evidence) continue;
      yield { span: head, message: `This finding cites no evidence yet; add some, such as [ev ${example}].` };
    }
  },
};

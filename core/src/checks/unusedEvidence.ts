/*
 * `unused-evidence`: no finding and no narrative cites an entry of the register, often because its id is still
 * missing or cannot be written in a citation. An entry may be kept for the record all the same.
 */
import { readBody } from '../syntax/citation';
import { uncitedEvidence } from '../review/evidenceRegister';
import type { ReviewCheck } from './check';
import { quotable } from '../text/lists';
export const unusedEvidence: ReviewCheck = {
  about: 'review',
  code: 'unused-evidence',
  severity: 'information',
  title: 'Nothing cites an entry of the evidence register',
  why: 'Either a finding has not been written yet, or it does not say what it rests on.',
  *run(review) {
    for (const { document, evidence } of uncitedEvidence(review)) {
      const { id, cells, description, span, survey } = evidence;
      const isThere = cells.id.end > cells.id.start;
      const named = cells.description && description !== '' ? cells.description : span;
      const message = id === '' && survey ? withoutId : describe(id, quotable(id));
      yield { document, span: isThere ? cells.id : (survey?.head ?? named), message };
    }
  },
};

const withoutId = 'This survey has no id yet, so no finding can cite it; add a line such as “id: S1”.';

function describe(id: string, shown: string): string {
  if (id === '')
    return 'This entry has no id yet, so no finding can cite it; give it one, such as D1 or FG2.';
  if (isCitable(id)) return `Nothing cites ${shown} yet; a finding that rests on it says [ev ${shown}].`;
  const tidy = id.replace(/[^A-Za-z0-9._-]+/g, '');
  const advice = isCitable(tidy) ? `; write ${quotable(tidy)}` : ', such as D1 or FG2';
  return `“${shown}” cannot be cited: an id is one word of plain letters and figures${advice}.`;
}

function isCitable(id: string): boolean {
  const read = readBody('evidence', [{ text: id, start: 0 }]);
  return 'parts' in read && read.parts.length === 1;
}

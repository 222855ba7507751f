/*
 * `action-without-date`: an action does not say by when. A date that cannot be read is a date all the same, which
 * `invalid-date` is about; a placeholder such as `@due(TBC)` is none yet.
 */
import { byPhase, type FragmentCheck } from './check';

export const actionWithoutDate: FragmentCheck = {
  about: 'fragment',
  looksAt: 'actions',
  code: 'action-without-date',
  severity: byPhase,
  title: 'An action does not say by when',
  why: 'Without a day nobody can tell whether it is late, and it is put off.',
  *run({ actions }) {
    for (const { empty, head, dues } of actions) {
      if (empty || dues.length > 0) continue;
      yield { span: head, message: 'This action does not say by when yet; add @due(…) with a day.' };
    }
  },
};

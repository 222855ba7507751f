/*
 * `action-without-lead`: an action names nobody who leads on it. A placeholder such as `@lead(TBC)` names nobody yet.
 */
import { byPhase, type FragmentCheck } from './check';

export const actionWithoutLead: FragmentCheck = {
  about: 'fragment',
  looksAt: 'actions',
  code: 'action-without-lead',
  severity: byPhase,
  title: 'An action names nobody who leads on it',
  why: 'What everybody is to do nobody does, and nobody can be asked how it goes.',
  *run({ actions }) {
    for (const { empty, head, leads } of actions) {
      if (empty || leads.length > 0) continue;
      yield { span: head, message: 'This action names nobody who leads on it yet; add @lead(…).' };
    }
  },
};

import { checkDiagnostics } from '../../support/check';
import { itWeighs, unfinished } from '../../support/weight';

describe('action-without-lead', () => {
  it('sees an action that names nobody', () => {
    checkDiagnostics(
      `
## Action plan
- Write a plan @due(2026-11-15)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-without-lead: add @lead(…)
- Write a plan @lead() @due(2026-11-15)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-without-lead
- Write **a plan** @lead(TBC)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-without-lead
  @due(2026-11-15)
`,
      'action-without-lead',
    );
  });

  it('is quiet about actions that name somebody, about stubs, and elsewhere', () => {
    checkDiagnostics(
      `
## Camau gweithredu
- Write a plan @lead(PO Placement Service)
- Write a plan
  - in two steps @lead(Head of Service (Children))
- TBC
-
## Suggestions
- Write a plan
`,
      'action-without-lead',
    );
  });

  itWeighs('action-without-lead', unfinished, '## Actions\n- Write a plan\n');
});

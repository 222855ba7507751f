import { checkDiagnostics } from '../../support/check';
import { itWeighs, unfinished } from '../../support/weight';

describe('action-without-date', () => {
  it('sees an action that does not say by when', () => {
    checkDiagnostics(
      `
## Actions
- Write a plan @lead(Ann)
  ^^^^^^^^^^^^^^^^^^^^^^^ action-without-date: add @due(…)
- Write a plan @lead(Ann) @due(TBC)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ action-without-date
`,
      'action-without-date',
    );
  });

  it('is quiet about actions with a date, be it wrong, about stubs, and elsewhere', () => {
    checkDiagnostics(
      `
## Actions
- Write a plan @lead(Ann) @due(2026-11-15)
- Write a plan @lead(Ann) @due(15.11.26)
- Write a plan @lead(Ann) @due(soon)
- Write a plan
  - in two steps @due(2026-11-15)
- …
## Strengths
- Plans are written [std 8.1]
`,
      'action-without-date',
    );
  });

  itWeighs('action-without-date', unfinished, '## Actions\n- Write a plan\n');
});

import { checkDiagnostics } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('exclusion-without-reason', () => {
  it('stands on what is excluded', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
scope:
  exclude:
    - std: 5
           ^ exclusion-without-reason: Say why this is left out
    - probe: 6.23-6.27
             ^^^^^^^^^ exclusion-without-reason
      agreed: Director
    - { theme: 4, reason: "" }
               ^ exclusion-without-reason
---
`,
      'exclusion-without-reason',
    );
  });

  it('is quiet about an exclusion with a reason', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
scope:
  exclude:
    - std: 5
      reason: The council asked
---
`,
      'exclusion-without-reason',
    );
  });

  itWeighs('exclusion-without-reason', 'warning', '', 'scope: { exclude: [{ std: 5 }] }\n');
});

/*
 * The phase in the cover: what each makes of what is unfinished, in the diagnostics and in the words about it.
 */
import assert from 'node:assert/strict';
import { phaseWords } from '../../core/src';
import { byPhase } from '../../core/src/checks/check';
import { phases } from '../../core/src/settings/types';
import { allDiagnostics } from '../support/check';
import { readFixture } from '../support/fixture';

describe('the phase', () => {
  for (const phase of phases) {
    it(`of ${phase} makes what is unfinished weigh as its words say`, () => {
      const review = `
//- cover.review.md
---
phase: ${phase}
---
//- one.review.md
# Outcomes [theme 1]

## Strengths

- Families are heard.
- TBC [std 1.1]
- Visits are on time. [std 9.9]
`;
      const weights = (...codes: string[]): string[] =>
        allDiagnostics(readFixture(review))
          .filter(({ code }) => codes.includes(code))
          .map(({ severity }) => severity);
      const unfinished = weights('uncovered-standards', 'finding-without-citation', 'finding-without-words');
      assert.ok(unfinished.length >= 3);
      assert.deepEqual([...new Set(unfinished)], [byPhase[phase]]);
      assert.ok(phaseWords[phase].includes(phase));
      assert.match(phaseWords[phase], new RegExp(`counts as (an? )?${byPhase[phase]}\\.$`));
      // What is written and wrong is an error in every phase.
      assert.deepEqual(weights('unknown-standard'), ['error']);
    });
  }
});

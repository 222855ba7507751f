import { checkDiagnostics } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('element-without-lead', () => {
  it('names the elements in scope that nobody leads on, once, on the team', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
phase: fieldwork
scope:
  exclude:
    - { std: 5, reason: Reviewed elsewhere }
    - { std: 7.1, reason: Reviewed elsewhere }
team:
^^^^ element-without-lead: Nobody leads on elements 4 (Strategy) and 8 (Performance and Resource Management) yet
  - { initials: AA, leads: [theme 1, std 3.1] }
  - { initials: BB, leads: [std 6] }
---
//- one.review.md
---
reviewer: BB
---
`,
      'element-without-lead',
    );
  });

  it('is quiet where every element has a lead, and where the team has none at all', () => {
    for (const team of [
      '{ initials: AA, leads: [theme 1, theme 2, theme 3, theme 4] }',
      '{ initials: AA, name: A. Author }',
    ]) {
      checkDiagnostics(
        `
//- cover.review.md
---
phase: fieldwork
team:
  - ${team}
---
`,
        'element-without-lead',
      );
    }
  });

  it('is quiet once the team has left the site', () => {
    checkDiagnostics(
      `
//- cover.review.md
---
phase: drafting
team:
  - { initials: AA, leads: [std 1] }
---
`,
      'element-without-lead',
    );
  });

  itWeighs(
    'element-without-lead',
    ['hint', 'off', 'off', 'off'],
    '## Strengths\n',
    'team:\n  - { initials: AA, leads: [std 1] }\n',
  );
});

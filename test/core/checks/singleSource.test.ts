import { checkDiagnostics } from '../../support/check';
import { fromModerationOn, itWeighs } from '../../support/weight';

const register = `# Evidence

| Id | Kind |
| --- | --- |
| FG1 | Focus group |
| FG2 | grŵp ffocws |
| D4 | Document |
| V1 | Vox pop |
| V2 | vox-pop |
| X1 |  |
`;
const cover = `//- cover.review.md
---
phase: moderation
---
${register}
//- one.review.md
## Strengths
`;

describe('single-source', () => {
  it('names the only kind, however it is written', () => {
    checkDiagnostics(
      `${cover}- On time [std 6.1] [ev FG1] and [ev fg2, FG1]
                        ^^^ single-source: This finding rests on one kind of evidence only, focus group (FG1 and fg2)
- On time [std 6.1] [ev D4]
                        ^^ single-source: document (D4)
- On time [std 6.1] [ev V1, V2]
                        ^^ single-source: vox pop (V1 and V2)
`,
      'single-source',
    );
  });

  it('is quiet about two kinds, about kinds that are not known, and about findings without evidence', () => {
    checkDiagnostics(
      `${cover}- On time [std 6.1] [ev FG1, D4]
- On time [std 6.1] [ev FG1] [ev V1]
- On time [std 6.1] [ev FG1, X1]
- On time [std 6.1] [ev FG1, D9]
- On time [std 6.1] [ev X1]
- On time [std 6.1]
- TODO [std 6.1] [ev D4]

## Notes
The plan [ev D4]
`,
      'single-source',
    );
  });

  itWeighs('single-source', fromModerationOn, `## Strengths\n- On time [std 6.1] [ev D4]\n\n${register}`);
});

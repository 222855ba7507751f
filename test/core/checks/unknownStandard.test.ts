import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import assert from 'node:assert/strict';

describe('unknown-standard', () => {
  it('names what the element has', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.3].
                          ^^^ unknown-standard: element 6 has 6.1 and 6.2
`,
      'unknown-standard',
    );
  });

  it('is quiet about ids that the catalogue has, and never looks into code or comments', () => {
    checkDiagnostics(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.2] \`[std 9.9]\` <!-- [std 9.9] --> [probe 6.28].
`,
      'unknown-standard',
    );
  });

  it('offers the nearest id that is not cited yet', () => {
    checkFix(
      `
# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.3$0].`,
      'Change to 6.2',
      `# Delivery [theme 3]
## Strengths
- Visits are on time [std 6.1, 6.2].`,
    );
  });

  it('offers nothing that would make a range run backwards', () => {
    const titles = fixTitles(`
# Leadership [theme 2]
## Strengths
- Clear lines of sight [std 4.2-4.3$0].`);
    assert.deepEqual(titles, []);
  });
});

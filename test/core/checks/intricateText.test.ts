import { checkDiagnostics } from '../../support/check';
import { itWeighs } from '../../support/weight';

const stars = '*a_ '.repeat(1200).trimEnd();

describe('intricate-text', () => {
  it('sees signs by the thousand, and nothing else in the document', () => {
    checkDiagnostics(
      `
## Strengths
- ${stars}
  ${'^'.repeat(stars.length - 1)}^ intricate-text: too intricate to be read as Markdown
- On time [std 6.1]
`,
      'intricate-text',
    );
  });

  it('sees lists within lists beyond count', () => {
    const lists = `${'- '.repeat(40)}a`;
    checkDiagnostics(
      `
## Strengths

${lists}
${'^'.repeat(lists.length)} intricate-text
${'A sentence of a person. '.repeat(60)}
`,
      'intricate-text',
    );
  });

  it('is quiet about long sentences, long tables and a line of dashes', () => {
    checkDiagnostics(
      `
## Strengths
- ${'*Families* are heard, and _staff_ know it. '.repeat(60)}

${'- '.repeat(40)}
`,
      'intricate-text',
    );
  });

  itWeighs('intricate-text', 'warning', `## Strengths\n- On time ${stars}\n`);
});

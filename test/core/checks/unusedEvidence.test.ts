import { checkDiagnostics } from '../../support/check';
import { itWeighs } from '../../support/weight';

describe('unused-evidence', () => {
  it('names what nothing cites', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id | Kind | Description |
| --- | --- | --- |
| FG2 | Focus group | Foster carers |
  ^^^ unused-evidence: Nothing cites FG2 yet; a finding that rests on it says [ev FG2].
| D4 | Document | Corporate plan |
| **D5** | Document | Minutes |
    ^^ unused-evidence: Nothing cites D5 yet
//- one.review.md
## Strengths
- On time [std 6.1] [ev d4]
- Not cited \`[ev D5]\` [std 6.2] [ev FG20]
`,
      'unused-evidence',
    );
  });

  it('tells why an entry cannot be cited', () => {
    checkDiagnostics(
      `# Evidence

| Id | Description |
| --- | --- |
|  | Foster carers |
     ^^^^^^^^^^^^^ unused-evidence: This entry has no id yet
| FG 2 | Parents |
  ^^^^ unused-evidence: “FG 2” cannot be cited: an id is one word of plain letters and figures; write FG2.
| – | Minutes |
  ^ unused-evidence: such as D1 or FG2.
`,
      'unused-evidence',
    );
  });

  it('is quiet about what a finding or the narrative of any document cites', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id | Description |
| --- | --- |
| FG2 | Foster carers |
| D4 | Corporate plan, see [ev D5] |
| D5 | Minutes |
| | |
//- deep/one.review.md
Carers told us [ev FG2].

## Strengths
- … [std 6.1] [ev D4]
`,
      'unused-evidence',
    );
  });

  it('does not take the id of a row for a citation of it', () => {
    checkDiagnostics(
      `# Evidence

| Id | Description |
| --- | --- |
| [ev FG2] | Foster carers |
      ^^^ unused-evidence
`,
      'unused-evidence',
    );
  });

  it('is silenced by a comment in the row above, since a line of its own would end the table', () => {
    checkDiagnostics(
      `# Evidence

| Id | Description |
| --- | --- |
| D1 | Minutes <!-- review-ignore-next-line unused-evidence: kept for the record --> |
  ^^ unused-evidence
| D2 | Agenda |
`,
      'unused-evidence',
    );
  });

  itWeighs('unused-evidence', 'information', '# Evidence\n\n| Id |\n| --- |\n| D1 |\n', 'title: A\n');
});

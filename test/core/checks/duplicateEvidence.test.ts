import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

const twice = `# Evidence

| Id | Description |
| --- | --- |
| FG2 | Foster carers |
| D4 | Corporate plan |
| fg2 | Parents |

Cited: [ev FG2] [ev D4].
`;

describe('duplicate-evidence', () => {
  it('names the first place at the later one', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id | Description |
| --- | --- |
| FG2 | Foster carers |
| fg2 | Parents |
  ^^^ duplicate-evidence: fg2 is the id of another entry, “Foster carers”
//- two.review.md
# Tystiolaeth

| Rhif | Math |
| --- | --- |
| FG2 | Grŵp ffocws |
  ^^^ duplicate-evidence: FG2 is the id of another entry in cover.review.md, “Foster carers”; give one of them an id of its own.
`,
      'duplicate-evidence',
    );
  });

  it('points to the first, wherever an edit moves it', () => {
    const fixture = readFixture(
      `//- a.review.md\n${twice}\n//- cover.review.md\n---\n---\n//- z.review.md\n${twice}`,
    );
    const places = (): string[] =>
      allDiagnostics(fixture)
        .filter(({ code, uri }) => code === 'duplicate-evidence' && uri.endsWith('z.review.md'))
        .flatMap(({ related }) => related ?? [])
        .map(({ uri, span }) => fixture.snapshot().document(uri)?.text.slice(span.start, span.end) ?? '');
    assert.deepEqual(places(), ['FG2', 'D4', 'FG2']);
    const [uri = ''] = fixture.files.keys();
    fixture.workspace.setFile(uri, `Words above.\n\n${twice}`);
    assert.deepEqual(places(), ['FG2', 'D4', 'FG2']);
  });

  it('is quiet about ids that stand once, about rows without one, and about another review', () => {
    checkDiagnostics(
      `//- cover.review.md
# Evidence

| Id | Description |
| --- | --- |
| FG2 | Foster carers |
| FG20 | Parents |
| | One |
| | Two |
//- other/cover.review.md
# Evidence

| Id |
| --- |
| FG2 |
`,
      'duplicate-evidence',
    );
  });

  itWeighs('duplicate-evidence', 'error', twice, 'title: A\n');
});

/*
 * Counting evidence while a person types: it gives what a fresh start gives, and its cost grows no faster than the register.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { diagnostics, Workspace, type Diagnostic } from '../../core/src';
import { runs } from '../support/awkward';
import { costOf } from '../support/cost';
import { itUnlessQuick } from '../support/depth';
import { root, shippedFile } from '../support/fixture';

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [name, text] of Object.entries(files)) workspace.setFile(`${root}/${name}`, text);
  return workspace;
}

function allSaid(workspace: Workspace): readonly (readonly Diagnostic[])[] {
  const snapshot = workspace.snapshot();
  return [...snapshot.documents.keys()].map((uri) => diagnostics(snapshot, uri));
}

describe('evidence that is counted while a person types', () => {
  const names = ['cover', 'a', 'b', 'c'].map((name) => `${name}.review.md`);
  const id = fc.constantFrom('FG1', 'fg1', 'FG2', 'D4', '');
  const row = fc.tuple(id, fc.constantFrom('Document', 'dogfen', 'Survey', '')).map((cells) => {
    return `| ${cells.join(' | ')} | Words |\n`;
  });
  const table = fc.array(row, { maxLength: 3 }).map((rows) => {
    return `# Evidence\n\n| Id | Kind | Description |\n| - | - | - |\n${rows.join('')}\n`;
  });
  const cited = fc.constantFrom('', ' [ev FG1]', ' [ev fg2, D4]', ' [ev D4]', ' [ev X9]');
  const findings = fc
    .array(cited, { maxLength: 3 })
    .map((all) => `# Ours\n\n## Strengths\n\n${all.map((each) => `- Words${each}\n`).join('')}\n`);
  const body = fc.oneof(
    table,
    findings,
    fc.tuple(findings, table).map((both) => both.join('')),
  );
  const cover = fc.constantFrom(
    '---\nphase: final\n---\n',
    '---\nphase: final\ndocuments: [c.review.md, b.review.md, a.review.md]\n---\n',
  );
  const step = fc.record({ which: fc.nat({ max: 3 }), head: cover, body, gone: fc.nat({ max: 9 }) });

  it('is what a fresh start gives, after any edits, in the latest state and in older ones', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        const workspace = workspaceOf({});
        const files = new Map<string, string>();
        const states = steps.map(({ which, head, body: text, gone }) => {
          const name = names[which] ?? '';
          if (gone === 0) {
            workspace.removeFile(`${root}/${name}`);
            files.delete(name);
          } else {
            files.set(name, which === 0 ? head + text : text);
            workspace.setFile(`${root}/${name}`, files.get(name) ?? '');
          }
          const snapshot = workspace.snapshot();
          const said = (): unknown => [...snapshot.documents.keys()].map((uri) => diagnostics(snapshot, uri));
          return { fresh: allSaid(workspaceOf(Object.fromEntries(files))), now: said(), said };
        });
        for (const { fresh, now } of states) assert.deepEqual(now, fresh);
        for (const { fresh, said } of states) assert.deepEqual(said(), fresh);
      }),
      runs(400),
    );
  });

  /** What letters cost in a review of forty documents that have so many entries each, which are cited elsewhere. */
  function keystrokes(entries: number, textOf: (i: number) => string): number {
    const files = Array.from({ length: 40 }, (_, d): [string, string] => {
      const rows = Array.from({ length: entries }, (_, i) => `| E${d}x${i} | Data | Words ${i} |\n`);
      const lists = Array.from({ length: entries }, (_, i) => `- On time ${d} ${i} [ev E${39 - d}x${i}]\n`);
      const head = '# Evidence\n\n| Id | Kind | Description |\n| - | - | - |\n';
      return [`d${d}.review.md`, `## Strengths\n\n${lists.join('')}\n${head}${rows.join('')}`];
    });
    const cover = '---\nphase: final\n---\n';
    const workspace = workspaceOf({ 'cover.review.md': cover, ...Object.fromEntries(files) });
    let version = 0;
    const press = (): void => {
      workspace.open(`${root}/own.review.md`, textOf(version), ++version);
      allSaid(workspace);
    };
    for (let i = 0; i < 4; i++) press();
    return costOf(() => {
      for (let i = 0; i < 20; i++) press();
    });
  }

  for (const [what, textOf] of [
    ['a finding', (i: number) => `## Strengths\n\n- Words ${i} [ev E1x1]\n`],
    ['a citation', (i: number) => `## Strengths\n\n- Words [ev E${i % 10}x1]\n`],
    ['a description', (i: number) => `# Evidence\n\n| Id | Description |\n| - | - |\n| N1 | Words ${i} |\n`],
  ] as const) {
    itUnlessQuick(`costs in ${what} no more than the register grows`, () => {
      const small = keystrokes(2, textOf);
      const large = keystrokes(60, textOf);
      assert.ok(large < 40 * small, `${large} ms for thirty times the register, ${small} ms before`);
    });
  }

  it('does not read other documents again for a new id', () => {
    const rows = '# Evidence\n\n| Id | Kind |\n| - | - |\n| D1 | Data |\n';
    const finding = '## Strengths\n\n- Words [ev D1]\n';
    const workspace = workspaceOf({
      'cover.review.md': rows,
      'a.review.md': finding,
      'b.review.md': '- [ev D9]\n',
    });
    const before = allSaid(workspace);
    const snapshot = workspace.snapshot();
    for (const name of ['a.review.md']) {
      const document = snapshot.documents.get(`${root}/${name}`);
      assert.ok(document);
      Object.defineProperty(document, 'model', { get: () => assert.fail(`${name} is read again`) });
    }
    workspace.setFile(`${root}/cover.review.md`, `${rows}| D9 | Survey |\n`);
    const after = allSaid(workspace);
    assert.equal(
      after[0],
      before[0],
      'what is said of a document that cites other evidence is not worked out again',
    );
    assert.notDeepEqual(after[1], before[1]);
  });
});

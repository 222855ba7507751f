/*
 * What a review's findings cite, and which of them say the same, is counted by what has changed: it is what counting
 * everything gives, whichever documents come, go, change or change places, in the latest state and in older ones.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { coverage, diagnostics, Workspace, type Review, type Snapshot } from '../../core/src';
import { coverageStates } from '../../core/src/coverage/states';
import { runs } from '../support/awkward';
import { root, shippedFile } from '../support/fixture';

const names = ['cover', 'a', 'b', 'c'].map((name) => `${name}.review.md`);

function setIn(snapshot: Snapshot): Review | undefined {
  return snapshot.reviewOf(`${root}/cover.review.md`);
}

/** All that is said of a review, and what of it is covered. */
function saidOf(snapshot: Snapshot): unknown {
  const set = setIn(snapshot);
  const entries = set ? coverage(set).standards : [];
  return {
    said: [...snapshot.documents.keys()].map((uri) => diagnostics(snapshot, uri)),
    covered: entries.map(({ state, strengths, development }) => [
      state,
      strengths.length,
      development.length,
    ]),
    states: set && [...coverageStates(set).of.values()],
  };
}

function workspaceOf(files: ReadonlyMap<string, string>): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [name, text] of files) workspace.setFile(`${root}/${name}`, text);
  return workspace;
}

describe('what findings cite, counted by what has changed', () => {
  const words = fc.constantFrom(
    'Managers read records with workers',
    'Parents said that they were heard',
    'TODO',
  );
  const cited = fc.constantFrom('[std 1.1]', '[std 1.1-1.3]', '[std 6.1, 6.2]', '[std 6]', '[std 9.9]');
  const finding = fc.tuple(words, cited).map((both) => `- ${both.join('. ')}\n`);
  const list = fc.array(finding, { maxLength: 3 }).map((all) => all.join(''));
  const body = fc.record({ strengths: list, development: list }).map(({ strengths, development }) => {
    return `# Being safe [theme 1]\n\n## Strengths\n\n${strengths}\n## Areas for development\n\n${development}`;
  });
  const head = fc.constantFrom(
    '---\nphase: final\n---\n',
    '---\nphase: final\ndocuments: [c.review.md, b.review.md, a.review.md]\n---\n',
    '---\nphase: moderation\nscope:\n  exclude:\n    - std: 6.1\n      reason: agreed\n---\n',
  );
  const step = fc.record({ which: fc.nat({ max: 3 }), head, body, gone: fc.nat({ max: 9 }) });

  it('is what counting everything gives, after any edits, in the latest state and in older ones', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        const files = new Map<string, string>();
        const workspace = workspaceOf(files);
        const states = steps.map(({ which, head: frontMatter, body: text, gone }) => {
          const name = names[which] ?? '';
          if (gone === 0) {
            workspace.removeFile(`${root}/${name}`);
            files.delete(name);
          } else {
            files.set(name, which === 0 ? frontMatter + text : text);
            workspace.setFile(`${root}/${name}`, files.get(name) ?? '');
          }
          const snapshot = workspace.snapshot();
          return { fresh: saidOf(workspaceOf(files).snapshot()), now: saidOf(snapshot), snapshot };
        });
        for (const { fresh, now } of states) assert.deepEqual(now, fresh);
        for (const { fresh, snapshot } of states) assert.deepEqual(saidOf(snapshot), fresh);
      }),
      runs(100),
    );
  });

  it('stays one object as long as the same is covered', () => {
    const files = new Map([
      ['cover.review.md', ''],
      ['a.review.md', '## Strengths\n\n- Words [std 1.1]\n'],
    ]);
    const workspace = workspaceOf(files);
    const statesNow = (): unknown => {
      const set = setIn(workspace.snapshot());
      return set && coverageStates(set);
    };
    const before = statesNow();
    workspace.setFile(`${root}/a.review.md`, '## Strengths\n\n- Other words [std 1.1]\n');
    assert.equal(statesNow(), before);
    workspace.setFile(`${root}/a.review.md`, '## Areas for development\n\n- Other words [std 1.1]\n');
    assert.equal(statesNow(), before, 'it is covered from the other side');
    workspace.setFile(`${root}/a.review.md`, '## Strengths\n\n- Other words [std 1.2]\n');
    assert.notEqual(statesNow(), before);
  });
});

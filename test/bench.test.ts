/*
 * The bench still works: the smallest measure gives figures for the floor and for our server. It never says
 * how fast anything is; that is for `npm run bench`, on a machine that does nothing else.
 */
import assert from 'node:assert/strict';
import type { Bench } from '../bench/bench';
import { bundleAll } from '../bench/bundle';
import { createDocument, shapes, toggleAt } from '../bench/documents';
import { Figures } from '../bench/figures';
import { judge } from '../bench/goals';
import { measureEditsIn } from '../bench/measures/edits';
import { printTables } from '../bench/report';
import { programsOf } from '../bench/servers';
import { diagnostics, Workspace } from '../core/src';
import { shippedFile } from './support/fixture';

const names = ['floor', 'ours'] as const;

describe('the bench', () => {
  it('measures edits and prints them beside the goals', async () => {
    const bundles = await bundleAll();
    const figures = new Figures();
    const bench: Bench = {
      bundles,
      programs: programsOf(bundles),
      figures,
      quick: true,
      say: () => undefined,
    };
    await measureEditsIn(bench, 'ordinary', '10 KB', ['middle'], names);
    assert.deepEqual(figures.failures, []);
    for (const name of names) assert.ok(figures.find('edit', 'ordinary 10 KB middle', name), name);
    assert.equal(typeof judge(figures)[0]?.isKept, 'boolean');
    assert.match(printTables(figures), /\| edit: ordinary 10 KB middle +\|/);
  });

  for (const shape of shapes) {
    it(`makes clean documents in which one character is an error: ${shape}`, () => {
      const text = createDocument(shape, 10_000);
      assert.equal(text, createDocument(shape, 10_000));
      for (const where of ['top', 'middle', 'end'] as const) {
        const { off, on } = toggleAt(text, where);
        assert.deepEqual(codesOf(off), []);
        assert.deepEqual(codesOf(on), ['unknown-standard']);
      }
    });
  }
});

function codesOf(text: string): string[] {
  const uri = 'file:///bench.review.md';
  const workspace = new Workspace([shippedFile]);
  workspace.setFile(uri, text);
  return diagnostics(workspace.snapshot(), uri).map(({ code }) => code);
}

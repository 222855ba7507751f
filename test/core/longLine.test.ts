/*
 * A line without end holds no answer: whatever is asked in a text that has one costs what the text costs, and never
 * its square. Editors ask many of these questions at every movement of the cursor.
 */
import assert from 'node:assert/strict';
import * as core from '../../core/src';
import { costOf } from '../support/cost';
import { itUnlessQuick } from '../support/depth';

const uri = 'a.review.md';
const own = 'own.standards.md';
const catalogue =
  '---\nid: own\ntitle: Own\n---\n\n# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n- 1.1 C\n';
const cover = '---\nstandards: own.standards.md\n---\n';

/** Texts around a line of so many characters, each a trap of its own for an expression that looks for an end. */
const texts: Record<string, (size: number) => string> = {
  letters: (size) => `## Strengths\n\n${'a'.repeat(size)}\n\n- On time [std 1.1]\n`,
  blanks: (size) => `## Strengths\n\n- a${' '.repeat(size)}b [std 1.1]\n- On time [std 1.1]\n`,
  stops: (size) => `## Strengths\n\n- a ${'.'.repeat(size)} b\n- On time [std 1.1]\n`,
  dashes: (size) => `## Strengths\n\n- a ${'-'.repeat(size)} b\n- On time [std 1.1]\n`,
  'line ends': (size) => `## Strengths\n\n- a${'\n'.repeat(size)}- On time [std 1.1]\n`,
  numbers: (size) => `## Strengths\n\n- ${'1 '.repeat(size / 2)}\n- On time [std 1.1]\n`,
  'a heading': (size) => `## ${'Strengths '.repeat(size / 10)}\n\n- On time [std 1.1]\n`,
  brackets: (size) => `- a ${'( '.repeat(size / 2)}@by( [std 1.1\n- On time [std 1.1]\n`,
};

type Question = (snapshot: core.Snapshot, at: string, offset: number, length: number) => unknown;

/** Every question of an editor, at the end of the text, in its middle, and of all of it. */
const questions: Record<
  string,
  (snapshot: core.Snapshot, at: string, offset: number, length: number) => unknown
> = {
  reading: (snapshot, at) => core.diagnostics(snapshot, at),
  hover: (snapshot, at, offset) => core.hover(snapshot, at, offset),
  completion: (snapshot, at, offset) => core.completion(snapshot, at, offset),
  definition: core.definition,
  references: (snapshot, at, offset) => core.references(snapshot, at, offset, true),
  highlights: core.highlights,
  selections: core.selectionRanges,
  'prepare rename': core.prepareRename,
  fixes: (snapshot, at, offset) => core.fixes(snapshot, at, { start: offset, end: offset }),
  offers: (snapshot, at, offset) => core.codeActions(snapshot, at, { start: offset, end: offset }),
  'ignore here': (snapshot, at, offset) =>
    core.ignoreHere(snapshot, at, { code: 'finding-without-citation', span: { start: offset, end: offset } }),
  symbols: core.documentSymbols,
  folds: core.foldingRanges,
  links: core.links,
  lenses: core.codeLenses,
  tokens: (snapshot, at) => core.semanticTokens(snapshot, at),
  hints: (snapshot, at, _, length) => core.inlayHints(snapshot, at, { start: 0, end: length }),
};

function snapshotOf(at: string, text: string): core.Snapshot {
  const workspace = new core.Workspace([]);
  workspace.setFile('cover.review.md', cover);
  workspace.setFile(own, at === own ? text : catalogue);
  workspace.setFile(uri, at === uri ? text : '- x [std 1.1]\n');
  return workspace.snapshot();
}

describe('a line without end', () => {
  for (const [name, textOf] of Object.entries(texts)) {
    itUnlessQuick(`of ${name} holds no answer`, () => {
      for (const at of [uri, own]) {
        const [short, long] = [6000, 24_000].map((size) => {
          const text = at === uri ? textOf(size) : catalogue + textOf(size);
          const snapshot = snapshotOf(at, text);
          return (ask: Question): number => {
            const offsets = [text.length, text.length - 6, text.length >> 1, 0];
            return costOf(() => {
              for (const offset of offsets) ask(snapshot, at, offset, text.length);
            });
          };
        });
        for (const [question, ask] of Object.entries(questions)) {
          // A few milliseconds more for both, so that what is quick has no say.
          const [once, four] = [(short?.(ask) ?? 0) + 5, (long?.(ask) ?? 0) + 5];
          assert.ok(
            four / once < 11,
            `${question} in ${at}: ${once.toFixed(0)} ms, and ${four.toFixed(0)} for four times`,
          );
        }
      }
    });
  }
});

it('reads a point with more citations than a call takes arguments', () => {
  const many = 200_000;
  const workspace = new core.Workspace([{ uri: own, text: catalogue }]);
  workspace.setFile('cover.review.md', cover);
  workspace.setFile(uri, `## Strengths\n\n- Heard. ${'[std 1.1]'.repeat(many)}\n`);
  assert.equal(workspace.snapshot().documents.get(uri)?.model.citations.length, many);
});

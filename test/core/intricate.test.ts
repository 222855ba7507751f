/*
 * No text may hold the reader: what other readers of Markdown sit on for minutes costs here what prose of the same
 * length costs, within a few times, and every word of it is still there.
 */
import assert from 'node:assert/strict';
import { diagnostics, readDocument, Workspace } from '../../core/src';
import { findIntricate } from '../../core/src/syntax/pathologicalText';
import { parseBlocks, wordsOf } from '../../core/src/syntax/markdown';
import { ordinary, shapes } from '../corpus/intricate';
import { costOf } from '../support/cost';
import { itUnlessQuick } from '../support/depth';

/** Twenty times what a person could want to write, and enough for every square to show. */
const pieces = 2000;
/** Times the cost of prose; without a bound the worst cost thousands of times as much, and grow. */
const bearable = 30;

const prose = ordinary(100_000);
let costOfProse = 0;

function ratioOf(text: string): number {
  costOfProse ||= costOf(() => void readDocument(prose)) / prose.length;
  return costOf(() => void readDocument(text)) / (costOfProse * Math.max(text.length, 20_000));
}

function read(text: string): ReturnType<typeof diagnostics> {
  const workspace = new Workspace([]);
  workspace.setFile('a.review.md', text);
  return diagnostics(workspace.snapshot(), 'a.review.md').filter(({ code }) => code === 'intricate-text');
}

describe('text that a reader of Markdown would sit on', () => {
  for (const { name, text } of shapes) {
    itUnlessQuick(`is read like prose: ${name}`, () => {
      const ratio = ratioOf(text(pieces));
      assert.ok(ratio < bearable, `${name}: ${ratio.toFixed(1)} times the cost of prose`);
    });
  }

  it('is shown once where it stands, and what is around it is read as always', () => {
    const held = '*a_ '.repeat(2000).trimEnd();
    const text = `## Strengths\n\n- On time [std 6.1]\n- Early ${held}\n- Late [std 6.2]\n`;
    const review = readDocument(text);
    assert.deepEqual(
      review.findings.map(({ citations }) => citations.length),
      [1, 0, 1],
    );
    assert.equal(review.findings[1]?.words, `Early ${held}`);
    const [only, ...others] = read(text);
    assert.deepEqual(others, []);
    assert.equal(only && text.slice(only.span.start, only.span.end), `Early ${held}`);
  });

  it('keeps every word', () => {
    for (const { name, text } of shapes) {
      const own = text(pieces);
      if (findIntricate(own).length !== 1) continue;
      const words = (written: string): string => written.replace(/[^a-z0-9]+/gi, '');
      const tree = parseBlocks(own);
      const kept = tree.children.map((node) => ('children' in node ? wordsOf(node) : ''));
      const bare = own.replace(/^\[a\]: x$/m, '').replace(/^#+ |^\d+[.)] /gm, '');
      assert.ok(words(kept.join('')) === words(bare), name);
    }
  });

  it('is nothing that a person writes', () => {
    const definitions = Array.from({ length: 300 }, (_, i) => `[^${i}]: See the minutes of ${i} May.`).join(
      '\n',
    );
    const rows = '| FG1 | focus group | Parents | 2026-10-02 |\n'.repeat(1000);
    const rule = '- '.repeat(40);
    const long = 'Families *are* heard, and _staff_ `know` it. '.repeat(100);
    const deep = Array.from({ length: 12 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n');
    for (const text of [
      definitions,
      `| Id | Kind |\n| - | - |\n${rows}`,
      rule,
      long,
      deep,
      ordinary(100_000),
    ]) {
      assert.deepEqual(read(text), [], text.slice(0, 60));
    }
  });
});

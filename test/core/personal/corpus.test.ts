/*
 * The labelled corpus: its size, and how much of it is found. The figures in docs/personal-data.md are those
 * that are measured here.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { halves, printScores, readCorpus, score } from './measure';

describe('the corpus of personal data', () => {
  it('has at least 150 data of six kinds and 400 ordinary sentences, a third of them held out', () => {
    const [tuning, held] = halves.map(readCorpus);
    assert.ok(tuning && held);
    for (const { data } of score(halves).values()) assert.ok(data >= 20);
    const size = (name: 'positives' | 'ordinary'): number[] => [tuning[name].length, held[name].length];
    for (const name of ['positives', 'ordinary'] as const) {
      const [seen = 0, unseen = 0] = size(name);
      assert.ok(seen + unseen >= { positives: 150, ordinary: 400 }[name]);
      assert.ok(unseen * 3 >= seen + unseen - 2, name);
    }
    const all = [...tuning.ordinary, ...held.ordinary];
    assert.equal(new Set(all).size, all.length);
  });

  it('is found as docs/personal-data.md says', () => {
    const page = readFileSync(join(__dirname, '../../../docs/personal-data.md'), 'utf8');
    const figures = (text: string): string => text.replace(/[ -]+(?=\|)|(?<=\|)[ -]+/g, '');
    for (const which of [['held'], halves] as const) {
      assert.ok(figures(page).includes(figures(printScores(score(which)))), printScores(score(which)));
    }
  });
});

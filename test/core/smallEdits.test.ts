/*
 * The law of edits on every small edit near every kind of cut, through the reading API only. `npm test` tries one of some
 * hundred; each round of the soak tries the next twenty-fifth, so that twenty-five rounds try them all (`EDITS=3/25`).
 */
import assert from 'node:assert/strict';
import { readDocument, type DocumentModel } from '../../core/src';
import { contents } from '../support/contents';
import { smallEdit, smallEdits } from '../support/smallEdits';

/** Which edits are tried: from the first, each so many. A prime, so that the few meet every block, gap, place and piece. */
const [first = 0, step = 499] = (process.env.EDITS ?? '0/499').split('/').map(Number);

describe('reading again after a small edit', () => {
  it('gives what reading the final text gives, near every kind of cut', () => {
    let tried = 0;
    const reviews = new Map<string, DocumentModel>();
    for (let i = first; i < smallEdits; i += step) {
      const edit = smallEdit(i);
      if (!edit) continue;
      tried++;
      const old = reviews.get(edit.from) ?? readDocument(edit.from);
      if (reviews.size > 1000) reviews.clear();
      reviews.set(edit.from, old);
      // As text first, because comparing a million objects takes most of an hour.
      const [edited, fresh] = [contents(readDocument(edit.to, old)), contents(readDocument(edit.to))];
      if (JSON.stringify(edited) !== JSON.stringify(fresh))
        assert.deepEqual(edited, fresh, `edit ${i}: ${JSON.stringify(edit)}`);
    }
    assert.ok(tried > 1000, `only ${tried} edits were tried`);
  });
});

describe('an edit far after a marker', () => {
  // The blanks after a marker decide whether it is an item, however many there are.
  for (const marker of ['- ', '+\t', '123456789. '])
    for (const blanks of [' '.repeat(20), '\t'.repeat(20), ' '.repeat(300)])
      it(`is noticed by what precedes the marker: ${JSON.stringify(marker + blanks).slice(0, 24)}`, () => {
        const head = `## Strengths\n\n    code\n\n${marker}${blanks}`;
        const tail = '\n===\n\n- Staff are heard. [std 3.1]\n';
        for (const [from, to] of [
          ['x', ''],
          ['', 'x'],
        ]) {
          const after = `${head}${to ?? ''}${tail}`;
          assert.deepEqual(
            contents(readDocument(after, readDocument(`${head}${from ?? ''}${tail}`))),
            contents(readDocument(after)),
          );
        }
      });
});

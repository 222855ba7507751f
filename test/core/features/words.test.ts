/*
 * Words that are cut to fit a line.
 */
import assert from 'node:assert/strict';
import { readCatalogue } from '../../../core/src/catalogue/readCatalogue';
import { shortTitle } from '../../../core/src/features/presentation/shortTitle';
import { shorten } from '../../../core/src/features/text';

describe('words that are cut', () => {
  for (const [text, length, shown] of [
    ['Children are safe and well', 100, 'Children are safe and well'],
    ['Children are safe and well looked after', 27, 'Children are safe and well…'],
    ['Children are safe and well looked after', 22, 'Children are safe…'],
    ['Children are safe, and, or well looked after', 27, 'Children are safe…'],
    ['Plant yn ddiogel ac yn iach bob amser', 20, 'Plant yn ddiogel…'],
    ['Plant yn ddiogel a hapus bob amser', 20, 'Plant yn ddiogel…'],
    ['Children in the band and others', 21, 'Children in the band…'],
    ['What is said of element A or of others', 26, 'What is said of element A…'],
    // There is no word to cut at.
    ['Childrenandyoungpeople', 11, 'Childrenand…'],
  ] as const) {
    it(`do not end with what joins them to others: “${shown}”`, () => {
      assert.equal(shorten(text, length), shown);
    });
  }

  it('do not in the short title of a theme either', () => {
    const [theme] = readCatalogue('# Theme 1: Leadership and strategy for all\n').themes;
    assert.ok(theme);
    assert.equal(shortTitle(readCatalogue(''), theme, 15), 'Leadership…');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCatalogue } from '../../../core/src';
import { dataOf } from '../../../core/src/standards/data';
import { printCatalogue } from '../../../core/src/standards/print';
import { awkwardText, runs } from '../../support/awkward';
import { shippedText } from '../../support/fixture';
import { countryText } from '../../support/country';
import { catalogueData } from '../../support/catalogueData';

describe('printing a catalogue', () => {
  it('gives the shipped catalogue, and one of another make, as they are written', () => {
    for (const text of [shippedText, countryText])
      assert.equal(printCatalogue(dataOf(readCatalogue(text))), text);
  });

  it('is read as the same data', () => {
    fc.assert(
      fc.property(catalogueData, (data) => {
        const read = readCatalogue(printCatalogue(data));
        assert.deepEqual(dataOf(read), data);
      }),
      runs(500),
    );
  });

  it('keeps what reading any text has found', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const data = dataOf(readCatalogue(`# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n${text}`));
        assert.deepEqual(dataOf(readCatalogue(printCatalogue(data))), data);
      }),
      runs(500),
    );
  });

  it('writes backslashes only where words would be read as signs', () => {
    const element = { id: '1', title: 'R&D (a_b) *now*', aliases: [], formerly: [], probes: [], sources: [] };
    const standards = [{ id: '1.1', text: 'Salt & pepper, e.g. [std 1.1] <b>', formerly: [] }];
    const theme = { id: '1', title: 'A', aliases: [], formerly: [], about: [] };
    const text = printCatalogue({
      settings: {},
      themes: [{ ...theme, elements: [{ ...element, standards }] }],
    });
    assert.match(text, /^# Theme 1: A$/m);
    assert.match(text, /^- 1\.1 Salt \\& pepper, e\.g\. \\\[std 1\.1\] \\<b\\>$/m);
  });
});

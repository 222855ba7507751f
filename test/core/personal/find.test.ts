import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findPersonalData } from '../../../core/src/personal/find';
import { findPrivateWords, readPrivateWords } from '../../../core/src/personal/words';
import { awkwardText, runs } from '../../support/awkward';
import { costOf } from '../../support/cost';
import { itUnlessQuick } from '../../support/depth';

/** What is found, as `kind: words`. */
function found(text: string): string[] {
  return findPersonalData(text).map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`);
}

describe('finding personal data', () => {
  it('gives a place to one kind', () => {
    assert.deepEqual(found('born 05/05/2010, NHS 999 526 0182, 07700900123@example.org'), [
      'dob: 05/05/2010',
      'nhs: 999 526 0182',
      'email: 07700900123@example.org',
    ]);
  });

  it('takes a number of ten digits for an NHS number when it checks out, or is called one', () => {
    assert.deepEqual(found('999 526 0182'), ['nhs: 999 526 0182']);
    assert.deepEqual(found('999 526 0183'), []);
    assert.deepEqual(found('NHS number 999 526 0183'), ['nhs: 999 526 0183']);
    assert.deepEqual(found('999 526-0182, 4444444444, 19995260182, 9995260182.5, ref/9995260182'), []);
  });

  it('takes a postcode as a whole, of an area that exists', () => {
    assert.deepEqual(found('LL99 4QT, ll98 2pd, W1A 9ZZ, CF989TW'), [
      'postcode: LL99 4QT',
      'postcode: ll98 2pd',
      'postcode: W1A 9ZZ',
      'postcode: CF989TW',
    ]);
    assert.deepEqual(found('CF10, SW1, M4 junction 33, ZZ9 9ZZ, LL9C 4QT, LL99 4QC, M25 4th, ll984qt'), []);
  });

  it('takes a date for a date of birth only beside words of birth', () => {
    assert.deepEqual(found('Born at home on 3 March 2011; seen on 4 March 2026. DOB: 2011-03-03'), [
      'dob: 3 March 2011',
      'dob: 2011-03-03',
    ]);
    assert.deepEqual(found('Fe’i ganwyd ar 3ydd o Fawrth 2011. Dyddiad geni: 32/01/2011'), [
      'dob: 3ydd o Fawrth 2011',
    ]);
  });

  it('takes telephone numbers as they are set, and numbers of other countries with a plus', () => {
    assert.deepEqual(found('(029) 2018 0456, (07700900123), +353 1 999 12345, 0044 1632 960123.'), [
      'phone: (029) 2018 0456',
      'phone: 07700900123',
      'phone: +353 1 999 12345',
      'phone: 0044 1632 960123',
    ]);
    assert.deepEqual(found('01 02 2026 020, 0.5, 0900 to 1030, 076'), []);
  });

  it('finds places that lie in the text, in order, apart from each other', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        let last = 0;
        for (const { span } of findPersonalData(text)) {
          assert.ok(last <= span.start && span.start < span.end && span.end <= text.length);
          last = span.end;
        }
      }),
      runs(500),
    );
  });
});

describe('what a long text costs', () => {
  const pieces = [
    ...[
      '0',
      '0 ',
      '(0',
      '+44',
      '+',
      '1',
      '1 ',
      '12 ',
      '9995260182 ',
      '999 526 0182, ',
      'a',
      'a@',
      '@',
      '@a.',
    ],
    ...[
      'a.',
      'a@b.',
      "'",
      'b.',
      'd.o.b. ',
      'born ',
      'born at a ',
      'born on ',
      '1 May ',
      'May ',
      '1/1/11 ',
      '1-',
    ],
    ...[
      'AB',
      'ab12',
      'AB12 34 56 ',
      'LL99 4QT ',
      'LL9',
      'NHS ',
      'NI ',
      ' ',
      '\n',
      '-',
      '.',
      'Huw ',
      'Huw Penri ',
    ],
  ];
  const words = readPrivateWords('Huw\nHuw Penri\nHuw Huw Huw');

  const cost = (piece: string, length: number): number => {
    const text = `9 @a. born ${piece.repeat(length / piece.length)} 9 @a. born`;
    return costOf(() => {
      findPersonalData(text);
      Array.from(findPrivateWords(text, words));
    });
  };

  for (const piece of pieces) {
    itUnlessQuick(`grows with its length: ${JSON.stringify(piece)}`, () => {
      const [short, long] = [cost(piece, 20_000), cost(piece, 80_000)];
      // The square would be seconds; some milliseconds are only the noise of what costs next to nothing.
      assert.ok(
        long < short * 10 + 60,
        `${short.toFixed(1)} ms, four times the length ${long.toFixed(1)} ms`,
      );
    });
  }
});

/*
 * What a page may say to the extension: the words on it came out of files, so whatever is no message of ours is dropped.
 */
import assert from 'node:assert/strict';
import { citationStyles as offered } from '../core/src';
import fc from 'fast-check';
import { asks, citationStyles, readMessage, readState } from '../client/src/pages/messages';
import { runs } from './support/awkward';

const isIndex = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

/** Fails where something holds more than a place, or something else. */
function checkPlace({ uri, start, line, ...rest }: Readonly<Record<string, unknown>>): void {
  assert.ok(typeof uri === 'string' && isIndex(start) && isIndex(line));
  assert.deepEqual(rest, {});
}

const place = fc.record({ uri: fc.webUrl(), start: fc.nat(), line: fc.nat() });
/** Almost a message: the keys that one may have, with anything behind them. */
const nearly = fc.record(
  {
    type: fc.constantFrom('ready', 'ask', 'reveal', 'choose', 'scrolled', 'update', '__proto__'),
    what: fc.oneof(fc.constantFrom('since', 'copy', 'constructor'), fc.anything()),
    uri: fc.oneof(fc.webUrl(), fc.anything()),
    start: fc.oneof(fc.nat(), fc.double(), fc.anything()),
    line: fc.oneof(fc.nat(), fc.double(), fc.anything()),
    places: fc.oneof(fc.array(fc.oneof(place, fc.anything())), fc.anything()),
    more: fc.anything(),
  },
  { requiredKeys: [] },
);

describe('a message of a page', () => {
  it('is read as it was meant', () => {
    const uri = 'file:///team/one.review.md';
    for (const message of [
      { type: 'ready' },
      { type: 'ask', what: 'copy' },
      { type: 'reveal', uri, start: 40, line: 3 },
      { type: 'choose', places: [{ uri, start: 0, line: 0 }] },
      { type: 'scrolled', uri, line: 3.25 },
    ])
      assert.deepEqual(readMessage(message), message);
  });

  it('is nothing when it is none', () => {
    const uri = 'file:///team/one.review.md';
    for (const message of [
      undefined,
      'ready',
      {},
      { type: 'ask', what: 'delete' },
      { type: 'reveal', uri, start: 4.5, line: 3 },
      { type: 'reveal', start: 4, line: 3 },
      { type: 'scrolled', uri, line: -1 },
      { type: 'scrolled', uri, line: Number.POSITIVE_INFINITY },
      { type: 'scrolled', uri, line: '3' },
      { type: 'scrolled', line: 3 },
    ])
      assert.equal(readMessage(message), undefined, JSON.stringify(message));
  });

  it('leaves out of several places those that are none', () => {
    assert.deepEqual(readMessage({ type: 'choose', places: [{ uri: 1 }, null] }), {
      type: 'choose',
      places: [],
    });
  });

  it('knows the ways of showing citations that the report has', () => {
    assert.deepEqual([...citationStyles], [...offered]);
  });

  it('holds nothing but what a message may hold, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.anything()), (anything) => {
        const message = readMessage(anything);
        if (message === undefined) return;
        const { type, ...rest } = message;
        if (type === 'choose') message.places.forEach((each) => checkPlace({ ...each }));
        else if (type === 'reveal') checkPlace(rest);
        else if (type === 'scrolled') checkPlace({ ...rest, start: 0, line: Math.floor(message.line) });
        else if (type === 'ask') assert.ok(asks.includes(message.what));
        else assert.deepEqual(message, { type: 'ready' });
      }),
      runs(3000),
    );
  });

  it('leaves behind no more than which review a page shows', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ review: fc.anything() })), (state) => {
        assert.ok(['string', 'undefined'].includes(typeof readState(state)));
      }),
      runs(500),
    );
  });
});

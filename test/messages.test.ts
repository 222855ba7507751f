/*
 * What a page may say to the extension: the words on it came out of files, so whatever is no message of ours is dropped.
 */
import assert from 'node:assert/strict';
import { citationStyles as offered } from '../core/src';
import { citationStyles, readMessage } from '../client/src/messages';

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
});

/*
 * How messages leave the server: whole, in their order, and those of one turn together.
 */
import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { WholeMessages } from '../../server/src/hosts/messageWriter';

/** A stream that keeps what reaches it at a time. */
function keeping(): { stream: Writable; pieces: string[] } {
  const pieces: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    writev: (chunks, done) => {
      pieces.push(chunks.map(({ chunk }) => String(chunk)).join(''));
      done();
    },
    write: (chunk, _, done) => {
      pieces.push(String(chunk));
      done();
    },
  });
  return { stream, pieces };
}

const framed = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const say = (method: string): { jsonrpc: string; method: string } => ({ jsonrpc: '2.0', method });

describe('messages that leave the server', () => {
  it('go out together at the end of a turn, each whole', async () => {
    const { stream, pieces } = keeping();
    const messages = new WholeMessages(stream);
    const first = messages.write(say('ä'));
    const second = messages.write(say('b'));
    assert.deepEqual(pieces, []);
    await Promise.all([first, second]);
    assert.deepEqual(pieces, [
      framed('{"jsonrpc":"2.0","method":"ä"}') + framed('{"jsonrpc":"2.0","method":"b"}'),
    ]);
    await messages.write(say('c'));
    assert.equal(pieces[1], framed('{"jsonrpc":"2.0","method":"c"}'));
  });

  it('tell of a stream that has failed', async () => {
    const stream = new Writable({
      write: (_chunk, _encoding, done) => {
        done(new Error('gone'));
      },
    });
    const messages = new WholeMessages(stream);
    const failures: string[] = [];
    messages.onError(([error]) => failures.push(error.message));
    await assert.rejects(messages.write(say('a')), /gone/);
    assert.ok(failures.includes('gone'));
  });
});

/*
 * The framing of the Language Server Protocol, written by hand: a header with a length, and JSON. It knows
 * nothing else of the protocol, and does as little as it can, because its cost is part of every figure.
 */

const headerEnd = '\r\n\r\n';

/** A message as it is written on the wire, in UTF-8. */
export function encodeFrame(message: unknown): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}${headerEnd}${body}`;
}

/** Puts chunks together and gives whole messages, parsed. */
export class FrameReader {
  readonly #take: (message: unknown) => void;
  #chunks: Buffer[] = [];
  #length = 0;
  /** How many bytes must be there before it is worth looking again. */
  #wanted = 0;

  constructor(take: (message: unknown) => void) {
    this.#take = take;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    let rest = this.#chunks.length === 1 ? chunk : join(this.#chunks);
    for (;;) {
      const end = rest.indexOf(headerEnd);
      const found = end < 0 ? undefined : /Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, end));
      if (end >= 0 && !found) throw new Error('A message has no length.');
      const start = end + headerEnd.length;
      const stop = found ? start + Number(found[1]) : Infinity;
      if (rest.length < stop) {
        this.#wanted = found ? stop : 0;
        break;
      }
      const body = rest.toString('utf8', start, stop);
      rest = rest.subarray(stop);
      this.#take(JSON.parse(body));
    }
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#length = rest.length;
  }
}

function join(chunks: readonly Buffer[]): Buffer {
  // The types of this Node version know a buffer that newer libraries do not take for an array of bytes.
  return Buffer.concat(chunks as readonly unknown[] as readonly Uint8Array[]);
}

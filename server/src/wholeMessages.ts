/*
 * Writes messages to a stream as soon as what is being done has been done, and those of one turn in one piece. The
 * library's own writer waits for a turn of the event loop, writes the header, and the body when that has gone, so that every
 * message wakes its reader twice. What a message says, and in which order messages come, is not decided here.
 */
import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** A stream that can hold back what is written. */
type Gathering = NodeJS.WritableStream & Pick<Writable, 'cork' | 'uncork'>;

/** The writing end of a connection over a stream. */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: Gathering;
  #failures = 0;
  #isGathering = false;

  constructor(stream: Gathering) {
    super();
    this.#stream = stream;
    stream.on('error', (error: Error) => {
      this.fireError(error);
    });
    stream.on('close', () => {
      this.fireClose();
    });
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    this.#gather();
    return new Promise((resolve, reject) => {
      this.#stream.write(whole, 'utf8', (failure) => {
        if (!failure) {
          resolve();
          return;
        }
        this.fireError(failure, message, ++this.#failures);
        reject(failure);
      });
    });
  }

  end(): void {
    this.#stream.end();
  }

  /** Holds back what is written until the turn is over. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    this.#stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      this.#stream.uncork();
    });
  }
}

/** The writing end as the library's types know one beside a stream to read; it takes either of each. */
export function wholeMessages(stream: Gathering): NodeJS.WritableStream {
  return new WholeMessages(stream) as unknown as NodeJS.WritableStream;
}

/*
 * Writes each message to a stream in one piece and at once. The library's own writer waits for a turn of the event
 * loop, writes the header, and the body when that has gone, so that every message wakes its reader twice. What a
 * message says, and in which order messages come, is not decided here.
 */
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** The writing end of a connection over a stream. */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failures = 0;

  constructor(stream: NodeJS.WritableStream) {
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
}

/** The writing end as the library's types know one beside a stream to read; it takes either of each. */
export function wholeMessages(stream: NodeJS.WritableStream): NodeJS.WritableStream {
  return new WholeMessages(stream) as unknown as NodeJS.WritableStream;
}

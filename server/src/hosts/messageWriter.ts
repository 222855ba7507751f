/*
 * Writes messages to a stream as soon as what is being done has been done, and those of one turn in one piece. The
 * library's own writer waits for a turn of the event loop, writes the header, and the body when that has gone, so that every
 * message wakes its reader twice. What a message says, and in which order messages come, is not decided here.
 * The messages are put together here, because a stream that holds them back (`cork`) writes a list of pieces, at twice the cost.
 */
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/** Messages that wait for the end of the turn. */
interface Turn {
  text: string;
  readonly first: Message;
  readonly written: Promise<void>;
}

/** The writing end of a connection over a stream. */
export class WholeMessages extends AbstractMessageWriter implements MessageWriter {
  readonly #stream: NodeJS.WritableStream;
  #failures = 0;
  #turn: Turn | undefined;

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
    if (this.#turn) this.#turn.text += whole;
    else this.#turn = { text: whole, first: message, written: this.#endOfTurn() };
    return this.#turn.written;
  }

  end(): void {
    this.#flush(() => undefined);
    this.#stream.end();
  }

  #endOfTurn(): Promise<void> {
    return new Promise((resolve, reject) => {
      process.nextTick(() => {
        this.#flush((failure) => {
          if (failure) reject(failure);
          else resolve();
        });
      });
    });
  }

  #flush(done: (failure?: Error | null) => void): void {
    const turn = this.#turn;
    this.#turn = undefined;
    if (!turn) {
      done();
      return;
    }
    this.#stream.write(turn.text, 'utf8', (failure) => {
      if (failure) this.fireError(failure, turn.first, ++this.#failures);
      done(failure);
    });
  }
}

/** The writing end as the library's types know one beside a stream to read; it takes either of each. */
export function wholeMessages(stream: NodeJS.WritableStream): NodeJS.WritableStream {
  return new WholeMessages(stream) as unknown as NodeJS.WritableStream;
}

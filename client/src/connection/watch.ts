/*
 * The watchdog at work in VS Code: it reads along with every message between the client and the server, ends a server
 * that answers no more, and notes the document that it was reading. That the connection has closed it tells the library
 * itself, because a web worker that is terminated closes nothing. How a server is ended is left to the entry points.
 */
import { Disposable, workspace } from 'vscode';
import { Emitter, State } from 'vscode-languageclient';
import type { BaseLanguageClient, Message, MessageTransports } from 'vscode-languageclient';

import { aliveRequest } from '../../../server/src/protocol';
import type { AliveResult, WatchedCapabilities } from '../../../server/src/protocol';
import type { Failures } from './failures';
import type { Unread } from './unread';
import { Watchdog } from './watchdog';

/** What the watchdog needs of the place that the extension runs in. */
export interface Ending {
  /** Whether a debugger is attached to the process of the extension. */
  readonly isDebugging: () => boolean;
  /** Ends the server at once; `processId` is its process, where it has one. */
  readonly end: (processId: number | undefined) => void;
}

/** Watches the server of a client. */
export class Watch {
  readonly #watchdog: Watchdog;
  #client: BaseLanguageClient | undefined;
  #close: () => void = () => undefined;

  constructor({ isDebugging, end }: Ending, failures: Failures, unread: Unread) {
    this.#watchdog = new Watchdog({
      now: () => performance.now(),
      every: (milliseconds, run) => {
        const timer = setInterval(run, milliseconds);
        return () => {
          clearInterval(timer);
        };
      },
      limit: () => 1000 * Math.max(0, secondsWithoutAnswer()),
      isDebugging,
      ask: () => this.#client?.sendRequest<AliveResult>(aliveRequest) ?? Promise.reject(new Error()),
      end: (reading) => {
        const seconds = secondsWithoutAnswer();
        this.#client?.info(`The language server has not answered for ${seconds} seconds, so it was ended.`);
        failures.gaveNoAnswer();
        if (reading !== undefined) unread.add(reading);
        end(this.#own()?.processId);
        this.#close();
      },
    });
  }

  /** Reads along with the messages of one server. */
  readAlong({ reader, writer, ...rest }: MessageTransports): MessageTransports {
    const closed = new Emitter<void>();
    let isClosed = false;
    const close = (): void => {
      if (isClosed) return;
      isClosed = true;
      closed.fire();
    };
    reader.onClose(close);
    this.#close = close;
    const take = (message: Message, pass: (message: Message) => void): void => {
      if (isClosed) return;
      this.#watchdog.received(message);
      pass(message);
    };
    return {
      ...rest,
      reader: {
        onError: reader.onError,
        onClose: closed.event,
        onPartialMessage: reader.onPartialMessage,
        listen: (pass) => reader.listen((message) => take(message, pass)),
        dispose: () => reader.dispose(),
      },
      writer: {
        onError: writer.onError,
        onClose: writer.onClose,
        write: (message) => {
          this.#watchdog.sent(message);
          return writer.write(message);
        },
        end: () => writer.end(),
        dispose: () => writer.dispose(),
      },
    };
  }

  /** Follows the states of the client whose messages these are. */
  follow(client: BaseLanguageClient): Disposable {
    this.#client = client;
    const following = client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#watchdog.start(this.#own()?.debugged === true);
      else this.#watchdog.stop();
    });
    return Disposable.from(following, { dispose: () => this.#watchdog.stop() });
  }

  /** What the server has reported of itself. */
  #own(): WatchedCapabilities | undefined {
    return this.#client?.initializeResult?.capabilities.experimental as WatchedCapabilities | undefined;
  }
}

function secondsWithoutAnswer(): number {
  return workspace.getConfiguration('criticalFriend').get('secondsWithoutAnswer', 10);
}

/*
 * A connection's life as the protocol has it: greeted once, then served, then said goodbye to. Whatever comes out
 * of its time is refused with the code that the protocol gives it. Leaving the process is the library's matter,
 * which also watches the process that the client names as its own.
 */
import * as lsp from 'vscode-languageserver';

/** Where a connection stands between greeting and farewell. */
export class Life {
  #state: 'new' | 'greeted' | 'ended' = 'new';

  /** The client greets, which it may do once. */
  greet(): void {
    if (this.#state !== 'new') throw refusal(lsp.ErrorCodes.InvalidRequest, 'The server was greeted before.');
    this.#state = 'greeted';
  }

  /** The client says goodbye. */
  end(): void {
    this.admit(undefined);
    this.#state = 'ended';
  }

  /** Throws the refusal of a request that comes too early or too late, or that was called off before it began. */
  admit(token: lsp.CancellationToken | undefined): void {
    if (this.#state === 'new')
      throw refusal(lsp.ErrorCodes.ServerNotInitialized, 'The server waits for "initialize".');
    if (this.#state === 'ended')
      throw refusal(lsp.ErrorCodes.InvalidRequest, 'The server has been shut down.');
    if (token?.isCancellationRequested === true)
      throw refusal(lsp.LSPErrorCodes.RequestCancelled, 'The request was called off.');
  }
}

function refusal(code: number, message: string): lsp.ResponseError {
  return new lsp.ResponseError(code, message);
}

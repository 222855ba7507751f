/*
 * What happens when the server ends, or does not begin. It is started again without a word, since VS Code keeps the text
 * and gives all of it to the new server; a person hears of it once, with the next step, when that has been of no use. The
 * surprising fact: the library takes some failed messages for the end of a server and stops the one that has been
 * started since, so here only a closed connection is an end. A worker that dies closes nothing: in VS Code for the
 * web it is the watchdog that notices that nothing answers.
 */
import { commands, window } from 'vscode';
import { CloseAction, ErrorAction, State } from 'vscode-languageclient';
import type { BaseLanguageClient, Disposable, LanguageClientOptions } from 'vscode-languageclient';

import { isAway } from './isConnectionLost';
import { Restarts } from './restarts';

/** Keeps the server of a client running, and tells a person when it cannot. */
export class Failures {
  readonly #restarts = new Restarts();
  #told = false;

  /** What the client is to do about failures. */
  get options(): Pick<LanguageClientOptions, 'errorHandler' | 'initializationFailedHandler'> {
    return {
      errorHandler: {
        // `handled` keeps the library from saying something by itself.
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () =>
          this.#restarts.mayRestart()
            ? { action: CloseAction.Restart, handled: true }
            : { action: CloseAction.DoNotRestart },
      },
      // Else the library shows the bare error of a server that has ended while it was starting.
      initializationFailedHandler: () => false,
    };
  }

  /** Replaces the library's notices about a broken server by one that names the next step. */
  watch(client: BaseLanguageClient): Disposable {
    const log = client.error.bind(client);
    client.error = (message, data, showNotification) => {
      log(message, data, false);
      if (showNotification === 'force' && this.#isFinal(data)) void this.#tellOnce(client);
    };
    return client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.#told = false;
    });
  }

  /** Starts the server; resolves when it is ready, or when it is known that this start has failed. */
  async start(client: BaseLanguageClient): Promise<void> {
    await client.start().catch((error: unknown) => {
      // A start that failed before is not tried again by the library, and nothing is shown of it either.
      if (this.#isFinal(error)) void this.#tellOnce(client);
    });
  }

  /** The server is being ended, because it answered no more. */
  gaveNoAnswer(): void {
    this.#restarts.gaveNoAnswer();
  }

  /** A person has asked for what may make the server give no answer. */
  forgetNoAnswer(): void {
    this.#restarts.forgetNoAnswer();
  }

  /** A person wants the server to be started again. */
  async restart(client: BaseLanguageClient): Promise<void> {
    this.#restarts.forget();
    this.#told = false;
    // One that cannot be stopped, or not in time, is of no more use in any case.
    if (client.isRunning()) await client.stop().catch(() => undefined);
    await this.start(client);
  }

  /** Shows that the checks are not running, and what to do about it. */
  async explain(client: BaseLanguageClient): Promise<void> {
    const again = 'Start Again';
    const reload = 'Reload Window';
    const reason = 'Show Reason';
    const choice = await window.showErrorMessage(
      'The checks of Critical Friend are not running. Your text is not affected. Start them again; if they stop once more, reload the window.',
      again,
      reload,
      reason,
    );
    if (choice === again) await this.restart(client);
    if (choice === reload) await commands.executeCommand('workbench.action.reloadWindow');
    if (choice === reason) client.outputChannel.show();
  }

  async #tellOnce(client: BaseLanguageClient): Promise<void> {
    if (this.#told) return;
    this.#told = true;
    await this.explain(client);
  }

  /** Whether nothing more will be tried: what fails because a connection has ended is told by its end. */
  #isFinal(error: unknown): boolean {
    return this.#restarts.areUsedUp || (error !== undefined && !isAway(error));
  }
}

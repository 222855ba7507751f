/*
 * The documents that are left unread because the server did not answer while it was reading them. They stay unread until
 * a person chooses *Try Again* or reloads the window: an edit or a save does not try by itself, because each try that
 * fails costs the checks of all documents for the time of the limit, and a second one in a row ends them.
 */
import { CodeAction, CodeActionKind, Disposable, Uri, commands, languages } from 'vscode';
import type { DocumentSelector } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { leaveUnreadNotification, unreadDocument } from '../../../server/src/protocol';
import type { LeaveUnreadParams } from '../../../server/src/protocol';
import type { Failures } from './failures';

/** Keeps the list of unread documents, which each server is told. */
export class Unread {
  readonly #failures: Failures;
  #uris: readonly string[] = [];

  constructor(failures: Failures) {
    this.#failures = failures;
  }

  /** The URIs, as the server spells them. */
  get uris(): readonly string[] {
    return this.#uris;
  }

  /** Leaves a document unread from the next start of the server on. */
  add(uri: string): void {
    this.#set([...this.#uris.filter((other) => !isSame(other, uri)), uri]);
  }

  /** Offers *Try Again* where a document carries the diagnostic, and as a command. */
  offer(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
    const command = 'criticalFriend.tryAgain';
    return Disposable.from(
      commands.registerCommand('criticalFriend.tryAgain', (uri?: unknown) => this.#tryAgain(client, uri)),
      languages.registerCodeActionsProvider(
        selector,
        {
          provideCodeActions: ({ uri }, _, { diagnostics }) => {
            const own = diagnostics.filter(({ code }) => code === unreadDocument);
            if (own.length === 0) return [];
            const action = new CodeAction('Try Again', CodeActionKind.QuickFix);
            action.command = { command, title: action.title, arguments: [uri.toString()] };
            action.diagnostics = own;
            action.isPreferred = true;
            return [action];
          },
        },
        { providedCodeActionKinds: [CodeActionKind.QuickFix] },
      ),
    );
  }

  /** Has one document read again; all of them where none is named. */
  async #tryAgain(client: BaseLanguageClient, uri: unknown): Promise<void> {
    this.#set(typeof uri === 'string' ? this.#uris.filter((other) => !isSame(other, uri)) : []);
    // A person has chosen this, so an end that follows is not the second in a row.
    this.#failures.forgetNoAnswer();
    if (client.isRunning()) {
      const params: LeaveUnreadParams = { uris: this.#uris };
      await client.sendNotification(leaveUnreadNotification, params);
    } else await this.#failures.restart(client);
  }

  #set(uris: readonly string[]): void {
    this.#uris = uris;
    void commands.executeCommand('setContext', 'criticalFriend.leftUnread', uris.length > 0);
  }
}

/** Two spellings may name one document. */
function isSame(a: string, b: string): boolean {
  return Uri.parse(a).toString() === Uri.parse(b).toString();
}

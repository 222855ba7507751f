/*
 * What a user has set in the editor about what is shown. A client that can be asked is asked, once for each
 * document, until it says that something has changed; another one may send its settings with the greeting and with
 * each change, in the shape of `criticalFriend` in VS Code. What a review says about itself is in its cover.
 */
import * as lsp from 'vscode-languageserver';
import type { Abilities } from '../lsp/capabilities';
import type { ShownSettings } from '../protocol';

/** The section of the editor's settings. */
const section = 'criticalFriend';

/** Settings by document, as long as they hold. */
export class Preferences {
  readonly #connection: lsp.Connection;
  readonly #abilities: Abilities;
  readonly #asked = new Map<string, Promise<boolean>>();
  #sent: ShownSettings;

  constructor(connection: lsp.Connection, abilities: Abilities, sent: ShownSettings) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#sent = sent;
  }

  /** Asks the client to tell of changes, where it waits to be asked. */
  async register(): Promise<void> {
    if (!this.#abilities.registersSettings) return;
    await this.#connection.client.register(lsp.DidChangeConfigurationNotification.type, { section });
  }

  /** Takes the client's word that something has changed, and what it sends along. */
  changed(settings: unknown): void {
    this.#asked.clear();
    const own = isRecord(settings) ? (settings[section] ?? settings) : undefined;
    if (isRecord(own) && isRecord(own.inlayHints)) this.#sent = own;
  }

  /** Whether short titles stand behind citations in a document; never rejects. */
  showsTitles(uri: string): Promise<boolean> {
    const fallback = this.#sent.inlayHints?.titles !== false;
    if (!this.#abilities.readsSettings) return Promise.resolve(fallback);
    let asked = this.#asked.get(uri);
    if (!asked) {
      asked = this.#connection.workspace
        .getConfiguration({ scopeUri: uri, section: `${section}.inlayHints.titles` })
        .then(
          (value: unknown) => (typeof value === 'boolean' ? value : fallback),
          () => fallback,
        );
      this.#asked.set(uri, asked);
    }
    return asked;
  }

  /** Forgets a document that is closed. */
  forget(uri: string): void {
    this.#asked.delete(uri);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/*
 * The panels of one kind: one for each review, following the text. The server prints the pages as
 * sanitised HTML; here is only which review is shown where. A panel survives a reload of the window because its page
 * remembers the review's URI.
 */
import { Disposable, Uri, ViewColumn, window } from 'vscode';
import type { Event, WebviewPanel, WebviewPanelSerializer } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { readState } from './messages';
import { Panel } from './panel';
import type { PanelContent } from './panel';
import { pageOptions } from './pageHtml';
import { alarm, inform } from '../notify';

/** What the panels of a kind have in common. */
export interface PanelKind {
  /** The type under which VS Code keeps them. */
  readonly type: string;
  /** What a new panel shows. */
  content(): PanelContent;
  /** Whether it needs the room of an editor; else it stands beside the text that it follows. */
  readonly wide?: boolean;
  /** Whether it begins at what the editor shows; else at its top. */
  readonly beginsAtEditor?: boolean;
  /** The whole report, which has a sheet of its own and scrolls with the editor; else a list of findings or figures. */
  readonly isReport?: boolean;
  /** What a person is told where there is nothing to show. */
  readonly nothing: string;
}

/** All open panels of one kind. */
export class Panels implements WebviewPanelSerializer, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #extension: Uri;
  readonly #kind: PanelKind;
  readonly #open = new Set<Panel>();
  readonly #subscriptions: Disposable;

  constructor(client: BaseLanguageClient, changed: Event<void>, extension: Uri, kind: PanelKind) {
    this.#client = client;
    this.#extension = extension;
    this.#kind = kind;
    this.#subscriptions = Disposable.from(
      // While the server is away, what was shown last is better than nothing.
      changed(() => client.state === State.Running && this.#open.forEach((panel) => panel.refresh())),
      window.registerWebviewPanelSerializer(kind.type, this),
    );
  }

  /** Shows the review of a document, also by the server's name for it, or of the active editor where none is given. */
  async show(argument: unknown): Promise<void> {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    const content = this.#kind.content();
    const named = uri && this.#client.code2ProtocolConverter.asUri(uri);
    const asked = content.ask(typeof argument === 'string' ? argument : named);
    const result = await asked.catch(() => 'away' as const);
    if (result === 'away') {
      alarm(
        'There is no page now, because the checks of Critical Friend are not running. Try again in a moment; if that does not help, run the command “Restart Language Server”.',
      );
      return;
    }
    if (!result) {
      inform(this.#kind.nothing);
      return;
    }
    for (const panel of this.#open) {
      if (panel.review === result.review) {
        panel.bringToFront();
        return;
      }
    }
    const place = this.#kind.wide
      ? { viewColumn: ViewColumn.Active }
      : { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const title = content.titleOf(result);
    const panel = window.createWebviewPanel(this.#kind.type, title, place, pageOptions(this.#extension));
    const opened = this.#adopt(panel, result.review, content);
    if (this.#kind.beginsAtEditor) opened.beginAtEditor();
  }

  /** Called by VS Code with the panels of the window's last session. */
  deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const review = readState(state);
    if (review === undefined) panel.dispose();
    else this.#adopt(panel, review, this.#kind.content());
    return Promise.resolve();
  }

  /** The review of the panel that has the focus, by the URI of its cover. */
  get inFront(): string | undefined {
    return [...this.#open].find((panel) => panel.isInFront)?.review;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #adopt(panel: WebviewPanel, review: string, content: PanelContent): Panel {
    const adopted = new Panel(panel, review, this.#extension, content, this.#kind.isReport);
    this.#open.add(adopted);
    panel.onDidDispose(() => this.#open.delete(adopted));
    return adopted;
  }
}

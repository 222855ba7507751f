/*
 * The previews of findings: one panel for each review, beside the editor, following the text. The server
 * prints the findings as sanitised HTML and the page patches itself; here is only who asks, when, and for
 * which review. A panel survives a reload of the window because its page remembers the review's URI.
 */
import { Disposable, Uri, ViewColumn, window } from 'vscode';
import type { Event, WebviewPanel, WebviewPanelSerializer } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { previewRequest } from '../../server/src/protocol';
import type { PreviewParams, PreviewResult } from '../../server/src/protocol';
import { readMessage, readState } from './messages';
import type { ToPage } from './messages';
import { pageHtml, pageOptions } from './previewHtml';
import { reveal } from './reveal';

/** The type under which VS Code keeps the panels. */
export const previewType = 'criticalFriend.preview';

/** All open previews. */
export class Previews implements WebviewPanelSerializer, Disposable {
  readonly #client: BaseLanguageClient;
  readonly #extension: Uri;
  readonly #open = new Set<Preview>();
  readonly #subscriptions: Disposable;

  constructor(client: BaseLanguageClient, changed: Event<void>, extension: Uri) {
    this.#client = client;
    this.#extension = extension;
    this.#subscriptions = Disposable.from(
      // While the server is away, what was shown last is better than nothing.
      changed(() => client.state === State.Running && this.#open.forEach((preview) => preview.refresh())),
      window.registerWebviewPanelSerializer(previewType, this),
    );
  }

  /** Shows the review of a document, or of the active editor where the argument is no URI. */
  async show(argument: unknown): Promise<void> {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    const result = uri && (await this.#ask(this.#client.code2ProtocolConverter.asUri(uri)));
    if (!result) {
      void window.showInformationMessage(
        'There are no findings to preview here. Open a file whose name ends in .review.md and try again.',
      );
      return;
    }
    for (const preview of this.#open) {
      if (preview.review === result.review) {
        preview.bringToFront();
        return;
      }
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    const panel = window.createWebviewPanel(
      previewType,
      titleOf(result),
      place,
      pageOptions(this.#extension),
    );
    this.#adopt(panel, result.review);
  }

  /** Called by VS Code with the panels of the window's last session. */
  deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const review = readState(state);
    if (review === undefined) panel.dispose();
    else this.#adopt(panel, review);
    return Promise.resolve();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #adopt(panel: WebviewPanel, review: string): void {
    const preview = new Preview(panel, review, this.#extension, (uri) => this.#ask(uri));
    this.#open.add(preview);
    panel.onDidDispose(() => this.#open.delete(preview));
  }

  async #ask(uri: string): Promise<PreviewResult | undefined> {
    const params: PreviewParams = { uri };
    try {
      return (await this.#client.sendRequest<PreviewResult | null>(previewRequest, params)) ?? undefined;
    } catch {
      return undefined;
    }
  }
}

/** One panel, and what its page is to show. */
class Preview {
  /** The URI of the review's cover, as the server last named it. */
  review: string;
  readonly #panel: WebviewPanel;
  readonly #ask: (uri: string) => Promise<PreviewResult | undefined>;
  #state: 'idle' | 'asking' | 'asking, and out of date' = 'idle';

  constructor(
    panel: WebviewPanel,
    review: string,
    extension: Uri,
    ask: (uri: string) => Promise<PreviewResult | undefined>,
  ) {
    this.#panel = panel;
    this.review = review;
    this.#ask = ask;
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message?.type === 'ready') this.refresh();
      if (message?.type === 'reveal') void reveal(message, Uri.joinPath(extension, 'standards'));
    });
    panel.iconPath = Uri.joinPath(extension, 'client', 'media', 'icon.png');
    panel.webview.options = pageOptions(extension);
    panel.webview.html = pageHtml(panel.webview, extension);
  }

  bringToFront(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Brings the page up to date. While an answer is awaited, any number of calls make one more question. */
  refresh(): void {
    // A hidden page does not exist; it says that it is ready when it is shown again.
    if (!this.#panel.visible) return;
    if (this.#state === 'idle') void this.#update();
    else this.#state = 'asking, and out of date';
  }

  async #update(): Promise<void> {
    this.#state = 'asking';
    const result = await this.#ask(this.review);
    const again = (this.#state as string) !== 'asking';
    this.#state = 'idle';
    if (result) {
      this.review = result.review;
      this.#panel.title = titleOf(result);
      this.#tell({ type: 'update', review: result.review, html: result.html });
    } else {
      this.#tell({
        type: 'notice',
        words: 'This review cannot be read at the moment. Its files may have been moved.',
      });
    }
    if (again) this.refresh();
  }

  #tell(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function titleOf({ title }: PreviewResult): string {
  return `Findings: ${title}`;
}

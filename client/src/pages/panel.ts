/*
 * One panel beside the editor whose page shows what the server prints about a review, and follows the text. The page
 * patches itself; here is only when it is asked for anew. What is shown, and what the page's own buttons do, is left
 * to whoever opens the panel.
 */
import { Uri, window } from 'vscode';
import type { WebviewPanel } from 'vscode';

import type { PreviewResult } from '../../../server/src/protocol';
import { readMessage } from './messages';
import type { Ask, ToPage } from './messages';
import { pageHtml, pageOptions } from './pageHtml';
import { reveal, revealAny } from './reveal';
import { ScrollSync } from './scrollSync';

/** What a panel shows. */
export interface PanelContent {
  /**
   * The present page for the review of a document, or undefined when there is none. Without a document the page
   * may be that of any review. `state` is the one that the panel shows. Rejects while the server is away.
   */
  ask(uri: string | undefined, state?: number): Promise<PreviewResult | undefined>;
  titleOf(result: PreviewResult): string;
  /** A button of the page has asked for something; `refresh` shows what has come of it. */
  hear?(what: Ask['what'], refresh: () => void): void;
}

/** An open panel. */
export class Panel {
  /** The URI of the review's cover, as the server last named it. */
  review: string;
  readonly #panel: WebviewPanel;
  readonly #content: PanelContent;
  /** What the page has been told; undefined for a page that has just come into being. */
  #shown: number | undefined;
  #state: 'idle' | 'asking' | 'asking, and out of date' = 'idle';
  /** Only a report scrolls with the editor. */
  readonly #sync: ScrollSync | undefined;
  #beginsAtEditor = false;

  constructor(
    panel: WebviewPanel,
    review: string,
    extension: Uri,
    content: PanelContent,
    isReport: boolean | undefined,
  ) {
    this.#panel = panel;
    this.review = review;
    this.#content = content;
    const sync = isReport ? new ScrollSync((top) => this.#tell({ type: 'scrolled', ...top })) : undefined;
    this.#sync = sync;
    if (sync) panel.onDidDispose(() => sync.dispose());
    const shipped = Uri.joinPath(extension, 'standards');
    panel.webview.onDidReceiveMessage((data: unknown) => {
      const message = readMessage(data);
      if (message?.type === 'ready') {
        this.#shown = undefined;
        this.refresh();
      }
      if (message?.type === 'scrolled') sync?.scrollEditor(message);
      if (message?.type === 'reveal') {
        sync?.expect(message);
        void reveal(message, shipped);
      }
      if (message?.type === 'choose') void revealAny(message.places, shipped);
      if (message?.type === 'ask') content.hear?.(message.what, () => this.refresh());
    });
    panel.iconPath = Uri.joinPath(extension, 'client', 'media', 'icon.png');
    panel.webview.options = pageOptions(extension);
    panel.webview.html = pageHtml(panel.webview, extension, isReport ? 'report.css' : 'preview.css');
  }

  /** A page that has just been opened begins where the editor is. */
  beginAtEditor(): void {
    this.#beginsAtEditor = true;
  }

  get isInFront(): boolean {
    return this.#panel.active;
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
    const result = await this.#content.ask(this.review, this.#shown).catch(() => 'away' as const);
    const again = (this.#state as string) !== 'asking';
    this.#state = 'idle';
    if (result === 'away') {
      // What was shown last is better than nothing, and a server that runs again fills the page.
      if (this.#shown === undefined)
        this.#tell({
          type: 'notice',
          words: 'This page comes as soon as the checks of Critical Friend run again.',
        });
    } else if (result && this.#fits(result)) {
      this.#shown = result.change.state;
      this.review = result.review;
      this.#panel.title = this.#content.titleOf(result);
      this.#tell({ type: 'update', review: result.review, change: result.change });
      if (this.#beginsAtEditor) this.#scrollToEditor();
      this.#beginsAtEditor = false;
    } else if (!result) {
      this.#tell({
        type: 'notice',
        words: 'This review cannot be read at the moment. Its files may have been moved.',
      });
    }
    if (again) this.refresh();
  }

  #scrollToEditor(): void {
    const document = window.activeTextEditor?.document;
    if (this.#sync) this.#sync.scrollPage();
    else if (document) this.#tell({ type: 'scrolled', uri: document.uri.toString(), line: 0 });
  }

  /** The page may have been made anew while the answer was awaited; then it has asked for everything. */
  #fits({ change: { from } }: PreviewResult): boolean {
    return from === 0 || from === this.#shown;
  }

  #tell(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

/*
 * Today's findings: what is new and changed in a review since the start of today, or of another day that a person
 * chooses on the page. The clock and the history are looked up here; what follows from them the server says.
 */
import type { Uri } from 'vscode';
import { env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { digestRequest, reviewFilesRequest } from '../../../server/src/protocol';
import type {
  DigestParams,
  DigestResult,
  ReviewFilesParams,
  ReviewFilesResult,
} from '../../../server/src/protocol';
import { isAway } from '../connection/isConnectionLost';
import { chooseDay } from './chooseDay';
import { dayOf } from '../days';
import { lookBack } from '../files/gitHistory';
import type { Ask } from './messages';
import type { PanelContent } from './panel';
import type { PanelKind } from './panels';

/** The pages of today's findings of the reviews that a client's server knows. */
export function todaysFindings(client: BaseLanguageClient): PanelKind {
  return {
    type: 'criticalFriend.digest',
    content: () => new DigestContent(client),
    nothing:
      'There is no review here. Open a folder that holds files whose names end in .review.md and try again.',
  };
}

/** What one panel shows: it keeps the day that was chosen, and what was found of the texts before it. */
class DigestContent implements PanelContent {
  readonly #client: BaseLanguageClient;
  /** The day that counts; undefined is today, whenever that is. */
  #since: string | undefined;
  #firstDay: string | undefined;
  #markdown = '';
  /** The older texts, which stay the same while the day and the documents do. */
  #found: { readonly key: string; readonly earlier: DigestParams['earlier'] } | undefined;

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async ask(uri: string | undefined, state?: number): Promise<DigestResult | undefined> {
    const today = dayOf(new Date());
    const since = this.#since ?? today;
    try {
      const files = await this.#filesOf(uri);
      if (!files) return undefined;
      this.#firstDay = files.firstDay;
      const earlier = await this.#lookBack(files, since);
      const known = state !== undefined && { state };
      const params: DigestParams = { uri: files.review, today, since, earlier, ...known };
      const result =
        (await this.#client.sendRequest<DigestResult | null>(digestRequest, params)) ?? undefined;
      this.#markdown = result?.markdown ?? '';
      return result;
    } catch (error) {
      if (isAway(error)) throw error;
      return undefined;
    }
  }

  titleOf({ title }: { readonly title: string }): string {
    return `Today’s Findings: ${title}`;
  }

  hear(what: Ask['what'], refresh: () => void): void {
    if (what === 'copy') void this.#copy();
    if (what === 'since') void this.#choose(refresh);
  }

  /** The documents of a document's review; of the first review where the document is of none. */
  async #filesOf(uri: string | undefined): Promise<ReviewFilesResult | undefined> {
    const params: ReviewFilesParams = uri === undefined ? {} : { uri };
    return (
      (await this.#client.sendRequest<ReviewFilesResult | null>(reviewFilesRequest, params)) ?? undefined
    );
  }

  async #lookBack(
    { review, documents, whyNoHistory }: ReviewFilesResult,
    since: string,
  ): Promise<DigestParams['earlier']> {
    const key = [since, whyNoHistory, ...documents].join('\n');
    if (this.#found?.key === key) return this.#found.earlier;
    const convert = this.#client.protocol2CodeConverter;
    const uris = documents.map((uri): Uri => convert.asUri(uri));
    const earlier = await lookBack(convert.asUri(review), uris, since, whyNoHistory === undefined);
    // The days on which files were written change all the time.
    this.#found = earlier.kind === 'texts' ? { key, earlier } : undefined;
    return earlier;
  }

  async #choose(refresh: () => void): Promise<void> {
    const today = dayOf(new Date());
    const day = await chooseDay(today, this.#firstDay);
    if (day === undefined) return;
    this.#since = day === today ? undefined : day;
    refresh();
  }

  async #copy(): Promise<void> {
    await env.clipboard.writeText(this.#markdown);
    window.setStatusBarMessage('The page is copied as Markdown.', 5000);
  }
}

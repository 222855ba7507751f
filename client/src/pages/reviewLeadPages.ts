/*
 * The pages for those who lead a review: the coverage matrix, the moderation view, and what stands in the way before it
 * leaves. The server prints them; how they come into a panel and follow the text is the panel's. The matrix also goes to the clipboard, as the text
 * that the server makes for a spreadsheet.
 */
import { env, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { matrixCsvRequest } from '../../../server/src/protocol';
import type { MatrixCsvParams, MatrixCsvResult, PageName, PreviewResult } from '../../../server/src/protocol';
import { askPage } from './requestPage';
import type { PanelContent } from './panel';
import type { PanelKind } from './panels';
import { alarm } from '../notify';

const nothing = 'There is no review to show here. Open a file whose name ends in .review.md and try again.';

/** The coverage matrices of the reviews that a client's server knows. */
export function coverageMatrix(client: BaseLanguageClient): PanelKind {
  const content = (): PanelContent => new LeadPage(client, 'matrix', 'Coverage');
  return { type: 'criticalFriend.matrix', content, wide: true, nothing };
}

/** Their moderation views. */
export function moderationView(client: BaseLanguageClient): PanelKind {
  const content = (): PanelContent => new LeadPage(client, 'moderation', 'Moderation');
  return { type: 'criticalFriend.moderation', content, wide: true, nothing };
}

/** What stands in the way before their reports leave the team. */
export function beforeItLeaves(client: BaseLanguageClient): PanelKind {
  const content = (): PanelContent => new LeadPage(client, 'gate', 'Before It Leaves');
  return { type: 'criticalFriend.gate', content, wide: true, nothing };
}

/** What one panel shows; it knows which review that was. */
class LeadPage implements PanelContent {
  readonly #client: BaseLanguageClient;
  readonly #page: PageName;
  readonly #name: string;
  #review: string | undefined;

  constructor(client: BaseLanguageClient, page: PageName, name: string) {
    this.#client = client;
    this.#page = page;
    this.#name = name;
  }

  async ask(uri: string | undefined, state?: number): Promise<PreviewResult | undefined> {
    const result = await askPage(this.#client, this.#page, uri, state);
    this.#review = result?.review ?? this.#review;
    return result;
  }

  titleOf({ title }: { readonly title: string }): string {
    return `${this.#name}: ${title}`;
  }

  hear(what: string): void {
    if (what === 'copy' && this.#review !== undefined) void copyMatrix(this.#client, this.#review);
  }
}

async function copyMatrix(client: BaseLanguageClient, review: string): Promise<void> {
  const params: MatrixCsvParams = { uri: review };
  const csv = await client.sendRequest<MatrixCsvResult | null>(matrixCsvRequest, params).catch(() => null);
  if (csv === null) {
    alarm('The table could not be copied, because the review cannot be read at the moment.');
    return;
  }
  await env.clipboard.writeText(csv);
  window.setStatusBarMessage(
    '$(check) The coverage matrix is on the clipboard: paste it into a spreadsheet.',
    6000,
  );
}

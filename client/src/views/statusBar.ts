/*
 * The status bar item "Standards 12/16": how much of the review in the active editor is covered. It is there
 * for review documents only, says the same in words to a pointer and to a screen reader, and uses no colour.
 * The figures are the server's; nothing is counted here.
 */
import { Disposable, StatusBarAlignment, window } from 'vscode';
import type { Event } from 'vscode';
import { State } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { coverageRequest } from '../../../server/src/protocol';
import type { CoverageParams, CoverageResult } from '../../../server/src/protocol';
import { viewId } from './coverageView';
import { isReviewDocument } from '../files/reviewFiles';

/** Shows the item whenever there is something to show, until disposed of. */
export function showCoverage(client: BaseLanguageClient, changed: Event<void>): Disposable {
  const item = window.createStatusBarItem('coverage', StatusBarAlignment.Right, 100);
  item.name = 'Standards Covered';
  item.command = { command: `${viewId}.focus`, title: 'Show Standards' };
  let latest = 0;
  const refresh = async (): Promise<void> => {
    const asked = ++latest;
    const result = await ask(client);
    if (asked !== latest) return;
    if (!result) {
      item.hide();
      return;
    }
    item.text = `Standards ${result.covered}/${result.inScope}`;
    item.tooltip = inWords(result);
    item.accessibilityInformation = { label: inWords(result) };
    item.show();
  };
  return Disposable.from(item, changed(refresh), window.onDidChangeActiveTextEditor(refresh));
}

/** The figures for the active editor; undefined where there are none to give. */
async function ask(client: BaseLanguageClient): Promise<CoverageResult | undefined> {
  const document = window.activeTextEditor?.document;
  if (!document || !isReviewDocument(document) || client.state !== State.Running) return undefined;
  const params: CoverageParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  try {
    return (await client.sendRequest<CoverageResult | null>(coverageRequest, params)) ?? undefined;
  } catch {
    // The server is stopping; its next state asks again.
    return undefined;
  }
}

/** The longest list that a tooltip is given; more would not be read. */
const listed = 15;

function inWords({ words, uncovered, phase, exclusions }: CoverageResult): string {
  const rest = uncovered.length - listed;
  const ids = uncovered.slice(0, listed).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  const open = uncovered.length > 0 ? [`Not addressed yet: ${ids}.`] : [];
  const more = exclusions.length - listed;
  const out = [...exclusions.slice(0, listed), ...(more > 0 ? [`and ${more} more`] : [])];
  return [words, ...open, phase, ...out.map((each) => `Out of scope: ${each}`)].join('\n');
}

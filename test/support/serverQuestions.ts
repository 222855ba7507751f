/*
 * A small review to ask questions about, and the asking: for tests of the questions that a client may put
 * over the protocol. Every question opens its own text as the review's first document.
 */
import assert from 'node:assert/strict';
import type * as lsp from 'vscode-languageserver';
import { TestClient, type ClientOptions } from './server';
import { cursor, standardsFolder } from './serverTexts';

/** A review with something to ask about: two findings of one standard, a wrong number, an exclusion. */
export const cover = 'file:///team/cover.review.md';
export const one = 'file:///team/one.review.md';
export const two = 'file:///team/two.review.md';
export const shipped = `${standardsFolder}/tiny.standards.md`;

export const coverText =
  '---\ntitle: A review\nstandards: tiny\nscope:\n  exclude:\n    - { std: "2", reason: Not asked for }\n---\n';
/** The headings above the findings of each document. */
export const head = '# Theme 1: Outcomes\n\n## Strengths\n\n';
export const oneText = `${head}- \u{1F600} People told us so. [std 1.1]\n- A wrong number. [std 9.9]\n`;
export const files = { [cover]: coverText, [one]: oneText, [two]: `${head}- Others agree. [std 1.1]\n` };

/** What a client of today can take. */
export const modern: lsp.ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        documentationFormat: ['markdown'],
        labelDetailsSupport: true,
        tagSupport: { valueSet: [1] },
      },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** The words of a text that a range names. */
export function words(text: string, { start, end }: lsp.Range): string {
  assert.equal(start.line, end.line);
  return (text.split('\n')[start.line] ?? '').slice(start.character, end.character);
}

/** A client to which the review's diagnostics have been sent. */
export async function startAsking(options: ClientOptions = {}): Promise<TestClient> {
  const client = await TestClient.start({ files, ...options });
  await client.diagnostics(one);
  return client;
}

/** Opens `marked` as the first document and asks at its cursor. */
export async function askAt<R>(
  client: TestClient,
  method: string,
  marked: string,
  more: object = {},
): Promise<R> {
  const { text, position } = cursor(marked);
  client.open(one, text, 5);
  return client.request<R>(`textDocument/${method}`, { textDocument: { uri: one }, position, ...more });
}

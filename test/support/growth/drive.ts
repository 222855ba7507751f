/*
 * Drives a folder through all that the product does with one, and says what each thing costs in processor time: checking,
 * the answers of a language server in memory, publishing after an edit, every page, every format of a report. Each
 * question is asked once, in the order in which an editor could ask.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { printDocx } from '../../../core/src/report/docx/docx';
import { printPptx } from '../../../core/src/report/pptx';
import { modern } from '../serverQuestions';
import { TestClient } from '../server';
import type { Folder } from './shapes';
import { reportOfReview } from '../report';

const office: core.Office = { printDocx, printPptx };

/** Milliseconds of processor time by what was done. */
export type Costs = Map<string, number>;

/** Does something and notes what it costs; what it gives is given back. */
export async function spend<T>(costs: Costs, name: string, work: () => T | Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const made = await work();
  const { user, system } = process.cpuUsage(before);
  costs.set(name, (costs.get(name) ?? 0) + (user + system) / 1000);
  return made;
}

/** Milliseconds of processor time for something that is done at once. */
export function costOfReading(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What checking a folder costs, and all else that the core does with it. */
export async function costsInCore({ files, at }: Folder, hasOffice = true): Promise<Costs> {
  const costs: Costs = new Map();
  const workspace = new core.Workspace([]);
  for (const [uri, text] of Object.entries(files)) workspace.setFile(uri, text);
  const snapshot = await spend(costs, 'check', () => {
    const made = workspace.snapshot();
    for (const uri of Object.keys(files)) core.diagnostics(made, uri);
    return made;
  });
  await spend(costs, 'fix safe', () => core.fixSafe(snapshot, at));
  const set = snapshot.reviewOf(at) ?? snapshot.reviews()[0];
  if (!set) return costs;
  const report = await spend(costs, 'report', () => reportOfReview(set));
  for (const { format, print, needsOffice } of core.reportPrinters)
    if (hasOffice || !needsOffice)
      await spend(costs, `export ${format}`, () => print(report, { citations: 'notes', office }));
  await spend(costs, 'gate', () => core.gate(set));
  return costs;
}

/** The least that says something: checking, what an editor shows beside the text, and the report. */
export async function costsOfFew({ files, at }: Folder): Promise<Costs> {
  const costs: Costs = new Map();
  const workspace = new core.Workspace([]);
  for (const [uri, text] of Object.entries(files)) workspace.setFile(uri, text);
  const snapshot = await spend(costs, 'check', () => {
    const made = workspace.snapshot();
    for (const uri of Object.keys(files)) core.diagnostics(made, uri);
    return made;
  });
  await spend(costs, 'symbols', () => core.documentSymbols(snapshot, at));
  await spend(costs, 'links', () => core.links(snapshot, at));
  await spend(costs, 'tokens', () => core.semanticTokens(snapshot, at));
  const set = snapshot.reviewOf(at);
  if (set) await spend(costs, 'export html', () => core.printReportHtml(reportOfReview(set), 'notes'));
  return costs;
}

/** What the answers of a server cost that has read the folder, whose document `at` is open. */
export async function costsInServer({ files, at }: Folder): Promise<Costs> {
  const costs: Costs = new Map();
  const text = files[at] ?? '';
  const client = await spend(costs, 'open', async () => {
    const started = await TestClient.start({ files, capabilities: modern, shipped: [] });
    await started.settled(() => {
      started.open(at, text);
    });
    return started;
  });
  try {
    await ask(client, costs, files, at, text);
  } finally {
    client.dispose();
  }
  return costs;
}

async function ask(
  client: TestClient,
  costs: Costs,
  files: Folder['files'],
  at: string,
  text: string,
): Promise<void> {
  const places = placesIn(text);
  const all: lsp.Range = { start: { line: 0, character: 0 }, end: positionOf(text, text.length) };
  const textDocument = { uri: at };
  const question = (name: string, method: string, params: object): Promise<unknown> =>
    spend(costs, name, () => client.request(method, params).catch(() => undefined));
  for (const position of places) {
    await question('hover', 'textDocument/hover', { textDocument, position });
    await question('completion', 'textDocument/completion', { textDocument, position });
    await question('definition', 'textDocument/definition', { textDocument, position });
    await question('highlights', 'textDocument/documentHighlight', { textDocument, position });
    const context = { includeDeclaration: true };
    await question('references', 'textDocument/references', { textDocument, position, context });
    await question('selections', 'textDocument/selectionRange', { textDocument, positions: [position] });
    await question('rename', 'textDocument/rename', { textDocument, position, newName: 'QQ1' });
    const here = { start: position, end: position };
    const listed = { textDocument, range: here, context: { diagnostics: [] } };
    await question('actions at a place', 'textDocument/codeAction', listed);
  }
  await question('symbols', 'textDocument/documentSymbol', { textDocument });
  await question('symbols of all', 'workspace/symbol', { query: 'e' });
  await question('folding', 'textDocument/foldingRange', { textDocument });
  await question('links', 'textDocument/documentLink', { textDocument });
  await question('tokens', 'textDocument/semanticTokens/full', { textDocument });
  await question('hints', 'textDocument/inlayHint', { textDocument, range: all });
  await question('lenses', 'textDocument/codeLens', { textDocument });
  const context = { diagnostics: [] };
  await question('actions in all', 'textDocument/codeAction', { textDocument, range: all, context });
  await question('tree', 'criticalFriend/coverageTree', { open: [] });
  for (const page of ['findings', 'report', 'matrix', 'moderation', 'gate'])
    await question(`page ${page}`, 'criticalFriend/preview', { uri: at, page });
  await question('next gap', 'criticalFriend/nextGap', { uri: at });
  await question('coverage', 'criticalFriend/coverage', { uri: at });
  await question('matrix as CSV', 'criticalFriend/matrixCsv', { uri: at });
  const earlier = { kind: 'texts', texts: { ...files, [at]: text.slice(0, text.length / 2) } };
  const day = { today: '2026-10-02', since: '2026-10-02' };
  await question('digest', 'criticalFriend/digest', { uri: at, ...day, earlier });
  const command = { command: 'criticalFriend.readStatus', arguments: [{ quietly: true }] };
  await question('status', 'workspace/executeCommand', command);
  await spend(costs, 'publish', () =>
    client.settled(() => {
      client.change(at, 2, `${text}\nOne more line.\n`);
    }),
  );
}

/** Where to ask: at the front, in the middle, in the last citation, and at the end. */
function placesIn(text: string): lsp.Position[] {
  const cited = text.lastIndexOf('[std ');
  const offsets = [0, text.length >> 1, cited < 0 ? text.length >> 2 : cited + 6, text.length];
  return offsets.map((offset) => positionOf(text, offset));
}

function positionOf(text: string, offset: number): lsp.Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before[before.length - 1]?.length ?? 0 };
}

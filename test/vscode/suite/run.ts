/**
 * The function that VS Code calls to run the suite inside its extension host.
 * It knows no test: the bundle loads them before it. What happened is written into the opened
 * folder, because a file is the one way out that the desktop, the server and the worker share.
 */
import * as vscode from 'vscode';

import { folder } from '../support/folder';
import { runTests } from './mocha';

/** Rejects when a test has failed, as VS Code expects. */
export async function run(): Promise<void> {
  const node = (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node;
  const host = node === undefined ? 'worker' : 'node';
  const result = await runTests({ host, vscode: vscode.version, passed: 0, failed: [] });
  const file = vscode.Uri.joinPath(folder(), 'vscode-result.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify(result)));
  if (result.failed.length > 0) throw new Error(`${String(result.failed.length)} tests failed.`);
}

/**
 * The extension under test, awaited the way a user meets it: it must activate by itself.
 * Nothing here calls `activate`, since that would hide a missing activation event.
 */
import * as vscode from 'vscode';

import { codes } from './folder';
import { until } from './until';

/** Resolves when the extension is running. */
export async function activated(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension('critical-friend.critical-friend');
  if (extension === undefined) throw new Error('The extension is not installed.');
  await until('the extension is active', () => extension.isActive);
  return extension;
}

let reading: Promise<void> | undefined;

/**
 * Resolves when the first diagnostics of the review are there, which is when the server answers.
 * It waits once: where there is no server, every test says so at once.
 */
export function ready(): Promise<void> {
  reading ??= (async () => {
    await activated();
    await until('the review has been read', () => codes('theme-2.review.md').length > 0);
  })();
  return reading;
}

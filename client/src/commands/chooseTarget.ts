/*
 * Asks where a report goes, with a name that is ready to be taken. What somebody writes themselves, a review or a
 * catalogue, is no place for it. In a browser it can also be downloaded, because a folder there may be far away or may
 * not be written to.
 */
import { FileType, UIKind, env, window, workspace } from 'vscode';
import type { Uri } from 'vscode';

import type { ReportFormat } from '../../../server/src/protocol';
import { withEnding } from '../files/exportedFiles';
import { besides, nameOf } from '../files/fileNames';
import { isReviewFile } from '../files/reviewFiles';
import type { NewFile } from '../files/writable';

const title = 'Export Report';

/** A file beside the cover of a review. */
export function proposeTarget(cover: Uri, name: string, { format }: ReportFormat): Uri {
  return besides(cover, `${name}.${format}`);
}

/** Whether a person who works in a browser wants to download the report; undefined where the question is cancelled. */
export async function wantsDownload(): Promise<boolean | undefined> {
  if (env.uiKind !== UIKind.Web) return false;
  const download = {
    label: '$(cloud-download) Download',
    detail: 'To this computer, as the browser does it',
  };
  const save = { label: '$(save) Save in a folder', detail: 'Beside the review, or in another folder' };
  const placeHolder = 'Where should the report go?';
  const choice = await window.showQuickPick([download, save], { title, placeHolder, ignoreFocusOut: true });
  return choice && choice === download;
}

/** A file that was named. */
export interface Target {
  /** As it was chosen: the dialog has asked whether it may be written over. */
  readonly chosen: Uri;
  readonly uri: Uri;
}

/** Asks for a file; undefined where the question is cancelled. */
export async function askTarget(proposed: Uri, format: ReportFormat): Promise<Target | undefined> {
  for (;;) {
    const filters = { [format.title]: [format.format] };
    const chosen = await window.showSaveDialog({ title, defaultUri: proposed, filters, saveLabel: 'Export' });
    if (!chosen) return undefined;
    const target = withEnding(chosen, format);
    if (!isReviewFile(chosen) && !isReviewFile(target)) return { chosen, uri: target };
    const again = 'Choose Another Name';
    const words = `“${nameOf(target)}” has the name of a document, which would be lost. Nothing was written.`;
    if ((await window.showWarningMessage(words, again)) !== again) return undefined;
  }
}

/** Whether the files may be written. The dialog has asked about the one that was chosen; others are called otherwise. */
export async function mayReplace(chosen: Uri, files: readonly NewFile[]): Promise<boolean> {
  const others = files.filter(({ uri }) => uri.toString() !== chosen.toString());
  const known = await Promise.all(others.map(async ({ uri }) => ((await isThere(uri)) ? [nameOf(uri)] : [])));
  const names = known.flat();
  if (names.length === 0) return true;
  const replace = 'Replace';
  const words = names.length === 1 ? 'This file is there already.' : 'These files are there already.';
  const detail = `${names.join(', ')}\n\nThe new report takes the place of what was there.`;
  return (await window.showWarningMessage(words, { modal: true, detail }, replace)) === replace;
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    ({ type }) => type !== FileType.Unknown,
    () => false,
  );
}

/*
 * The large test review `test/workspaces/morfa-bay`, as texts and as a workspace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../core/src';
import { root, shippedFile } from './fixture';

/** The folder of the review. */
export const morfaBayFolder = join(__dirname, '../workspaces/morfa-bay');

/** The review's files by URI below the fixtures' root. */
export const morfaBayFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(morfaBayFolder)
    .filter((name) => name.endsWith('.review.md'))
    .map((name) => [
      `${root}/${name}`,
      readFileSync(join(morfaBayFolder, name), 'utf8').replaceAll('\r\n', '\n'),
    ]),
);

/** A workspace that holds the review and nothing else. */
export function morfaBayWorkspace(): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of morfaBayFiles) workspace.setFile(uri, text);
  return workspace;
}

/** All matches of a pattern in a text. */
export function allOf(pattern: RegExp, text: string): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

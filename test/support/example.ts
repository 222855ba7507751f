/*
 * The example review that is shipped, as a workspace.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace } from '../../core/src';
import { root, shippedFile } from './fixture';

const folder = join(__dirname, '../../examples/aberwen');

/** The example's files by URI below the fixtures' root. */
export const exampleFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.review.md'))
    .map((name) => [`${root}/${name}`, readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')]),
);

/** A workspace that holds the example and nothing else. */
export function exampleWorkspace(): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of exampleFiles) workspace.setFile(uri, text);
  return workspace;
}

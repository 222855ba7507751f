/*
 * The reviews below test/workspaces/ as workspaces, for tests that want a review of a real size.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Workspace, type Review } from '../../core/src';
import { root, shippedFile } from './fixture';

/** The one review of a workspace, read from its files. */
export function readWorkspace(name: string): Review {
  const folder = join(__dirname, '../workspaces', name);
  const workspace = new Workspace([shippedFile]);
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.review.md'))) {
    workspace.setFile(`${root}/${file}`, readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n'));
  }
  const [set] = workspace.snapshot().reviews();
  assert.ok(set);
  return set;
}

/*
 * Goldens: outputs kept as files under test/golden/, compared whole and read in the diff when they change.
 * `UPDATE_GOLDEN=1 npm run test:unit` rewrites them.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `actual` is what test/golden/`name` holds; a missing file is a failure, unless goldens are being rewritten. */
export function checkGolden(name: string, actual: string): void {
  const path = join(__dirname, '../golden', name);
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.ok(existsSync(path), `there is no golden ${name}; run with UPDATE_GOLDEN=1 and read it`);
  assert.equal(actual, readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
}

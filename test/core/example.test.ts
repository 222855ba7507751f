/*
 * The example that newcomers open: what is wrong in it is what examples/README.md says was left on purpose.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnostics } from '../../core/src';
import { exampleFiles, exampleWorkspace } from '../support/example';

describe('the example', () => {
  const snapshot = exampleWorkspace().snapshot();
  const wrong = [...exampleFiles.keys()].flatMap((uri) =>
    diagnostics(snapshot, uri).map(({ code }) => `${uri.slice(uri.lastIndexOf('/') + 1)}: ${code}`),
  );

  it('has something of each kind to find, and nothing else', () => {
    assert.deepEqual(wrong.sort(), [
      'action-plan.review.md: action-without-date',
      'action-plan.review.md: invalid-date',
      'evidence.review.md: unused-evidence',
      'theme-1-outcomes.review.md: uncovered-standards',
      'theme-2-leadership.review.md: finding-without-citation',
      'theme-2-leadership.review.md: uncovered-standards',
      'theme-2-leadership.review.md: unknown-evidence',
      'theme-3-delivery.review.md: printed-number',
      'theme-3-delivery.review.md: unknown-standard',
      'theme-4-performance.review.md: finding-without-evidence',
      'theme-4-performance.review.md: finding-without-words',
    ]);
  });

  it('is described: a row of the README for each', () => {
    const page = readFileSync(join(__dirname, '../../examples/README.md'), 'utf8');
    const rows = page.match(/^\| .*\.review\.md`.*$/gm) ?? [];
    const files = (list: readonly string[]): (string | undefined)[] =>
      list.map((line) => /[a-z0-9-]+\.review\.md/.exec(line)?.[0]).sort();
    assert.deepEqual(files(rows), files(wrong));
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imports, references } from './support/bombs';
import { robustnessFigures } from './robustness';

describe('the page on robustness', () => {
  const page = readFileSync(join(__dirname, '../docs/robustness.md'), 'utf8').replace(/ +/g, ' ');
  for (const [what, many] of robustnessFigures())
    it(`has the present figure: ${what}`, () => {
      assert.ok(page.includes(`| ${what} | ${many} |`), `${what}: ${many} (npm run measure:robustness)`);
    });

  it('lists every file that is made to do harm, and no other', () => {
    const start = page.indexOf('## Files that are made to do harm');
    const end = page.indexOf('\n## ', start + 1);
    const rows = page.slice(start, end).match(/^\| .* (?:read|refused) \|$/gm) ?? [];
    const named = [
      ...imports.map(({ what }) => `| ${what} |`),
      ...references.map(({ what }) => `| \`--reference-docx\`: ${what} |`),
    ];
    for (const name of named)
      assert.ok(
        rows.some((row) => row.startsWith(name)),
        `${name} (npm run measure:bombs)`,
      );
    assert.equal(rows.length, named.length);
  });
});

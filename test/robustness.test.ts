import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { robustnessFigures } from './robustness';

describe('the page on robustness', () => {
  const page = readFileSync(join(__dirname, '../docs/robustness.md'), 'utf8').replace(/ +/g, ' ');
  for (const [what, many] of robustnessFigures())
    it(`has the present figure: ${what}`, () => {
      assert.ok(page.includes(`| ${what} | ${many} |`), `${what}: ${many} (npm run measure:robustness)`);
    });
});

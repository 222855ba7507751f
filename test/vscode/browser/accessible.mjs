// What axe-core has to say about a part of a page. It changes nothing of the page but that it is there.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** VS Code draws a row's label and description without a space between them, which no name can repeat. */
const rulesOfRows = { 'label-content-name-mismatch': { enabled: false } };

/**
 * Fails with every violation in a frame, or below one element of the editor's own page.
 * @param {import('playwright-core').Frame} frame @param {string} [within] A selector.
 */
export async function assertAccessible(frame, within) {
  await frame.evaluate(axe);
  const rules = within === undefined ? {} : rulesOfRows;
  const violations = await frame.evaluate(
    async ({ within, rules }) => {
      // @ts-expect-error The line above has put it there.
      const result = await globalThis.axe.run(within ?? document, { resultTypes: ['violations'], rules });
      return result.violations.map(
        (/** @type {{ id: string, nodes: { html: string, failureSummary: string }[] }} */ { id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`,
      );
    },
    { within, rules },
  );
  assert.deepEqual(violations, []);
}

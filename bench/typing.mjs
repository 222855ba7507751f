// `npm run bench:typing`: types for a minute in a real VS Code, by turns in a review of 100 KB and in the same text
// as a plain text file, and prints how long a keystroke took to be seen, and for how long the window was busy.
//
// Build first. Two figures of one run can be compared; the milliseconds are those of this machine. The surprising fact:
// a picture comes every 16.7 ms at most, so that even an empty page answers a key in some 10 ms.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { openWorkbench } from '../test/vscode/browser/workbench.mjs';
import { createDocument } from './documents.ts';

/** Milliseconds between two keys: some twelve in a second, a very quick typist. */
const pause = 80;
const turns = 5;
const sentence = 'Managers read records with the worker, and parents said so. [std 6.1] ';

/** Runs in the page: notes from each key how long it is until the picture that shows it, and what kept the window busy. */
function watch() {
  const seen = { latencies: [], busy: 0, longest: 0 };
  Object.assign(globalThis, { seenTyping: seen });
  document.addEventListener(
    'keydown',
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => seen.latencies.push(performance.now() - start);
        port2.postMessage(undefined);
      });
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      seen.busy += duration;
      seen.longest = Math.max(seen.longest, duration);
    }
  }).observe({ type: 'longtask' });
}

/** Takes what was noted since the last time. */
function take() {
  const { latencies, busy, longest } = globalThis.seenTyping;
  Object.assign(globalThis.seenTyping, { latencies: [], busy: 0, longest: 0 });
  return { latencies, busy, longest };
}

const text = createDocument('ordinary', 100_000);
const workbench = await openWorkbench({
  which: 'new',
  async prepare(folder) {
    await writeFile(path.join(folder, 'long.review.md'), text);
    await writeFile(path.join(folder, 'long.txt'), text);
  },
});
try {
  const { page } = workbench;
  await page.evaluate(watch);
  /** @type {Record<string, { latencies: number[], busy: number, longest: number, milliseconds: number }>} */
  const figures = {};
  for (let turn = 0; turn <= turns; turn++) {
    for (const name of ['long.txt', 'long.review.md']) {
      await workbench.openFile(name);
      if (turn === 0) await workbench.line('# Part 1').waitFor();
      await page.keyboard.press('Control+Home');
      for (let i = 0; i < 12; i++) await page.keyboard.press('PageDown');
      await page.keyboard.press('End');
      await page.waitForTimeout(2500);
      await page.evaluate(take);
      const start = performance.now();
      await page.keyboard.type(` ${sentence}`, { delay: pause });
      const milliseconds = performance.now() - start;
      await page.waitForTimeout(500);
      const { latencies, busy, longest } = await page.evaluate(take);
      await page.keyboard.press('Escape');
      // The first turn of each warms up.
      if (turn === 0) continue;
      const sum = (figures[name] ??= { latencies: [], busy: 0, longest: 0, milliseconds: 0 });
      sum.latencies.push(...latencies);
      sum.busy += busy;
      sum.longest = Math.max(sum.longest, longest);
      sum.milliseconds += milliseconds;
    }
  }
  await workbench.screenshot('typing');
  const rows = Object.entries(figures).map(([name, { latencies, busy, longest, milliseconds }]) => {
    const sorted = latencies.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
    return {
      name,
      keys: sorted.length,
      p50: at(0.5),
      p95: at(0.95),
      longest,
      busy: busy / milliseconds,
      milliseconds,
    };
  });
  const [plain, review] = rows;
  for (const { name, keys, p50, p95, longest, busy, milliseconds } of rows) {
    console.log(
      `${name.padEnd(15)} ${keys} keys in ${(milliseconds / 1000).toFixed(0)} s; seen after ${p50.toFixed(1)} ms (p50), ${p95.toFixed(1)} ms (p95); longest stop ${longest.toFixed(0)} ms; busy ${(100 * busy).toFixed(1)} %`,
    );
  }
  if (plain && review)
    console.log(
      `a review takes ${(review.p50 / plain.p50).toFixed(2)} times plain text (p50), ${(review.p95 / plain.p95).toFixed(2)} times (p95)`,
    );
} finally {
  await workbench.close();
}

/*
 * Whether the elements of a page lie properly within each other, which a parser of HTML would quietly put right.
 */
import assert from 'node:assert/strict';

const empty = new Set(['br', 'hr', 'meta', 'link', 'img', 'input']);

/** Fails where an element is closed that is not open, or left open. */
export function checkElements(html: string): void {
  const open: string[] = [];
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)(?: [^<>]*)?>/g)) {
    if (empty.has(name)) continue;
    if (slash === '') open.push(name);
    else assert.equal(open.pop(), name, 'elements lie within each other');
  }
  assert.deepEqual(open, [], 'all elements are closed');
}

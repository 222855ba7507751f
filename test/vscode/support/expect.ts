/**
 * The three assertions of the suite. They exist because `node:assert` is not there in the web worker
 * host, and an assertion library in the bundle would be larger than the tests.
 */

/** Fails with the message unless the value is truthy. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Compares by JSON, which is enough for plain data. */
export function equal(actual: unknown, expected: unknown, message = 'The values differ'): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${message}: got ${left}, expected ${right}.`);
}

/** Fails unless the text contains the part. */
export function includes(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected "${part}" in:\n${text}`);
}

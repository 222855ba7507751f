/**
 * Waiting for a condition, with a bound, instead of sleeping for a guess.
 * It retries on a short beat and keeps what the last try said. It does not know what it waits for.
 */

/**
 * Resolves with the first result of `condition` that is neither undefined nor false; a throw counts as
 * "not yet". When the time is over, the error says what was waited for and why the last try failed.
 */
export async function until<T>(
  what: string,
  condition: () => T | undefined | false | Promise<T | undefined | false>,
  milliseconds = 15_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  let reason = 'the condition did not hold';
  for (;;) {
    try {
      const result = await condition();
      if (result !== undefined && result !== false) return result;
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}: ${reason}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

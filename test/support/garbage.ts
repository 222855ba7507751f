/*
 * Lets everything go that nothing holds, so that a test can tell what is held and what comes back when it is
 * asked for again.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Collects garbage; weak references that were followed before are held until then. */
export async function collectGarbage(): Promise<void> {
  await new Promise((resume) => setImmediate(resume));
  collect();
}

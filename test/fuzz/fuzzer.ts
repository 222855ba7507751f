/*
 * The fuzzer: it changes texts that it has kept, tries each, and keeps those that take a branch no text has taken before,
 * or take one much more often. What it does depends on the seed and the product only, so a run can be repeated; only
 * how long an input takes is measured, and believed after five measurements.
 */
import { performance } from 'node:perf_hooks';
import { mutate, randomFrom } from './mutate';
import type { Target } from './target';

/** An input for which something does not hold, as short as it could be made. */
export interface Failure {
  readonly input: string;
  readonly message: string;
}

export interface Outcome {
  readonly executions: number;
  /** How many branches were taken, and how many texts were kept for it. */
  readonly branches: number;
  readonly kept: number;
  readonly failures: readonly Failure[];
  readonly milliseconds: number;
}

export interface Options {
  readonly executions: number;
  readonly seed: number;
  /** Whether texts are kept for the branches that they take. Without, only the texts to start from are changed. */
  readonly isGuided: boolean;
  /** How much longer than the texts to start from an input may become, in UTF-16 units. */
  readonly longest: number;
  readonly words: readonly string[];
  /** How many branches the program has. */
  readonly branches: number;
  /** Called with each input before it is tried. */
  readonly trying: (input: string) => void;
}

/** An input is slow that takes this long, and this many times as long as a plain text of its length. */
const slow = { milliseconds: 100, times: 25 };
/** Bytes outside of the heap that may be taken. */
const mostBytes = 200_000_000;
const mostFailures = 5;

/** Tries as many inputs as the options say, or fewer where several kinds of failures have been found. */
export async function fuzz(target: Target, branches: Uint32Array, options: Options): Promise<Outcome> {
  const { executions, seed, isGuided, longest } = options;
  const random = randomFrom(seed);
  const limit = longest + Math.max(...target.seeds.map((text) => text.length));
  const words = [...target.words, ...options.words];
  const kept: string[] = [];
  /** For each branch, the bits of the orders of magnitude in which it has been taken. */
  const seen = new Uint16Array(options.branches);
  const failures = new Map<string, Failure>();
  const started = performance.now();

  const attempt = async (input: string): Promise<string | undefined> => {
    options.trying(input);
    try {
      await target.check(input);
      return undefined;
    } catch (failure) {
      return failure instanceof Error ? `${failure.name}: ${failure.message}` : String(failure);
    }
  };
  const tryOne = async (input: string, isKeeping: boolean): Promise<void> => {
    branches.fill(0, 0, seen.length);
    const before = performance.now();
    const message = await attempt(input);
    const taken = performance.now() - before;
    if (takesNewBranch(branches, seen) && isKeeping) kept.push(input);
    if (message !== undefined && !failures.has(kindOf(message))) {
      failures.set(kindOf(message), { input, message });
      const shorter = await shorten(input, async (each) => {
        const again = await attempt(each);
        return again !== undefined && kindOf(again) === kindOf(message);
      });
      failures.set(kindOf(message), { input: shorter, message: (await attempt(shorter)) ?? message });
    }
    if (taken > slow.milliseconds && !failures.has('slow')) {
      const words = await findSlowness(target, input, options.trying);
      if (words !== undefined) failures.set('slow', { input, message: words });
    }
  };

  let tried = 0;
  for (; tried < executions && failures.size < mostFailures; tried++) {
    const start = target.seeds[tried];
    const base = kept[kept.length - 1 - pickLate(kept.length, random)] ?? '';
    const input = start ?? mutate(base, words, kept, limit, random);
    await tryOne(input, isGuided || start !== undefined);
    // To ask after each input would take as long as trying it.
    if (tried % 64 === 0 && process.memoryUsage().arrayBuffers > mostBytes)
      failures.set('memory', {
        input,
        message: `more than ${mostBytes} bytes are taken outside of the heap`,
      });
  }
  return {
    executions: tried,
    branches: seen.reduce((sum, bits) => sum + (bits === 0 ? 0 : 1), 0),
    kept: kept.length,
    failures: [...failures.values()],
    milliseconds: performance.now() - started,
  };
}

/** How far from the end of a list: half of the time among its last quarter, because new texts lead to new branches. */
function pickLate(length: number, random: (below: number) => number): number {
  return random(2) === 0 ? random(Math.ceil(length / 4)) : random(length);
}

/** Adds what has been counted to what was seen, and tells whether any of it is new. */
function takesNewBranch(branches: Uint32Array, seen: Uint16Array): boolean {
  let isNew = false;
  for (let i = 0; i < seen.length; i++) {
    const count = branches[i] ?? 0;
    if (count === 0) continue;
    const bit = 1 << Math.min(15, 32 - Math.clz32(count));
    const before = seen[i] ?? 0;
    if ((before & bit) !== 0) continue;
    seen[i] = before | bit;
    isNew = true;
  }
  return isNew;
}

/** What kind of failure a message is: its first line without the values in it. */
function kindOf(message: string): string {
  const [line = ''] = message.split('\n');
  return line.replace(/[“"'`].*[”"'`]|\d+/g, '…').slice(0, 80);
}

/** A shorter input that still fails: pieces are left out, first large ones. */
async function shorten(input: string, stillFails: (input: string) => Promise<boolean>): Promise<string> {
  let best = input;
  let left = 1500;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && left > 0;) {
      const shorter = best.slice(0, at) + best.slice(at + size);
      left--;
      if (await stillFails(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}

/** Why an input is slow; undefined where it is not, which the least of five measurements of processor time says. */
async function findSlowness(
  target: Target,
  input: string,
  trying: Options['trying'],
): Promise<string | undefined> {
  const own = await costOf(target, input, trying);
  if (own < slow.milliseconds) return undefined;
  const usual = await costOf(target, target.plain(input.length), trying);
  const times = own / Math.max(1, usual);
  if (times < slow.times) return undefined;
  return `slow: ${input.length} characters take ${own.toFixed(0)} ms, ${times.toFixed(0)} times as long as plain ones`;
}

async function costOf(target: Target, input: string, trying: Options['trying']): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < 5; i++) {
    trying(input);
    const before = process.cpuUsage();
    try {
      await target.check(input);
    } catch {
      // What fails is reported as a failure; here only its time counts.
    }
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

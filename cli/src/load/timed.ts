/*
 * A workspace whose texts are each read within a limit, so that no text can keep the command line for ever. What takes
 * longer is interrupted and left unread. Node's `vm` interrupts what runs in this thread, expressions that backtrack
 * included; beginning such a stretch costs a few hundredths of a millisecond of processor time.
 */
import { createContext, Script } from 'node:vm';
import { isUnread, readAhead, Workspace, type Snapshot } from '../../../core/src';
import { CannotRun, plain, type Shipped } from '../terminal';

/** The variable of the environment that sets another limit. */
export const limitVariable = 'CRITICAL_FRIEND_READ_SECONDS';
const usualLimit = 10;
/** How much of the limit a text must have had of the processor, before it counts as one that takes too long. */
const fullUse = 0.8;
/** How many times the limit a text may wait for the processor. */
const mostPatience = 16;

/** The limit in seconds as it is written, 0 where there is none; or throws CannotRun. */
export function readLimit(written: string | undefined): number {
  if (written === undefined || written.trim() === '') return usualLimit;
  const seconds = Number(written);
  if (seconds >= 0 && seconds <= 100_000) return seconds;
  throw new CannotRun(
    `${limitVariable} is "${plain(written)}", which is not a number of seconds. Write for example 30, or 0 for no limit.`,
  );
}

const scope = createContext({ work: undefined });
const script = new Script('work()');

/** Does some work for so many seconds at most; gives the processor time that it had, if it was interrupted. */
function interrupt(seconds: number, work: () => unknown): number | undefined {
  const before = process.cpuUsage();
  scope.work = work;
  try {
    script.runInContext(scope, { timeout: Math.max(1, Math.round(1000 * seconds)) });
    return undefined;
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw failure;
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000_000;
  } finally {
    scope.work = undefined;
  }
}

/** A workspace, and which of its texts took too long. */
export class TimedWorkspace {
  readonly workspace: Workspace;
  readonly #unread = new Set<string>();
  #reading: string | undefined;

  constructor(shipped: readonly Shipped[]) {
    this.workspace = new Workspace(shipped, (uri) => {
      this.#reading = uri;
    });
  }

  /** Sets what the disk holds; another text than one that took too long is tried again. */
  setFile(uri: string, text: string): void {
    if (this.#unread.has(uri)) {
      const known = this.workspace.snapshot().document(uri);
      if (!isUnread(known) || known.source !== text) {
        this.#unread.delete(uri);
        this.workspace.leaveUnread(this.#unread);
      }
    }
    this.workspace.setFile(uri, text);
  }

  /** Reads everything, each text within so many seconds; the URIs of those that were left unread. */
  readAll(seconds: number): ReadonlySet<string> {
    for (let patience = seconds; patience > 0;) {
      const used = this.#read(patience);
      if (used === undefined) break;
      // On a machine that is busy with other things, a text that is only long must not seem to be one that never ends.
      if (used < fullUse * seconds && patience < mostPatience * seconds) {
        patience *= 2;
        continue;
      }
      const uri = this.#reading;
      // Whatever it was, it would take as long again.
      if (uri === undefined || this.#unread.has(uri)) throw new CannotRun(tooLong(seconds));
      this.#unread.add(uri);
      this.workspace.leaveUnread(this.#unread);
      patience = seconds;
    }
    return this.#unread;
  }

  /** Reads until a text takes longer; gives the processor time that it had then. */
  #read(seconds: number): number | undefined {
    for (const step of stepsOf(this.workspace.snapshot())) {
      this.#reading = undefined;
      const used = interrupt(seconds, step);
      if (used !== undefined) return used;
    }
    return undefined;
  }
}

/** What is read, in steps that each read one text; what has been read before is not read again. */
function* stepsOf(snapshot: Snapshot): Generator<() => unknown> {
  for (const file of snapshot.catalogues.values()) yield () => file.catalogue;
  for (const document of snapshot.documents.values()) yield () => document.settings;
  for (const set of snapshot.reviews()) {
    const reading = readAhead(set);
    const last = { isOver: false };
    while (!last.isOver) yield () => (last.isOver = reading.next().done === true);
  }
}

function tooLong(seconds: number): string {
  return `Reading took longer than ${seconds} seconds. Give fewer folders, or set ${limitVariable} to more seconds.`;
}

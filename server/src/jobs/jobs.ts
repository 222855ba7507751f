/*
 * Where long work is done: in a thread of its own for each job, which is ended when the work is done, when it takes too
 * long or too much memory, or when no one waits for it any more. The thread that answers an editor's questions only
 * waits, and one job runs at a time. A host where no such thread can be started does the work in its own.
 */
import type * as lsp from 'vscode-languageserver';
import { doJob, type Asked, type JobKind, type Libraries, type Made } from './job';

/** Does long work. */
export interface Jobs {
  /** Whether Word documents and slides can be printed, and files of other programs read. */
  readonly hasOffice: boolean;
  readonly hasSources: boolean;
  /** Rejects with JobEnded where the work was ended before it was done. */
  run<K extends JobKind>(
    kind: K,
    asked: Asked<K>,
    token: lsp.CancellationToken | undefined,
  ): Promise<Made<K>>;
}

/** Why work ended that was not done. `failed` is a fault of ours, and `line` what a log may say of it. */
export class JobEnded extends Error {
  constructor(
    readonly why: 'time' | 'memory' | 'cancelled' | 'failed',
    readonly line = '',
  ) {
    super(why);
  }
}

/** What a thread reports: once that it is ready, and once what came of its work. */
export type WorkerWord = 'ready' | { readonly made: unknown } | { readonly failed: string };

/** A thread that does one job. */
export interface JobWorker {
  post(job: { readonly kind: JobKind; readonly asked: unknown }): void;
  /** Called for each word, and with `ended` when the thread has ended by itself. */
  listen(hear: (word: WorkerWord | { readonly ended: 'memory' | 'failed' }) => void): void;
  terminate(): void;
}

/** For how many seconds each kind of work may go on: many times what the largest review takes. */
export const mostSeconds: Readonly<Record<JobKind, number>> = { export: 300, import: 30 };

/** Does work in the thread that asks for it. */
export function jobsHere(libraries: Libraries): Jobs {
  return {
    hasOffice: libraries.loadOffice !== undefined,
    hasSources: libraries.loadSources !== undefined,
    run: (kind, asked) => doJob[kind](asked, libraries),
  };
}

/**
 * Does work in threads that `start` gives, and here where the first of them cannot be used: `start` gives none, or it
 * ends before it is ready.
 */
export function jobsInWorkers(
  start: () => JobWorker | undefined,
  here: Jobs,
  seconds: Readonly<Record<JobKind, number>> = mostSeconds,
): Jobs {
  let last: Promise<unknown> = Promise.resolve();
  let isUsable = true;
  const run: Jobs['run'] = async (kind, asked, token) => {
    if (token?.isCancellationRequested === true) throw new JobEnded('cancelled');
    const worker = isUsable ? startOr(start) : undefined;
    const made = worker && (await waitFor(worker, { kind, asked }, seconds[kind], token));
    if (made) return made.made as Made<typeof kind>;
    isUsable = false;
    return here.run(kind, asked, token);
  };
  return {
    hasOffice: here.hasOffice,
    hasSources: here.hasSources,
    run(kind, asked, token) {
      const next = last.then(() => run(kind, asked, token));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function startOr(start: () => JobWorker | undefined): JobWorker | undefined {
  try {
    return start();
  } catch {
    return undefined;
  }
}

/** What a thread has made; undefined where it ended before it was ready. */
function waitFor(
  worker: JobWorker,
  job: { readonly kind: JobKind; readonly asked: unknown },
  seconds: number,
  token: lsp.CancellationToken | undefined,
): Promise<{ readonly made: unknown } | undefined> {
  return new Promise((resolve, reject) => {
    let isReady = false;
    // Counted and not looked up, so that a computer that slept has not used the time up.
    let passed = 0;
    const clock = setInterval(() => {
      if (++passed >= seconds) end(() => reject(new JobEnded('time')));
    }, 1000);
    const cancelled = token?.onCancellationRequested(() => {
      end(() => reject(new JobEnded('cancelled')));
    });
    const end = (tell: () => void): void => {
      clearInterval(clock);
      cancelled?.dispose();
      worker.terminate();
      tell();
    };
    worker.listen((word) => {
      if (word === 'ready') {
        isReady = true;
        worker.post(job);
      } else if ('made' in word) end(() => resolve(word));
      else if ('failed' in word) end(() => reject(new JobEnded('failed', word.failed)));
      else if (isReady) end(() => reject(new JobEnded(word.ended)));
      else end(() => resolve(undefined));
    });
  });
}

/*
 * Jobs in a browser, where the server is a web worker: a worker of that worker, which runs the same bundle. It is started
 * from a few words of our own, because the bundle may come from another origin, from which no worker can be started but a
 * script can be read. There is no limit on its memory to set; the readers' own limits are all there is.
 */
import type { Libraries } from './job';
import type { JobWorker, WorkerWord } from './jobs';
import { serveJob } from './serve';

/** Where the bundles are. */
export interface Scripts {
  readonly serverScript?: string;
  readonly officeScript?: string;
  readonly importingScript?: string;
}

/** What a worker's scope holds that was started for a job. */
interface ForJob {
  readonly criticalFriendJob?: Scripts;
}

/** Starts a worker; undefined where the browser has none, or the client has not said where the bundle is. */
export function startWebWorker(scripts: Scripts): JobWorker | undefined {
  const { serverScript, officeScript, importingScript } = scripts;
  if (typeof Worker === 'undefined' || serverScript === undefined) return undefined;
  const mark: Scripts = {
    ...(officeScript !== undefined && { officeScript }),
    ...(importingScript !== undefined && { importingScript }),
  };
  const words = `self.criticalFriendJob = ${JSON.stringify(mark)}; importScripts(${JSON.stringify(serverScript)});`;
  const url = URL.createObjectURL(new Blob([words], { type: 'text/javascript' }));
  const worker = new Worker(url, { name: 'Critical Friend: job' });
  return {
    post: (job) => {
      worker.postMessage(job);
    },
    listen(hear) {
      worker.addEventListener('message', ({ data }) => {
        hear(data as WorkerWord);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        hear({ ended: 'failed' });
      });
    },
    terminate() {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** In a worker that was started for a job: where the bundles are. */
export function scriptsOfJob(): Scripts | undefined {
  return (self as unknown as ForJob).criticalFriendJob;
}

/** Waits for the job that this worker was started for. */
export function serveWebJob(scope: Worker, libraries: Libraries): void {
  const say = (word: WorkerWord): void => {
    scope.postMessage(word);
  };
  const hear = (take: (job: unknown) => void): void => {
    scope.addEventListener('message', ({ data }) => {
      take(data);
    });
  };
  serveJob({ say, hear }, libraries);
}

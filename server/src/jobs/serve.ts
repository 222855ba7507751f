/*
 * The other end of a job: what runs in a thread that was started for it. It does the one job that it is sent and reports
 * what came of it; the thread that started it ends it.
 */
import { failureLine } from '../hosts/host';
import { doJob, type Asked, type JobKind, type Libraries } from './job';
import type { WorkerWord } from './jobs';

/** Waits for a job and does it. */
export function serveJob(
  port: { say(word: WorkerWord): void; hear(take: (job: unknown) => void): void },
  libraries: Libraries,
): void {
  port.hear((job) => {
    const { kind, asked } = job as { kind: JobKind; asked: Asked<JobKind> };
    const work = doJob[kind] as (asked: Asked<JobKind>, libraries: Libraries) => Promise<unknown>;
    work(asked, libraries).then(
      (made) => {
        port.say({ made });
      },
      (failure: unknown) => {
        port.say({ failed: failureLine(kind === 'export' ? 'Export of a report' : 'Import', failure) });
      },
    );
  });
  port.say('ready');
}

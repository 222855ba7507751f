/*
 * The command line's door: the streams and the working folder of this process, and the shipped catalogues.
 * It sets the exit code and lets the process end by itself, so that everything written is also read; a
 * reader that closes early (`| head`) is no failure.
 */
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { shippedFolder, startNodeServer } from '../nodeServer';
import { shippedCatalogues } from '../shipped';
import { localCalendar } from '../calendar';
import { run } from './run';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
  });
}

const manifest = readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };

void run(process.argv.slice(2), {
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  version,
  shipped: shippedCatalogues(shippedFolder),
  calendar: localCalendar(new Date()),
  serve: startNodeServer,
}).then((code) => {
  process.exitCode = code;
});

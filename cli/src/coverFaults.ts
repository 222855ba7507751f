/*
 * What is wrong with the cover of a review or with its standards, for subcommands that go on without them: figures and
 * reports must not look whole where a catalogue is missing. `check` says the same and all the rest.
 */
import { diagnostics, type Review, type Snapshot } from '../../core/src';
import { lineAt, plain, type Terminal } from './terminal';

/** Prints on standard error the first error of each cover, and of each catalogue that a review uses. */
export function printCoverFaults(
  sets: readonly Review[],
  snapshot: Snapshot,
  show: (uri: string) => string,
  terminal: Terminal,
): void {
  const texts = new Map(
    sets.flatMap(({ cover, catalogues }) => [cover, ...catalogues]).map((file) => [file.uri, file.text]),
  );
  for (const [uri, text] of texts) {
    // A gap that is an error, as in the final phase, is no fault of the cover: figures and reports show it themselves.
    const found = diagnostics(snapshot, uri).find(
      ({ severity, code }) => severity === 'error' && code !== 'uncovered-standards',
    );
    if (!found) continue;
    const line = lineAt(text, found.span.start);
    terminal.stderr.write(
      `critical-friend: "${show(uri)}", line ${line}: ${plain(found.message)} What is shown is without it. See all with: critical-friend check\n`,
    );
  }
}

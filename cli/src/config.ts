/*
 * `--config`: a file that gives each check a severity, in all documents and in some of them. It goes before what the
 * covers say. Patterns are those of a `.gitignore`, relative to the folder of the file. One that cannot be read as it
 * is meant ends the run: a check that is silently left on, or off, would be worse.
 */
import * as path from 'node:path';
import ignore from 'ignore';
import { readCheckPlan, type SeverityWord } from '../../core/src';
import { toRange, utf16 } from '../../server/src/lsp/positions';
import { fileUri, pathOf } from '../../server/src/lsp/uris';
import { readTextFile } from './files/readFiles';
import { CannotRun, plain } from './terminal';

/** The severities of a file's checks by code, as far as they are not the cover's. */
export type SeveritiesOf = (uri: string) => ReadonlyMap<string, SeverityWord>;

/** Reads a file of severities, or throws CannotRun. */
export async function readConfig(given: string, cwd: string): Promise<SeveritiesOf> {
  const full = path.resolve(cwd, given);
  const found = await readTextFile(full);
  if ('why' in found)
    throw new CannotRun(
      `The file of checks "${plain(given)}" ${found.why}. Check what stands behind --config.`,
    );
  const { checks, files, faults } = readCheckPlan(found.text);
  if (faults.length > 0) {
    const lines = faults.map(({ span, message }) => {
      const { line, character } = toRange(utf16, { uri: fileUri(full), text: found.text }, span).start;
      return `  ${line + 1}:${character + 1}  ${plain(message)}`;
    });
    throw new CannotRun(`The file of checks "${plain(given)}" cannot be used as it is:\n${lines.join('\n')}`);
  }
  const rules = files.map((rule) => ({ covers: ignore().add(rule.pattern), checks: rule.checks }));
  return (uri) => {
    const way = path.relative(path.dirname(full), pathOf(uri) ?? '').replaceAll(path.sep, '/');
    const isBelow = ignore.isPathValid(way);
    const own = rules.filter(({ covers }) => isBelow && covers.ignores(way));
    return new Map([...checks, ...own.flatMap((rule) => [...rule.checks])]);
  };
}

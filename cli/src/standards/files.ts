/*
 * Reading and writing the files of `critical-friend standards`: bounds, text in its encoding, and writing that either
 * happens as a whole or not at all, and never over a file that is there unless that was asked for.
 */
import * as path from 'node:path';
import { readCatalogue, type Catalogue } from '../../../core/src';
import { toText } from '../../../server/src/importing/bytes';
import { NotRead, readSafely } from '../../../server/src/hosts/safeRead';
import { exists, reasonOf } from '../files/files';
import { whyEndless, whyNoText } from '../files/readFiles';
import { Refusal } from '../files/refusal';
import { NotWritten, replaceWhole, type NewContent, type Replacing } from '../files/replacement';
import { CannotRun, plain, type Terminal, type Shipped } from '../terminal';
import { hasErrors } from './said';

/** No catalogue and no table of one is larger. */
const largest = 20_000_000;

/** The bytes of a file, or a sentence why they cannot be had. */
export async function readBytes(given: string, { cwd }: Terminal): Promise<Uint8Array> {
  const full = path.resolve(cwd, given);
  try {
    return await readSafely(full, { limit: largest });
  } catch (failure) {
    if (isMissing(failure))
      throw new CannotRun(
        `There is no file "${plain(given)}". Check the spelling; paths are relative to the working folder.`,
      );
    const why = failure instanceof NotRead ? failure.why : undefined;
    if (why === 'folder') throw new CannotRun(`"${plain(given)}" is a folder; name a file in it.`);
    if (why === 'size')
      throw new CannotRun(
        `"${plain(given)}" is larger than 20 MB, which no catalogue is. Save the part with the standards alone.`,
      );
    if (why !== undefined)
      throw new CannotRun(`"${plain(given)}" ${whyEndless}. Check that it is the right one.`);
    throw new CannotRun(
      `"${plain(given)}" cannot be read: ${reasonOf(failure)}. Check who may open it, and whether another program holds it.`,
    );
  }
}

function isMissing(failure: unknown): boolean {
  const { code } = failure as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** A catalogue by its path, or by the id of one that comes with the product. */
export async function readCatalogueAt(
  given: string,
  terminal: Terminal,
  shipped: readonly Shipped[],
): Promise<{ readonly text: string; readonly catalogue: Catalogue; readonly file?: string }> {
  const known = shipped.find(({ text }) => readCatalogue(text).id === given);
  if (known) return { text: known.text, catalogue: readCatalogue(known.text) };
  if (!/\.standards\.md$/i.test(given)) {
    const ids = shipped.map(({ text }) => readCatalogue(text).id).join(', ');
    throw new CannotRun(
      `"${plain(given)}" is no catalogue: their names end in .standards.md. Those that come with critical-friend are called by their id: ${ids}.`,
    );
  }
  const bytes = await readBytes(given, terminal);
  const text = toText(bytes);
  const { why } = whyNoText(text, bytes) ?? {};
  if (why !== undefined) throw new CannotRun(`"${plain(given)}" ${why}. Check that it is the right file.`);
  return { text, catalogue: readCatalogue(text), file: path.resolve(terminal.cwd, given) };
}

/** A catalogue without errors: of one with errors some part would be missing in whatever is made of it. */
export async function readSound(
  given: string,
  terminal: Terminal,
  shipped: readonly Shipped[],
): ReturnType<typeof readCatalogueAt> {
  const found = await readCatalogueAt(given, terminal, shipped);
  if (hasErrors(found.catalogue)) throw notSound(given);
  return found;
}

/** Why nothing is made of a catalogue with errors, and how to see them. */
export function notSound(given: string): CannotRun {
  const file = plain(given);
  return new CannotRun(
    `"${file}" has errors, so not all of it can be read, and nothing was done. See them with: critical-friend standards validate ${file}`,
  );
}

/** Writes a file; one that exists is replaced only if that was asked for. */
export async function writeFile(
  given: string,
  content: string | Uint8Array,
  terminal: Terminal,
  force: boolean,
): Promise<void> {
  const file = path.resolve(terminal.cwd, given);
  if (!force && (await exists(file)))
    throw new CannotRun(
      `"${plain(given)}" is there already, and nothing was written. Choose another name, or add --force to replace it.`,
    );
  await replaceAll([{ file, content, isNew: !force }], terminal, { force });
}

/** Writes files all or none, or throws CannotRun. */
export async function replaceAll(
  files: readonly NewContent[],
  { cwd }: Terminal,
  how: Replacing,
): Promise<void> {
  try {
    await replaceWhole(files, how);
  } catch (failure) {
    if (!(failure instanceof NotWritten)) throw failure;
    const named = `"${plain(path.relative(cwd, failure.file).replaceAll(path.sep, '/'))}"`;
    if (failure.reason instanceof Refusal)
      throw new CannotRun(`${named} ${failure.reason.why}. Nothing was changed. ${failure.reason.advice}`);
    const replaced = failure.replaced.map((each) => `"${plain(path.relative(cwd, each))}"`).join(' and ');
    const kept = replaced === '' ? 'Nothing was changed' : `Changed already: ${replaced}`;
    throw new CannotRun(
      `${named} cannot be written: ${reasonOf(failure.reason)}. ${kept}. Check that the folder is there, that there is room in it and that you may write there.`,
    );
  }
}

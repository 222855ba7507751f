/*
 * Finds a link through which a file would be written. A folder from a stranger may hold a link to a file of yours, so no
 * command writes through one: the file itself must not be a link, and no folder on the way to it, below the folder that
 * a person has named, may lead out of that folder. How a person reaches their own folder is their business.
 */
import { lstat, realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { linked } from './refusal';
import { plain } from '../terminal';

/** Throws a Refusal when the file is a link, or when a link leads it out of one of the folders. */
export async function refuseLinks(file: string, within: readonly string[]): Promise<void> {
  if (await isLink(file)) {
    const target = await realpath(file).catch(() => undefined);
    throw linked(target === undefined ? 'is a link to nothing' : 'is a link', target && plain(target));
  }
  for (const base of within) {
    const below = path.relative(base, file);
    if (below === '' || leadsOut(below)) continue;
    const [folder, realBase] = [await realAncestor(path.dirname(file)), await realAncestor(base)];
    if (!leadsOut(path.relative(realBase, folder))) continue;
    const link = await firstLink(base, path.dirname(below));
    const target = path.join(folder, path.basename(file));
    throw linked(
      `is reached through the link "${plain(link)}", which leads out of its folder`,
      plain(target),
    );
  }
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

/** Whether a relative path leaves the folder that it starts in; on Windows it may lead to another drive. */
function leadsOut(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** The real path of a folder, or of the nearest one above it that exists. */
async function realAncestor(folder: string): Promise<string> {
  const found = await realpath(folder).catch(() => undefined);
  const above = path.dirname(folder);
  if (found !== undefined || above === folder) return found ?? folder;
  return path.join(await realAncestor(above), path.basename(folder));
}

async function firstLink(base: string, below: string): Promise<string> {
  let at = base;
  for (const name of below.split(path.sep)) {
    at = path.join(at, name);
    if (await isLink(at)) return path.relative(base, at).replaceAll(path.sep, '/');
  }
  return below;
}

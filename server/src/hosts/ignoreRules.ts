/*
 * The rules of `.gitignore` files: each counts for what lies below it. Those above an opened folder count too, up to the
 * root of the repository that it is in and no further; they are read although they are outside the folder, so no link may
 * lead to one. In the folder one that is a link to a file outside is not read.
 */
import { lstat } from 'node:fs/promises';
import * as path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isInside, readSafely, type Bounds } from './safeRead';

/** The rules of one `.gitignore`, for what lies below its folder. */
export interface Rules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** No person writes a longer one. */
const limit = 1_000_000;

/** The rules above a folder, with those of the folder itself where it has a `.gitignore`; `bounds` say where it may be. */
export async function withRulesOf(
  folder: string,
  above: readonly Rules[],
  bounds: Omit<Bounds, 'limit'>,
  read: (file: string) => void,
): Promise<readonly Rules[]> {
  const file = path.join(folder, '.gitignore');
  const bytes = await readSafely(file, { ...bounds, limit }).catch(() => undefined);
  if (!bytes) return above;
  read(file);
  return [...above, { folder, rules: ignore().add(new TextDecoder().decode(bytes)) }];
}

/** The deepest `.gitignore` that says anything about the file decides, as in git. */
export function isIgnored(file: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { folder, rules: own } of [...rules].reverse()) {
    const way = path.relative(folder, file).replaceAll(path.sep, '/');
    const answer = own.test(isFolder ? `${way}/` : way);
    if (answer.ignored) return true;
    if (answer.unignored) return false;
  }
  return false;
}

/** The rules of the repository above `root`; none when they hide `root` itself, which a person chose to open. */
export async function rulesAbove(root: string, read: (file: string) => void): Promise<readonly Rules[]> {
  const above: string[] = [];
  for (let folder = root; !(await isThere(path.join(folder, '.git')));) {
    const parent = path.dirname(folder);
    if (parent === folder) return [];
    above.unshift(parent);
    folder = parent;
  }
  let rules: readonly Rules[] = [];
  for (const folder of above) rules = await withRulesOf(folder, rules, { noLinks: true }, read);
  const hidden = [...above.slice(1), root].some((folder) =>
    isIgnored(
      folder,
      true,
      rules.filter((r) => r.folder !== folder && isInside(folder, [r.folder])),
    ),
  );
  return hidden ? [] : rules;
}

async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

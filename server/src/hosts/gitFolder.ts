/*
 * Where the repository of a folder is, when nothing in the folder is trusted. A `.git` file is followed only where what
 * it names points back to it, as git itself leaves it in a worktree or a submodule; a `.git` that is a link, a
 * repository of another user and one that borrows its history from elsewhere are not read. What is read of it is read
 * by `gitFiles`, which stays in the folder of the repository and waits for nothing.
 */
import { lstat, realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { readSafely } from './safeRead';

/** A repository, by real paths. */
export interface GitFolder {
  /** The folder that holds `.git`. */
  readonly root: string;
  /** Where its head is; a worktree has one of its own. */
  readonly own: string;
  /** Where its objects and branches are. */
  readonly common: string;
}

/** Why a repository that is there is not read: `belongs to another user`. */
export interface NotTrusted {
  readonly root: string;
  readonly why: string;
}

/** The files that point from one place to another are one short line. */
const limit = 100_000;

/** The repository around a folder, by its real path; undefined where there is none. */
export async function findGitFolder(
  folder: string,
  isOwn: (uid: number) => boolean = isOwnUser,
): Promise<GitFolder | NotTrusted | undefined> {
  for (let root = folder; ; root = path.dirname(root)) {
    const found = await gitFolderAt(root);
    if (found) return 'why' in found ? found : judged(found, isOwn);
    if (path.dirname(root) === root) return undefined;
  }
}

async function gitFolderAt(root: string): Promise<GitFolder | NotTrusted | undefined> {
  const dotGit = path.join(root, '.git');
  const found = await lstat(dotGit).catch(() => undefined);
  if (!found) return undefined;
  if (found.isDirectory()) {
    // An empty folder of this name is none, as for git.
    const head = await lstat(path.join(dotGit, 'HEAD')).catch(() => undefined);
    return head && { root, own: dotGit, common: dotGit };
  }
  if (!found.isFile()) return { root, why: 'has a .git that is neither a folder nor a file' };
  const named = /^gitdir: *(.*)$/m.exec((await readLine(dotGit)) ?? '')?.[1]?.trim();
  const own = named === undefined ? undefined : await realOf(path.resolve(root, named));
  if (own === undefined) return { root, why: 'has a .git file that names no repository' };
  const common = (await commonOfWorktree(own, dotGit)) ?? (await ownOfSubmodule(own, root));
  return common === undefined
    ? { root, why: 'has a .git file whose repository does not point back to it' }
    : { root, own, common };
}

/** The repository of a worktree: it holds the worktree's own folder, and that names the `.git` file. */
async function commonOfWorktree(own: string, dotGit: string): Promise<string | undefined> {
  const back = (await readLine(path.join(own, 'gitdir')))?.trim();
  if (back === undefined || (await realOf(path.resolve(own, back))) !== dotGit) return undefined;
  const common = path.dirname(path.dirname(own));
  const named = (await readLine(path.join(own, 'commondir')))?.trim();
  if (path.basename(path.dirname(own)) !== 'worktrees' || named === undefined) return undefined;
  return (await realOf(path.resolve(own, named))) === common ? common : undefined;
}

/** The repository of a submodule, whose settings name the folder that is checked out. */
async function ownOfSubmodule(own: string, root: string): Promise<string | undefined> {
  const settings = (await readLine(path.join(own, 'config'))) ?? '';
  const named = worktreeIn(settings);
  if (named === undefined || (await lstat(path.join(own, 'commondir')).catch(() => undefined)))
    return undefined;
  const worktree = named.replace(/^"(.*)"$/, '$1').replace(/\\(["\\])/g, '$1');
  return (await realOf(path.resolve(own, worktree))) === root ? own : undefined;
}

/** The value of `core.worktree` in a repository's settings, as git writes them. */
function worktreeIn(settings: string): string | undefined {
  let section = '';
  for (const line of settings.split('\n').map((one) => one.trim())) {
    if (line.startsWith('[')) section = line.toLowerCase();
    const [key = '', ...value] = line.split('=');
    if (section === '[core]' && key.trim().toLowerCase() === 'worktree') return value.join('=').trim();
  }
  return undefined;
}

/** Refuses what belongs to another user, or has its history elsewhere. */
async function judged(found: GitFolder, isOwn: (uid: number) => boolean): Promise<GitFolder | NotTrusted> {
  const { root, own, common } = found;
  for (const place of new Set([root, path.join(root, '.git'), own, common])) {
    const { uid } = await lstat(place);
    if (!isOwn(uid)) return { root, why: 'belongs to another user' };
  }
  // In a repository itself this file means that objects and branches are those of another one.
  const borrows = own === common ? ['commondir', 'objects/info/alternates'] : ['objects/info/alternates'];
  for (const name of borrows)
    if (await lstat(path.join(common, name)).catch(() => undefined))
      return { root, why: 'has its history in another place' };
  return found;
}

/** Whether a file is of the user who runs this; who runs it by `sudo` is still themselves. Windows has no such numbers. */
function isOwnUser(uid: number): boolean {
  const me = process.geteuid?.();
  if (me === undefined || uid === me) return true;
  return me === 0 && process.env.SUDO_UID !== undefined && Number(process.env.SUDO_UID) === uid;
}

async function readLine(file: string): Promise<string | undefined> {
  const bytes = await readSafely(file, { limit, noLinks: true }).catch(() => undefined);
  return bytes && new TextDecoder().decode(bytes);
}

async function realOf(file: string): Promise<string | undefined> {
  return realpath(file).catch(() => undefined);
}

/*
 * A real git repository in a temporary folder, made without a git program. Commits are made at given instants by a
 * made-up person.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as git from 'isomorphic-git';
import type { Folder as RealFolder } from './serverFolder';

type Folder = Pick<RealFolder, 'path'>;

/** Makes a repository of a folder. */
export async function initGit(folder: Folder): Promise<void> {
  await git.init({ fs, dir: folder.path, defaultBranch: 'main' });
}

/** Commits all files as they are now, at an instant such as `2026-10-01T18:20:00Z`; gives the hash. */
export async function commitAll(folder: Folder, instant: string): Promise<string> {
  const dir = folder.path;
  for (const [filepath, , work] of await git.statusMatrix({ fs, dir })) {
    if (work === 0) await git.remove({ fs, dir, filepath });
    else await git.add({ fs, dir, filepath });
  }
  const timestamp = Date.parse(instant) / 1000;
  const author = { name: 'A. Author', email: 'author@example.org', timestamp, timezoneOffset: 0 };
  return git.commit({ fs, dir, message: instant, author });
}

/** Puts a tag on the commit that is checked out; an annotated one is an object of its own. */
export async function tag(folder: Folder, name: string, annotated: boolean): Promise<void> {
  const tagger = { name: 'A. Author', email: 'author@example.org' };
  if (annotated) await git.annotatedTag({ fs, dir: folder.path, ref: name, message: name, tagger });
  else await git.tag({ fs, dir: folder.path, ref: name });
}

/** Lets `worktree` be a worktree of `folder`, with a commit of its own checked out. */
export function linkWorktree(folder: Folder, worktree: Folder, hash: string): void {
  const own = path.join(folder.path, '.git/worktrees/other');
  fs.mkdirSync(own, { recursive: true });
  fs.writeFileSync(path.join(own, 'HEAD'), `${hash}\n`);
  fs.writeFileSync(path.join(own, 'commondir'), '../..\n');
  fs.writeFileSync(path.join(own, 'gitdir'), `${path.join(worktree.path, '.git')}\n`);
  fs.mkdirSync(worktree.path, { recursive: true });
  fs.writeFileSync(path.join(worktree.path, '.git'), `gitdir: ${own}\n`);
}

/** Takes a commit's history away, as a shallow copy lacks it. */
export function cutHistory(folder: Folder, hash: string): void {
  fs.writeFileSync(path.join(folder.path, '.git/shallow'), `${hash}\n`);
}

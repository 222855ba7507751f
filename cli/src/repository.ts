/*
 * A git repository, read from its folder: which commit a day or a revision means, and the review documents that it
 * held. Nothing is written, nothing is executed and no hook or setting of the repository is heeded; `git` itself need
 * not be installed. Which repository may be read is decided in `gitFolder.ts`. The library is loaded when it is first
 * needed.
 */
import { realpath } from 'node:fs/promises';
import * as path from 'node:path';
import type { PromiseFsClient } from 'isomorphic-git';
import { isReviewPath } from '../../core/src';
import { findGitFolder, type GitFolder, type NotTrusted } from '../../server/src/hosts/gitFolder';
import { readSafely } from '../../server/src/hosts/safeRead';
import { fileUri } from '../../server/src/lsp/uris';
import { gitFiles } from './gitFiles';
import { CannotRun, plain } from './terminal';

type Git = typeof import('isomorphic-git');

/** The list of where a shallow copy ends is no longer, in bytes. */
const largestList = 10_000_000;

/** A commit; `parents` are what it was made from, the first being the branch that it was made on. */
export interface Commit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly time: Date;
}

/** The repository that holds a folder, or why it is not read; undefined where there is none. */
export async function findRepository(folder: string): Promise<Repository | NotTrusted | undefined> {
  const real = await realpath(folder).catch(() => undefined);
  const found = real === undefined ? undefined : await findGitFolder(real);
  if (!found || 'why' in found) return found;
  return new Repository(found, gitFiles([found.own, found.common]), await import('isomorphic-git'));
}

export class Repository {
  /** What the library keeps between calls. */
  private readonly cache = {};

  constructor(
    private readonly folder: GitFolder,
    private readonly fs: PromiseFsClient,
    private readonly git: Git,
  ) {}

  /** The commit that is checked out; undefined before the first. */
  async head(): Promise<Commit | undefined> {
    const hash = await this.resolve('HEAD');
    return hash === undefined ? undefined : this.commit(hash);
  }

  /** What was checked out here before an instant: the first commit from the head back that is older. */
  async before(instant: Date): Promise<Commit | undefined> {
    for (let at = await this.head(); at; at = await this.parent(at, 1)) if (at.time < instant) return at;
    return undefined;
  }

  /** The commit that a revision names: a branch, a tag, a hash or the beginning of one, `HEAD`, each with `~3` or `^`. */
  async revision(words: string): Promise<Commit> {
    const { name, steps } = splitRevision(words);
    const hash = await this.resolve(name === '@' ? 'HEAD' : name);
    let at = hash === undefined ? undefined : await this.commit(hash).catch(() => undefined);
    if (!at) {
      throw new CannotRun(
        `There is no revision "${plain(words)}" in ${plain(this.folder.root)}. Give a day such as 2026-10-02, or a branch, a tag or the beginning of a hash.`,
      );
    }
    for (const step of steps.match(/[~^]\d*/g) ?? []) {
      const number = step.length === 1 ? 1 : Number(step.slice(1));
      // `~3` is three times the first parent, `^2` the second parent, `^0` the commit itself.
      const [times, way] = step.startsWith('~') ? [number, 1] : [Math.min(number, 1), number];
      for (let i = 0; i < times; i++) at = await this.parentOf(at, way, words);
    }
    return at;
  }

  /** The review documents of a commit below a folder, by the URIs that they would have now. */
  async documents({ hash }: Commit, folder: string): Promise<ReadonlyMap<string, string>> {
    const way = path
      .relative(this.folder.root, await realpath(folder))
      .split(path.sep)
      .filter((name) => name !== '');
    const found = new Map<string, string>();
    const enter = async (oid: string, at: string): Promise<void> => {
      const { tree } = await this.git.readTree({ ...this.store, oid });
      for (const { path: name, oid: below, type, mode } of tree) {
        const full = path.join(at, name);
        if (type === 'tree') await enter(below, full);
        // A link's content is the name of a file.
        else if (type === 'blob' && mode !== '120000' && isReviewPath(name)) {
          const { blob } = await this.git.readBlob({ ...this.store, oid: below });
          found.set(fileUri(full), new TextDecoder().decode(blob));
        }
      }
    };
    let oid: string | undefined = hash;
    for (const name of way) {
      const { tree }: Awaited<ReturnType<Git['readTree']>> = await this.git.readTree({ ...this.store, oid });
      oid = tree.find((entry) => entry.path === name && entry.type === 'tree')?.oid;
      if (oid === undefined) return found;
    }
    await enter(oid, folder);
    return found;
  }

  private get store(): { fs: PromiseFsClient; gitdir: string; cache: object } {
    return { fs: this.fs, gitdir: this.folder.common, cache: this.cache };
  }

  /** A short file of the repository, empty where there is none that may be read. */
  private async read(folder: string, name: string): Promise<string> {
    const bytes = await readSafely(path.join(folder, name), {
      within: [this.folder.own, this.folder.common],
      limit: largestList,
    }).catch(() => undefined);
    return bytes ? new TextDecoder().decode(bytes) : '';
  }

  /** The hash that a name means. */
  private async resolve(name: string): Promise<string | undefined> {
    if (!/^[\w@][\w./@+-]*$/.test(name) || name.includes('..')) return undefined;
    if (name === 'HEAD') {
      // A worktree has a head of its own.
      const head = (await this.read(this.folder.own, 'HEAD')).trim();
      const branch = /^ref: (.+)$/.exec(head)?.[1];
      return branch === undefined ? head || undefined : this.resolveRef(branch);
    }
    if (/^[0-9a-f]{40}$/i.test(name)) return name.toLowerCase();
    const found = await this.resolveRef(name);
    if (found !== undefined || !/^[0-9a-f]{4,39}$/i.test(name)) return found;
    return this.git.expandOid({ ...this.store, oid: name.toLowerCase() }).catch(() => undefined);
  }

  private resolveRef(ref: string): Promise<string | undefined> {
    return this.git.resolveRef({ fs: this.fs, gitdir: this.folder.common, ref }).catch(() => undefined);
  }

  private async commit(hash: string): Promise<Commit> {
    const { oid, commit } = await this.git.readCommit({ ...this.store, oid: hash });
    return { hash: oid, parents: commit.parent, time: new Date(commit.committer.timestamp * 1000) };
  }

  private async parentOf(commit: Commit, number: number, words: string): Promise<Commit> {
    const parent = await this.parent(commit, number);
    if (parent) return parent;
    throw new CannotRun(`"${plain(words)}" goes back beyond the first commit. Give a later revision.`);
  }

  private async parent({ hash, parents }: Commit, number: number): Promise<Commit | undefined> {
    const parent = parents[number - 1];
    if (parent === undefined) return undefined;
    const shallow = await this.read(this.folder.common, 'shallow');
    if (shallow.split('\n').includes(hash)) {
      throw new CannotRun(
        `This copy of the repository goes back to commit ${hash.slice(0, 7)} only. Fetch its whole history (git fetch --unshallow), or give a later day.`,
      );
    }
    return this.commit(parent);
  }
}

/** The name in front of the steps of a revision, and the steps: `main` and `~3^` of `main~3^`. */
function splitRevision(words: string): { readonly name: string; readonly steps: string } {
  let start = words.length;
  for (let at = start; at > 1; at--) {
    const sign = words.charAt(at - 1);
    if (sign === '~' || sign === '^') start = at - 1;
    else if (!/\d/.test(sign)) break;
  }
  return { name: words.slice(0, start), steps: words.slice(start) };
}

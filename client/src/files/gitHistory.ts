/*
 * What the documents of a review were at an earlier time. Where VS Code's own Git extension has their repository, it
 * is asked for their texts; in the browser, without git and in a folder that is not trusted, only the days on which
 * the files were written are known. Nothing is changed, and nothing is asked of git but what it shows.
 */
import { Uri, extensions, workspace } from 'vscode';

import type { DigestParams } from '../../../server/src/protocol';
import { dayOf, startOf } from '../days';

/** The part of the Git extension's interface (version 1) that is used here. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): {
    readonly state: 'uninitialized' | 'initialized';
    readonly onDidChangeState: (listener: () => void) => { dispose(): void };
    getRepository(uri: Uri): GitRepository | null;
  };
}
interface GitRepository {
  log(options: { maxEntries: number }): Promise<GitCommit[]>;
  show(ref: string, path: string): Promise<string>;
  diffWith(ref: string): Promise<{ readonly uri: Uri; readonly originalUri: Uri }[]>;
}
interface GitCommit {
  readonly hash: string;
  readonly parents: readonly string[];
  readonly commitDate?: Date;
}

/**
 * What is known of the documents before `day` began; `review` is the URI of their cover. Git is not asked where the server
 * has found that the repository is not really that of the folder.
 */
export async function lookBack(
  review: Uri,
  documents: readonly Uri[],
  day: string,
  mayAskGit: boolean,
): Promise<DigestParams['earlier']> {
  const repository = mayAskGit ? await findRepository(review) : undefined;
  const found = repository && (await textsBefore(repository, review, documents, day).catch(() => undefined));
  return found ?? { kind: 'dates', since: day, written: await writtenDays(documents) };
}

async function findRepository(review: Uri): Promise<GitRepository | undefined> {
  try {
    const extension = extensions.getExtension<GitExtension>('vscode.git');
    const git = extension && (await extension.activate());
    if (!git?.enabled) return undefined;
    const api = git.getAPI(1);
    if (api.state !== 'initialized') await initialized(api);
    return api.getRepository(review) ?? undefined;
  } catch {
    return undefined;
  }
}

/** How long the folders may be looked through for repositories, in milliseconds. */
const patience = 5000;

function initialized(api: ReturnType<GitExtension['getAPI']>): Promise<void> {
  return new Promise((resolve) => {
    const listening = api.onDidChangeState(() => done());
    const waiting = setTimeout(() => done(), patience);
    const done = (): void => {
      listening.dispose();
      clearTimeout(waiting);
      resolve();
    };
  });
}

/** The texts at the last commit before the day; undefined for a review that is not kept in the repository. */
async function textsBefore(
  repository: GitRepository,
  review: Uri,
  documents: readonly Uri[],
  day: string,
): Promise<DigestParams['earlier'] | undefined> {
  const commit = await commitBefore(repository, startOf(day));
  const texts = commit ? await textsAt(repository, commit.hash, review, documents) : {};
  if (Object.keys(texts).length === 0) {
    const kept = await textsOf(repository, 'HEAD', documents);
    if (Object.keys(kept).length === 0) return undefined;
  }
  if (!commit) return { kind: 'texts', texts };
  const when = commit.commitDate ? ` of ${dayOf(commit.commitDate)}` : '';
  return { kind: 'texts', texts, state: `commit ${commit.hash.slice(0, 7)}${when}` };
}

/** The first commit from the head back, along first parents, that is older than an instant. */
async function commitBefore(repository: GitRepository, instant: Date): Promise<GitCommit | undefined> {
  for (let maxEntries = 200; ; maxEntries *= 4) {
    const commits = await repository.log({ maxEntries });
    const byHash = new Map(commits.map((commit) => [commit.hash, commit]));
    let at = commits[0];
    while (at && !(at.commitDate && at.commitDate < instant)) {
      const parent: string | undefined = at.parents[0];
      if (parent === undefined) return undefined;
      at = byHash.get(parent);
    }
    if (at || commits.length < maxEntries) return at;
  }
}

/** The documents of now, and those that have gone or were called otherwise, as they were. */
async function textsAt(
  repository: GitRepository,
  hash: string,
  review: Uri,
  documents: readonly Uri[],
): Promise<Record<string, string>> {
  const folder = Uri.joinPath(review, '..').path;
  const changed = (await repository.diffWith(hash)).map(({ originalUri }) => originalUri);
  const gone = changed.filter(({ path }) => /\.review\.md$/i.test(path) && path.startsWith(`${folder}/`));
  const all = new Map([...documents, ...gone].map((uri) => [uri.toString(), uri]));
  return textsOf(repository, hash, [...all.values()]);
}

async function textsOf(
  repository: GitRepository,
  ref: string,
  documents: readonly Uri[],
): Promise<Record<string, string>> {
  const texts = documents.map(async (uri): Promise<[string, string] | []> => {
    const text = await repository.show(ref, uri.fsPath).catch(() => undefined);
    return text === undefined ? [] : [uri.toString(), text.replace(/^\uFEFF/, '')];
  });
  return Object.fromEntries((await Promise.all(texts)).filter((entry) => entry.length === 2));
}

async function writtenDays(documents: readonly Uri[]): Promise<Record<string, string>> {
  const days = documents.map(async (uri): Promise<[string, string] | []> => {
    // What is not saved yet is being written now.
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (open?.isDirty) return [uri.toString(), dayOf(new Date())];
    const found = await workspace.fs.stat(uri).then(undefined, () => undefined);
    return found && found.mtime > 0 ? [uri.toString(), dayOf(new Date(found.mtime))] : [];
  });
  return Object.fromEntries((await Promise.all(days)).filter((entry) => entry.length === 2));
}

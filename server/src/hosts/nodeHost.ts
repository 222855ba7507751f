/*
 * A host on a file system. It walks the folders itself: names decide before anything is opened, a
 * `.gitignore` counts for what lies below it (those above the folder too, up to the repository's root),
 * and links are followed as long as they stay in the folders. Whatever cannot be read is left out.
 */
import { realpath } from 'node:fs/promises';
import * as path from 'node:path';
import { largestNamed, type RefusedWhy } from '../../../core/src';
import { findGitFolder } from './gitFolder';
import { failureLine, type Host } from './host';
import { watchPrivateFile } from './privateFile';
import { largestText, NotRead, readSafely, realFolders } from './safeRead';
import { fileUri, pathOf } from '../lsp/uris';
import { walk } from './walk';

/** Reads the machine's files; a folder that cannot be looked into is logged, unless the caller takes it. */
export function createNodeHost(log: (line: string) => void, refused?: (folder: string) => void): Host {
  return {
    async listFiles(folders, notes) {
      const files = await walk(
        folders.flatMap((folder) => pathOf(folder) ?? []),
        {
          refused: (folder, failure) => {
            if (refused) refused(folder);
            else log(failureLine('Reading a folder', failure));
          },
          outside: (link, target, isFolder) => notes?.link({ uri: fileUri(link), target, isFolder }),
          rules: (file) => notes?.rules?.(fileUri(file)),
        },
      );
      return [...new Set(files.map(fileUri))];
    },
    async readFile(uri, folders) {
      const file = pathOf(uri);
      if (file === undefined) return undefined;
      const within = await realFolders(folders.flatMap((folder) => pathOf(folder) ?? []));
      try {
        return decode(await readSafely(file, { within, limit: largestText }));
      } catch (failure) {
        if (!(failure instanceof NotRead) || failure.why !== 'outside') return undefined;
        const { target = '' } = failure;
        return { link: { uri, target, isFolder: false } };
      }
    },
    async readNamed(uri, folders) {
      const file = await namedFile(uri, folders);
      try {
        return file === undefined
          ? { refused: undefined }
          : decode(await readSafely(file, { noLinks: true, limit: largestNamed }));
      } catch (failure) {
        return { refused: whyRefused(failure) };
      }
    },
    async whyNoHistory(uri) {
      const folder = await realpath(path.dirname(pathOf(uri) ?? '')).catch(() => undefined);
      // Whose repository it is git itself has judged, by settings of the person.
      const found = folder === undefined ? undefined : await findGitFolder(folder, () => true);
      return found && 'why' in found ? found.why : undefined;
    },
    watchText: watchPrivateFile,
    log,
  };
}

/**
 * The path of a file outside the folders that a cover in one of them names, from where that folder really is: a folder
 * that was opened through a link has the neighbours of its target.
 */
export async function namedFile(uri: string, folders: readonly string[]): Promise<string | undefined> {
  const file = pathOf(uri);
  const roots = folders.flatMap((folder) => pathOf(folder) ?? []);
  if (file === undefined) return undefined;
  const near = roots.reduce<string | undefined>(
    (best, root) => (best === undefined || shared(root, file) > shared(best, file) ? root : best),
    undefined,
  );
  const real = near === undefined ? undefined : await realpath(near).catch(() => undefined);
  return near === undefined || real === undefined ? undefined : path.resolve(real, path.relative(near, file));
}

/** Why a file that a cover names is not read; undefined where it is not there, which is reported as for any other. */
export function whyRefused(failure: unknown): RefusedWhy | undefined {
  if (!(failure instanceof NotRead)) return undefined;
  const { why } = failure;
  return why === 'size' || why === 'link' ? why : 'kind';
}

/** How many folders two paths have in common. */
function shared(a: string, b: string): number {
  const [some, others] = [a, b].map((one) => path.resolve(one).split(path.sep));
  const end = some?.findIndex((name, i) => name !== others?.[i]) ?? 0;
  return end < 0 ? (some?.length ?? 0) : end;
}

/** The text of UTF-8 bytes, wrong ones replaced, without a byte order mark. */
function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

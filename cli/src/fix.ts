/*
 * `--fix`: makes the fixes that have one clear reading in the documents that were named, and lists what it changed where.
 * A file is written whole or not at all. One that someone has saved in the meantime, that is read-only or a link, or
 * that would not come out as it went in because it is not UTF-8, is left as it is.
 */
import * as path from 'node:path';
import { applyEdits, fixSafe } from '../../core/src';
import { toRange, utf16 } from '../../server/src/lsp/positions';
import { pathOf } from '../../server/src/lsp/uris';
import { sweepBeside } from './files/beside';
import { reasonOf } from './files/files';
import type { Loaded } from './load/load';
import { encodeLike, isFaithful } from './files/readFiles';
import { Refusal } from './files/refusal';
import { replaceOne, type NewContent, type Replacing } from './files/replacement';
import { count, plain, type Unread } from './terminal';

/** A file that was mended; places are counted from 1, in the text as it was before. */
export interface FixedFile {
  readonly file: string;
  readonly changes: readonly {
    readonly line: number;
    readonly column: number;
    readonly before: string;
    readonly after: string;
  }[];
}

/**
 * Fixes the documents that the paths name; `refused` are those that should have been fixed and were not. `wrote` is told
 * of each file that was written, with its bytes.
 */
export async function fixReviews(
  loaded: Loaded,
  force: boolean,
  wrote: (file: string, bytes: Uint8Array) => void,
): Promise<{ readonly fixed: readonly FixedFile[]; readonly refused: readonly Unread[] }> {
  const { snapshot, sets, files, isNamed, show } = loaded;
  const fixed: FixedFile[] = [];
  const refused: Unread[] = [];
  const documents = sets.flatMap(({ cover, documents: all }) => all.map((document) => ({ document, cover })));
  for (const { document, cover } of documents) {
    const { uri, text } = document;
    const read = files.get(uri);
    const file = pathOf(uri);
    const fix = isNamed(uri) ? fixSafe(snapshot, uri) : undefined;
    if (!fix || !read || file === undefined) continue;
    const after = encodeLike(applyEdits(text, fix.edits), read);
    // Told before, because a watcher may hear of the change before this goes on.
    if (isFaithful(read)) wrote(file, after);
    const why = isFaithful(read)
      ? await write(
          { file, content: after, read: read.bytes },
          { force, within: [...loaded.looked, folderOf(cover.uri)] },
        )
      : 'is not saved as UTF-8, so it was not changed. Save it as UTF-8 first';
    if (why !== undefined) {
      refused.push({ file: show(uri), why });
      continue;
    }
    const changes = [...fix.edits]
      .sort((a, b) => a.span.start - b.span.start)
      .map(({ span, text: after }) => {
        const { line, character } = toRange(utf16, document, span).start;
        return { line: line + 1, column: character + 1, before: text.slice(span.start, span.end), after };
      });
    fixed.push({ file: show(uri), changes });
  }
  // A run that was killed may have left its last step undone in a folder where nothing is to be fixed any more.
  const folders = new Set(
    documents.filter(({ document: { uri } }) => isNamed(uri)).map(({ document: { uri } }) => folderOf(uri)),
  );
  for (const folder of folders) await sweepBeside(folder);
  return { fixed, refused };
}

function folderOf(uri: string): string {
  return path.dirname(pathOf(uri) ?? '.');
}

/** What was changed, for people. */
export function printFixed(fixed: readonly FixedFile[], refused: readonly Unread[]): string {
  const files = fixed.map(({ file, changes }) => {
    const rows = changes.map(({ line, column, before, after }) => {
      return `  ${line}:${column}  ${printChange(plain(before), plain(after))}\n`;
    });
    return `${file}: ${count(changes.length, 'change')}\n${rows.join('')}`;
  });
  return [...files, ...refused.map(({ file, why }) => `critical-friend: "${file}" ${why}.\n`)].join('');
}

function printChange(before: string, after: string): string {
  if (before === '') return after === '' ? 'blanks' : `“${after}” was put in`;
  return after === '' ? `“${before}” was taken out` : `“${before}” became “${after}”`;
}

/** Writes a file if it still holds what was read; resolves to why it was not written. */
async function write(wanted: NewContent, how: Replacing): Promise<string | undefined> {
  try {
    await replaceOne(wanted, how);
    return undefined;
  } catch (failure) {
    if (failure instanceof Refusal)
      return `${failure.why}, so it was not changed. ${failure.advice.replace(/\.$/, '')}`;
    return `cannot be written, so it was left as it is: ${reasonOf(failure)}. Mend that, and run this again`;
  }
}

/*
 * Review folders on the disk, for the measures that read some: a cover and any number of documents of 10 KB.
 * They lie below the system's folder for temporary files and are gone when the work is done, or the process ends. Each document
 * holds one error, so that its first diagnostics must be sent.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createDocument, sizes } from './documents';

/** A folder as a client and a program name it. */
export interface ReviewFolder {
  readonly path: string;
  readonly uri: string;
  /** Its documents without the cover, as URIs and as texts. */
  readonly documents: readonly { readonly uri: string; readonly text: string }[];
}

/** The standard that only the first document cites, so that one edit there uncovers it. */
export const rareStandard = '4.2';

const cover = [
  '---',
  'title: A review for the bench',
  'standards: ssia-childrens-services-2014',
  'phase: drafting',
  '---',
  '',
  '# Introduction',
  '',
  'Written by nobody, about nobody.',
  '',
].join('\n');

const made = new Set<string>();
process.on('exit', () => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

/** Makes a folder of `count` documents, lets `work` use it and takes it away. */
export async function withFolder<R>(count: number, work: (folder: ReviewFolder) => Promise<R>): Promise<R> {
  const path = await mkdtemp(join(tmpdir(), 'critical-friend-bench-'));
  made.add(path);
  try {
    await writeFile(join(path, 'cover.review.md'), cover);
    const documents = [];
    for (let i = 1; i <= count; i++) {
      const name = `part-${String(i).padStart(4, '0')}.review.md`;
      const text = createPart(i);
      await writeFile(join(path, name), text);
      documents.push({ uri: pathToFileURL(join(path, name)).href, text });
    }
    return await work({ path, uri: pathToFileURL(path).href, documents });
  } finally {
    await rm(path, { recursive: true, force: true });
    made.delete(path);
  }
}

// The second document is about the theme of the rare standard: what is missing is reported on its heading.
function createPart(number: number): string {
  const body = createDocument('ordinary', sizes['10 KB'], number, [rareStandard]);
  if (number === 1)
    return `${body}## Strengths\n\n- The one that matters. [std ${rareStandard}]\n- A slip. [std 6.99]\n`;
  const theme = number === 2 ? '# Leadership [theme 2]\n\n' : '';
  return `${theme}${body}## Strengths\n\n- A slip. [std 6.99]\n`;
}

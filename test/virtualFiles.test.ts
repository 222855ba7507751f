/*
 * Reading where only VS Code's file system is there, over a provider made of a map: it has folders, files and links of both
 * kinds, and counts what is asked of it.
 */
import assert from 'node:assert/strict';
import { URI } from 'vscode-uri';
import { listFiles, readFile, readNamed, type Provider } from '../client/src/files/virtualFiles';

const uri = (path: string): URI => URI.parse(`memfs://host${path}`);

/** What an entry is: a text, a folder, a link to a file or a folder, a pipe, a file of a size. */
type Entry =
  | { readonly text: string }
  | { readonly is: 'folder' | 'pipe' }
  | { readonly link: 'file' | 'folder' }
  | { readonly size: number };
const folder = { is: 'folder' } as const;
const pipe = { is: 'pipe' } as const;

class Fake implements Provider<URI> {
  readonly read: string[] = [];

  constructor(
    private readonly entries: Readonly<Record<string, Entry>>,
    private readonly hidesLinks = false,
  ) {}

  stat({ path }: URI): ReturnType<Provider<URI>['stat']> {
    const entry = this.entries[path];
    if (entry === undefined) return Promise.reject(new Error('FileNotFound'));
    const size = 'size' in entry ? entry.size : 10;
    return Promise.resolve({ type: this.typeOf(entry), size });
  }

  readDirectory({ path }: URI): Promise<[string, number][]> {
    const below = path === '/' ? '/' : `${path}/`;
    return Promise.resolve(
      Object.entries(this.entries)
        .filter(
          ([name]) => name.startsWith(below) && !name.slice(below.length).includes('/') && name !== below,
        )
        .map(([name, entry]) => [name.slice(below.length), this.typeOf(entry)]),
    );
  }

  readFile({ path }: URI): Promise<Uint8Array> {
    this.read.push(path);
    const entry = this.entries[path];
    return Promise.resolve(new TextEncoder().encode(entry && 'text' in entry ? entry.text : 'SECRET'));
  }

  private typeOf(entry: Entry): number {
    if ('is' in entry) return entry.is === 'folder' ? 2 : 0;
    if (!('link' in entry)) return 1;
    return (entry.link === 'folder' ? 2 : 1) + (this.hidesLinks ? 0 : 64);
  }
}

const files = {
  '/': folder,
  '/r': folder,
  '/r/one.review.md': { text: 'words' },
  '/r/a.review.md': { link: 'file' },
  '/r/notes.md': { link: 'file' },
  '/r/more': { link: 'folder' },
  '/r/more/two.review.md': { text: 'SECRET' },
  '/r/pipe.review.md': pipe,
  '/r/deep': folder,
  '/r/deep/three.review.md': { text: 'deep words' },
  '/own.standards.md': { text: 'standards' },
  '/link.standards.md': { link: 'file' },
  '/way': { link: 'folder' },
  '/way/own.standards.md': { text: 'SECRET' },
  '/pipe.standards.md': pipe,
  '/folder.standards.md': folder,
  '/large.standards.md': { size: 10_000_001 },
} as const satisfies Record<string, Entry>;

describe("files of VS Code's file system", () => {
  it('are listed without links, which are named', async () => {
    const { files: found, links } = await listFiles(new Fake(files), [uri('/r')]);
    assert.deepEqual(
      found.map(({ path }) => path),
      ['/r/one.review.md', '/r/deep/three.review.md'],
    );
    assert.deepEqual(
      links.map(({ uri: { path }, isFolder }) => [path, isFolder]),
      [
        ['/r/a.review.md', false],
        ['/r/more', true],
      ],
    );
  });

  it('are read only where neither they nor a folder on the way is a link', async () => {
    const fake = new Fake(files);
    const read = (path: string): Promise<string | null> => readFile(fake, uri(path), uri('/r'));
    assert.equal(await read('/r/one.review.md'), 'words');
    assert.equal(await read('/r/deep/three.review.md'), 'deep words');
    for (const path of [
      '/r/a.review.md',
      '/r/more/two.review.md',
      '/r/pipe.review.md',
      '/r/notes.md',
      '/r/none.review.md',
      '/own.standards.md',
      '/r/../own.standards.md',
      '/rr/one.review.md',
    ])
      assert.equal(await read(path), null, path);
    assert.deepEqual(fake.read, ['/r/one.review.md', '/r/deep/three.review.md']);
  });

  it('are judged when they are read, whatever a listing said', async () => {
    const entries: Record<string, Entry> = { ...files };
    const fake = new Fake(entries);
    await listFiles(fake, [uri('/r')]);
    entries['/r/one.review.md'] = { link: 'file' };
    entries['/r/deep'] = { link: 'folder' };
    assert.equal(await readFile(fake, uri('/r/one.review.md'), uri('/r')), null);
    assert.equal(await readFile(fake, uri('/r/deep/three.review.md'), uri('/r')), null);
    assert.deepEqual(fake.read, []);
  });

  it('are taken for what they seem where the provider hides links', async () => {
    const fake = new Fake(files, true);
    const { links } = await listFiles(fake, [uri('/r')]);
    assert.deepEqual(links, []);
    assert.equal(await readFile(fake, uri('/r/more/two.review.md'), uri('/r')), 'SECRET');
  });

  it('outside the folders are catalogues that no link leads to, and not too large', async () => {
    const fake = new Fake(files);
    const read = (path: string): ReturnType<typeof readNamed> => readNamed(fake, uri(path));
    assert.deepEqual(await read('/own.standards.md'), { text: 'standards' });
    assert.deepEqual(await read('/link.standards.md'), { refused: 'link' });
    assert.deepEqual(await read('/way/own.standards.md'), { refused: 'link' });
    assert.deepEqual(await read('/pipe.standards.md'), { refused: 'kind' });
    assert.deepEqual(await read('/folder.standards.md'), { refused: 'kind' });
    assert.deepEqual(await read('/large.standards.md'), { refused: 'size' });
    for (const path of ['/none.standards.md', '/r/one.review.md', '/r/notes.md', '/r/../own.standards.md'])
      assert.equal(await read(path), null, path);
    assert.deepEqual(fake.read, ['/own.standards.md']);
  });
});

/*
 * A folder in memory for tests of how the client writes files. Each file is one thing with an identity, as on a real disk: a
 * move takes it along, and writing into it keeps it. Any step can be made to fail, or to come after someone else's save.
 */
import { URI } from 'vscode-uri';
import type { Files, NewFile } from '../../client/src/files/writable';

export type Uri = NewFile['uri'];
const folder = 'file:///team';

/** The editor's own URIs are made by the package that stands in for them here. */
export function uriOf(name: string): Uri {
  const uri: unknown = URI.parse(name === '' ? folder : `${folder}/${name}`);
  return uri as Uri;
}

interface Entry {
  text: string;
  readonly id: number;
  readonly type: number;
  readonly permissions: number | undefined;
}

/** The editor's numbers. */
export const file = 1;
export const directory = 2;
export const link = 64;
export const readOnly = 1;

export class Disk implements Files {
  readonly entries = new Map<string, Entry>();
  /** Steps that change something, so far. */
  steps = 0;
  /** The step that fails, counted from one. */
  failing = Number.POSITIVE_INFINITY;
  /** Is called before each call, also those that only look; `isOverwriting` where a file gets other content. */
  before: (isOverwriting: boolean) => void = () => undefined;
  #ids = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [name, text] of Object.entries(files)) this.put(name, text);
  }

  /** Puts an entry there, as another program would by moving it over. */
  put(name: string, text: string, type = file, permissions?: number): void {
    this.entries.set(uriOf(name).toString(), { text, id: ++this.#ids, type, permissions });
  }

  get names(): Record<string, string> {
    return Object.fromEntries(
      [...this.entries]
        .map(([uri, { text }]): [string, string] => [uri.slice(folder.length + 1), text])
        .sort(),
    );
  }

  /** What stays the same as long as it is the same file. */
  idOf(name: string): number | undefined {
    return this.entries.get(uriOf(name).toString())?.id;
  }

  stat(uri: Uri): Promise<{ type: number; permissions?: number }> {
    return this.#look(() => {
      const { type, permissions } = this.#entry(uri);
      return { type, ...(permissions !== undefined && { permissions }) };
    });
  }

  readFile(uri: Uri): Promise<Uint8Array> {
    return this.#look(() => new TextEncoder().encode(this.#entry(uri).text));
  }

  writeFile(uri: Uri, bytes: Uint8Array): Promise<void> {
    const isOld = this.entries.has(uri.toString());
    return this.#step(() => {
      const text = new TextDecoder().decode(bytes);
      const found = this.entries.get(uri.toString());
      if (found?.permissions) throw new Error('NoPermissions');
      if (found) found.text = text;
      else this.entries.set(uri.toString(), { text, id: ++this.#ids, type: file, permissions: undefined });
    }, isOld);
  }

  rename(from: Uri, to: Uri, { overwrite = false }: { overwrite?: boolean } = {}): Promise<void> {
    return this.#step(() => {
      const entry = this.#entry(from);
      if (!overwrite && this.entries.has(to.toString())) throw new Error('FileExists');
      this.entries.delete(from.toString());
      this.entries.set(to.toString(), entry);
    });
  }

  /** What is only cleaning up does not fail here. */
  delete(uri: Uri): Promise<void> {
    return this.#look(() => {
      this.#entry(uri);
      this.entries.delete(uri.toString());
    });
  }

  #entry(uri: Uri): Entry {
    const entry = this.entries.get(uri.toString());
    if (!entry) throw new Error('FileNotFound');
    return entry;
  }

  #step(act: () => void, isOverwriting = false): Promise<void> {
    return this.#look(() => {
      if (++this.steps === this.failing) throw new Error('ENOSPC');
      act();
    }, isOverwriting);
  }

  #look<R>(act: () => R, isOverwriting = false): Promise<R> {
    return new Promise((resolve) => {
      this.before(isOverwriting);
      resolve(act());
    });
  }
}

/*
 * A real folder for tests of what only a file system has. It lies in the system's folder for temporary
 * files and goes when the test is over.
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** A temporary folder that holds `files`, by path with forward slashes. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(path.join(tmpdir(), 'critical-friend-')));

  constructor(files: Record<string, string | Uint8Array>) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  /** Writes one more file. */
  write(name: string, content: string | Uint8Array): void {
    const file = path.join(this.path, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

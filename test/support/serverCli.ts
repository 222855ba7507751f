/*
 * Runs the command line in the test's own process, over a temporary folder, and keeps what it wrote.
 */
import * as path from 'node:path';
import type { Calendar } from '../../server/src/hosts/localDate';
import { run } from '../../cli/src/run';
import { tiny } from './serverTexts';
import { Folder } from './serverFolder';

/** A calendar of a zone that is so many minutes before Greenwich, all year round. */
export function calendarOf(today: string, offset: number): Calendar {
  const shift = offset * 60_000;
  return {
    today,
    startOf: (day) => new Date(Date.parse(`${day}T00:00:00Z`) - shift),
    dayOf: (instant) => new Date(instant.getTime() + shift).toISOString().slice(0, 10),
  };
}

/** What one run gave. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A working folder in which the command line runs. */
export class Desk {
  readonly folder: Folder;
  served = 0;
  colours = false;
  /** What comes in on standard input. */
  stdin: string | Uint8Array = '';
  /** Who answers at the terminal. */
  ask: ((question: string) => Promise<string | undefined>) | undefined;
  /** Ends what goes on until it is stopped. */
  stop = new AbortController();
  /** Is told of everything that is written, as it comes. */
  heard: (text: string) => void = () => undefined;
  /** A Friday in a zone that is one hour before Greenwich. */
  calendar: Calendar = calendarOf('2026-10-02', 60);

  constructor(files: Record<string, string>) {
    this.folder = new Folder(files);
  }

  /** Runs `line`, split at blanks, in the folder or in one below it. */
  run(line: string, below?: string): Promise<Ran> {
    return this.runWords(
      line.split(' ').filter((word) => word !== ''),
      below,
    );
  }

  /** Runs words that may hold blanks. */
  async runWords(words: readonly string[], below = '.'): Promise<Ran> {
    let out = '';
    let err = '';
    const code = await run(words, {
      cwd: path.join(this.folder.path, below),
      stdout: {
        write: (text) => {
          out += text;
          this.heard(text);
        },
      },
      stderr: {
        write: (text) => {
          err += text;
          this.heard(text);
        },
      },
      version: '1.2.3',
      shipped: [{ uri: 'file:///product/standards/tiny.standards.md', text: tiny }],
      calendar: this.calendar,
      colours: this.colours,
      readStdin: () =>
        Promise.resolve(typeof this.stdin === 'string' ? new TextEncoder().encode(this.stdin) : this.stdin),
      ...(this.ask && { ask: this.ask }),
      whenStopped: () => this.stop.signal,
      serve: () => this.served++,
    });
    return { code, out, err };
  }

  /** Starts a command that watches; `until` waits for words that it has not heard before, and gives all that was said. */
  watch(line: string): {
    readonly running: Promise<Ran>;
    readonly until: (pattern: RegExp) => Promise<string>;
  } {
    let said = '';
    let wake = (): void => undefined;
    this.heard = (text) => {
      said += text;
      wake();
    };
    const until = async (pattern: RegExp): Promise<string> => {
      while (!pattern.test(said)) await new Promise<void>((resolve) => (wake = resolve));
      const all = said;
      said = '';
      return all;
    };
    return { running: this.run(line), until };
  }

  /** The same, with the JSON it printed. */
  async json(line: string, below?: string): Promise<{ code: number; value: unknown }> {
    const { code, out } = await this.run(`${line} --format json`, below);
    return { code, value: JSON.parse(out) };
  }
}

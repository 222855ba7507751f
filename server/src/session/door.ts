/*
 * What the server gets from the place that it runs in: a process of Node, a web worker, or a test.
 */
import type * as lsp from 'vscode-languageserver';
import type { Host } from '../hosts/host';
import type { Jobs } from '../jobs/jobs';
import type { InitializationOptions } from '../protocol';

/** What an entry point gives the server. */
export interface Door {
  /** The product's version. */
  readonly version: string;
  /** Called once, when it is known what the client can do. */
  host(connection: lsp.Connection, options: InitializationOptions, log: (line: string) => void): Host;
  /** The shipped catalogues, named as files of `standardsFolder` where the client gave one. */
  shipped(standardsFolder: string | undefined): readonly { readonly uri: string; readonly text: string }[];
  /** Prints reports and reads the files of other programs; without it there are texts only, printed in this thread. */
  readonly jobs?: Jobs;
  /** The process that the server has for itself. */
  readonly processId?: number;
  /** Watches the process of the client, which may be lost while this one hangs. */
  watchParent?(processId: number): void;
  /** Whether a debugger is attached to this process. */
  isDebugged?(): boolean;
  /** Milliseconds that a text rests before its diagnostics go out. */
  readonly quietPeriod?: number;
}

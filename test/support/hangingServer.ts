/*
 * The bundles that hang when they read certain words, built once for all tests that want them, and the language server
 * among them as a process.
 */
import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageConnection,
} from 'vscode-languageserver/node';
import type { InitializationOptions } from '../../server/src/protocol';
import { Folder } from './serverFolder';

const root = path.join(__dirname, '../..');

/** A folder with these bundles. */
export interface HangingBundles {
  readonly folder: Folder;
  /** A text that cannot be read. */
  readonly words: string;
  /** The path of a bundle. */
  bundle(name: string): string;
}

/** Builds the bundles into a folder that looks like an installed package; whoever asks removes it. */
export function buildHanging(): HangingBundles {
  const folder = new Folder({ 'package.json': '{"version": "9.8.7"}' });
  const dist = path.join(folder.path, 'dist');
  const words = execFileSync(process.execPath, ['test/support/hang.mjs', dist], {
    cwd: root,
    encoding: 'utf8',
  });
  return { folder, words, bundle: (name) => path.join(dist, name) };
}

/** A language server as a process of its own, as VS Code starts it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
}

/** Starts the server; `tap` sees every message in both directions. */
export function startProcess(
  script: string,
  tap: { sent(message: Message): void; received(message: Message): void },
): ServerProcess {
  const child = fork(script, ['--node-ipc'], { silent: true });
  const [reader, writer] = [new IPCMessageReader(child), new IPCMessageWriter(child)];
  const connection = createMessageConnection(
    {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (take) =>
        reader.listen((message) => {
          tap.received(message);
          take(message);
        }),
      dispose: () => {
        reader.dispose();
      },
    },
    {
      onError: writer.onError,
      onClose: writer.onClose,
      write: (message) => {
        tap.sent(message);
        return writer.write(message);
      },
      end: () => {
        writer.end();
      },
      dispose: () => {
        writer.dispose();
      },
    },
  );
  return { child, connection };
}

/** Greets a server on behalf of this process; gives what it has said of itself. */
export async function greet<R>(
  connection: MessageConnection,
  folder: string,
  initializationOptions: InitializationOptions,
): Promise<R> {
  const greeting = {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'review' }],
    capabilities: {},
    initializationOptions,
  };
  const { capabilities } = await connection.sendRequest<{ capabilities: { experimental: R } }>(
    'initialize',
    greeting,
  );
  return capabilities.experimental;
}

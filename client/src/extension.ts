/*
 * The entry point for VS Code on a desktop or a server: the language server runs as a Node process of its own.
 * Everything else is shared with the entry point for the browser.
 */
import { env, execArgv, kill } from 'node:process';

import { Uri, workspace } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { LanguageClientOptions, MessageTransports, NodeModule } from 'vscode-languageclient/node';

import { isInspected } from '../../server/src/protocol';
import { clientId, clientName, clientOptions, makeParts, start } from './client';
import type { CoverageView } from './views/coverageView';
import type { Watch } from './connection/watch';

/** Resolves when the server is ready; what it returns is for tests. */
export async function activate(
  context: ExtensionContext,
): Promise<{ readonly client: LanguageClient; readonly view: CoverageView }> {
  const module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server = { module, transport: TransportKind.ipc };
  // A virtual folder is known to the editor only, and a folder can be added later: each start asks again.
  const clientFiles = (): boolean =>
    (workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme !== 'file');
  const parts = makeParts({
    isDebugging: () => isInspected(execArgv, env),
    end: (processId) => {
      try {
        if (processId !== undefined) kill(processId, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    },
  });
  const options = clientOptions(context, parts, clientFiles);
  const client = new WatchedClient(parts.watch, server, options);
  return { client, view: await start(context, client, parts) };
}

/** A client whose messages are watched. */
class WatchedClient extends LanguageClient {
  readonly #watch: Watch;

  constructor(watch: Watch, server: NodeModule, options: LanguageClientOptions) {
    super(clientId, clientName, { run: server, debug: server }, options);
    this.#watch = watch;
  }

  protected override async createMessageTransports(encoding: string): Promise<MessageTransports> {
    return this.#watch.readAlong(await super.createMessageTransports(encoding));
  }
}

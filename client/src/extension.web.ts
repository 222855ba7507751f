/*
 * The entry point for VS Code in the browser: the language server runs in a web worker and reads files through us.
 * Everything else is shared with the entry point for the desktop. The surprising fact: the host's `Worker` makes
 * objects that are no instance of it, so the library has to be given a reader and a writer instead.
 */
import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';

import { clientId, clientName, clientOptions, makeParts, start } from './client';
import type { CoverageView } from './views/coverageView';

/** Resolves when the server is ready; what it returns is for tests. */
export async function activate(
  context: ExtensionContext,
): Promise<{ readonly client: LanguageClient; readonly view: CoverageView }> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  let worker: Worker | undefined;
  // A worker does not know whether it is being debugged.
  const parts = makeParts({ isDebugging: () => false, end: () => worker?.terminate() });
  // Called for each start: a worker whose server has ended is of no more use.
  const connect = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    const transports = {
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker),
    };
    return Promise.resolve(parts.watch.readAlong(transports));
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  const options = clientOptions(context, parts, () => true);
  const client = new LanguageClient(clientId, clientName, connect, options);
  return { client, view: await start(context, client, parts) };
}

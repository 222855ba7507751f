/*
 * The servers that are compared, by name: how each is started, what it must be told before it works, and how
 * its diagnostics are had. Three of them send diagnostics; VS Code's Markdown server is asked for them.
 */
import type { Bundles } from './bundle';
import { Client, type Program } from './client';
import { MarkdownHost, markdownSettings } from './markdownHost';

export type ServerName = 'floor' | 'ours' | 'wholeText' | 'markdown';

/** What tables call them. */
export const titles: Record<ServerName, string> = {
  floor: 'empty server',
  ours: 'ours',
  wholeText: 'whole text',
  markdown: "VS Code's Markdown",
};

/** A server that has been greeted. */
export interface Running {
  readonly name: ServerName;
  readonly client: Client;
  /** The editor's texts, for a server that has them parsed by its client. */
  readonly host?: MarkdownHost;
}

/** How to start each server. */
export function programsOf(bundles: Bundles): Record<ServerName, Program> {
  const markdown = require.resolve('vscode-langservers-extracted/bin/vscode-markdown-language-server');
  return {
    floor: { script: bundles.floor, flags: ['--expose-gc'] },
    ours: { script: bundles.ours, flags: ['--expose-gc'] },
    wholeText: { script: bundles.wholeText, flags: ['--expose-gc'] },
    markdown: { script: markdown, flags: ['--expose-gc'] },
  };
}

/** Starts a server and greets it. With a folder, reading begins when `begin` says so. */
export async function start(name: ServerName, program: Program, folder?: string): Promise<Running> {
  const client = new Client(program);
  const host = name === 'markdown' ? new MarkdownHost(client) : undefined;
  try {
    await client.initialize(folder);
  } catch (failure) {
    await client.stop();
    throw failure;
  }
  const running = { name, client, ...(host && { host }) };
  if (folder === undefined) begin(running);
  return running;
}

/** Ends the greeting: from now on a server reads its folder. */
export function begin({ client, host }: Running): void {
  client.notify('initialized', {});
  if (host) client.notify('workspace/didChangeConfiguration', { settings: markdownSettings });
}

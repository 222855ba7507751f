/*
 * The client's part of VS Code's Markdown server: that server has its texts parsed by the editor, with
 * markdown-it, and gets the tokens back. As in VS Code the tokens of one version are remembered. Its folder
 * holds no files here but the open document, which is the least that it can have to do.
 */
import MarkdownIt from 'markdown-it';
import type { Client } from './client';

/** VS Code's own settings with validation switched on. */
export const markdownSettings = {
  markdown: {
    server: { log: 'off' },
    preferredMdPathExtensionStyle: 'auto',
    occurrencesHighlight: { enabled: false },
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    validate: {
      enabled: true,
      referenceLinks: { enabled: 'warning' },
      fragmentLinks: { enabled: 'warning' },
      fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
      ignoredLinks: [],
      unusedLinkDefinitions: { enabled: 'hint' },
      duplicateLinkDefinitions: { enabled: 'warning' },
    },
  },
};

/** Answers the server's requests from the texts that the editor shows. */
export class MarkdownHost {
  /** How many texts have been parsed; a server that asks for none has computed nothing. */
  parsed = 0;
  readonly #texts = new Map<string, string>();
  readonly #tokens = new Map<string, unknown>();
  readonly #parser = new MarkdownIt({ html: true, linkify: true });

  constructor(client: Client) {
    const { answers } = client;
    answers.set('markdown/parse', (params) => {
      const { uri, text } = params as { uri: string; text?: string };
      return text === undefined ? this.#parse(uri) : this.#parser.parse(text, {});
    });
    answers.set('markdown/findMarkdownFilesInWorkspace', () => [...this.#texts.keys()]);
    answers.set('markdown/fs/readDirectory', () => []);
    answers.set('markdown/fs/readFile', () => []);
  }

  /** The editor shows another text. */
  show(uri: string, text: string): void {
    this.#texts.set(uri, text);
    this.#tokens.delete(uri);
  }

  #parse(uri: string): unknown {
    const known = this.#tokens.get(uri);
    if (known !== undefined) return known;
    this.parsed++;
    const tokens = this.#parser.parse(this.#texts.get(uri) ?? '', {});
    this.#tokens.set(uri, tokens);
    return tokens;
  }
}

/*
 * Clients as they greet: one that announces nothing, two with editors of their own ways, and one of today. What
 * they announce decides the form of an answer and never what it says.
 */
/* eslint-disable @typescript-eslint/no-deprecated -- old clients say what is deprecated now. */
import type * as lsp from 'vscode-languageserver';
import type { Encoding } from '../../server/src/lsp/positionEncoding';
import { modern } from './serverQuestions';

/** A kind of client. */
export interface Profile {
  readonly name: string;
  /** What it says beyond, or instead of, what the tests' client says. */
  readonly greeting: Partial<lsp.InitializeParams>;
  /** The units that it and the server agree on. */
  readonly encoding: Encoding;
  /** It has no folder open, so that the server knows only the documents that it opens. */
  readonly hasNoFolder?: boolean;
  /** It watches files for the server. */
  readonly watches?: boolean;
}

/** LSP 3.16 with nothing announced; the folder is a path, as in the protocol's first version. */
const bare: Profile = {
  name: 'one that announces nothing',
  greeting: { capabilities: {}, rootUri: null, rootPath: '/team', workspaceFolders: null },
  encoding: 'utf-16',
};

const homeless: Profile = {
  name: 'one that announces nothing and has no folder',
  greeting: { capabilities: {}, rootUri: null, rootPath: null, workspaceFolders: null },
  encoding: 'utf-16',
  hasNoFolder: true,
};

/** Links, trees and Markdown, but no versioned edits, no watched files and no registering. */
const neovim: Profile = {
  name: 'one like Neovim 0.7',
  greeting: {
    clientInfo: { name: 'Neovim', version: '0.7.2' },
    trace: 'off',
    rootPath: '/team',
    capabilities: {
      workspace: {
        applyEdit: true,
        workspaceFolders: true,
        workspaceEdit: { resourceOperations: ['rename', 'create', 'delete'] },
        symbol: { dynamicRegistration: false },
      },
      window: { workDoneProgress: true, showDocument: { support: false } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        definition: { linkSupport: true },
        hover: { contentFormat: ['markdown', 'plaintext'] },
        rename: { prepareSupport: true },
        completion: {
          contextSupport: false,
          completionItem: { snippetSupport: false, documentationFormat: ['markdown', 'plaintext'] },
        },
        codeAction: {
          dataSupport: true,
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
          resolveSupport: { properties: ['edit'] },
        },
      },
    },
  },
  encoding: 'utf-16',
};

/** Counts in bytes, watches files, and answers when it is asked for its settings. */
const helix: Profile = {
  name: 'one like Helix',
  greeting: {
    clientInfo: { name: 'helix', version: '25.07' },
    rootPath: '/team',
    capabilities: {
      general: { positionEncodings: ['utf-8', 'utf-32', 'utf-16'] },
      workspace: {
        applyEdit: true,
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: false },
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: false },
        workspaceEdit: { documentChanges: true, failureHandling: 'abort', normalizesLineEndings: false },
        symbol: { dynamicRegistration: false },
      },
      window: { workDoneProgress: true, showDocument: { support: true } },
      textDocument: {
        publishDiagnostics: { versionSupport: true, tagSupport: { valueSet: [1, 2] } },
        hover: { contentFormat: ['markdown'] },
        rename: { dynamicRegistration: false, prepareSupport: true, honorsChangeAnnotations: false },
        completion: {
          completionItem: {
            snippetSupport: true,
            insertReplaceSupport: true,
            deprecatedSupport: true,
            tagSupport: { valueSet: [1] },
            resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
          },
        },
        codeAction: {
          codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } },
          isPreferredSupport: true,
          disabledSupport: true,
          dataSupport: true,
          resolveSupport: { properties: ['edit', 'command'] },
        },
      },
    },
  },
  encoding: 'utf-8',
  watches: true,
};

const inPoints: Profile = {
  name: 'one that counts in code points',
  greeting: { capabilities: { ...modern, general: { positionEncodings: ['utf-32'] } } },
  encoding: 'utf-32',
};

export const profiles: readonly Profile[] = [
  bare,
  homeless,
  neovim,
  helix,
  inPoints,
  { name: 'one of today', greeting: { capabilities: modern }, encoding: 'utf-16' },
];

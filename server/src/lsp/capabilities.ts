/*
 * What the two sides can do: the client's capabilities boiled down to the few questions the server asks,
 * and the server's own. A client that announces nothing gets the oldest form of every answer.
 */
import * as lsp from 'vscode-languageserver';
import type { TokenState } from '../../../core/src';
import {
  actCommand,
  askReasonCommand,
  manageTrustCommand,
  readStatusCommand,
  suggestCommand,
  type ExperimentalCapabilities,
} from '../protocol';

/** The client's answers to the questions that this server has; all false for a client that says nothing. */
export interface Abilities {
  readonly relatedInformation: boolean;
  readonly versionedEdits: boolean;
  readonly definitionLinks: boolean;
  readonly symbolTree: boolean;
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly completionTags: boolean;
  readonly labelDetails: boolean;
  /** What is said of a completion can be sent when somebody looks at it. */
  readonly resolvesDocumentation: boolean;
  /** The client runs VS Code's command that opens the list of completions, and has said so. */
  readonly opensCompletion: boolean;
  /** The client asks for a reason with a command of its own. */
  readonly asksReasons: boolean;
  /** The client has a command with which a person says that they trust the folders. */
  readonly managesTrust: boolean;
  /** The client takes an edit from the server and then shows a place: somebody can go on writing there. */
  readonly goesOn: boolean;
  /** The edit of a code action can be worked out when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly watchesFiles: boolean;
  readonly changesFolders: boolean;
  /** The client asks whether something can be renamed before it asks for a name. */
  readonly preparesRename: boolean;
  readonly linkTooltips: boolean;
  /** The client can be asked for its user's settings, and waits to be asked to tell of changes. */
  readonly readsSettings: boolean;
  readonly registersSettings: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
}

/** Reads a client's capabilities. */
export function abilitiesOf({
  textDocument,
  workspace,
  window,
  experimental,
}: lsp.ClientCapabilities): Abilities {
  const { commands } = (experimental ?? {}) as ExperimentalCapabilities;
  const actions = textDocument?.codeAction;
  const item = textDocument?.completion?.completionItem;
  return {
    relatedInformation: textDocument?.publishDiagnostics?.relatedInformation === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    hoverMarkdown: textDocument?.hover?.contentFormat?.includes('markdown') === true,
    completionMarkdown: item?.documentationFormat?.includes('markdown') === true,
    completionTags: item?.tagSupport?.valueSet.includes(lsp.CompletionItemTag.Deprecated) === true,
    labelDetails: item?.labelDetailsSupport === true,
    resolvesDocumentation: item?.resolveSupport?.properties.includes('documentation') === true,
    opensCompletion: commands?.commands?.includes(suggestCommand) === true,
    asksReasons: commands?.commands?.includes(askReasonCommand) === true,
    managesTrust: commands?.commands?.includes(manageTrustCommand) === true,
    goesOn: workspace?.applyEdit === true && window?.showDocument?.support === true,
    resolvesEdits:
      actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    changesFolders: workspace?.workspaceFolders === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    linkTooltips: textDocument?.documentLink?.tooltipSupport === true,
    readsSettings: workspace?.configuration === true,
    registersSettings: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
  };
}

// Folders only: a file that moves inside the editor is seen by the watcher, what a folder takes along is not.
const folders: lsp.FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**', matches: 'folder' } }],
};

/** The type and the modifiers of semantic tokens; a known id has none of these. */
export const tokenLegend: lsp.SemanticTokensLegend = {
  tokenTypes: ['citation'],
  tokenModifiers: ['unknown', 'excluded', 'uncovered'] satisfies TokenState[],
};

/** The kind of the code action that mends what has one clear reading, as an editor may do when it saves. */
export const fixAllKind = `${lsp.CodeActionKind.SourceFixAll}.review`;

const codeActions: lsp.CodeActionOptions = {
  codeActionKinds: [lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.Refactor, fixAllKind],
};

/** What the server offers. Completion starts where a citation or a setting is being written. */
export const serverCapabilities: lsp.ServerCapabilities = {
  textDocumentSync: { openClose: true, change: lsp.TextDocumentSyncKind.Incremental, save: true },
  completionProvider: { triggerCharacters: ['[', ' ', '.', ',', ':', '-', '@', '('], resolveProvider: true },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
  inlayHintProvider: true,
  codeLensProvider: {},
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeActionProvider: codeActions,
  executeCommandProvider: { commands: [readStatusCommand, actCommand] },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: folders, didRename: folders, didDelete: folders },
  },
};

/** The same for one client: some of it may be offered only to those that can take it. */
export function offeredTo(abilities: Abilities): lsp.ServerCapabilities {
  return {
    ...serverCapabilities,
    ...(abilities.preparesRename && { renameProvider: { prepareProvider: true } }),
    ...(abilities.resolvesEdits && { codeActionProvider: { ...codeActions, resolveProvider: true } }),
  };
}

/** The files whose changes the client is asked to report; deletions of any kind, because a folder takes its files along. */
export const watchers: lsp.FileSystemWatcher[] = [
  { globPattern: '**/*.{review,standards}.md' },
  { globPattern: '**/*', kind: lsp.WatchKind.Delete },
];

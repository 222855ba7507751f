/*
 * The language client as far as both hosts share it: what it is told, what it answers, and what a person is
 * told when it fails. How a server process or worker comes into being is left to the two doors. The selector
 * names no scheme, so that folders on a server, in the browser or in an archive are served like any other.
 */
import { Disposable, EventEmitter, Uri, commands, window, workspace } from 'vscode';
import type { Event, ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

import { askReasonCommand, changedNotification, suggestCommand } from '../../server/src/protocol';
import type { ExperimentalCapabilities, InitializationOptions } from '../../server/src/protocol';
import { askReasons } from './askReason';
import { changeScope } from './changeScope';
import { CoverageView } from './coverageView';
import { todaysFindings } from './digest';
import { answerFiles, reviewGlob } from './files';
import { coverageMatrix, moderationView } from './leadPages';
import { beginReview } from './newReview';
import { showNextGap } from './nextGap';
import { helpOnEnter } from './onEnter';
import { Panels } from './panels';
import type { PanelKind } from './panels';
import { findingsPreview } from './preview';
import { followPrivateWords, privateWords } from './privateWords';
import { holdBack, showHintsLater } from './quiet';
import { reveal } from './reveal';
import { showStatus } from './status';
import { showCoverage } from './statusBar';
import type { TypingLine } from './typingLine';

/** The client's id, which also names the setting `criticalFriend.trace.server`. */
export const clientId = 'criticalFriend';
/** The client's name, under which the output channel is listed. */
export const clientName = 'Critical Friend';

/** What a door needs to make its client; `clientFiles` says whether the server must read files through us. */
export function clientOptions(
  context: ExtensionContext,
  typing: TypingLine,
  clientFiles: () => boolean,
): LanguageClientOptions {
  const watcher = workspace.createFileSystemWatcher(reviewGlob);
  const { middleware, listening } = holdBack(typing);
  context.subscriptions.push(watcher, typing, listening);
  return {
    documentSelector: [
      { language: 'review' },
      { language: 'markdown', pattern: '**/*.standards.md' },
      { language: 'markdown', pattern: '**/*.review.md' },
    ],
    middleware,
    synchronize: { fileEvents: watcher },
    initializationOptions: (): InitializationOptions => ({
      clientFiles: clientFiles(),
      standardsFolder: Uri.joinPath(context.extensionUri, 'standards').toString(),
      privateWords: privateWords(),
      hearsOfChanges: true,
    }),
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Starts the client with everything that is shown of it; resolves when it is ready or has said that it is not. */
export async function start(
  context: ExtensionContext,
  client: BaseLanguageClient,
  typing: TypingLine,
): Promise<CoverageView> {
  explainFailures(client);
  announceAbilities(client);
  const { changed, listening } = listen(client);
  const panels = (kind: PanelKind): Panels => new Panels(client, changed, context.extensionUri, kind);
  const previews = panels(findingsPreview(client));
  const matrices = panels(coverageMatrix(client));
  const moderations = panels(moderationView(client));
  const digests = panels(todaysFindings(client));
  const view = new CoverageView(client, changed, context.workspaceState);
  const shipped = Uri.joinPath(context.extensionUri, 'standards');
  context.subscriptions.push(
    client,
    listening,
    ...answerFiles(client),
    helpOnEnter(),
    askReasons(client),
    followPrivateWords(client),
    showHintsLater(client, typing),
    previews,
    matrices,
    moderations,
    digests,
    view,
    changeScope(client, view),
    showCoverage(client, changed),
    showStatus(client, () => explain(client)),
    commands.registerCommand('criticalFriend.previewFindings', (uri?: unknown) => previews.show(uri)),
    commands.registerCommand('criticalFriend.coverageMatrix', (at?: unknown) =>
      matrices.show(view.reviewOf(at)),
    ),
    commands.registerCommand('criticalFriend.moderationView', (at?: unknown) =>
      moderations.show(view.reviewOf(at)),
    ),
    commands.registerCommand('criticalFriend.nextGap', () => showNextGap(client, view, shipped)),
    commands.registerCommand('criticalFriend.showGapsOnly', () => view.showGapsOnly(true)),
    commands.registerCommand('criticalFriend.showAllStandards', () => view.showGapsOnly(false)),
    commands.registerCommand('criticalFriend.showInText', (id?: unknown) => {
      const found = view.placeOf(id);
      return found && reveal(found.place, shipped, !found.isFinding);
    }),
    commands.registerCommand('criticalFriend.todaysFindings', (uri?: unknown) => digests.show(uri)),
    commands.registerCommand('criticalFriend.newReview', () => beginReview(client)),
    commands.registerCommand('criticalFriend.restartServer', () => restart(client)),
  );
  // For commands that make sense wherever a person looks, in a folder that woke us up.
  void commands.executeCommand('setContext', 'criticalFriend.active', true);
  // A failure has been explained and logged already; the grammar and the typing aids work without a server.
  await client.start().catch(() => undefined);
  return view;
}

/**
 * Says which of the editor's own commands the server may put into its answers, and that a code action comes whole. While
 * VS Code waits for the rest of one that was chosen it may ask again what can be done, and then forgets the command.
 */
function announceAbilities(client: BaseLanguageClient): void {
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      delete capabilities.textDocument?.codeAction?.resolveSupport;
      const experimental: ExperimentalCapabilities = {
        commands: { commands: [suggestCommand, askReasonCommand] },
      };
      capabilities.experimental = { ...(capabilities.experimental as object | undefined), ...experimental };
    },
    initialize: () => undefined,
    getState: () => ({ kind: 'static' }),
    clear: () => undefined,
  });
}

/** Fires when a view of the server's answers is out of date. The library keeps one handler for a notification. */
function listen(client: BaseLanguageClient): { changed: Event<void>; listening: Disposable } {
  const emitter = new EventEmitter<void>();
  const fire = (): void => emitter.fire();
  const sources = [client.onNotification(changedNotification, fire), client.onDidChangeState(fire)];
  return { changed: emitter.event, listening: Disposable.from(...sources, emitter) };
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start().catch(() => explain(client));
}

/** Replaces the library's notices about a broken server by one that names the next step. */
function explainFailures(client: BaseLanguageClient): void {
  const log = client.error.bind(client);
  let explaining = false;
  client.error = (message, data, showNotification) => {
    log(message, data, false);
    if (showNotification !== 'force' || explaining) return;
    explaining = true;
    void explain(client).finally(() => {
      explaining = false;
    });
  };
}

async function explain(client: BaseLanguageClient): Promise<void> {
  const reload = 'Reload Window';
  const reason = 'Show Reason';
  const choice = await window.showErrorMessage(
    'The checks of Critical Friend are not running. Reload the window to start them again; your text is not affected.',
    reload,
    reason,
  );
  if (choice === reload) await commands.executeCommand('workbench.action.reloadWindow');
  if (choice === reason) client.outputChannel.show();
}

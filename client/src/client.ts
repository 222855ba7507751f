/*
 * The language client as far as both hosts share it: what it is told, and what it answers. How a server process or
 * worker comes into being is left to the two doors, and what happens when it fails to `failures.ts`. The selector
 * names no scheme, so that folders on a server, in the browser or in an archive are served like any other.
 */
import { Disposable, EventEmitter, Uri, commands, workspace } from 'vscode';
import type { Event, ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

import {
  askReasonCommand,
  changedNotification,
  manageTrustCommand,
  suggestCommand,
} from '../../server/src/protocol';
import type { ExperimentalCapabilities, InitializationOptions } from '../../server/src/protocol';
import { askReasons } from './commands/askReason';
import { changeScope } from './commands/changeScope';
import { CoverageView } from './views/coverageView';
import { Created } from './commands/removeCreated';
import { todaysFindings } from './pages/todaysFindings';
import { Failures } from './connection/failures';
import { exportReport } from './commands/exportReport';
import { answerFiles, reviewGlob } from './files/reviewFiles';
import { importStandards } from './commands/importStandards';
import { beforeItLeaves, coverageMatrix, moderationView } from './pages/reviewLeadPages';
import { beginReview } from './commands/newReview';
import { showNextGap } from './commands/nextGap';
import { helpOnEnter } from './typing/onEnter';
import { Panels } from './pages/panels';
import type { PanelKind } from './pages/panels';
import { findingsPreview } from './pages/findingsPreview';
import { followPrivateWords, privateWords } from './privateWords';
import { Quiet } from './typing/heldDiagnostics';
import { reportPreview } from './pages/reportPreview';
import { reveal } from './pages/reveal';
import { showStatus } from './commands/showStatus';
import { showCoverage } from './views/statusBar';
import { TypingLine } from './typing/typingLine';
import { Unread } from './connection/unread';
import { Watch } from './connection/watch';
import type { Ending } from './connection/watch';

/** The client's id, which also names the setting `criticalFriend.trace.server`. */
export const clientId = 'criticalFriend';
/** The client's name, under which the output channel is listed. */
export const clientName = 'Critical Friend';

/** What takes part in the client's talk with the server, before and after the client has been made. */
export interface Parts {
  readonly typing: TypingLine;
  readonly quiet: Quiet;
  readonly failures: Failures;
  readonly unread: Unread;
  readonly watch: Watch;
}

/** The parts of one client; `ending` is how a server is ended that answers no more. */
export function makeParts(ending: Ending): Parts {
  const typing = new TypingLine();
  const failures = new Failures();
  const unread = new Unread(failures);
  return { typing, quiet: new Quiet(typing), failures, unread, watch: new Watch(ending, failures, unread) };
}

const documentSelector = [
  { language: 'review' },
  { language: 'markdown', pattern: '**/*.standards.md' },
  { language: 'markdown', pattern: '**/*.review.md' },
];

/** What a door needs to make its client; `clientFiles` says whether the server must read files through us. */
export function clientOptions(
  context: ExtensionContext,
  { typing, quiet, failures, unread }: Parts,
  clientFiles: () => boolean,
): LanguageClientOptions {
  const watcher = workspace.createFileSystemWatcher(reviewGlob);
  context.subscriptions.push(watcher, typing, quiet);
  return {
    documentSelector,
    middleware: quiet.middleware,
    ...failures.options,
    synchronize: { fileEvents: watcher },
    initializationOptions: (): InitializationOptions => ({
      clientFiles: clientFiles(),
      isTrusted: workspace.isTrusted,
      standardsFolder: Uri.joinPath(context.extensionUri, 'standards').toString(),
      officeScript: Uri.joinPath(context.extensionUri, 'dist', 'office.js').toString(true),
      serverScript: Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true),
      importingScript: Uri.joinPath(context.extensionUri, 'dist', 'importing.js').toString(true),
      privateWords: privateWords(),
      hearsOfChanges: true,
      watches: true,
      unread: unread.uris,
    }),
    markdown: { isTrusted: false, supportHtml: false },
  };
}

/** Starts the client with everything that is shown of it; resolves when it is ready or has said that it is not. */
export async function start(
  context: ExtensionContext,
  client: BaseLanguageClient,
  { quiet, failures, unread, watch }: Parts,
): Promise<CoverageView> {
  announceAbilities(client);
  const { changed, listening } = listen(client);
  const panels = (kind: PanelKind): Panels => new Panels(client, changed, context.extensionUri, kind);
  const previews = panels(findingsPreview(client));
  const reports = panels(reportPreview(client));
  const matrices = panels(coverageMatrix(client));
  const moderations = panels(moderationView(client));
  const gates = panels(beforeItLeaves(client));
  const digests = panels(todaysFindings(client));
  const pages = [previews, reports, matrices, moderations, gates, digests];
  // A page that has the focus takes it from the text beside it.
  const inFront = (): string | undefined =>
    pages.map(({ inFront: review }) => review).find((each) => each !== undefined);
  const view = new CoverageView(client, changed, context.workspaceState);
  const shipped = Uri.joinPath(context.extensionUri, 'standards');
  const created = new Created();
  context.subscriptions.push(
    client,
    listening,
    failures.watch(client),
    quiet.watch(client),
    watch.follow(client),
    unread.offer(client, documentSelector),
    ...answerFiles(client),
    helpOnEnter(),
    askReasons(client),
    importStandards(client, created),
    followPrivateWords(client),
    ...pages,
    view,
    changeScope(client, view),
    showCoverage(client, changed),
    showStatus(client, () => failures.explain(client)),
    commands.registerCommand('criticalFriend.previewFindings', (uri?: unknown) => previews.show(uri)),
    commands.registerCommand('criticalFriend.previewReport', (at?: unknown) =>
      reports.show(view.reviewOf(at ?? inFront())),
    ),
    commands.registerCommand('criticalFriend.exportReport', (at?: unknown) =>
      exportReport(client, context.extensionUri, view.reviewOf(at ?? inFront())),
    ),
    commands.registerCommand('criticalFriend.coverageMatrix', (at?: unknown) =>
      matrices.show(view.reviewOf(at)),
    ),
    commands.registerCommand('criticalFriend.moderationView', (at?: unknown) =>
      moderations.show(view.reviewOf(at)),
    ),
    commands.registerCommand('criticalFriend.checkBeforeItLeaves', (at?: unknown) =>
      gates.show(view.reviewOf(at ?? inFront())),
    ),
    commands.registerCommand('criticalFriend.nextGap', () => showNextGap(client, view, shipped)),
    commands.registerCommand('criticalFriend.showGapsOnly', () => view.showGapsOnly(true)),
    commands.registerCommand('criticalFriend.showAllStandards', () => view.showGapsOnly(false)),
    commands.registerCommand('criticalFriend.showInText', (id?: unknown) => {
      const found = view.placeOf(id);
      return found && reveal(found.place, shipped, !found.isFinding);
    }),
    commands.registerCommand('criticalFriend.todaysFindings', (uri?: unknown) => digests.show(uri)),
    commands.registerCommand('criticalFriend.newReview', () => beginReview(client, created)),
    commands.registerCommand('criticalFriend.removeCreated', () => created.remove()),
    commands.registerCommand('criticalFriend.restartServer', () => failures.restart(client)),
  );
  // For commands that make sense wherever a person looks, in a folder that woke us up.
  void commands.executeCommand('setContext', 'criticalFriend.active', true);
  // The grammar and the typing aids work without a server.
  await failures.start(client);
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
        commands: { commands: [suggestCommand, askReasonCommand, manageTrustCommand] },
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

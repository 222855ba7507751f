/*
 * What lives as long as a client is connected: the workspace, and everything that keeps it equal to the
 * client's editors and folders - greeting, text synchronisation, file events, publishing. It answers no
 * question about a review; `server.ts` does, from the snapshots that this gives it.
 */
import * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as core from '../../../core/src';
import { abilitiesOf, offeredTo, watchers, type Abilities } from '../lsp/capabilities';
import { Apart } from './apart';
import { adoptIndex, toPublished, utf16, type Context, type Encoded } from '../lsp/positions';
import { encodingOf } from '../lsp/positionEncoding';
import { Folders } from './workspaceFolders';
import type { Door } from './door';
import { failureLine, isOurs, type Host } from '../hosts/host';
import { Life } from './lifecycle';
import { OpenText } from './openDocuments';
import { PrivateList, privateListOf } from './privateList';
import { changedNotification, trustedNotification, type InitializationOptions } from '../protocol';
import { Preferences } from './settings';
import { Publisher, quietPeriod, type Extent, type Group } from './publishDiagnostics';
import { Refresher } from './refresh';
import { rootsOf } from './roots';
import { Signs } from './signsOfLife';
import { inSlices } from './timeSlices';
import { isWithin, normalUri, Spellings } from '../lsp/uris';

/** Where shipped catalogues seem to lie when there is no file of them that an editor could open. */
const unopenable = 'critical-friend:';

export type { Door } from './door';

/** What a handler may ask of the session. */
export interface Session {
  /** The present state, with all that a conversion needs. */
  now(): Context;
  /** Resolves when the review of a document has been read, which is done in slices; URIs as `readUri` gives them. */
  whenRead(uri: string): Promise<void>;
  /** Resolves when everything in the folders has been read that is there to be read. */
  whenAllRead(): Promise<void>;
  /** Why the repository around a file must not be asked for its history; undefined where it may be. */
  whyNoHistory(uri: string): Promise<string | undefined>;
  /** Throws what a request is refused with: before the greeting, after the farewell, or when it was called off. */
  admit(token: lsp.CancellationToken | undefined): void;
  /** The state after everything in the folders has been read again, and what it does not say itself. */
  readAgain(): Promise<{ snapshot: core.Snapshot; surroundings: core.Surroundings }>;
  /** The one spelling of a URI that the client wrote. */
  readUri(clientUri: string): string;
  /** Whether a file may be opened from a document: one of the opened folders, or a shipped catalogue. */
  mayOpen(uri: string): boolean;
  /** What the user has set in the editor. */
  readonly preferences: Preferences;
  log(line: string): void;
}

/** Sets the synchronising handlers on `connection`, which does not listen yet. */
export function openSession(connection: lsp.Connection, door: Door): Session {
  const spellings = new Spellings();
  let encoded: Encoded = utf16;
  const documents = new lsp.TextDocuments<OpenText>({
    create: (...as) => new OpenText(TextDocument.create(...as)),
    update: (document, changes, version) => document.note(changes, version),
  });
  /** Open texts with changes that the workspace does not know yet. */
  const ahead = new Set<OpenText>();
  const apart = new Apart(ahead, (uri) => folders?.isOutside(uri) === true);
  const log = (line: string): void => {
    connection.console.error(line);
  };
  let workspace = new core.Workspace([]);
  let abilities: Abilities = abilitiesOf({});
  let preferences = new Preferences(connection, abilities, {});
  let refresher = new Refresher(connection, abilities);
  let host: Host | undefined;
  let folders: Folders | undefined;
  let privateList: PrivateList | undefined;
  let privateWords: string | undefined;
  let hearsOfChanges = false;
  let roots: string[] = [];
  let parent: number | null = null;
  const life = new Life();

  const snapshotNow = (): core.Snapshot => {
    for (const document of ahead) {
      const text = document.read(encoded);
      adoptIndex(workspace.open(document.ourUri, text.getText(), text.version), text);
    }
    ahead.clear();
    return workspace.snapshot();
  };
  const printUri = (uri: string): string => spellings.print(uri);
  const contextOf = (snapshot: core.Snapshot): Context => {
    return { encoding: encoded.encoding, snapshot, abilities, printUri };
  };
  // A client that has gone takes nothing any more, and its door ends the process.
  const gone = (): void => undefined;
  const openUris = (): string[] => documents.all().flatMap(({ ourUri }) => (isOurs(ourUri) ? [ourUri] : []));
  const groupOf = (snapshot: core.Snapshot, uri: string): Group => {
    const set = snapshot.reviewOf(uri);
    if (!set) return { uris: [uri], extent: 'all', read: () => [].values() };
    const extent = folders?.extentOf(uri) ?? 'nothing';
    return { uris: set.documents.map((document) => document.uri), extent, read: () => core.readAhead(set) };
  };
  const publisher = new Publisher<core.Snapshot>(
    {
      snapshot: snapshotNow,
      open: () => openUris(),
      groupOf,
      *groups(snapshot) {
        const catalogues = [...snapshot.catalogues.keys()];
        const links = snapshot.looseLinks().flatMap(({ uri, isFolder }) => (isFolder ? [] : [uri]));
        yield { uris: [...catalogues, ...links], extent: 'all', read: () => [].values() };
        const wanted = openUris().flatMap((uri) => snapshot.reviewOf(uri) ?? []);
        for (const set of new Set([...wanted, ...snapshot.reviews()])) yield groupOf(snapshot, set.cover.uri);
      },
      identity: (snapshot, uri, extent) => {
        const version = snapshot.documents.get(uri)?.version ?? snapshot.catalogues.get(uri)?.version;
        return { of: diagnosticsOf(snapshot, uri, extent), version };
      },
      read: (snapshot, uri, extent) => {
        const text = snapshot.document(uri) ?? { uri, text: '' };
        return toPublished(contextOf(snapshot), text, diagnosticsOf(snapshot, uri, extent));
      },
      send: (params) => {
        connection.sendDiagnostics({ ...params, uri: spellings.print(params.uri) }).catch(gone);
      },
      settled: () => {
        if (hearsOfChanges) connection.sendNotification(changedNotification).catch(gone);
        const readUris = openUris().filter((uri) => folders?.extentOf(uri) === 'all');
        refresher.settled(snapshotNow(), readUris);
        folders?.readNamed();
      },
      failed: (failure) => {
        log(failureLine('Diagnostics', failure));
      },
    },
    door.quietPeriod ?? quietPeriod,
  );
  const signs = new Signs(connection, {
    admit: (token) => {
      life.admit(token);
    },
    isBusy: () => publisher.isBusy || folders?.isBusy === true,
    isDebugged: () => door.isDebugged?.() === true,
    processId: door.processId,
    printUri,
    leaveUnread: (uris) => {
      workspace.leaveUnread(uris);
      publisher.schedule(0);
    },
  });
  const scan = (): void => {
    void folders?.scan();
  };

  connection.onInitialize((params) => {
    life.greet();
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const standards = options.standardsFolder;
    abilities = abilitiesOf(params.capabilities);
    encoded = { encoding: encodingOf(params.capabilities) };
    preferences = new Preferences(connection, abilities, options.settings ?? {});
    refresher = new Refresher(connection, abilities);
    roots = rootsOf(params);
    privateWords = options.privateWords;
    hearsOfChanges = options.hearsOfChanges === true;
    const shipped = door.shipped(standards === undefined ? undefined : normalUri(standards));
    workspace = new core.Workspace(shipped, signs.begins);
    signs.greeted(options);
    parent = params.processId;
    host = door.host(connection, options, log);
    privateList = new PrivateList({
      host,
      watchFor: (words) => {
        workspace.watchFor(words);
        publisher.schedule();
      },
      warn: (message) => {
        const shown: lsp.ShowMessageParams = { type: lsp.MessageType.Warning, message };
        connection.sendNotification(lsp.ShowMessageNotification.type, shown).catch(gone);
      },
    });
    const changed = (isStart: boolean): void => {
      apart.sort(documents.all(), workspace);
      if (isStart) publisher.schedule(0);
      else publisher.schedule();
      publisher.start();
    };
    folders = new Folders(workspace, host, changed, options.isTrusted !== false);
    const own = options.watches === true && { experimental: signs.capabilities };
    const capabilities = { ...offeredTo(abilities), ...own, positionEncoding: encoded.encoding };
    return { capabilities, serverInfo: { name: 'Critical Friend', version: door.version } };
  });
  connection.onInitialized(() => {
    if (parent !== null) door.watchParent?.(parent);
    void folders?.setRoots(roots, openUris);
    if (privateWords !== undefined) privateList?.follow(privateWords);
    preferences.register().catch((failure: unknown) => {
      log(failureLine('Following settings', failure));
    });
    if (abilities.watchesFiles) {
      connection.client
        .register(lsp.DidChangeWatchedFilesNotification.type, { watchers })
        .catch((failure: unknown) => {
          log(failureLine('Watching files', failure));
        });
    }
    if (!abilities.changesFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map((folder) => normalUri(folder.uri)));
      roots = [...roots.filter((root) => !gone.has(root)), ...added.map((folder) => normalUri(folder.uri))];
      void folders?.setRoots(roots, openUris);
    });
  });

  documents.onDidOpen(({ document }) => {
    spellings.remember(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    if (!isOurs(document.ourUri) || apart.take(document)) return;
    ahead.add(document);
    publisher.schedule();
  });
  documents.onDidSave(() => {
    if (!abilities.watchesFiles) scan();
  });
  documents.onDidClose(({ document }) => {
    const uri = document.ourUri;
    ahead.delete(document);
    apart.forget(uri);
    spellings.forget(document.uri);
    preferences.forget(document.uri);
    workspace.close(uri);
    void folders?.closed(uri);
    publisher.schedule();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const seen = changes.map(({ uri, type }) => ({
      uri: normalUri(uri),
      deleted: type === lsp.FileChangeType.Deleted,
    }));
    void folders?.filesChanged(seen);
  });
  connection.onNotification(trustedNotification, () => folders?.trust());
  connection.workspace.onDidCreateFiles(scan);
  connection.workspace.onDidRenameFiles(scan);
  connection.workspace.onDidDeleteFiles(scan);
  connection.onDidChangeConfiguration(({ settings }) => {
    const named = privateListOf(settings);
    if (named !== undefined) privateList?.follow(named);
    preferences.changed(settings);
    refresher.refresh();
  });
  connection.onShutdown(() => {
    privateList?.stop();
    life.end();
    publisher.stop();
  });
  documents.listen(connection);

  const whenRead = async (uri: string): Promise<void> => {
    if (folders?.extentOf(uri) !== 'all') await folders?.read();
    await inSlices(() => groupOf(snapshotNow(), uri).read());
  };
  return {
    now: () => contextOf(snapshotNow()),
    admit: (token) => {
      life.admit(token);
    },
    readAgain: async () => {
      await folders?.scan();
      for (const set of snapshotNow().reviews()) await whenRead(set.cover.uri);
      const surroundings = {
        version: door.version,
        positions: encoded.encoding,
        folders: folders?.roots ?? [],
        watches: abilities.watchesFiles,
        unreadable: folders?.unreadable ?? [],
        rules: folders?.rules ?? [],
      };
      return { snapshot: snapshotNow(), surroundings };
    },
    whenRead,
    whenAllRead: async () => folders?.read(),
    whyNoHistory: async (uri) => host?.whyNoHistory?.(uri),
    readUri: normalUri,
    mayOpen: (uri) => {
      const isShipped = workspace.snapshot().shipped.some((file) => file.uri === uri);
      if (isShipped) return !uri.startsWith(unopenable);
      return folders?.isNamed(uri) === true || roots.some((root) => isWithin(uri, root));
    },
    get preferences() {
      return preferences;
    },
    log,
  };
}

function diagnosticsOf(snapshot: core.Snapshot, uri: string, extent: Extent): readonly core.Diagnostic[] {
  return extent === 'all' ? core.diagnostics(snapshot, uri) : core.ownDiagnostics(snapshot, uri);
}

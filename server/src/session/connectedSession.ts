/*
 * What lives as long as a client is connected: the workspace, and what keeps it equal to the client's editors and
 * folders. It answers no question about a review; `server.ts` does, from the snapshots that this gives it.
 */
import * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as core from '../../../core/src';
import { abilitiesOf, offeredTo, watchers, type Abilities } from '../lsp/capabilities';
import { Apart } from './apart';
import { adoptIndex, utf16, type Context, type Encoded } from '../lsp/positions';
import { encodingOf } from '../lsp/positionEncoding';
import { Folders } from './workspaceFolders';
import type { Door } from './door';
import { failureLine, isOurs, type Host } from '../hosts/host';
import { Life } from './lifecycle';
import { OpenText } from './openDocuments';
import { PrivateList, privateListOf } from './privateList';
import { changedNotification, trustedNotification, type InitializationOptions } from '../protocol';
import { Preferences } from './settings';
import { createPublisher, groupOf, type Publication } from './publication';
import { quietPeriod, type Publisher } from './publishDiagnostics';
import { Refresher } from './refresh';
import { rootsOf } from './roots';
import type { Session } from './session';
import { Signs } from './signsOfLife';
import { inSlices } from './timeSlices';
import { isWithin, normalUri, Spellings } from '../lsp/uris';

/** Where shipped catalogues seem to lie when there is no file of them that an editor could open. */
const unopenable = 'critical-friend:';

/** Sets the synchronising handlers on `connection`, which does not listen yet. */
export function openSession(connection: lsp.Connection, door: Door): Session {
  return new ConnectedSession(connection, door);
}

// A client that has gone takes nothing any more, and its door ends the process.
const gone = (): void => undefined;

class ConnectedSession implements Session {
  preferences: Preferences;
  readonly readUri = normalUri;
  readonly admit: Session['admit'] = (token) => {
    this.#life.admit(token);
  };
  readonly log: Session['log'] = (line) => {
    this.#connection.console.error(line);
  };
  readonly #connection: lsp.Connection;
  readonly #door: Door;
  readonly #spellings = new Spellings();
  readonly #life = new Life();
  readonly #documents = new lsp.TextDocuments<OpenText>({
    create: (...as) => new OpenText(TextDocument.create(...as)),
    update: (document, changes, version) => document.note(changes, version),
  });
  /** Open texts with changes that the workspace does not know yet. */
  readonly #ahead = new Set<OpenText>();
  readonly #apart = new Apart(this.#ahead, (uri) => this.#folders?.isOutside(uri) === true);
  readonly #publication: Publication;
  readonly #publisher: Publisher<core.Snapshot>;
  readonly #signs: Signs;
  #encoded: Encoded = utf16;
  #workspace = new core.Workspace([]);
  #abilities: Abilities = abilitiesOf({});
  #refresher: Refresher;
  #host: Host | undefined;
  #folders: Folders | undefined;
  #privateList: PrivateList | undefined;
  #options: InitializationOptions = {};
  #roots: string[] = [];
  #parent: number | null = null;

  constructor(connection: lsp.Connection, door: Door) {
    this.#connection = connection;
    this.#door = door;
    this.preferences = new Preferences(connection, this.#abilities, {});
    this.#refresher = new Refresher(connection, this.#abilities);
    this.#publication = {
      connection,
      snapshot: () => this.#snapshot(),
      openUris: () => this.#openUris(),
      extentOf: (uri) => this.#folders?.extentOf(uri) ?? 'nothing',
      contextOf: (snapshot) => this.#contextOf(snapshot),
      printUri: this.#printUri,
      settled: () => {
        this.#settled();
      },
      log: this.log,
    };
    this.#publisher = createPublisher(this.#publication, door.quietPeriod ?? quietPeriod);
    this.#signs = new Signs(connection, {
      admit: this.admit,
      isBusy: () => this.#publisher.isBusy || this.#folders?.isBusy === true,
      isDebugged: () => door.isDebugged?.() === true,
      processId: door.processId,
      printUri: this.#printUri,
      leaveUnread: (uris) => {
        this.#workspace.leaveUnread(uris);
        this.#publisher.schedule(0);
      },
    });
    connection.onInitialize((params) => this.#greet(params));
    connection.onInitialized(() => {
      this.#start();
    });
    connection.onShutdown(() => {
      this.#privateList?.stop();
      this.#life.end();
      this.#publisher.stop();
    });
    this.#followTexts();
    this.#followFiles();
    this.#documents.listen(connection);
  }

  now(): Context {
    return this.#contextOf(this.#snapshot());
  }

  async readAgain(): Promise<{ snapshot: core.Snapshot; surroundings: core.Surroundings }> {
    await this.#folders?.scan();
    for (const review of this.#snapshot().reviews()) await this.whenRead(review.cover.uri);
    const surroundings = {
      version: this.#door.version,
      positions: this.#encoded.encoding,
      folders: this.#folders?.roots ?? [],
      watches: this.#abilities.watchesFiles,
      unreadable: this.#folders?.unreadable ?? [],
      rules: this.#folders?.rules ?? [],
    };
    return { snapshot: this.#snapshot(), surroundings };
  }

  async whenRead(uri: string): Promise<void> {
    if (this.#folders?.extentOf(uri) !== 'all') await this.#folders?.read();
    await inSlices(() => groupOf(this.#publication, this.#snapshot(), uri).read());
  }

  async whenAllRead(): Promise<void> {
    await this.#folders?.read();
  }

  async whyNoHistory(uri: string): Promise<string | undefined> {
    return this.#host?.whyNoHistory?.(uri);
  }

  mayOpen(uri: string): boolean {
    const isShipped = this.#workspace.snapshot().shipped.some((file) => file.uri === uri);
    if (isShipped) return !uri.startsWith(unopenable);
    return this.#folders?.isNamed(uri) === true || this.#roots.some((root) => isWithin(uri, root));
  }

  #snapshot(): core.Snapshot {
    for (const document of this.#ahead) {
      const text = document.read(this.#encoded);
      adoptIndex(this.#workspace.open(document.ourUri, text.getText(), text.version), text);
    }
    this.#ahead.clear();
    return this.#workspace.snapshot();
  }

  readonly #printUri = (uri: string): string => this.#spellings.print(uri);

  #contextOf(snapshot: core.Snapshot): Context {
    const { encoding } = this.#encoded;
    return { encoding, snapshot, abilities: this.#abilities, printUri: this.#printUri };
  }

  #openUris(): string[] {
    return this.#documents.all().flatMap(({ ourUri }) => (isOurs(ourUri) ? [ourUri] : []));
  }

  /** Tells the client that everything has been published. */
  #settled(): void {
    if (this.#options.hearsOfChanges === true)
      this.#connection.sendNotification(changedNotification).catch(gone);
    const readUris = this.#openUris().filter((uri) => this.#folders?.extentOf(uri) === 'all');
    this.#refresher.settled(this.#snapshot(), readUris);
    this.#folders?.readNamed();
  }

  /** Takes what the client can do, and gives what the server offers. */
  #greet(params: lsp.InitializeParams): lsp.InitializeResult {
    this.#life.greet();
    const connection = this.#connection;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const standards = options.standardsFolder;
    this.#options = options;
    this.#abilities = abilitiesOf(params.capabilities);
    this.#encoded = { encoding: encodingOf(params.capabilities) };
    this.preferences = new Preferences(connection, this.#abilities, options.settings ?? {});
    this.#refresher = new Refresher(connection, this.#abilities);
    this.#roots = rootsOf(params);
    const shipped = this.#door.shipped(standards === undefined ? undefined : normalUri(standards));
    this.#workspace = new core.Workspace(shipped, this.#signs.begins);
    this.#signs.greeted(options);
    this.#parent = params.processId;
    this.#host = this.#door.host(connection, options, this.log);
    this.#privateList = this.#createPrivateList(this.#host);
    const changed = (isStart: boolean): void => {
      this.#apart.sort(this.#documents.all(), this.#workspace);
      if (isStart) this.#publisher.schedule(0);
      else this.#publisher.schedule();
      this.#publisher.start();
    };
    this.#folders = new Folders(this.#workspace, this.#host, changed, options.isTrusted !== false);
    const own = options.watches === true && { experimental: this.#signs.capabilities };
    const positionEncoding = this.#encoded.encoding;
    const capabilities = { ...offeredTo(this.#abilities), ...own, positionEncoding };
    return { capabilities, serverInfo: { name: 'Critical Friend', version: this.#door.version } };
  }

  #createPrivateList(host: Host): PrivateList {
    return new PrivateList({
      host,
      watchFor: (words) => {
        this.#workspace.watchFor(words);
        this.#publisher.schedule();
      },
      warn: (message) => {
        const shown: lsp.ShowMessageParams = { type: lsp.MessageType.Warning, message };
        this.#connection.sendNotification(lsp.ShowMessageNotification.type, shown).catch(gone);
      },
    });
  }

  /** Begins to read, once the client has the answer to its greeting. */
  #start(): void {
    const failed = (what: string) => (failure: unknown) => {
      this.log(failureLine(what, failure));
    };
    if (this.#parent !== null) this.#door.watchParent?.(this.#parent);
    void this.#folders?.setRoots(this.#roots, () => this.#openUris());
    const { privateWords } = this.#options;
    if (privateWords !== undefined) this.#privateList?.follow(privateWords);
    this.preferences.register().catch(failed('Following settings'));
    if (this.#abilities.watchesFiles) {
      this.#connection.client
        .register(lsp.DidChangeWatchedFilesNotification.type, { watchers })
        .catch(failed('Watching files'));
    }
    if (!this.#abilities.changesFolders) return;
    this.#connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const left = new Set(removed.map((folder) => normalUri(folder.uri)));
      const come = added.map((folder) => normalUri(folder.uri));
      this.#roots = [...this.#roots.filter((root) => !left.has(root)), ...come];
      void this.#folders?.setRoots(this.#roots, () => this.#openUris());
    });
  }

  #followTexts(): void {
    this.#documents.onDidOpen(({ document }) => {
      this.#spellings.remember(document.uri);
    });
    this.#documents.onDidChangeContent(({ document }) => {
      if (!isOurs(document.ourUri) || this.#apart.take(document)) return;
      this.#ahead.add(document);
      this.#publisher.schedule();
    });
    this.#documents.onDidSave(() => {
      if (!this.#abilities.watchesFiles) this.#scan();
    });
    this.#documents.onDidClose(({ document }) => {
      const uri = document.ourUri;
      this.#ahead.delete(document);
      this.#apart.forget(uri);
      this.#spellings.forget(document.uri);
      this.preferences.forget(document.uri);
      this.#workspace.close(uri);
      void this.#folders?.closed(uri);
      this.#publisher.schedule();
    });
  }

  #followFiles(): void {
    const { workspace } = this.#connection;
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      const seen = changes.map(({ uri, type }) => ({
        uri: normalUri(uri),
        deleted: type === lsp.FileChangeType.Deleted,
      }));
      void this.#folders?.filesChanged(seen);
    });
    this.#connection.onNotification(trustedNotification, () => this.#folders?.trust());
    workspace.onDidCreateFiles(this.#scan);
    workspace.onDidRenameFiles(this.#scan);
    workspace.onDidDeleteFiles(this.#scan);
    this.#connection.onDidChangeConfiguration(({ settings }) => {
      const named = privateListOf(settings);
      if (named !== undefined) this.#privateList?.follow(named);
      this.preferences.changed(settings);
      this.#refresher.refresh();
    });
  }

  readonly #scan = (): void => {
    void this.#folders?.scan();
  };
}

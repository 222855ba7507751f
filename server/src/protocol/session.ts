/*
 * How a client and the server begin, what each can do for the other, and what a server asks that has no files of its own.
 */

/** Sent by the client with `initialize`, all optional. */
export interface InitializationOptions {
  /** The client answers `ListFiles` and `ReadFile`; needed where the server has no file system. */
  readonly clientFiles?: boolean;
  /** URI of the folder that holds the shipped `*.standards.md`, so that a definition can be opened. */
  readonly standardsFolder?: string;
  /** Where the bundle that writes Word documents and slides is, for a server that cannot find it by itself. */
  readonly officeScript?: string;
  /** Where the bundle that reads the files of other programs is, likewise. */
  readonly importingScript?: string;
  /** Where the server's own bundle for a web worker is, so that it can do long work in a worker of its own. */
  readonly serverScript?: string;
  /**
   * The path of a private list of names to watch for, on the machine of the server. It can change later by
   * `workspace/didChangeConfiguration`, as `criticalFriend.privateWords`. Its words are never sent anywhere.
   */
  readonly privateWords?: string;
  /** What the user wants to see, from a client that cannot be asked for its settings. */
  readonly settings?: ShownSettings;
  /**
   * Whether the person trusts the folders, so that a file outside of them that a cover names may be read; true where it
   * is not said, by editors that do not know the question.
   */
  readonly isTrusted?: boolean;
  /** The client shows previews or figures, and wants to hear when they may have changed. */
  readonly hearsOfChanges?: boolean;
  /** The client watches whether the server still answers, and wants to hear which document it begins to read. */
  readonly watches?: boolean;
  /** Documents that are left unread, because reading them took too long. */
  readonly unread?: readonly string[];
}

/** The settings that the server reads: those below `criticalFriend`, all optional. */
export interface ShownSettings {
  readonly inlayHints?: {
    /** Short titles behind citations; shown unless this is false. */
    readonly titles?: boolean;
  };
}

/**
 * What a client may announce as `experimental` beside its capabilities: the commands that it runs for a server,
 * under the names that other servers look for them. Typing opens a list of completions, an inserted text does
 * not, so the key of a setting comes with this command where the client has it.
 */
export interface ExperimentalCapabilities {
  readonly commands?: { readonly commands?: readonly string[] };
}
export const suggestCommand = 'editor.action.triggerSuggest';

/**
 * A command of `workspace/executeCommand`: what was found where, as Markdown. It reads the folders again first, for
 * clients that cannot watch them, and shows the words as a message too, because most clients drop a command's result.
 */
export const readStatusCommand = 'criticalFriend.readStatus';
/** The command's one argument, which may be left out: `quietly` when the client shows the words itself. */
export interface ReadStatusOptions {
  readonly quietly?: boolean;
}

/** What the server does for `workspace/executeCommand`: a task that one of its code actions named. */
export const actCommand = 'criticalFriend.act';
export interface ActParams {
  /** The document that the code action was offered in. */
  readonly uri: string;
  /** What to do, as the server named it. */
  readonly task: unknown;
  /** What somebody answered who was asked for a reason. */
  readonly reason?: string;
}

/**
 * A client's own command that asks for a reason and then has the server act. A client that has it announces it among its
 * `commands`; any other gets an edit with an empty place for the reason.
 */
export const askReasonCommand = 'criticalFriend.askReason';
export interface AskReasonParams extends ActParams {
  readonly prompt: string;
}

/** Server to a client that `hearsOfChanges`, a notification without parameters: something that a preview or a figure shows may have changed. */
export const changedNotification = 'criticalFriend/changed';

/**
 * Server to client: the URIs of all review documents and catalogues in the opened folders. A client that knows links says
 * which it has met; it follows none.
 */
export const listFilesRequest = 'criticalFriend/listFiles';
export type ListFilesResult =
  | readonly string[]
  | {
      readonly files: readonly string[];
      readonly links: readonly { readonly uri: string; readonly isFolder: boolean }[];
    };

/** Server to client: a file's text, or null when it cannot be read. */
export const readFileRequest = 'criticalFriend/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/**
 * Server to client: the text of a catalogue outside the opened folders that a cover names, or why it is not read: a link
 * leads to it, it is not an ordinary file, it is too large. Null when it is not there.
 */
export const readNamedRequest = 'criticalFriend/readNamed';
export type ReadNamedResult =
  { readonly text: string } | { readonly refused: 'link' | 'kind' | 'size' } | null;

/** Client to server, a notification without parameters: the person has begun to trust the folders. */
export const trustedNotification = 'criticalFriend/trusted';

/** The editor's own command with which a person says that they trust the folders. */
export const manageTrustCommand = 'workbench.trust.manage';

/*
 * How a client knows that the server still works, and which document it was reading when it stopped answering. A server
 * that hangs can say nothing, so it names a document before it begins to read it.
 */

/** Client to server, without parameters, while an answer is due: is the server still there? */
export const aliveRequest = 'criticalFriend/alive';
export interface AliveResult {
  /** The server works on something that was not asked for, such as diagnostics, so an answer is still due. */
  readonly busy: boolean;
  /** A debugger is attached to the server, which may hold it for as long as a person likes. */
  readonly debugged: boolean;
}

/** What a server tells a client that `watches` among its capabilities, as `experimental`. */
export interface WatchedCapabilities {
  /** The server's process, where it has one of its own. */
  readonly processId?: number;
  readonly debugged: boolean;
}

/** Server to a client that `watches`: it begins to work on a document; without a URI it has finished. */
export const readingNotification = 'criticalFriend/reading';
export interface ReadingParams {
  readonly uri?: string;
}

/** Client to server: these documents, and no others, are left unread from now on. */
export const leaveUnreadNotification = 'criticalFriend/leaveUnread';
export interface LeaveUnreadParams {
  readonly uris: readonly string[];
}

/** The code of the diagnostic that an unread document carries. */
export const unreadDocument = 'unread-document';

/**
 * Whether a process of Node was started for a debugger, which may hold it for as long as it likes. Node can say who
 * has attached later, but only through a module that could open a port, and no bundle has one of these.
 */
export function isInspected(
  execArgv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const words = [...execArgv, ...(env.NODE_OPTIONS ?? '').split(' ')];
  return words.some((word) => word.startsWith('--inspect')) || Boolean(env.VSCODE_INSPECTOR_OPTIONS);
}

/*
 * What a handler may ask of the session with a client.
 */
import type * as lsp from 'vscode-languageserver';
import type * as core from '../../../core/src';
import type { Context } from '../lsp/positions';
import type { Preferences } from './settings';

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

/*
 * Keeps the workspace's private words equal to the list that the person at this machine has named. It knows the
 * path from the client and the words from the host; it never sends, shows or logs a word. A list that cannot be
 * read is said aloud once, because silence would look like a clean review.
 */
import { readPrivateWords, type PrivateWords } from '../../../core/src';
import type { Host } from '../hosts/host';

/** Whom the list is followed for. */
export interface PrivateListOwner {
  readonly host: Host;
  watchFor(words: PrivateWords | undefined): void;
  /** Shows a sentence to the person. */
  warn(words: string): void;
}

/** The path in a client's settings, empty for none; `undefined` where they say nothing about us. */
export function privateListOf(settings: unknown): string | undefined {
  const { criticalFriend } = (settings ?? {}) as { criticalFriend?: { privateWords?: unknown } | null };
  if (typeof criticalFriend !== 'object' || criticalFriend === null) return undefined;
  const { privateWords } = criticalFriend;
  return typeof privateWords === 'string' ? privateWords.trim() : '';
}

/** Follows one list at a time. */
export class PrivateList {
  readonly #owner: PrivateListOwner;
  #path = '';
  #stop: () => void = () => undefined;

  constructor(owner: PrivateListOwner) {
    this.#owner = owner;
  }

  /** Follows the list at `path` from now on; an empty path is no list. */
  follow(path: string): void {
    if (path === this.#path) return;
    this.#stop();
    this.#stop = () => undefined;
    this.#path = path;
    const { host } = this.#owner;
    if (path === '') this.#owner.watchFor(undefined);
    else if (host.watchText) this.#read(host.watchText.bind(host), path);
    else {
      this.#owner.watchFor(undefined);
      this.#owner.warn(
        'Names on your private list are not looked for here: in a browser no file of your machine can be read. Use the editor on your desktop, or the command line.',
      );
    }
  }

  stop(): void {
    this.#stop();
  }

  #read(watch: NonNullable<Host['watchText']>, path: string): void {
    let warned = false;
    this.#stop = watch(path, (text) => {
      this.#owner.watchFor(text === undefined ? undefined : readPrivateWords(text));
      if (text !== undefined) warned = false;
      else if (!warned) {
        warned = true;
        this.#owner.warn(
          'Your private list of names cannot be read, so no name is looked for. Check the path in the setting criticalFriend.privateWords; it has to be a whole path, or begin with ~/.',
        );
      }
    });
  }
}

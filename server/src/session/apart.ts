/*
 * Open texts that are no part of any review, because their name is that of a link that leads out of the folders: an editor
 * shows them when somebody opens the link, and what they say must not get into a report for that.
 */
import type { Workspace } from '../../../core/src';
import type { OpenText } from './openDocuments';

/** Keeps such texts out of a workspace. */
export class Apart {
  readonly #apart = new Set<string>();

  /** `ahead` are the open texts with changes that the workspace does not know yet. */
  constructor(
    private readonly ahead: Set<OpenText>,
    private readonly isOutside: (uri: string) => boolean,
  ) {}

  /** Whether a text that was opened or changed is kept apart. */
  take({ ourUri }: OpenText): boolean {
    if (!this.isOutside(ourUri)) return false;
    this.#apart.add(ourUri);
    return true;
  }

  /** Looks again which of the open texts are: a listing has found links, or some have gone. */
  sort(open: readonly OpenText[], workspace: Workspace): void {
    for (const text of open) {
      const wasApart = this.#apart.has(text.ourUri);
      if (this.take(text)) {
        if (wasApart) continue;
        this.ahead.delete(text);
        workspace.close(text.ourUri);
      } else if (this.#apart.delete(text.ourUri)) this.ahead.add(text);
    }
  }

  /** The editor has let go of a text. */
  forget(uri: string): void {
    this.#apart.delete(uri);
  }
}

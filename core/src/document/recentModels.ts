/*
 * The models of files that no editor shows. A large folder must cost little more than its texts, so the model of a file is
 * let go when another file is read; but what is read a second time is in use, and some of that is kept.
 */
import type { DocumentModel } from './readDocument';

/** How much text the models in use may have, in UTF-16 units: a few megabytes of memory for each megabyte. */
const mostInUse = 2_000_000;

/** Gives models of texts, each by the object that it belongs to. */
export class RecentModels {
  #last: { readonly owner: object; readonly model: DocumentModel } | undefined;
  readonly #readBefore = new WeakSet();
  /** The one that was read first is the first. */
  readonly #inUse = new Map<object, DocumentModel>();
  #lengthInUse = 0;

  /** The model of an owner; `read` makes it where it is not kept. */
  of(owner: object, read: () => DocumentModel): DocumentModel {
    const known = this.#last?.owner === owner ? this.#last.model : this.#inUse.get(owner);
    if (known) return known;
    const model = read();
    this.#last = { owner, model };
    if (this.#readBefore.has(owner)) this.#keep(owner, model);
    else this.#readBefore.add(owner);
    return model;
  }

  #keep(owner: object, model: DocumentModel): void {
    this.#inUse.set(owner, model);
    this.#lengthInUse += model.text.length;
    for (const [oldest, { text }] of this.#inUse) {
      if (this.#lengthInUse <= mostInUse) break;
      this.#inUse.delete(oldest);
      this.#lengthInUse -= text.length;
    }
  }
}

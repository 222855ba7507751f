/*
 * The pages that clients are shown: only what has changed since the state that the client has is sent. A page that
 * nobody has asked for in a while is forgotten; whoever asks again gets all of it. What stands in a page, and how
 * it is printed again for little, is the core's matter.
 */
import { changeOf, type Page } from '../../../core/src';
import type { PageChange } from '../protocol';

/** A page that is shown, and what prints it again and again. */
interface Shown<P> {
  readonly printer: P;
  readonly state: number;
  readonly page: Page;
}

const mostPages = 8;

/** Pages by names of their own, such as the URI of a review's cover. */
export class Pages<P> {
  readonly #create: (name: string) => P;
  readonly #shown = new Map<string, Shown<P>>();
  /** A server that is started again must not take a state of the last one for its own, whatever its clock has done. */
  #lastState = Math.floor(Math.random() * 2 ** 48);

  constructor(create: (name: string) => P) {
    this.#create = create;
  }

  /** What makes the page that the client has in the state `known` the present one. */
  change(name: string, known: number | undefined, print: (printer: P) => Page): PageChange {
    const before = this.#shown.get(name) ?? { printer: this.#create(name), state: 0, page: [] };
    const page = print(before.printer);
    const from = known === before.state ? known : 0;
    const change = changeOf(from === 0 ? [] : before.page, page);
    const isSame = from !== 0 && change.blocks.length === 0 && change.order === undefined;
    const state = isSame ? from : ++this.#lastState;
    this.#shown.delete(name);
    this.#shown.set(name, { printer: before.printer, state, page });
    for (const oldest of this.#shown.keys()) {
      if (this.#shown.size <= mostPages) break;
      this.#shown.delete(oldest);
    }
    return { state, from, ...change };
  }
}

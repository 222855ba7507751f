/*
 * How often a server that has ended is started again before a person is asked. It only counts: nothing here knows how
 * a server is started, or what is said. A clock that is set back or forward must not matter, so it counts on one that
 * only runs.
 */

/** A server that ends more often than so many times within so many milliseconds would end again. */
export const restartLimit = { times: 4, within: 3 * 60_000 };

/** The ends of a server, of which the oldest are forgotten. */
export class Restarts {
  readonly #now: () => number;
  #ends: readonly number[] = [];
  #withoutAnswer = 0;

  /** `now` is in milliseconds since any moment. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Counts an unexpected end of the server; false where it should be left at that. */
  mayRestart(): boolean {
    const now = this.#now();
    this.#ends = [...this.#ends.filter((end) => now - end < restartLimit.within), now];
    return !this.areUsedUp;
  }

  /** Counts a server that was ended because it answered no more: after the second one it is left at that. */
  gaveNoAnswer(): void {
    this.#withoutAnswer++;
  }

  /** A person has asked for what may make the server give no answer, so an end that follows is the first one. */
  forgetNoAnswer(): void {
    this.#withoutAnswer = 0;
  }

  /** Whether the server has ended so often that it was not started again. */
  get areUsedUp(): boolean {
    return this.#ends.length > restartLimit.times || this.#withoutAnswer > 1;
  }

  /** A person wants it to be tried again. */
  forget(): void {
    this.#ends = [];
    this.#withoutAnswer = 0;
  }
}

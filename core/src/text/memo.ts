/*
 * Answers that are kept with the object that they are about. An answer depends on its arguments alone, so only
 * the time that it takes shows whether it was kept.
 */
import { isSameList } from './arrays';

/** A function whose last answer about each owner is kept as long as the owner is. */
export interface Memo<Owner extends object, Others extends readonly unknown[], Answer> {
  (owner: Owner, ...others: Others): Answer;
  /** Whether the answer is kept already, so that asking costs nothing. */
  knows(owner: Owner, ...others: Others): boolean;
}

/**
 * Makes a function that keeps its last answer about each owner, and makes it again when another argument differs. It is
 * kept in the owner itself, under a symbol of its own: a weak map with tens of thousands of entries makes the collection
 * of garbage slow.
 */
export function memo<Owner extends object, Others extends readonly unknown[], Answer>(
  make: (owner: Owner, ...others: Others) => Answer,
): Memo<Owner, Others, Answer> {
  const key = Symbol('memo');
  const find = (owner: Owner, others: Others): { readonly answer: Answer } | undefined => {
    const known = (owner as Keeping<Others, Answer>)[key];
    return known && isSameList(known.others, others) ? known : undefined;
  };
  const ask = (owner: Owner, ...others: Others): Answer => {
    const known = find(owner, others);
    if (known) return known.answer;
    const answer = make(owner, ...others);
    // Not enumerable, so that copies and comparisons of the owner do not see it.
    Object.defineProperty(owner, key, { value: { others, answer }, configurable: true });
    return answer;
  };
  return Object.assign(ask, {
    knows: (owner: Owner, ...others: Others): boolean => find(owner, others) !== undefined,
  });
}

type Keeping<Others, Answer> = Record<
  symbol,
  { readonly others: Others; readonly answer: Answer } | undefined
>;

/**
 * Makes a function that gives back its last value for an owner where a new one says the same. Those who compare objects
 * to see whether something has changed need that.
 */
export function steady<Value>(
  isSame: (a: Value, b: Value) => boolean,
): (owner: object, value: Value) => Value {
  const kept = new WeakMap<object, { readonly value: Value }>();
  return (owner, value) => {
    const before = kept.get(owner);
    if (before && isSame(before.value, value)) return before.value;
    kept.set(owner, { value });
    return value;
  };
}

/*
 * What can be fuzzed: a name, texts to start from, and a check that says what must hold of any text, beyond not failing.
 */

/** Separates the texts of an input that has several, such as a cover and a document; no other text contains it. */
export const separator = '\u241E';

export interface Target {
  readonly name: string;
  /** How many inputs are tried at each `npm test`: as many as a quiet core tries in about a second. */
  readonly executions: number;
  /** Texts to start from. */
  readonly seeds: readonly string[];
  /** What inputs are made of, besides the literal strings of the product's code. */
  readonly words: readonly string[];
  /** A plain text, as long as the input at least: what time and memory are compared with. */
  readonly plain: (length: number) => string;
  /** Reads, prints or imports the input, and throws where something does not hold. */
  readonly check: (input: string) => void | Promise<void>;
}

/** The texts of an input, exactly as many as are asked for. */
export function textsOf(input: string, count: number): string[] {
  const texts = input.split(separator);
  return Array.from({ length: count }, (_, i) => texts[i] ?? '');
}

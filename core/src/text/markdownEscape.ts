/*
 * Words as Markdown that is read as these very words: nothing in them is a sign, a link or the start of a block,
 * in CommonMark and in what GitHub and others add to it. White space is folded, because Markdown does so anyway.
 */

import { oneLine } from './singleLine';

/** The words in one line of Markdown. */
export function literalLine(words: string): string {
  return (
    oneLine(words)
      // A closing bracket says nothing when no opening one does.
      .replace(/[\\`*_{}[<>~|&#$^=@]/g, '\\$&')
      // Addresses become links without any sign around them.
      .replace(/:\/\//g, '\\://')
      .replace(/\b(www)\./gi, '$1\\.')
      // What begins a list or a rule at the start of a line.
      .replace(/^[-+]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

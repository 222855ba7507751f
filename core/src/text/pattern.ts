/*
 * The one place where a regular expression is made from pieces. Everything else is written as a literal, and lint
 * allows no other `RegExp`. Call it at the top level of a file only, with pieces that are known there and never with
 * text from a document: `npm run lint` runs each file that calls it, sees the expression that comes out, and fails
 * where its time could grow faster than the text (scripts/lint-patterns.mjs).
 */

export function pattern(source: string, flags = ''): RegExp {
  return new RegExp(source, flags);
}

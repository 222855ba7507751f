/*
 * A published document as a list of headings, paragraphs and rows of tables, whatever it was made with. Types only: who
 * has the file makes them, because a parser of HTML has no place in what an editor loads.
 */

/** Words of a cell or a page; an item is a point of a list. */
export interface Words {
  readonly words: string;
  readonly isItem: boolean;
}
export type Block =
  | { readonly kind: 'heading'; readonly words: string; readonly line: number }
  | ({ readonly kind: 'text'; readonly line: number } & Words)
  | { readonly kind: 'row'; readonly cells: readonly (readonly Words[])[]; readonly line: number };

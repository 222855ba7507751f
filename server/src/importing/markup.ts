/*
 * XML and HTML as a stream of elements, wherever they come from. Elements inside one another and the attributes of one
 * element are counted, because the parser keeps both in memory; entities that a document defines itself are never looked
 * up, so none can grow.
 */
import { Parser } from 'htmlparser2';
import { limits, many, TooMuch } from './limits';

/** What is called for each part of a document. */
export interface MarkupReader {
  readonly open: (name: string, attributes: Record<string, string>, at: () => number) => void;
  readonly text?: (words: string) => void;
  readonly close?: (name: string, at: () => number) => void;
}

/** Takes pieces of a document, and `end` after the last. */
export interface Markup {
  write(text: string): void;
  end(): void;
}

/** Reads a document in pieces; `advice` is what to do where it is built in a way that is not read. */
export function readMarkup(
  reader: MarkupReader,
  { isXml, advice }: { isXml: boolean; advice: string },
): Markup {
  let depth = 0;
  let attributes = 0;
  const at = (): number => parser.startIndex;
  const parser = new Parser(
    {
      onopentagname() {
        attributes = 0;
        if (++depth > limits.depth)
          throw new TooMuch(
            `has elements nested more than ${many(limits.depth)} deep, which is the most that is read. ${advice}`,
          );
      },
      onattribute() {
        if (++attributes > limits.attributes)
          throw new TooMuch(
            `has an element with more than ${many(limits.attributes)} attributes, which is the most that is read. ${advice}`,
          );
      },
      onopentag(name, values) {
        reader.open(name, values, at);
      },
      ...(reader.text && { ontext: reader.text }),
      onclosetag(name) {
        depth--;
        reader.close?.(name, at);
      },
      onprocessinginstruction(name) {
        if (isXml && /^!doctype$/i.test(name))
          throw new TooMuch(
            `has a document type of its own (DOCTYPE), which no office program writes, so it is not read. ${advice}`,
          );
      },
    },
    { xmlMode: isXml, decodeEntities: true },
  );
  return parser;
}

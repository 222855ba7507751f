/*
 * Citations as a plugin for unified: it teaches `remark-parse` to read them and `remark-stringify` to print them. Our own
 * parser uses it, and so can any pipeline, as `critical-friend/remark` (`remark.ts`). A citation is printed as it was written.
 * Text that only looks like one needs little here, because the stringifier puts a backslash before every opening
 * bracket of a text. What is left is the bracket of a link, an image or a definition, whose first letter is encoded.
 */
import type { CitationNode } from 'mdast';
import type { Handle, Info, Options, State, Unsafe } from 'mdast-util-to-markdown';
import type {} from 'remark-parse';
import type {} from 'remark-stringify';
import type { Processor } from 'unified';
import { pattern } from '../text/pattern';
import { classifyInner, keywords, openingWords } from './citation';
import { citationFromMarkdown, citationSyntax } from './micromarkCitation';

/** Has `remark-parse` and `remark-stringify` know citations, in any pipeline. */
export function remarkCitations(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(citationSyntax());
  (data.fromMarkdownExtensions ??= []).push(citationFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(citationToMarkdown());
}

/** The printing side: citations as they were written, and nothing else that would be read as one. */
export function citationToMarkdown(): Options {
  return { handlers: { citation: printer(''), escapedCitation: printer('\\') }, unsafe: unsafeLabels() };
}

/** Prints a node's brackets after `sign`; a value that is read as no such node is printed as text. */
function printer(sign: '' | '\\'): Handle & { peek: () => string } {
  const print = ({ value }: CitationNode, _: unknown, state: State, info: Info): string => {
    const written = fit(value, state);
    const read = classify(written, '', sign);
    if (read === undefined) return state.safe(value, info);
    // Only an edited tree has a malformed citation before a sign that would make a link of it.
    const isApart = classify(written, info.after.charAt(0), sign) === undefined;
    return `${sign}${written}${isApart ? ' ' : ''}`;
  };
  return Object.assign(print, { peek: () => sign || '[' });
}

/** How brackets are read before the character `next`, after a backslash or without one. */
function classify(written: string, next: string, sign: '' | '\\'): 'citation' | 'malformed' | undefined {
  const inner = /^\[([^[\]]*)\]$/.exec(written)?.[1];
  // A citation ends with its paragraph.
  if (inner === undefined || linesOf(inner).slice(1, -1).some(isBlank)) return undefined;
  if (sign === '') return classifyInner(inner, next);
  return classifyInner(inner.replace(/\\$/, ''), next) === 'citation' ? 'citation' : undefined;
}

/** The brackets as they can be written here: in one line where there is only one, without the borders of a cell. */
function fit(value: string, { stack }: State): string {
  const isCell = stack.includes('tableCell');
  if (!isCell && !stack.includes('headingAtx')) return value;
  const line = linesOf(value)
    .map((each) => each.trim())
    .join(' ');
  return isCell ? line.replace(/\\?\|/g, '\\|') : line;
}

function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}

const number = '[A-Za-z.:]*\\d[A-Za-z\\d.:]*';
const numbers = pattern(`\\s+${number}(?:\\s*[,‐‑‒–-]\\s*${number})*\\s*\\]`, 'y').source;
const entry = '[A-Za-z\\d]+(?:[._-][A-Za-z\\d]+)*';
const entries = pattern(`\\s+${entry}(?:\\s*,\\s*${entry})*\\s*\\]`, 'y').source;

/** What follows a keyword in a label that would be read as a citation: after `std` nearly anything, after others only ids. */
const following: Readonly<Record<string, string | undefined>> = {
  [keywords.standard]: /[\s\]]|(?:[:.-]\s*)?\d/y.source,
  [keywords.theme]: numbers,
  [keywords.probe]: numbers,
  [keywords.evidence]: entries,
};

/** A bracket of the label's own words, which ends a citation before the label ends. */
const innerBracket = /(?![A-Za-z])[^[\]]*\](?!\(?$)/y.source;

/**
 * The first letter of a label that would be read as a citation, and win over the link: `[std 6.1](x)`. A label such as
 * `[theme park](x)` is none and stays as it is. What is in several nodes of a label is not looked at.
 */
function unsafeLabels(): Unsafe[] {
  return openingWords.flatMap((word) => {
    const [first = '', ...rest] = word;
    const letters = rest.map((letter) => `[${letter}${letter.toUpperCase()}]`).join('');
    const follows = [following[word], innerBracket].filter((each) => each !== undefined).join('|');
    const after = `${letters}(?:${follows})`;
    return [first, first.toUpperCase()].map((character): Unsafe => {
      return { character, before: '\\[', after, inConstruct: ['label', 'reference'] };
    });
  });
}

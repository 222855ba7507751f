/*
 * A published document as a list of headings, paragraphs and rows of tables, whatever it was made with: HTML, Markdown
 * with tables between bars, or the text of a PDF in which tabs stand between cells that hold HTML. Nothing is known here
 * of standards. Each block carries its line, so that what cannot be used can be told.
 */
import type { Block, Words } from '../../../core/src';
import { counter, limits, savePart, textCounter } from './limits';
import { readMarkup } from './markup';

/** The blocks of a document in its order, or throws TooMuch. */
export function readPage(text: string): Block[] {
  const count = {
    text: textCounter(savePart),
    blocks: counter(
      limits.blocks,
      (most) =>
        `has more than ${most} headings, paragraphs and cells, which is the most that is read. ${savePart}`,
    ),
  };
  return /^\s*(?:<!doctype|<html|<\?xml)/i.test(text.slice(0, 2000))
    ? readHtml(text, count)
    : readMarkdown(text, count);
}

/** What is counted over a whole page. */
interface Counters {
  readonly text: (more: number) => void;
  readonly blocks: (more: number) => void;
}

const opensWords = new Set([
  'p',
  'li',
  'br',
  'div',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'tr',
  'td',
  'th',
]);

function readHtml(text: string, count: Counters): Block[] {
  const blocks: Block[] = [];
  let cells: Words[][] | undefined;
  let cell: Words[] | undefined;
  let heading = false;
  let item = false;
  let words = '';
  let skipped = 0;
  let line = 1;
  let counted = 0;
  const lineAt = (index: number): number => {
    for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
  const flush = (at: number): void => {
    const said = tidy(words);
    words = '';
    if (said.words === '') return;
    count.blocks(1);
    const found = { words: said.words, isItem: item || said.isItem };
    if (cell) cell.push(found);
    else if (heading) blocks.push({ kind: 'heading', words: found.words, line: at });
    else blocks.push({ kind: 'text', ...found, line: at });
  };
  const reader = {
    open(name: string, _: unknown, index: () => number) {
      if (name === 'script' || name === 'style') skipped++;
      if (!opensWords.has(name)) return;
      flush(lineAt(index()));
      if (/^h[1-6]$/.test(name)) heading = true;
      if (name === 'li') item = true;
      if (name === 'tr') cells = [];
      if (name === 'td' || name === 'th') {
        count.blocks(1);
        cell = [];
      }
    },
    text(said: string) {
      if (skipped > 0) return;
      count.text(said.length);
      words += said;
    },
    close(name: string, index: () => number) {
      if (name === 'script' || name === 'style') skipped--;
      if (!opensWords.has(name)) return;
      const at = lineAt(index());
      flush(at);
      if (/^h[1-6]$/.test(name)) heading = false;
      if (name === 'li') item = false;
      if ((name === 'td' || name === 'th') && cell) {
        cells?.push(cell);
        cell = undefined;
      }
      if (name === 'tr' && cells) {
        count.blocks(1);
        blocks.push({ kind: 'row', cells, line: at });
        cells = undefined;
      }
    },
  };
  const parser = readMarkup(reader, { isXml: false, advice: savePart });
  parser.write(text);
  parser.end();
  flush(line);
  return blocks;
}

function readMarkdown(text: string, count: Counters): Block[] {
  count.text(text.length);
  const lines = counter(
    limits.rows,
    (most) => `has more than ${most} lines, which is the most that is read. ${savePart}`,
  );
  const blocks: Block[] = [];
  let line = 0;
  for (const [, source = ''] of text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)) {
    lines(1);
    line++;
    for (const block of readLine(source, line, count)) blocks.push(block);
  }
  return blocks;
}

function readLine(source: string, line: number, count: Counters): Block[] {
  const heading = /^ {0,3}#{1,6}\s+(\S.*)?$/s.exec(source);
  if (heading) {
    count.blocks(1);
    return [{ kind: 'heading', words: tidy(heading[1] ?? '').words, line }];
  }
  if (source.trim() === '' || /^[\s|:-]+$/.test(source)) return [];
  const isBarred = /^\s*\|.*\|\s*$/.test(source);
  if (!isBarred && !source.includes('\t'))
    return readFragment(source, count).map((said) => ({ kind: 'text', ...said, line }));
  const cells = isBarred
    ? source
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
    : source.split('\t');
  count.blocks(cells.length);
  return [{ kind: 'row', cells: cells.map((cell) => readFragment(cell, count)), line }];
}

/** The words of a cell: what is in tags of its own is words of its own. */
function readFragment(source: string, count: Counters): Words[] {
  if (!/[<&]/.test(source)) {
    const said = tidy(source);
    if (said.words === '') return [];
    count.blocks(1);
    return [said];
  }
  // The text of the whole page is counted already.
  const blocks = readHtml(source, { ...count, text: () => undefined });
  return blocks.flatMap((block) => {
    if (block.kind === 'row') return block.cells.flat();
    return [{ words: block.words, isItem: block.kind === 'text' && block.isItem }];
  });
}

/** Words without the signs of Markdown around them, and whether they begin like a point of a list. */
function tidy(source: string): Words {
  const line = source
    .replace(/\*\*|__|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\|*_[\]<>#])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const bullet = /^(?:[•·▪]|[-*+](?=\s))\s*/.exec(source.trim());
  const words = bullet ? line.replace(/^(?:[•·▪]|[-*+](?=\s))\s*/, '') : line;
  return { words, isItem: bullet !== null };
}

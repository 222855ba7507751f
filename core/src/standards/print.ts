/*
 * Prints a catalogue as the Markdown that `readCatalogue` reads: what is printed and read again is the same data. Words
 * stay as they are wherever they are read as they are; only others get backslashes, because people edit these files.
 */
import { printRemarks } from '../catalogue/idAnnotations';
import { parseBlocks, wordsOf } from '../syntax/markdown';
import { literalLine } from '../text/markdownEscape';
import { span } from '../text/span';
import { findEntry, readYamlMap } from '../syntax/yaml';
import type { CatalogueData, ElementData, ThemeData } from './data';

/** The text of a catalogue, with line feeds. */
export function printCatalogue({ settings, themes }: CatalogueData): string {
  const entries = Object.entries(settings).map(([key, value]) => `${key}: ${printScalar(value)}`);
  const front = ['---', ...entries, '---'].join('\n');
  return `${[front, ...themes.flatMap(printTheme)].join('\n\n')}\n`;
}

/** A value of front matter: as it is, or in quotes where YAML would read something else. */
export function printScalar(value: string): string {
  const plain = `a: ${value}`;
  const { map, faults } = readYamlMap(plain, span(0, plain.length));
  const read = findEntry(map, 'a')?.value;
  const isSame = faults.length === 0 && read?.kind === 'scalar' && read.value === value;
  return isSame && !/[\r\n]/.test(value) ? value : JSON.stringify(value);
}

function printTheme(theme: ThemeData): string[] {
  const about: string[] = [];
  let wasItem = false;
  for (const { words, isItem } of theme.about) {
    const line = isItem ? printLine('- ', words) : printLine('', words);
    const last = about.length - 1;
    if (isItem && wasItem) about[last] = `${about[last]}\n${line}`;
    else about.push(line);
    wasItem = isItem;
  }
  return [
    printLine(`# `, `Theme ${theme.id}: ${theme.title}`),
    ...printNames(theme),
    ...about,
    ...theme.elements.flatMap(printElement),
  ];
}

function printElement(element: ElementData): string[] {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`### ${title}`, lines.join('\n')];
  return [
    printLine('## ', `Element ${element.id}: ${element.title}`),
    ...printNames(element),
    ...list(
      'Standards',
      element.standards.map(({ id, text, ...remarks }) =>
        printLine('- ', `${id} ${text}${printRemarks(remarks)}`),
      ),
    ),
    ...list(
      'Probes',
      element.probes.map(({ text, formerly }, i) =>
        printLine(`${i + 1}. `, `${text}${printRemarks({ formerly })}`),
      ),
    ),
    ...list(
      'Sources of evidence',
      element.sources.map((text, i) => printLine(`${i + 1}. `, text)),
    ),
  ];
}

function printNames({ aliases, formerly }: Pick<ThemeData, 'aliases' | 'formerly'>): string[] {
  return [
    ...(aliases.length === 0 ? [] : [printLine('', `Also known as: ${aliases.join('; ')}`)]),
    ...(formerly.length === 0 ? [] : [`Formerly: ${formerly.join(', ')}`]),
  ];
}

/**
 * Words in which nothing could have a meaning in Markdown: letters and plain punctuation, perhaps after an id with a dot in
 * it. Most are, and need not be read to know that they come back.
 */
const plainest =
  /^(?:[A-Za-z]?\d+(?:\.[A-Za-z0-9]+)+ )?\p{L}[\p{L}\p{M}\p{N},;:.?!%'’‘“”…–]*(?: [\p{L}\p{M}\p{N}(][\p{L}\p{M}\p{N},;:.?!%'’‘“”…–()/-]*)*$/u;

/** The words behind a sign that opens a block, so that they are read as these very words. */
function printLine(sign: string, words: string): string {
  if (plainest.test(words)) return `${sign}${words}`;
  const asIs = `${sign}${words}`.trimEnd();
  const { children } = parseBlocks(`${asIs}\n`);
  const [only] = children;
  const isOne = children.length === 1 && (sign !== '' || only?.type === 'paragraph');
  const isPlain =
    only?.type === 'list' ? only.children.length === 1 && only.children[0]?.children.length === 1 : true;
  if (only && isOne && isPlain && wordsOf(only) === words) return asIs;
  return `${sign}${literalLine(words)}`.trimEnd();
}

/*
 * Standards as a body has published them: a heading for each theme and below it a table with an element in the first
 * column, its standards, probes and sources in the others. Page breaks cut such tables, so a row may go on with what the
 * one above began. An overview of all themes gives other names. What has no place is told by its line.
 */
import { foldTitle } from '../syntax/sectionKind';
import { likeness, wordSet } from '../text/similarity';
import { columnOf } from './columns';
import { Draft, type DraftElement, type Imported } from './draft';
import type { Block, Words } from './blocks';

/** From here on two titles are the same one with slightly other words. */
const alike = 0.75;

interface Overview {
  readonly line: number;
  readonly titles: readonly string[];
  readonly elements: { id: string; title: string }[];
  readonly about: (Words & { theme: number; line: number })[];
}

type Column = 'words' | 'probes' | 'sources';

/** Reads a document with tables; undefined where no table has columns that can be understood. */
export function readPublished(blocks: readonly Block[]): Imported | undefined {
  const isHead = (block: Block): boolean => block.kind === 'row' && headerOf(block.cells).size >= 2;
  const first = blocks.findIndex(isHead);
  if (first < 0) return undefined;
  const draft = new Draft();
  const over = blocks.findIndex(
    (block) => block.kind === 'row' && /^themes?$/i.test(sayCell(block.cells[0])),
  );
  const begin = lastHeading(blocks, over >= 0 && over < first ? over : first);
  const overview = over >= 0 && over < first ? readOverview(blocks, over) : undefined;
  const lastRow = lastWhere(blocks, (block) => block.kind === 'row' && block.cells.length > 1);
  const after = blocks.findIndex((block, i) => i > lastRow && block.kind === 'heading');
  const end = after < 0 ? blocks.length : after;
  const columns: string[] = [];
  let header: ReadonlyMap<number, Column> | undefined;
  let heading: string | undefined;
  let texts: (Words & { line: number })[] = [];
  let state: RowState | undefined;
  const unplaced = (line: number, words: string): void => {
    draft.note(`line ${line}`, `“${words}” has no place in a catalogue.`);
  };
  const start = Math.max(begin, 0);
  for (const block of blocks.slice(start, end)) {
    if (block.kind === 'heading') {
      for (const { line, words } of texts) unplaced(line, words);
      [heading, texts] = [block.words, []];
    } else if (block.kind === 'text') {
      texts.push(block);
    } else if (isHead(block) || header) {
      const head = isHead(block);
      // A table whose headings were lost has the columns of the one before.
      if (head || !header) header = headerOf(block.cells);
      if (heading !== undefined) {
        const theme = draft.openTheme('', heading);
        for (const { words, isItem } of texts) theme.about.push({ words, isItem });
        [heading, texts, state] = [undefined, [], undefined];
      }
      if (columns.length === 0) columns.push(...describe(block.cells, header));
      if (head || !state) state = { draft, header, hasItems: new Set() };
      readRow(state, block.cells, block.line, head);
    } else if (!overview) unplaced(block.line, block.cells.map(sayCell).join(' '));
  }
  for (const { line, words } of texts) unplaced(line, words);
  if (overview) addOverview(draft, overview);
  addOtherNames(draft, blocks, start, end);
  const title = blocks[start];
  if (title?.kind === 'heading' && overview)
    draft.settings.title = title.words.replace(/^(?:appendix|annex)\s+\w+\s*[:.–-]?\s*/i, '');
  const lines = [blocks[start]?.line ?? 1, blocks[end]?.line];
  const before = (lines[0] ?? 1) > 1 ? [`1 to ${(lines[0] ?? 1) - 1}`] : [];
  const rest = [...before, ...(lines[1] === undefined ? [] : [`from ${lines[1]} on`])];
  if (rest.length > 0)
    draft.note(`lines ${rest.join(' and ')}`, 'There is no table of standards there, so these are not read.');
  return { ...draft.finish(), columns };
}

function lastHeading(blocks: readonly Block[], before: number): number {
  return lastWhere(blocks.slice(0, before), ({ kind }) => kind === 'heading');
}

function lastWhere(blocks: readonly Block[], is: (block: Block) => boolean): number {
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i];
    if (block && is(block)) return i;
  }
  return -1;
}

function sayCell(cell: readonly Words[] | undefined): string {
  return (cell ?? []).map(({ words }) => words).join(' ');
}

/** Which columns of a row are headings; a table of standards has at least two that are known. */
function headerOf(cells: readonly (readonly Words[])[]): ReadonlyMap<number, Column> {
  const found = new Map<number, Column>();
  for (const [i, cell] of cells.entries()) {
    const kind = columnOf(sayCell(cell));
    if (kind === 'words' || kind === 'probes' || kind === 'sources') found.set(i, kind);
  }
  return [...found.values()].includes('words') ? found : new Map();
}

function describe(cells: readonly (readonly Words[])[], header: ReadonlyMap<number, Column>): string[] {
  const meaning = { words: 'the wording', probes: 'probes', sources: 'sources of evidence' };
  return cells.map((cell, i) => {
    const kind = header.get(i);
    return `column ${i + 1} “${sayCell(cell)}”: ${kind === undefined ? 'the element' : meaning[kind]}`;
  });
}

interface RowState {
  readonly draft: Draft;
  readonly header: ReadonlyMap<number, Column>;
  /** Columns whose points stand in a list, so that other words there go on with the last point. */
  readonly hasItems: Set<Column>;
}

function readRow(state: RowState, cells: readonly (readonly Words[])[], line: number, isHead: boolean): void {
  const { draft, header, hasItems } = state;
  const place = `line ${line}`;
  const name = cells
    .filter((_, i) => !header.has(i))
    .map(sayCell)
    .filter((words) => words !== '')
    .join(' ');
  const numbered = /^([A-Za-z]?\d+(?:\.\d+)*)[.:)]*\s*([^]*)$/.exec(name);
  if (numbered) draft.openElement(numbered[1] ?? '', numbered[2] ?? '');
  else if (name !== '' && draft.element && !isHead) {
    const element = draft.element;
    element.title = element.title === '' ? name : `${element.title} ${name}`;
  } else if (name !== '' && !isHead) draft.openElement('', name);
  if (isHead) return;
  for (const [i, column] of header) {
    for (const { words, isItem } of cells[i] ?? []) {
      if (isItem) hasItems.add(column);
      const element = draft.element ?? draft.openElement('', draft.theme?.title ?? '');
      if (column === 'words') readStandard(draft, element, words, place, isItem);
      else readPoint(draft, element, column, words, isItem || !hasItems.has(column));
    }
  }
}

function readStandard(
  draft: Draft,
  element: DraftElement,
  words: string,
  place: string,
  isItem: boolean,
): void {
  const numbered = /^([A-Za-z]?\d+(?:\.\d+)+)\.?\s+(\S.*)$/.exec(words);
  const last = element.standards[element.standards.length - 1];
  if (numbered) draft.addStandard(place, numbered[1] ?? '', numbered[2] ?? '');
  else if (last && !isItem) last.text = `${last.text} ${words}`;
  else draft.addStandard(place, '', words);
}

function readPoint(
  draft: Draft,
  { probes, sources }: DraftElement,
  column: 'probes' | 'sources',
  words: string,
  isNew: boolean,
): void {
  const probe = probes[probes.length - 1];
  if (column === 'probes') {
    if (isNew || !probe) draft.addProbe(words);
    else probe.text = `${probe.text} ${words}`;
  } else if (isNew || sources.length === 0) draft.addSource(words);
  else sources[sources.length - 1] = `${sources[sources.length - 1]} ${words}`;
}

function readOverview(blocks: readonly Block[], at: number): Overview {
  const row = blocks[at];
  const titles = row?.kind === 'row' ? row.cells.slice(1).map(sayCell) : [];
  const overview: Overview = { line: row?.line ?? 1, titles, elements: [], about: [] };
  for (const block of blocks.slice(at + 1)) {
    if (block.kind === 'heading') break;
    if (block.kind !== 'row') continue;
    for (const [theme, cell] of block.cells.slice(1).entries()) {
      for (const said of cell) {
        const numbered = /^([A-Za-z]?\d+(?:\.\d+)*)[.:)]\s+(\S.*)$/.exec(said.words);
        if (numbered) overview.elements.push({ id: numbered[1] ?? '', title: numbered[2] ?? '' });
        else overview.about.push({ ...said, theme, line: block.line });
      }
    }
  }
  return overview;
}

/** Other titles of the overview become names; of what it says of a theme, a list is kept and what stands in the theme's own place is not said twice. */
function addOverview(draft: Draft, { titles, elements, about }: Overview): void {
  const named = new Map<string, string>();
  for (const { id, title } of elements) if (!named.has(id)) named.set(id, title);
  const said = new Map<number, Overview['about']>();
  for (const each of about) {
    const own = said.get(each.theme) ?? [];
    said.set(each.theme, own);
    own.push(each);
  }
  for (const [i, theme] of draft.themes.entries()) {
    const title = titles[i];
    if (title !== undefined && foldTitle(title) !== foldTitle(theme.title)) theme.aliases.push(title);
    const own = said.get(i) ?? [];
    const hasList = own.some(({ isItem }) => isItem);
    for (const { words, isItem, line } of own) {
      if (hasList || theme.about.length === 0) theme.about.push({ words, isItem });
      else
        draft.note(
          `line ${line}`,
          `“${words}” is said of theme ${i + 1}, which has a description of its own.`,
        );
    }
    for (const element of theme.elements) {
      const other = named.get(element.id);
      if (other !== undefined && foldTitle(other) !== foldTitle(element.title)) element.aliases.push(other);
    }
  }
}

/** Headings and points elsewhere in the document that call a theme by almost the same words. */
function addOtherNames(draft: Draft, blocks: readonly Block[], start: number, end: number): void {
  // Each name is compared with each theme.
  if (draft.themes.length > mostThemes) {
    const why = `There are more than ${mostThemes} themes, so other names for them were not looked for.`;
    draft.note('themes', why);
    return;
  }
  const sets = draft.themes.map(({ title }) => wordSet(title));
  const known = draft.themes.map(({ title, aliases }) => new Set([title, ...aliases].map(foldTitle)));
  const elements = new Set(
    draft.themes.flatMap((theme) => theme.elements.map(({ title }) => foldTitle(title))),
  );
  const tried = new Set<string>();
  for (const [i, block] of blocks.entries()) {
    const isName = block.kind === 'heading' || (block.kind === 'text' && block.isItem);
    if (!isName || (i >= start && i < end)) continue;
    const words = block.words.replace(/^\d+(?:\.\d+)*\.?\s+/, '');
    // What has been compared once says the same again.
    if (words.length > longestName || tried.has(words)) continue;
    tried.add(words);
    const at = nearestTo(wordSet(words), sets);
    const theme = draft.themes[at];
    const folded = foldTitle(words);
    if (!theme || elements.has(folded) || known[at]?.has(folded) !== false) continue;
    known[at].add(folded);
    theme.aliases.push(words);
  }
}

const mostThemes = 100;
const longestName = 1000;

/** The set that a set is most like, if it is alike at all; the first of several. */
function nearestTo(set: ReadonlySet<string>, sets: readonly ReadonlySet<string>[]): number {
  let [best, most] = [-1, 0];
  for (const [i, each] of sets.entries()) {
    const share = likeness(set, each);
    if (share > most) [best, most] = [i, share];
  }
  return most >= alike ? best : -1;
}

/*
 * A catalogue as a table for people who use spreadsheets, one row for each thing, and back without loss. Tables of
 * others are read too, one row for each standard with its theme and element beside it; what their columns hold is
 * guessed from the headings and told. All cells are words: an id is never a number.
 */
import { foldBlanks } from '../text/singleLine';
import { catalogueKeys } from '../catalogue/readCatalogue';
import { splitIds } from '../catalogue/idAnnotations';
import { columnOf, type ColumnKind } from './columns';
import type { CatalogueData } from './data';
import { Draft, type Imported } from './draft';
import { splitTrimmed } from '../text/ends';

const kinds = {
  setting: 'Setting',
  theme: 'Theme',
  about: 'About the theme',
  aboutItem: 'About the theme (point)',
  element: 'Element',
  standard: 'Standard',
  probe: 'Probe',
  source: 'Source of evidence',
} as const;

/** The rows of a catalogue, with a row of headings. */
export function printTable({ settings, themes }: CatalogueData): string[][] {
  const rows: string[][] = [['Kind', 'Id', 'Words', 'Also known as', 'Printed', 'Formerly']];
  const row = (kind: string, id: string, words: string, ...more: string[]): void => {
    rows.push([kind, id, words, more[0] ?? '', more[1] ?? '', more[2] ?? '']);
  };
  for (const [key, value] of Object.entries(settings)) row(kinds.setting, key, value);
  for (const theme of themes) {
    row(kinds.theme, theme.id, theme.title, theme.aliases.join('; '), '', theme.formerly.join(', '));
    for (const { words, isItem } of theme.about) row(isItem ? kinds.aboutItem : kinds.about, '', words);
    for (const element of theme.elements) {
      row(
        kinds.element,
        element.id,
        element.title,
        element.aliases.join('; '),
        '',
        element.formerly.join(', '),
      );
      for (const { id, text, printed = '', formerly } of element.standards)
        row(kinds.standard, id, text, '', printed, formerly.join(', '));
      element.probes.forEach(({ text, formerly }, i) => {
        row(kinds.probe, `${element.id}.${i + 1}`, text, '', '', formerly.join(', '));
      });
      for (const text of element.sources) row(kinds.source, '', text);
    }
  }
  return rows;
}

/** How many rows may stand above the headings. */
const mostAbove = 20;

/** Reads a table; undefined where no row has headings that can be understood. */
export function readTable(rows: readonly (readonly string[])[]): Imported | undefined {
  const at = rows.slice(0, mostAbove).findIndex((row) => {
    const found = row.map(columnOf);
    return found.includes('words') && found.filter((kind) => kind !== undefined).length >= 2;
  });
  const header = rows[at];
  if (!header) return undefined;
  const places = new Map<ColumnKind, number>();
  const columns = header.map((heading, i) => {
    const kind = columnOf(heading);
    const isNew = kind !== undefined && !places.has(kind);
    if (isNew) places.set(kind, i);
    const meaning = isNew ? meanings[kind] : 'not used';
    return `column ${letterOf(i)} “${foldBlanks(heading)}”: ${meaning}`;
  });
  const draft = new Draft();
  for (const [i, cells] of rows.entries()) {
    if (i <= at || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (kind: ColumnKind): string => {
      const place = places.get(kind);
      return place === undefined ? '' : (cells[place] ?? '').trim();
    };
    if (places.has('kind')) readThing(draft, `row ${i + 1}`, cell);
    else readStandard(draft, `row ${i + 1}`, cell);
  }
  return { ...draft.finish(), columns };
}

const meanings: Record<ColumnKind, string> = {
  kind: 'what the row is',
  theme: 'the theme',
  element: 'the element',
  id: 'the id',
  words: 'the wording',
  probes: 'probes',
  sources: 'sources of evidence',
  printed: 'the number that is printed',
  formerly: 'ids of the edition before',
  aliases: 'other names',
};

type CellOf = (kind: ColumnKind) => string;

function readThing(draft: Draft, place: string, cell: CellOf): void {
  const [kind, id, words] = [cell('kind').toLowerCase(), cell('id'), cell('words')];
  const formerly = splitIds(cell('formerly'));
  const aliases = splitTrimmed(cell('aliases'), ';').filter((name) => name !== '');
  const known = Object.entries(kinds).find(([, word]) => word.toLowerCase() === kind)?.[0];
  const printed = cell('printed');
  if (known === 'setting') {
    const key = catalogueKeys.find((each) => each === id);
    if (key) draft.settings[key] = words;
    else draft.note(place, `“${id}” is no setting of a catalogue; it knows ${catalogueKeys.join(', ')}.`);
  } else if (known === 'theme') Object.assign(draft.openTheme(id, foldBlanks(words)), { aliases, formerly });
  else if (known === 'element')
    Object.assign(draft.openElement(id, foldBlanks(words)), { aliases, formerly });
  else if (known === 'standard') draft.addStandard(place, id, words, { printed, formerly });
  else if (known === 'probe') draft.addProbe(words, formerly);
  else if (known === 'source' || kind === 'source') draft.addSource(words);
  else if (known === 'about' || known === 'aboutItem')
    draft.theme?.about.push({ words: foldBlanks(words), isItem: known === 'aboutItem' });
  else
    draft.note(
      place,
      `“${cell('kind')}” is none of ${Object.values(kinds).join(', ')}; the row “${foldBlanks(words)}” is left out.`,
    );
}

/** A row of a table in which each row is a standard; a theme or element that is not named is the one above. */
function readStandard(draft: Draft, place: string, cell: CellOf): void {
  const theme = readName(cell('theme'), 'theme');
  if (theme.title !== '' && draft.theme?.title !== theme.title) draft.openTheme(theme.id, theme.title);
  const element = readName(cell('element'), 'element');
  if (element.title !== '' && draft.element?.title !== element.title)
    draft.openElement(element.id, element.title);
  const words = foldBlanks(cell('words'));
  const id = cell('id') || (/^[A-Za-z]?\d+(?:\.\d+)+(?=\.?\s)/.exec(words)?.[0] ?? '');
  const text = words.startsWith(id) ? words.slice(id.length).replace(/^\.?\s+/, '') : words;
  if (words !== '')
    draft.addStandard(place, id, text, { printed: cell('printed'), formerly: splitIds(cell('formerly')) });
  else if (id !== '') draft.note(place, `Standard ${id} has no words, so it is left out.`);
  for (const probe of linesOf(cell('probes'))) draft.addProbe(probe);
  for (const source of linesOf(cell('sources'))) draft.addSource(source);
}

/** `3. Leadership`, `Theme 3: Leadership` or `Leadership`. */
export function readName(words: string, kind: 'theme' | 'element'): { id: string; title: string } {
  const line = foldBlanks(words);
  const bare = line.toLowerCase().startsWith(`${kind} `) ? line.slice(kind.length + 1) : line;
  const called = /^([A-Za-z]?\d+(?:\.\d+)*) ?[.:)–-]* (\S[^]*)$/.exec(bare);
  return called ? { id: called[1] ?? '', title: called[2] ?? '' } : { id: '', title: line };
}

/** The points of a cell, one a line, with or without a bullet. */
function linesOf(cell: string): string[] {
  return cell
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^\s*(?:[•·*–-]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

/** The name of a column as spreadsheets have it: A to Z, AA, AB. */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

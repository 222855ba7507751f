/*
 * A catalogue of standards, read from Markdown: themes, elements, standards, probes and sources of
 * evidence with their places. Ids are text, never numbers: `6.10` is not `6.1`. Reading never fails;
 * what cannot be read is a fault with a span, for people who write their own catalogue.
 */
import { pushAll } from '../text/arrays';
import type { Heading, List, Nodes, Paragraph } from 'mdast';
import { catalogueFaults } from './faults';
import { checkIds, type Blame } from './ids';
import { readRemarks, splitIds } from './idAnnotations';
import type { AboutBlock, Catalogue, Element, Probe, Source, Standard, Theme } from './types';
import { messageLine, type Diagnostic } from '../text/diagnostic';
import { foldTitle } from '../syntax/sectionKind';
import { blocksOf } from './blocks';
import { findFrontMatter, spanOf, wordsOf } from '../syntax/markdown';
import { slice, span, type Span } from '../text/span';
import { findEntry, readYamlMap } from '../syntax/yaml';
import { findWord, splitTrimmed } from '../text/ends';

export type * from './types';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type MutableElement = Omit<Mutable<Element>, 'standards' | 'probes' | 'sources' | 'aliases' | 'formerly'> & {
  standards: Standard[];
  probes: Probe[];
  sources: Source[];
  aliases: string[];
  formerly: string[];
};
type MutableTheme = Omit<Mutable<Theme>, 'elements' | 'aliases' | 'formerly' | 'about'> & {
  elements: Element[];
  aliases: string[];
  formerly: string[];
  about: AboutBlock[];
};
type Part = 'standards' | 'probes' | 'sources';

const parts = new Map<string, Part>([
  ['standards', 'standards'],
  ['safonau', 'standards'],
  ['probes', 'probes'],
  ['probes and questions', 'probes'],
  ['sources of evidence', 'sources'],
  ['possible sources of evidence', 'sources'],
]);

/** The front matter keys of a catalogue. */
export const catalogueKeys = [
  'id',
  'title',
  'language',
  'edition',
  'publisher',
  'source',
  'prefix',
  'replaces',
] as const;

/** Reads any text as a catalogue. */
export function readCatalogue(text: string): Catalogue {
  const faults: Diagnostic[] = [];
  const blame: Blame = (place, code, message) => {
    const { severity } = catalogueFaults[code];
    faults.push({ code, severity, span: place, message: messageLine(message) });
  };
  const settings = readCatalogueSettings(text, blame);
  const themes: MutableTheme[] = [];
  let element: MutableElement | undefined;
  let part: Part | undefined;
  let above: 'theme' | 'element' | undefined;

  for (const node of blocksOf(text)) {
    if (node.type === 'heading') {
      const place = spanOf(node);
      const words = wordsOf(node);
      const named = /^(theme|element) ([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*) ?[:.–-] ?(\S[^]*)$/i.exec(words);
      // “Element 2: Probes” is an element of that title, unless it is the element that is already open.
      const isTitle =
        named !== null && !(element && named[1]?.toLowerCase() === 'element' && named[2] === element.id);
      part = isTitle ? undefined : parts.get(foldTitle(words));
      above = undefined;
      if (part && element) continue;
      if (!named || part) {
        const expected = part
          ? 'stands under no element; put it below a heading such as “Element 1: …”'
          : 'is not one of a catalogue; expected “Theme 1: …”, “Element 1: …”, “Standards”, “Probes” or “Sources of evidence”';
        blame(place, 'unknown-heading', `The heading “${words}” ${expected}.`);
        continue;
      }
      const [, rank = '', id = '', title = ''] = named;
      const base = {
        id,
        title,
        aliases: [],
        formerly: [],
        span: span(place.start, text.length),
        nameSpan: nameSpan(text, node, id),
      };
      const theme = themes[themes.length - 1];
      above = rank.toLowerCase() === 'theme' ? 'theme' : 'element';
      closeAt(element, place.start);
      if (above === 'theme') {
        closeAt(theme, place.start);
        element = undefined;
        themes.push({ kind: 'theme', ...base, description: '', about: [], elements: [] });
      } else if (theme) {
        element = { kind: 'element', ...base, theme, standards: [], probes: [], sources: [] };
        theme.elements.push(element);
      } else
        blame(
          place,
          'misplaced-id',
          `Element ${id} stands before the first theme; put it under a theme's heading.`,
        );
    } else if (node.type === 'list' && element && part) {
      readItems(text, node, element, part, blame);
    } else if (node.type === 'paragraph' && above) {
      readBelowHeading(node, above === 'theme' ? themes[themes.length - 1] : element);
    } else if (node.type === 'list' && above === 'theme') {
      const theme = themes[themes.length - 1];
      for (const item of node.children) describe(theme, wordsOf(item), true);
    } else if (node.type === 'list' && !part && !above) {
      blame(
        spanOf(node),
        'unknown-heading',
        'This list stands under no heading of a catalogue, so it is not read.',
      );
    }
  }
  checkIds(themes, blame);
  return { ...settings, themes, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

function readCatalogueSettings(text: string, blame: Blame): Omit<Catalogue, 'themes' | 'faults'> {
  const place = findFrontMatter(text)?.yaml ?? span(0, 0);
  const { map, faults } = readYamlMap(text, place);
  for (const fault of faults) blame(fault.span, 'invalid-setting', fault.message);
  for (const { key } of map.entries) {
    if (!(catalogueKeys as readonly string[]).includes(key.value)) {
      const known = catalogueKeys.join(', ');
      blame(
        key.span,
        'unknown-setting',
        `“${key.value}” is not a setting of a catalogue; it knows ${known}.`,
      );
    }
  }
  const value = (key: string): string | undefined => {
    const node = findEntry(map, key)?.value;
    return node?.kind === 'scalar' ? node.value : undefined;
  };
  const id = value('id');
  if (id === undefined) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    const message =
      'This catalogue has no id; begin the file with lines “---”, “id: a-short-name” and “---”.';
    blame(span(start, Math.max(place.start, start)), 'missing-id', message);
  }
  const optional = Object.fromEntries(
    (['language', 'edition', 'publisher', 'source', 'prefix', 'replaces'] as const).flatMap((key) => {
      const found = value(key);
      return found === undefined ? [] : [[key, found]];
    }),
  );
  return { id: id ?? '', title: value('title') ?? id ?? '', ...optional };
}

function readItems(text: string, list: List, element: MutableElement, part: Part, blame: Blame): void {
  for (const item of list.children) {
    const words = wordsOf(item);
    const place = spanOf(item);
    const first = item.children[0];
    const content = first ? spanOf(first) : span(place.end, place.end);
    if (part !== 'standards') {
      const id = `${element.id}.${element[part].length + 1}`;
      const base = { id, element, span: place, nameSpan: span(place.start, content.start) };
      if (part === 'probes') {
        const { text: asked, formerly } = readRemarks(words);
        element.probes.push({ kind: 'probe', ...base, text: asked, formerly });
      } else element.sources.push({ kind: 'source', ...base, text: words });
      continue;
    }
    const match = /^([A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+)\.?\s+(\S.*)$/.exec(words);
    if (!match) {
      if (/^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)+\.?$/.test(words))
        blame(content, 'missing-words', `Standard ${words} has no words; write what it says behind its id.`);
      else
        blame(
          content,
          'missing-id',
          `This standard has no id; begin it with a number such as ${element.id}.1.`,
        );
      continue;
    }
    const [, id = '', rest = ''] = match;
    const remarks = readRemarks(rest, true);
    const at = slice(text, content).indexOf(id);
    element.standards.push({
      kind: 'standard',
      id,
      ...remarks,
      element,
      span: place,
      nameSpan: at < 0 ? content : span(content.start + at, content.start + at + id.length),
    });
  }
}

/** A paragraph under a theme's or element's heading: other names, former ids, or the description. */
function readBelowHeading(node: Paragraph, owner: MutableTheme | MutableElement | undefined): void {
  const words = wordsOf(node);
  const names = /^also known as:([^]*)$/i.exec(words)?.[1];
  const former = /^formerly:([A-Za-z0-9., ]+)$/i.exec(words)?.[1];
  if (names !== undefined)
    pushAll(
      owner?.aliases ?? [],
      splitTrimmed(names, ';').filter((name) => name !== ''),
    );
  else if (former !== undefined) pushAll(owner?.formerly ?? [], splitIds(former));
  else if (owner?.kind === 'theme') describe(owner, words, false);
}

function describe(theme: MutableTheme | undefined, words: string, isItem: boolean): void {
  if (!theme || words === '') return;
  theme.about.push({ words, isItem });
  theme.description = theme.about.map((block) => block.words).join(' ');
}

function closeAt(item: { span: Span } | undefined, end: number): void {
  if (item) item.span = span(item.span.start, end);
}

/** Where the id stands in a heading. */
function nameSpan(text: string, heading: Heading | Nodes, id: string): Span {
  const place = spanOf(heading);
  const at = findWord(slice(text, place), id);
  return at < 0 ? place : span(place.start + at, place.start + at + id.length);
}

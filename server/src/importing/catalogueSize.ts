/*
 * How much a catalogue may hold that is made of a file. A table of a few megabytes can become a hundred thousand
 * standards, of which each is written as Markdown and read back, so this is counted before.
 */
import type { Imported } from '../../../core/src';
import { limits, many, savePart } from './limits';

/** Why no catalogue is made of this, as what follows the name of the file; undefined where one can be. */
export function whyTooMuch({ data: { themes }, notes }: Imported): string | undefined {
  const elements = themes.flatMap((theme) => theme.elements);
  const entries = elements.map(({ standards, probes, sources }) => [
    ...[...standards, ...probes].map(({ text }) => text),
    ...sources,
  ]);
  const about = themes.flatMap((theme) => theme.about.map(({ words }) => words));
  const names = [...themes, ...elements].flatMap(({ title, aliases }) => [title, ...aliases]);
  const texts = [...entries.flat(), ...about, ...names];
  const count = (of: (text: string) => number): number => texts.reduce((sum, text) => sum + of(text), 0);
  const largest = (numbers: readonly number[]): number =>
    numbers.reduce((most, number) => Math.max(most, number), 0);
  const counts: readonly (readonly [found: number, most: number, what: string])[] = [
    [themes.length, limits.themes, 'themes'],
    [
      elements.length + entries.flat().length + about.length,
      limits.entries,
      'elements, standards, probes, sources of evidence and paragraphs',
    ],
    [
      largest(entries.map(({ length }) => length)),
      limits.inElement,
      'standards, probes and sources of evidence in one element',
    ],
    [count(({ length }) => length), limits.words, 'characters of wording'],
    [largest(texts.map(({ length }) => length)), limits.wording, 'characters in one standard or other text'],
    [count(signsIn), limits.signs, 'signs with a meaning in Markdown (such as _, *, \\ and &)'],
    [notes.length, limits.notes, 'lines or rows to look at'],
  ];
  const over = counts.find(([found, most]) => found > most);
  if (!over) return undefined;
  const [found, most, what] = over;
  return `has ${many(found)} ${what}, and a catalogue is made of at most ${many(most)}. ${savePart}`;
}

function signsIn(text: string): number {
  return text.match(/[\\&<_*`~|[\]]/g)?.length ?? 0;
}

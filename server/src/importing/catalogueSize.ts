/*
 * How much a catalogue may hold that is made of a file. A table of a few megabytes can become a hundred thousand
 * standards, of which each is written as Markdown and read back, so this is counted before.
 */
import type { Imported } from '../../../core/src';
import { limits, many, savePart } from './limits';

/** Why no catalogue is made of this, as what follows the name of the file; undefined where one can be. */
export function whyTooMuch({ data: { themes }, notes }: Imported): string | undefined {
  const elements = themes.flatMap((theme) => theme.elements);
  const entries = elements.flatMap(({ standards, probes, sources }) => [
    ...standards.map(({ text }) => text.length),
    ...probes.map(({ text }) => text.length),
    ...sources.map((text) => text.length),
  ]);
  const about = themes.flatMap((theme) => theme.about.map(({ words }) => words.length));
  const names = [...themes, ...elements].map(({ title, aliases }) =>
    aliases.reduce((sum, alias) => sum + alias.length, title.length),
  );
  const words = [...entries, ...about, ...names].reduce((sum, length) => sum + length, 0);
  const counts: readonly (readonly [found: number, most: number, what: string])[] = [
    [themes.length, limits.themes, 'themes'],
    [
      elements.length + entries.length + about.length,
      limits.entries,
      'elements, standards, probes, sources of evidence and paragraphs',
    ],
    [words, limits.words, 'characters of wording'],
    [notes.length, limits.notes, 'lines or rows to look at'],
  ];
  const over = counts.find(([found, most]) => found > most);
  if (!over) return undefined;
  const [found, most, what] = over;
  return `has ${many(found)} ${what}, and a catalogue is made of at most ${many(most)}. ${savePart}`;
}

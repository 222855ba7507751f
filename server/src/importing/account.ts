/*
 * The account of an import for people, as Markdown that reads as well without being rendered: what came of a file, how its
 * columns were understood, and what to look at, by the lines of the source. What is wrong in the catalogue itself is not
 * here: an editor lists that where the catalogue is opened.
 */
import { oneLine, printContents } from '../../../core/src';
import type { ImportedFile } from './importing';

/** The account of a file that became the catalogue `target`; both are names. */
export function printAccount(
  name: string,
  target: string,
  { catalogue, columns, notes }: ImportedFile,
): string {
  const looks = notes.map(({ place, message }) => `- ${capital(oneLine(place))}: ${oneLine(message)}`);
  const lines = [
    `# What was imported from ${oneLine(name)}`,
    '',
    `${oneLine(target)} holds ${printContents(catalogue)}.`,
    ...section(
      'How the columns were read',
      columns.map((column) => `- ${capital(oneLine(column))}`),
    ),
    ...section(
      `To look at in ${oneLine(name)}`,
      looks.length > 0 ? looks : ['Nothing: everything has found its place.'],
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines];
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

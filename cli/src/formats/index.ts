/*
 * The formats of `check`, by the names that `--format` takes, the default first.
 */
import { printJson } from '../terminal';
import { printCompact } from './compact';
import type { Format } from './format';
import { printGithub } from './github';
import { printGitlab } from './gitlab';
import { printHtml } from './html';
import { printJunit } from './junit';
import { printMarkdown } from './markdown';
import { printSarif } from './sarif';
import { printStylish } from './stylish';

/** Every format; `text` is the older name of `stylish`. */
export const formats = {
  stylish: printStylish,
  compact: printCompact,
  json: printJson,
  github: printGithub,
  gitlab: printGitlab,
  sarif: printSarif,
  junit: printJunit,
  markdown: printMarkdown,
  html: printHtml,
  text: printStylish,
} as const satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof formats;

/** Whether a word names a format. */
export function isFormat(word: string): word is FormatName {
  return Object.hasOwn(formats, word);
}

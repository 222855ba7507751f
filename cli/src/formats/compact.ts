/*
 * One line for each diagnostic, `file:line:column: severity code message`, as editors and scripts of all kinds read it.
 * Lines and columns are counted from 1. Nothing is printed where nothing is wrong.
 */
import { allOf } from '../check';
import { plain } from '../terminal';
import type { Format } from './format';

export const printCompact: Format = (report) =>
  allOf(report)
    .map(({ file, range: { start }, severity, code, message }) => {
      return `${file}:${start.line + 1}:${start.character + 1}: ${severity} ${code} ${plain(message)}\n`;
    })
    .join('');

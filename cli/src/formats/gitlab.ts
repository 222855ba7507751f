/*
 * A report as GitLab's Code Quality reads it (`artifacts: reports: codequality`). It has no columns, and its five weights
 * are other ones: what is written and wrong is `major`, what is worth a look `minor`, and the rest `info`.
 */
import { allOf } from '../check';
import { printJson } from '../terminal';
import type { Format } from './format';

const weights = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const;

export const printGitlab: Format = (report) =>
  printJson(
    allOf(report).map(({ file, range: { start, end }, severity, code, message, fingerprint }) => ({
      description: message,
      check_name: code,
      fingerprint,
      severity: weights[severity],
      location: { path: file, lines: { begin: start.line + 1, end: end.line + 1 } },
    })),
  );

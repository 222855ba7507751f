/*
 * Which options each subcommand takes, and the message where the value of one is missing. The help of a subcommand names
 * the same; a test compares the two.
 */
import { citationStyles, phases, reportPrinters } from '../../core/src';
import { formats } from './formats';
import { byWeight } from './formats/format';
import type { Subcommand } from './help';

/** An option of a subcommand; one without a question is a switch. */
export interface OptionKind {
  /** The message where the value is missing: `Which file? Write --output-file and a path.` */
  readonly ask?: string;
  /** The values that it takes, if these are few. */
  readonly choices?: readonly string[];
  /** Its letter, as in `-o`. */
  readonly short?: string;
}

/** Weights that make a run fail, or none. */
const failOn = [...byWeight, 'never'] as const;
const reportFormats = reportPrinters.map(({ format }) => format);

/** The options of the subcommands, as they are written behind two dashes; the server reads its own words. */
export const optionKinds = {
  init: {
    title: { ask: 'Which title? Write --title "Children\'s services peer review".' },
    subject: { ask: 'Which council or body? Write --subject and its name.' },
    standards: { ask: 'Which standards? Write --standards and an id, or the path of a .standards.md file.' },
    reviewer: { ask: 'Who? Write --reviewer "GP: Gwen Prosser, Head of service".' },
    exclude: { ask: 'What is left out, and why? Write --exclude "5: It is reviewed separately this year".' },
    language: { ask: 'Which language? Write --language en or --language cy.', choices: ['en', 'cy'] },
  },
  check: {
    format: {
      short: 'f',
      ask: `Which format? Write --format and one of ${Object.keys(formats).join(', ')}.`,
      choices: Object.keys(formats),
    },
    'output-file': {
      short: 'o',
      ask: 'Which file? Write --output-file and the path of the file to write.',
    },
    'fail-on': { ask: `On what? Write --fail-on and one of ${failOn.join(', ')}.`, choices: failOn },
    'max-warnings': { ask: 'How many? Write --max-warnings and a number, such as --max-warnings 0.' },
    phase: { ask: `Which phase? Write --phase and one of ${phases.join(', ')}.`, choices: phases },
    config: { ask: 'Which file? Write --config and the path of a file of checks.' },
    'private-words': { ask: 'Which list? Write --private-words and the path of a plain text file.' },
    'stdin-filename': {
      ask: 'Which name? Write --stdin-filename and the path that the text has, or will have.',
    },
    inside: {},
    stdin: {},
    final: {},
    fix: {},
    force: {},
    watch: {},
  },
  coverage: { format: formatOption('text'), inside: {} },
  digest: {
    format: formatOption('markdown'),
    since: { ask: 'Since when? Write --since 2026-10-02, or a revision: --since HEAD~3.' },
    inside: {},
  },
  report: {
    format: {
      ask: `Which format? Write --format and ${listOf(reportFormats)}.`,
      choices: reportFormats,
    },
    output: { ask: 'Which file? Write -o and the name of a file, such as -o report.html.', short: 'o' },
    'reference-docx': {
      ask: 'Whose styles? Write --reference-docx and the name of a Word document (.docx).',
    },
    citations: { ask: `How are citations shown? Write --citations and ${listOf(citationStyles)}.` },
    force: {},
    inside: {},
  },
  standards: { format: formatOption('text') },
  status: { format: formatOption('text'), inside: {} },
} as const satisfies Readonly<Record<Exclude<Subcommand, 'lsp'>, Readonly<Record<string, OptionKind>>>>;

/** The option `--format` of a subcommand that has one form for people and JSON for programs. */
function formatOption(people: string): OptionKind {
  return { ask: `Which format? Write --format ${people} or --format json.`, choices: [people, 'json'] };
}

/** `docx, csv or html`. */
export function listOf(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

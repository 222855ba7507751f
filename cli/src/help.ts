/*
 * What `--help` says, one screen for each subcommand. The exit codes and the words of the options are the
 * command line's contract; `run.ts` keeps it.
 */

import { reportPrinters } from '../../core/src';

/** The subcommands, in the order of the help. */
export const subcommands = [
  'init',
  'check',
  'coverage',
  'digest',
  'report',
  'standards',
  'status',
  'lsp',
] as const;
export type Subcommand = (typeof subcommands)[number];

/** `critical-friend --help`. */
export const mainHelp = `critical-friend - peer-review findings in Markdown, held against the standards

Usage: critical-friend <subcommand> [options] [PATH...]

  init        begins a review: a cover, and a document for each theme
  check       what is wrong in a review, and what nobody has addressed
  coverage    how often each standard is addressed, and by whom
  digest      what is new and changed since a day, and what is still thin
  report      the report, as a web page, in Word, as slides, tables or data
  standards   the standards that can be cited
  status      what was found where, and what could not be read
  lsp         the language server, for editors

A review is a folder with a cover.review.md and other *.review.md files.
PATH is such a folder, or one of its files; default is the working folder.

  --help      this text; after a subcommand, its own
  --version   the version

A file that takes longer than 10 seconds to read is left out and named. The
environment variable CRITICAL_FRIEND_READ_SECONDS sets another limit; 0 is none.

Exit codes: 0 clean, 1 errors found, 2 could not run.
`;

const formatsHelp = reportPrinters.map(({ format: name }) => name).join(', ');
const format = '  --format text|json   for people (default), or for programs';

/** What `--help` prints after a subcommand. */
export const helps: Record<Subcommand, string> = {
  init: `critical-friend init - begins a review

Usage: critical-friend init [options] [FOLDER]

Writes a cover.review.md and a document for each theme into FOLDER; default is
the working folder. What no option says is asked for at a terminal. Nothing
that is there already is touched: all files are written, or none.

  --title TITLE          of the review
  --subject NAME         the council or body that is reviewed
  --standards ID|FILE    those to review by (see: critical-friend standards),
                         or a *.standards.md file; may be given again
  --reviewer "GP: Gwen Prosser, Head of service"
                         or a name alone; may be given again
  --exclude "5: Reviewed separately this year"
                         what is left out, and why; "probe 6.2: ..." and
                         "theme 2: ..." too; may be given again
  --language en|cy       of headings and of the report
  --help                 this text

Exit codes: 0 written, 2 nothing written.
`,
  check: `critical-friend check - what is wrong in a review

Usage: critical-friend check [options] [PATH...]

PATH is a folder with *.review.md files, or one such file, which is checked
with its whole review; default is the working folder. A *.standards.md is
checked with the reviews that use it, or when it is named itself. What a
.gitignore hides is left out, unless it is named.

  -f, --format NAME      stylish (default), compact, json, github, gitlab,
                         sarif, junit, markdown or html; may be given again
  -o, --output-file FILE where the format in front of it goes; one format
                         may go to the screen
  --fail-on WEIGHT       the least that makes the exit code 1: error (default),
                         warning, information, hint or never
  --max-warnings NUMBER  more warnings than these make it 1 too
  --phase PHASE          checks as in fieldwork, drafting, moderation or final
  --config FILE          weights of checks, in all files or in some
  --private-words FILE   a list of names to watch for, one a line; they are
                         never printed, only the places where they stand
  --inside               read nothing outside the folder of the review, not even
                         standards that its cover names by a path
  --final                what stands in the way before the report leaves, on one
                         page, and 1 if anything does; as stylish, json,
                         markdown or html
  --fix                  makes the fixes that have one clear reading, in the
                         files that PATH names, and prints what it changed
  --force                writes read-only files too, with --fix and
                         --output-file
  --stdin --stdin-filename FILE
                         checks standard input as if FILE held it
  --watch                checks again whenever something changes
  --help                 this text

Lines and columns count from 1, in JSON from 0 in UTF-16 units. Colours are for
terminals; NO_COLOR switches them off.
Exit codes: 0 nothing that fails (perhaps warnings), 1 something that fails,
2 could not run, or could not read everything, or not write what --fix mends.
`,
  coverage: `critical-friend coverage - how often each standard is addressed, and by whom

Usage: critical-friend coverage [--format text|json] [PATH...]

PATH is a folder with *.review.md files, or one such file, which is counted with
its whole review; default is the working folder.

${format}
  --inside             read nothing outside the folder of the review, not even
                       standards that its cover names by a path
  --help               this text

JSON is {schemaVersion, reviews: [{cover, title, phase, exclusions, leads,
inScope, excluded, covered, standards: [{id, state, strengths, development,
mentions, reviewers, evidence, evidenceKinds}]}]}.
Exit codes: 0 counted, whatever the figures, 2 could not run.
`,
  digest: `critical-friend digest - what is new and changed, and what is still thin

Usage: critical-friend digest [--since WHEN] [--format markdown|json] [PATH...]

PATH is a folder with *.review.md files, or one such file, which is shown with
its whole review; default is the working folder. Without git, whole documents
dated or written since that day are shown.

  --since 2026-10-02       since the start of that day, or of "yesterday";
                           default is today. In a git repository also since a
                           revision: HEAD~3, a branch, a tag, a hash
  --format markdown|json   a page for people (default), or for programs
  --inside                 read nothing outside the folder of the review, not
                           even standards that its cover names by a path
  --help                   this text

JSON is {schemaVersion, today, since, reviews: [{cover, title, history, inScope,
excluded, covered, findings, removed, gaps, oneSided, singleSource,
silentLeads}]}.
Exit codes: 0 printed, also when nothing is new, 2 could not run.
`,
  report: `critical-friend report - the report of a review

Usage: critical-friend report [--format FORMAT] [-o FILE] [--citations STYLE]
                              [PATH...]

PATH is the folder of one review, or one of its documents; default is the
working folder. Without -o the report is printed.

  --format FORMAT      ${formatsHelp}
                       default is the ending of FILE
  -o, --output FILE    where to; an old report there is replaced as a whole, or
                       not at all. csv writes four files: FILE with -findings,
                       -coverage, -evidence and -actions in its name
  --citations STYLE    notes (default), superscripts or hidden
  --reference-docx DOC for Word: a document whose own styles are taken over
  --force              replace a report that is read-only
  --inside             read nothing outside the folder of the review, not even
                       standards that its cover names by a path
  --help               this text

The shape of json is published as docs/report.schema.json.
Exit codes: 0 written, 2 could not run.
`,
  standards: `critical-friend standards - the standards that can be cited

Usage: critical-friend standards [--format text|json]

       critical-friend standards import|validate|diff|export|migrate ...

Prints the catalogues that come with critical-friend. JSON has the probes and
the possible sources of evidence too.

  import     standards of your own from a spreadsheet, a document or OSCAL
  validate   what is wrong in a catalogue
  diff       what is different between two editions
  export     a catalogue as a table, to be edited and imported again
  migrate    a review in a new edition's numbers

${format}
  --help               this text

Exit codes: 0 printed, 2 could not run.
`,
  status: `critical-friend status - what was found where, and what could not be read

Usage: critical-friend status [--format text|json] [PATH...]

PATH is a folder, or a document or catalogue in it; default is the working
folder. It is the text of the editor's Show Status: reviews with their covers
and documents, catalogues, figures, and problems reading them.

${format}
  --inside             read nothing outside the folder of the review, not even
                       standards that its cover names by a path
  --help               this text

JSON is {schemaVersion, version, folders, unreadable, leftUnread, rules, files,
outside, links, reviews, catalogues}.
Exit codes: 0 printed, also when nothing was found, 2 could not run.
`,
  lsp: `critical-friend lsp - the language server, for editors

Usage: critical-friend lsp [--stdio | --node-ipc | --socket=PORT | --pipe=NAME]

Speaks the Language Server Protocol for *.review.md and *.standards.md, by
default over standard input and output, and ends with the editor.

  --help               this text
`,
};

/*
 * What `critical-friend standards VERB --help` says, one screen for each.
 */

/** What can be done with standards. */
export const verbs = ['import', 'validate', 'diff', 'export', 'migrate'] as const;
export type Verb = (typeof verbs)[number];

/** The help of each. */
export const verbHelps: Record<Verb, string> = {
  import: `critical-friend standards import - standards of your own from a file

Usage: critical-friend standards import FILE -o NAME.standards.md [options]

FILE is a spreadsheet (.xlsx), a table (.csv, .tsv), a published document with
tables (.md, .html), or an OSCAL catalogue (.json). How the columns were
understood is printed, and what could not be placed, by line or row.

  -o, --output FILE    where to write; the name ends in .standards.md
  --id ID              the name by which a cover calls it; default is the
                       name of the file
  --title, --language, --edition, --publisher, --source, --prefix, --replaces
                       what stands in its first lines, followed by a value
  --force              replace a file that exists, even a read-only one
  --help               this text

Exit codes: 0 written, 1 written and it has faults, 2 could not run.
`,
  validate: `critical-friend standards validate - what is wrong in a catalogue

Usage: critical-friend standards validate FILE.standards.md...

Prints every fault with its line, and how much each catalogue holds.

  --help               this text

Exit codes: 0 no errors (perhaps warnings), 1 errors found, 2 could not run.
`,
  diff: `critical-friend standards diff - what is different between two editions

Usage: critical-friend standards diff OLD NEW

OLD and NEW are files, or ids of catalogues that come with critical-friend.
Prints what was added, removed, renumbered, split and reworded; in what was
reworded [-words-] went and {+words+} came.

  --help               this text

Exit codes: 0 no difference, 1 there are differences, 2 could not run.
`,
  export: `critical-friend standards export - a catalogue as a table

Usage: critical-friend standards export CATALOGUE -o FILE.csv|FILE.xlsx

CATALOGUE is a file, or the id of one that comes with critical-friend. The table
holds everything, one row for each thing; "standards import" reads it back.

  -o, --output FILE    where to write; its ending says which kind
  --force              replace a file that exists, even a read-only one
  --help               this text

Exit codes: 0 written, 2 could not run.
`,
  migrate: `critical-friend standards migrate - a review in a new edition's numbers

Usage: critical-friend standards migrate REVIEW --to NEW [options]

REVIEW is a folder with a cover. Its citations are changed to the new numbers,
on the cover too, and the cover names the new edition and records the one
before. What has no single successor stays, and is listed for a person to
decide. All is written, or nothing.

  --to NEW             the new edition: a .standards.md, whose "replaces:" names
                       the one before
  --dry-run            print what would be done, and write nothing
  --force              change read-only documents too
  --inside             read nothing outside the folder of the review but NEW,
                       not even standards that its cover names by a path
  --help               this text

Exit codes: 0 nothing is left to decide, 1 something is, 2 could not run.
`,
};

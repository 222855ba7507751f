/*
 * What a text or a folder of a growth test is, and the shapes of one document: one piece many times over, each a known
 * way to make a program slow. A shape takes the number of pieces, so that its cost can be compared for n, 4n and 16n.
 */

/** Texts by URI, and the document that an editor shows. */
export interface Folder {
  readonly files: Readonly<Record<string, string>>;
  readonly at: string;
}

/** A shape by its name; `folder` makes it of `n` pieces. */
export interface FolderShape {
  readonly name: string;
  readonly folder: (n: number) => Folder;
}

export const team = 'file:///team';
const at = `${team}/one.review.md`;

/** A small catalogue with two elements. */
export const catalogueText = `---
id: own
title: Own standards
---

# Theme 1: Outcomes

## Element 1: Results

### Standards

- 1.1 People are safe and say so
- 1.2 The plan is written down

### Probes

1. Ask people whether they are safe

## Element 2: Voices

### Standards

- 2.1 Children are heard
`;

/** The text of a cover with these lines of front matter. */
export function coverWith(lines = ''): string {
  return `---\ntitle: A review\nstandards: own.standards.md\nphase: moderation\n${lines}---\n`;
}

/** A review whose first document has this text. */
export function folderOf(
  text: string,
  { cover = coverWith(), files = {} }: { cover?: string; files?: Record<string, string> } = {},
): Folder {
  return {
    files: {
      [`${team}/cover.review.md`]: cover,
      [`${team}/own.standards.md`]: catalogueText,
      [at]: text,
      ...files,
    },
    at,
  };
}

/** So many lines. */
export function lines(n: number, line: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => `${line(i)}\n`).join('');
}

const head = '# Theme 1: Outcomes\n\n## Strengths\n\n';

/** Points of a section of strengths. */
function points(n: number, line: (i: number) => string): string {
  return `${head}${lines(n, (i) => `- ${line(i)}`)}`;
}

const register = '# Evidence\n\n| Id | Kind | Description | Date | Reviewer |\n| - | - | - | - | - |\n';
const row = (i: number): string => `| FG${i} | Focus group | Parents of group ${i} | 2026-10-02 | AA |`;

const written: Readonly<Record<string, (n: number) => string>> = {
  'citations in one line': (n) => `${head}- People said so. ${'[std 1.1]'.repeat(n)}\n`,
  'citations in one paragraph': (n) => `${head}${lines(n, () => 'They said so. [std 1.1]')}`,
  'one citation of many ids': (n) => `${head}- So. [std ${'1.1, '.repeat(n)}1.2]\n`,
  'one citation of many different ids': (n) =>
    `${head}- So. [std ${Array.from({ length: n }, (_, i) => `1.${i + 1}`).join(', ')}]\n`,
  'citations that are never closed': (n) => `${head}- So. ${'[std '.repeat(n)}\n`,
  'a long range in each point': (n) => points(n, () => 'So. [std 1.1-1.999]'),
  'ids that do not exist': (n) => points(n, (i) => `People of group ${i} said so. [std 9.${i}]`),
  'ids that nearly exist': (n) => points(n, (i) => `People of group ${i} said so. (std 1.1) [standard 1.1]`),
  'ids of letters': (n) => points(n, (i) => `Group ${i}. [std ${'q'.repeat(40)}${i}]`),
  'escaped citations': (n) => points(n, (i) => `Group ${i} \\[std 1.1]`),
  'points that say the same': (n) => points(n, () => 'People are safe and say so. [std 1.1]'),
  'points that say nearly the same': (n) =>
    points(n, (i) => `People of the ${i}th area are safe and could say so to us at once. [std 1.1]`),
  'points without a citation': (n) => points(n, (i) => `People of group ${i} said so.`),
  'points without words': (n) => points(n, () => '[std 1.1]'),
  'one point of many lines': (n) => `${head}- So. [std 1.1]\n${lines(n, (i) => `  And group ${i} as well.`)}`,
  'one point of many paragraphs': (n) =>
    `${head}- So. [std 1.1]\n\n${lines(n, (i) => `  And group ${i} as well.\n`)}`,
  'points within points': (n) => `${head}${lines(n, (i) => `${'  '.repeat(i % 12)}- Group ${i}. [std 1.1]`)}`,
  'a list in a quotation': (n) => `${head}${lines(n, (i) => `> - Group ${i}. [std 1.1]`)}`,
  'quotations that go on without their sign': (n) => `> a\n${lines(n, () => 'b')}`,
  'headings one below the other': (n) => lines(n, (i) => `## Heading ${i}\n`),
  'headings, each with a finding': (n) =>
    `# Theme 1: Outcomes\n\n${lines(n, (i) => `## Strengths\n\n- Group ${i}. [std 1.1]\n`)}`,
  'headings, each deeper': (n) => lines(n, (i) => `${'#'.repeat((i % 6) + 1)} Heading ${i}\n`),
  'headings that name a theme': (n) => lines(n, () => '# Theme 1: Outcomes\n\nWords.\n'),
  'headings that nearly name a section': (n) => lines(n, (i) => `## Strenghts ${i}\n\n- So. [std 1.1]\n`),
  'one long heading': (n) => `## ${'Strengths '.repeat(n)}\n\n- So. [std 1.1]\n`,
  'brackets that open': (n) => `${head}- ${'['.repeat(n)}x\n`,
  'brackets within brackets': (n) => `${head}- ${'['.repeat(n)}x${']'.repeat(n)}\n`,
  'emphasis that opens': (n) => points(n, () => '*a **b _c'),
  'a run of stars': (n) => `${head}- a ${'*'.repeat(n)} b\n`,
  'comments that are never closed': (n) => points(n, () => 'a <!-- b'),
  'links that are never closed': (n) => points(n, () => '[a]('),
  'links to other files': (n) => points(n, (i) => `Group ${i}, see [notes](notes-${i}.md). [std 1.1]`),
  'labels that are not defined': (n) => points(n, (i) => `[a${i}][b${i}] [std 1.1]`),
  'link definitions': (n) => `${head}- So. [std 1.1]\n\n${lines(n, (i) => `[a${i}]: x`)}`,
  'link definitions of citations': (n) => `${points(n, () => 'So. [std 1.1]')}\n[std 1.1]: x\n`,
  footnotes: (n) =>
    `${points(n, (i) => `Group ${i}.[^f${i}] [std 1.1]`)}\n${lines(n, (i) => `[^f${i}]: A note.\n`)}`,
  'one footnote, called many times': (n) =>
    `${points(n, (i) => `Group ${i}.[^f] [std 1.1]`)}\n[^f]: A note.\n`,
  entities: (n) => `${head}- So ${'&amp;'.repeat(n)} [std 1.1]\n`,
  tags: (n) => points(n, (i) => `<b>Group ${i}</b> [std 1.1]`),
  'a fence that is never closed': (n) => `\`\`\`\n${lines(n, () => 'a\n')}`,
  'fences in points': (n) => points(n, () => '```'),
  'rows of a table': (n) => `${head}| A | B |\n| - | - |\n${lines(n, (i) => `| Group ${i} | [std 1.1] |`)}`,
  'columns of a table': (n) => `${head}|${' a |'.repeat(n)}\n|${' - |'.repeat(n)}\n|${' b |'.repeat(n)}\n`,
  'rows of evidence': (n) => `${register}${lines(n, row)}`,
  'rows of evidence with one id': (n) => `${register}${lines(n, () => row(1))}`,
  'rows of evidence, each cited': (n) =>
    `${register}${lines(n, row)}\n${points(n, (i) => `Group ${i} said so. [std 1.1] [ev FG${i}]`)}`,
  'citations of evidence that is not there': (n) =>
    `${register}${row(1)}\n\n${points(n, (i) => `Group ${i} said so. [std 1.1] [ev XX${i}]`)}`,
  'registers, each with one row': (n) => lines(n, (i) => `${register}${row(i)}\n`),
  'ignore comments in a row': (n) =>
    `${head}${lines(n, () => '<!-- review-ignore-next-line unknown-standard: why -->')}\n- So. [std 9.9]\n`,
  'ignore comments, each over a finding': (n) =>
    `${head}${lines(n, (i) => `<!-- review-ignore-next-line unknown-standard: why -->\n\n- Group ${i}. [std 9.9]\n`)}`,
  'ignore comments that silence nothing': (n) =>
    `${head}${lines(n, (i) => `<!-- review-ignore-next-line unknown-standard: why -->\n\n- Group ${i}. [std 1.1]\n`)}`,
  'ignore comments for no check': (n) =>
    `${head}${lines(n, (i) => `- Group ${i}. [std 1.1] <!-- review-ignore-next-line unknwn-standard: why -->`)}`,
  'ignore comments in one line': (n) =>
    `${head}${'<!-- review-ignore-next-line unknown-standard: why -->'.repeat(n)}\n- So. [std 9.9]\n`,
  'marks of who wrote it': (n) => points(n, (i) => `Group ${i}. @by(AB) [std 1.1]`),
  'marks in one line': (n) => `${head}- So. ${'@by(AB) '.repeat(n)}[std 1.1]\n`,
  'actions with dates': (n) =>
    `# Actions\n\n${lines(n, (i) => `- Write plan ${i}. @lead(PO ${i}) @due(2026-11-1${i % 10})`)}`,
  'actions with dates that cannot be read': (n) =>
    `# Actions\n\n${lines(n, (i) => `- Write plan ${i}. @lead(PO ${i}) @due(the ${i}th of nevermber)`)}`,
  surveys: (n) =>
    lines(
      n,
      (i) =>
        `\`\`\`survey\nid: S${i}\ntitle: Staff ${i}\nscale: 1..5\nresponses: {1: 4, 2: ${i % 9}}\n\`\`\`\n`,
    ),
  'one survey of many answers': (n) =>
    `\`\`\`survey\nid: S1\ntitle: Staff\nscale: 1..5\nresponses:\n${lines(n, (i) => `  ${i}: 4`)}\`\`\`\n`,
  'front matter of many keys': (n) =>
    `---\n${lines(n, (i) => `key${i}: value`)}---\n${points(1, () => 'So.')}`,
  'front matter of one list': (n) => `---\ndate: [${'a, '.repeat(n)}b]\n---\n${points(1, () => 'So.')}`,
  'front matter of one long value': (n) =>
    `---\ntitle: ${'words '.repeat(n)}\n---\n${points(1, () => 'So.')}`,
  'front matter, nested': (n) => `---\n${lines(n, (i) => `${' '.repeat(i % 40)}a${i}:`)}---\n`,
  'front matter that is never closed': (n) => `---\n${lines(n, (i) => `key${i}: value`)}`,
  'front matter of colons': (n) => `---\n${lines(n, () => 'title: a: b: c')}---\n`,
  'the letter X, as a name taken out': (n) => `${head}- ${'X'.repeat(n)} said so. [std 1.1]\n`,
  'groups of X': (n) => `${head}- ${'XXXX '.repeat(n)}said so. [std 1.1]\n`,
  spaces: (n) => `${head}- a${' '.repeat(n)}b [std 1.1]\n`,
  'empty lines': (n) => `${head}- a\n${'\n'.repeat(n)}- b [std 1.1]\n`,
  'full stops': (n) => `${head}- a ${'.'.repeat(n)} b [std 1.1]\n`,
  dashes: (n) => `${head}- a ${'-'.repeat(n)} b [std 1.1]\n`,
  'low lines': (n) => `${head}- a ${'_'.repeat(n)} b [std 1.1]\n`,
  'one long word': (n) => `${head}- ${'a'.repeat(n)} [std 1.1]\n`,
  'long words in capitals': (n) => `${head}- ${'AB'.repeat(n)} [std 1.1]\n`,
  faces: (n) => `${head}- ${'\u{1F600}'.repeat(n)} [std 1.1]\n`,
  'accents on one letter': (n) => `${head}- a${'\u0301'.repeat(n)} [std 1.1]\n`,
  'characters without width': (n) => `${head}- a${'\u200B'.repeat(n)}b [std 1.1]\n`,
  'full-width brackets': (n) => points(n, () => 'So. \uFF3Bstd 1.1\uFF3D'),
  'line ends of all kinds': (n) =>
    `${head}${'- So. [std 1.1]\r\n- So. [std 1.2]\r- So. [std 2.1]\n'.repeat(n)}`,
  'figures in one line': (n) => `${head}- ${'1234567890'.repeat(n)} [std 1.1]\n`,
  'figures with spaces': (n) => `${head}- ${'12 34 '.repeat(n)} [std 1.1]\n`,
  'addresses of mail': (n) => points(n, (i) => `Write to gwen.${i}@example.org. [std 1.1]`),
  'what looks like addresses of mail': (n) => `${head}- ${'a.'.repeat(n)}@ [std 1.1]\n`,
  postcodes: (n) => points(n, (i) => `They live at ${i} High Street, CF1${i % 10} 3NQ. [std 1.1]`),
  'telephone numbers': (n) => points(n, (i) => `Call 029 2034 ${1000 + (i % 9000)}. [std 1.1]`),
  'dates of birth': (n) => points(n, (i) => `Born on ${1 + (i % 28)} May 2011. [std 1.1]`),
  'names in capitals': (n) => points(n, (i) => `Mrs Jones and Mr Smith of group ${i} said so. [std 1.1]`),
  placeholders: (n) => points(n, () => 'TODO [std 1.1] TBC ??'),
};

/** The shapes of one document. */
export const writtenShapes: readonly FolderShape[] = Object.entries(written).map(([name, text]) => {
  return { name, folder: (n) => folderOf(text(n)) };
});

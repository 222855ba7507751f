/*
 * Small texts on which readers of Markdown are slow, each made of one piece many times over. The first known to the
 * authors of parsers for years; those of citations and headings were met here.
 */

/** What it is, and the text of `n` pieces. */
export interface Shape {
  readonly name: string;
  readonly text: (n: number) => string;
}

const lines = (n: number, line: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

/** Ordinary prose of at least so many characters, in the paragraphs, points and emphases that reviewers write. */
export function ordinary(length: number): string {
  const piece = (i: number): string => `## Strengths

- Families are *heard*, and what they say is written down in ${i} files. [std 1.1]
  - At the meeting of **14 May** staff could say what had changed.

The team read the files, and met those who [work](x.md) there.

`;
  let text = '';
  for (let i = 100_000; text.length < length; i++) text += piece(i);
  return text;
}

export const shapes: readonly Shape[] = [
  { name: 'citations in one line', text: (n) => `- x ${'[std 6.1]'.repeat(n)}\n` },
  { name: 'citations in a paragraph of many lines', text: (n) => lines(n, () => 'x [std 6.1]') },
  { name: 'citations that are never closed', text: (n) => '[std '.repeat(n) },
  { name: 'one citation of many ids', text: (n) => `- x [std ${'6.1, '.repeat(n)}6.2]\n` },
  { name: 'stars that open', text: (n) => '*a **a '.repeat(n) },
  { name: 'a star and a low line in turn', text: (n) => '*a_ '.repeat(n) },
  { name: 'low lines that open', text: (n) => '_a '.repeat(n) },
  { name: 'tildes', text: (n) => '~a '.repeat(n) },
  { name: 'lists within lists in one line', text: (n) => `${'- '.repeat(n)}x` },
  { name: 'twenty lists in each line', text: (n) => lines(n / 20, () => `${'- '.repeat(20)}x`) },
  { name: 'a staircase of lists', text: (n) => lines(Math.min(n, 700), (i) => `${'  '.repeat(i)}- x`) },
  { name: 'quotations within quotations', text: (n) => `${'> '.repeat(n)}x` },
  { name: 'twenty quotations in each line', text: (n) => lines(n / 20, () => `${'> '.repeat(20)}x`) },
  { name: 'a quotation that goes on without its sign', text: (n) => `> a\n${'b\n'.repeat(n)}` },
  { name: 'comments that are never closed', text: (n) => `a ${'<!-- '.repeat(n)}` },
  { name: 'comments that are never closed, in a point', text: (n) => `- a ${'<!-- '.repeat(n)}` },
  { name: 'processing instructions', text: (n) => 'a <? '.repeat(n) },
  { name: 'declarations', text: (n) => 'a <!A '.repeat(n) },
  { name: 'character data', text: (n) => 'a <![CDATA[ '.repeat(n) },
  { name: 'tags that are never closed', text: (n) => '<a '.repeat(n) },
  { name: 'links that are never closed', text: (n) => '[a]('.repeat(n) },
  { name: 'brackets that open', text: (n) => `${'['.repeat(n)}x` },
  { name: 'brackets within brackets', text: (n) => `${'['.repeat(n)}x${']'.repeat(n)}` },
  { name: 'images within images', text: (n) => `${'![a'.repeat(n)}${'](x)'.repeat(n)}` },
  { name: 'references to one definition', text: (n) => `[a]: x\n\n${'[a][a] '.repeat(n)}` },
  { name: 'definitions that are never finished', text: (n) => '[a]: <'.repeat(n) },
  { name: 'definitions, one in each line', text: (n) => lines(n, (i) => `[a${i}]: x`) },
  { name: 'footnotes, one in each line', text: (n) => lines(n, (i) => `[^a${i}]: x`) },
  { name: 'titles that are never closed', text: (n) => '[a]: b "\n'.repeat(n) },
  { name: 'runs of ticks, each longer', text: (n) => lines(Math.min(n, 1000), (i) => '`'.repeat(i + 1)) },
  { name: 'rows of a table', text: (n) => `| Id | Kind |\n| - | - |\n${'| a | b |\n'.repeat(n)}` },
  { name: 'underlined headings without a blank line', text: (n) => 'a\n=\n'.repeat(n) },
  { name: 'entities', text: (n) => '&amp;'.repeat(n) },
  { name: 'a paragraph of many lines', text: (n) => 'A word of text\n'.repeat(n) },
  { name: 'fences in points', text: (n) => '- ```\n'.repeat(n) },
  { name: 'a fence that is never closed', text: (n) => `\`\`\`\n${'a\n\n'.repeat(n)}` },
];

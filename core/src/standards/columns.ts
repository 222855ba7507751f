/*
 * What the columns of a table of standards hold, guessed from their headings. One list of words for spreadsheets and
 * for published documents, in lower case and without marks.
 */

/** What a column can hold. */
export type ColumnKind = keyof typeof headings;

const headings = {
  kind: ['kind', 'type', 'level'],
  theme: ['theme', 'themes', 'domain', 'section', 'chapter', 'area'],
  element: ['element', 'elements', 'sub theme', 'topic', 'heading', 'outcome area'],
  id: [
    'id',
    'no',
    'number',
    'ref',
    'reference',
    'code',
    'standard id',
    'standard no',
    'standard number',
    'ids',
  ],
  words: [
    ...[
      'standard',
      'standards',
      'ideal service',
      'statement',
      'requirement',
      'requirements',
      'text',
      'words',
    ],
    ...[
      'wording',
      'description',
      'what good looks like',
      'criterion',
      'criteria',
      'expectation',
      'standard text',
    ],
  ],
  probes: [
    'probe',
    'probes',
    'probes and questions',
    'question',
    'questions',
    'prompts',
    'key lines of enquiry',
  ],
  sources: [
    ...['source', 'sources', 'sources of evidence', 'source of evidence', 'possible sources of evidence'],
    ...['evidence', 'key documentation and evidence', 'documentation'],
  ],
  printed: ['printed', 'printed number', 'printed as', 'published number'],
  formerly: ['formerly', 'former', 'former id', 'previous id', 'old number', 'was'],
  aliases: ['also known as', 'alias', 'aliases', 'other names'],
} as const;

/** What a column of this heading holds; undefined where nobody can tell. */
export function columnOf(heading: string): ColumnKind | undefined {
  const folded = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return (Object.keys(headings) as ColumnKind[]).find((kind) =>
    (headings[kind] as readonly string[]).includes(folded),
  );
}

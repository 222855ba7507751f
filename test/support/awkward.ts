/*
 * Random documents made of awkward pieces: half-written citations, open fences, lone line ends, broken front
 * matter. FC_RUNS tries more of them.
 */
import fc from 'fast-check';

const lines = [
  '# Delivery [theme 3]',
  '## Strengths',
  '### **Areas for Development:**',
  '## Cryfderau',
  '# 6. Commissioning',
  '## Actions',
  '## Camau gweithredu:',
  '- Write a plan [std 8.1] @lead(PO Placement Service) @due(2026-11-15)',
  '- A plan @lead(Head (Children)) @due(15.11.26) @due(31.9.26)',
  '- A plan @due(Sunday 15 November 2026) @lead(TBC)',
  '- A plan @lead(Ann\n  Brown) @due(\n  soon)',
  'Strengths\n===',
  '- Visits are on time [std 6.1]',
  '- Plans [std 6.1, 7.1] @by(AA)',
  '* … [std 6.2]',
  '-',
  '- TODO',
  '10) ten [std 1.1-1.3]',
  '1. One [std 6.1,',
  '   6.2] two',
  '   - nested [std 1.1',
  '> quoted [std',
  '> 6.1] and',
  '- [ ] task [std 8.1]',
  '    [std 6.1]',
  '\t- tab [std 6.1]',
  '[std 6.1]: Strong',
  '[theme 3]: x "y"',
  '[plan]: https://example.org',
  'See [the plan][plan] [std 6.1](x) ![std 6.2](y)',
  '- On time [std 6.1](x.md)',
  '- Hidden \\[std 6.1] and \\[std 9.9\\]',
  '- [std six] [std 6.1;] [std 6.2-6.1] [std6.1]',
  '- [standard 6.1] [std: 6.2] [element 5] [std]',
  '- [std 7.2] [std 7.1-7.2] [std 6.2, 7.2]',
  '- [std 9.9] [std 6.3, 6.1] [std 6.1-6.9] [probe 6.99] [theme 9]',
  '- [std 6.1, 6.1] again [std 6.1][std 6.1]',
  '- [std 5.1] [std 5] [std cs:6.1] [ev FG2, FG2]',
  '- Leaders [std 3.1, 4.2]',
  '- J, born 14/03/2009, NHS 999 526 0182, of LL99 4QT [std 6.1]',
  'Ring 07700 900123 or mari@example.org; AB 12 34 56 C',
  '- Huw\n  Penri, Siân’s uncle [std 6.1]',
  '[probe 6.12] [probe 6.23-6.27] in words',
  '| a | b |',
  '| --- | --- |',
  '| [std 6.1] | \\| [std 6.2] |',
  '# Evidence',
  '## **Tystiolaeth:**',
  '| Id | Kind | Description |\n| --- | --- | --- |\n| FG2 | Focus group | Carers [std 6.1] |\n| **D4** | | a \\| b |',
  '| Dyddiad | Math | Rhif |\n| - | - | - |\n| 2026-10-02 | dogfen | [ev D5] |',
  '| fg2 | interview | again |',
  '| D6 |',
  '- Carers said so [std 6.2] [ev FG2, D4]',
  '- Carers said so [std 6.2] [ev D9]',
  'As the plan says [ev D4].',
  'Note[^1] [std 6.1]',
  '[^1]: A note [std 6.2] [^1]',
  '```',
  '~~~~',
  '```survey',
  '```survey\nid: S1\nscale: -5..5\nresponses: {-5: 1, 2: 3, 6: 1}\nn: 4\n```',
  '- Morale is high [std 6.2] [ev S1]\n\n  ~~~survey\n  id: s2\n  scale: 1 to 5\n  mean: 7,5\n  ~~~',
  '> ```survey\n> id: FG2\n> responses:\n>   1: 2\n>   +1: x\n> questoin: How?\n> ```',
  'scale: 0..10',
  'responses: {1: 2,',
  '| S1 | survey | Staff |',
  '<!-- review-ignore-next-line survey-mismatch: as given -->',
  '<!-- review-ignore-next-line unknown-standard: known -->',
  '  <!-- review-ignore-next-line duplicate-citation: meant -->',
  '> <!-- review-ignore-next-line unknown-standrad: known -->',
  'Words <!-- review-ignore-next-line unused-ignore: kept --> more',
  '<!-- review-ignore-next-line printed-number: -->',
  '<!--',
  '-->',
  '<div>',
  '<script>',
  '<?',
  '<![CDATA[',
  '---',
  '...',
  '---\ntitle: A\nphase: draftng\ntitel: B\n---',
  '---\nscope:\n  exclude:\n    - std: 5\n    - { probe: 6.23-6.27, reason: x }\n---',
  '---\nreviewed-against:\n  ssia-childrens-services-2014: 1.1 00000000, 6.2 0000000a\n---',
  '# Theme 1: A\n\n## Element 6: B\n\n### Standards\n\n- 6.9 Words (printed 7.2) (formerly 6.1, 9.9)',
  '---\nstandards: [ssia-childrens-services-2014, ./own.standards.md]\nchecks: { unkown-standard: off }\n---',
  '---\ntitle: [a\n---',
  'title: x',
  '# Theme 1: Ours',
  '## Element 1: Ours',
  '### Standards',
  '- 1.1 Ours (printed 9.9)',
  '- 2.1 Ours',
];
const bits = [
  ...['[', ']', '(', ')', '![', '\\', '`', '``', '*', '**a', '_', '~~', '&amp;', '&#91;', '<b>', '$', '{'],
  ...[
    '[std ',
    '[std 6.',
    '[probe',
    '6.1',
    ', ',
    '-',
    '–',
    ':',
    ';',
    '@by(',
    '@lead(',
    '@due(15.11.26)',
    'std',
    'word',
    '…',
    ' ',
    '  ',
    '\t',
  ],
  ...[
    '\uFEFF',
    '\uD83D',
    '\uDE00',
    '👩‍👩‍👧',
    'e\u0301',
    '\u0000',
    '\u2028',
    '\u0085',
    '\f',
    '\u00A0',
    '\u200B',
    '\u202E',
  ],
];
const ends = ['\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n\n\n', '', ' '];

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...lines), fc.constantFrom(...ends)).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.constantFrom(...bits, ...ends) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** A text of up to some thirty pieces. */
export const awkwardText = fc.array(piece, { maxLength: 30, size: 'max' }).map((pieces) => pieces.join(''));

const plainBits = [
  ...[
    '-',
    '*',
    '1.',
    '12)',
    '#',
    '##',
    '####### ',
    '+',
    ' ',
    '   ',
    '     ',
    'Strengths',
    'TODO',
    '…',
    'xx',
    ':',
    '(',
  ],
  ...[
    '[std 6.1]',
    '[STD 6.1, 6.2]',
    '[std 1.1–1.3]',
    '[theme 3]',
    '[ev FG2]',
    '[std six]',
    '[x]',
    '[ ]',
    '[plan]',
    '[',
  ],
  ...[
    '@by(AA)',
    '@by(',
    '@lead(A (b))',
    '@due(',
    ')',
    ']',
    ']:',
    'x.md',
    '!',
    '"a"',
    '35',
    '1) ',
    'ŵ',
    '👩‍👩‍👧',
    '\u00A0',
    '\u2028',
    '\\',
    '*a*',
    '**bold words**',
    '*',
    '**',
    '*two words*.',
    '(*so*)',
    '|',
  ],
  ...[
    'a',
    'Visits are on time',
    'and so on.',
    '=',
    '==',
    '>',
    '&amp;',
    '<b>',
    '\n',
    '\r\n\n',
    '\r',
    '\t',
    ' \n',
  ],
];

/** A line or two that may be as plain as most of a review, or just not. */
export const plainText = fc
  .tuple(
    fc.constantFrom('- ', '* ', '1. ', '## ', '', 'Plain words ', '- Visits '),
    fc.array(fc.constantFrom(...plainBits), { maxLength: 9 }),
    fc.constantFrom('', '\n', '\r\n', '\n\n', '\n \n'),
  )
  .map(([start, bits, end]) => start + bits.join(bits.length % 2 === 0 ? ' ' : '') + end);

/** How often a property is tried: as often as it says, `FC_TIMES` as often, or exactly `FC_RUNS` times. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Number(process.env.FC_RUNS ?? Math.ceil(count * Number(process.env.FC_TIMES ?? 1))) };
}

/** An edit as shares of a text's length: what lies between them gives way to a piece. */
export type AwkwardEdit = readonly [from: number, length: number, piece: string];

/** One to ten edits: most replace a few characters, some a large part of the text. */
export const awkwardEdits: fc.Arbitrary<readonly AwkwardEdit[]> = fc.array(
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(200) }),
    fc.oneof(piece, fc.constant('')),
  ),
  { minLength: 1, maxLength: 10 },
);

/** The text after an edit. */
export function editText(text: string, [from, length, inserted]: AwkwardEdit): string {
  const start = Math.floor(from * text.length);
  return text.slice(0, start) + inserted + text.slice(start + length);
}

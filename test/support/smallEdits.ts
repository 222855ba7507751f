/*
 * Every small edit near every kind of cut, for the law of edits. A document is a few blocks: one to set the scene, one
 * before the cut, blank lines, one after the cut, and a finding at the end. An edit deletes one to three characters, or
 * inserts a piece, at each place from just before the cut to the end. Nothing here is random: `smallEdit(n)` is always
 * the same edit.
 */

/** What the document begins with: it decides whether items are findings, or what is still open. */
const scenes = [
  '## Strengths\n\n',
  '---\ntitle: A\n---\n## Strengths\n\n',
  '\uFEFF## Strengths\n\n',
  '',
  '- a\n\n',
];

/** Blocks that may end just before a cut. */
const before = [
  'Plain words.\n',
  '    code\n',
  '\tcode\n\n    more\n',
  '- One [std 1.1]\n',
  '- One\n\n      code\n',
  '1. One [std 1.1]\n',
  '12345678) One\n',
  '> Quoted [std 1.1]\n',
  '```\ncode\n```\n',
  '~~~\nopen\n',
  '<div>\n',
  '<!-- note -->\n',
  '<!-- open\n',
  '[plan]: x.md\n',
  '[plan]: x.md\nTitle\n===\n',
  '| a | b |\n| - | - |\n| c | [std 1.1] |\n',
  '[^1]: A note\n',
  '# Theme [theme 1]\n',
  'Words\r',
];

/** What lies between: blank lines of every make. */
const gaps = ['\n', '\r\n\r\n', '\r', ' \t \n', ''];

/** Blocks that may begin just after a cut. */
const after = [
  'Plain [std 2.1]\n',
  '- x\n===\n',
  `- ${' '.repeat(20)}x\n===\n`,
  `-\t${' '.repeat(14)}\tx\n---\n`,
  `123456789.${' '.repeat(16)}x\n===\n`,
  `+ ${' '.repeat(12)}\n  x [std 2.1]\n`,
  '2. Two [std 2.1]\n',
  '1) Two [std 2.1]\n',
  '* Two [std 2.1]\n',
  '## Areas for development\n',
  '######\tdeep\n',
  '#\n',
  '=\n',
  '---\n',
  '- - -\n',
  '\uFEFF- Two\n',
  '    code [std 2.1]\n',
  '```\n[std 2.1]\n```\n',
  '| [std 2.1] |\n| - |\n',
  '[std 2.1]: x\n',
];

const tails = ['\n- Staff are heard. [std 3.1]\n', '- Staff are heard. [std 3.1]', '\n\n10) Ten [std 3.1]\n'];

/** What is inserted. */
const pieces = [
  ...[
    'x',
    ' ',
    '    ',
    '\t',
    '\n',
    '\r',
    '\n\n',
    '- ',
    '2)',
    '#',
    '=',
    '>',
    '```\n',
    '<!--',
    '-->',
    '|',
    '[',
  ],
  ...['\\', '`', '\uFEFF', '\uD83D', '---\n', '<div>\n', ' '.repeat(17), '[x]: y\n'],
];
const deletions = [1, 2, 17];
/** How far around the cut edits are made: some characters before it, and as far after it as a line is looked at. */
const reach = { before: 3, after: 30 };

const changes = pieces.length + deletions.length;
const places = reach.before + reach.after;

/** How many edits there are: every block before every other, with scenes and ends in turn. */
export const smallEdits = before.length * gaps.length * after.length * places * changes;

/** The texts before and after an edit; undefined where its place lies outside of the text, or it changes nothing. */
export function smallEdit(index: number): { readonly from: string; readonly to: string } | undefined {
  let rest = index;
  const digit = (base: number): number => {
    const value = rest % base;
    rest = Math.floor(rest / base);
    return value;
  };
  const change = digit(changes);
  const place = digit(places) - reach.before;
  let turn = 0;
  const [second = '', gap = '', first = ''] = [after, gaps, before].map((list) => {
    const chosen = digit(list.length);
    turn += chosen;
    return list[chosen];
  });
  const head = `${scenes[turn % scenes.length] ?? ''}${first}${gap}`;
  const from = `${head}${second}${tails[turn % tails.length] ?? ''}`;
  const at = head.length + place;
  if (at < 0 || at >= from.length) return undefined;
  const piece = pieces[change] ?? '';
  const deleted = deletions[change - pieces.length] ?? 0;
  return { from, to: from.slice(0, at) + piece + from.slice(at + deleted) };
}

/*
 * What somebody is told about a line that is no YAML: what to do about it, in the words of people who have never heard of
 * YAML. The library's own sentences are the keys of this table and are never shown, not even one that is not in it.
 */

const underLetter = 'begin it under the first letter of the line above';
const underDash = 'begin it under the dash of the item above';
const missing = 'a closing quote or bracket is missing';
const colon = 'a colon and a blank stand behind the name of a setting, as in title: Review of Aberwen';
const list = 'a list begins on the line below its name, and each item with a dash';

/** By the library's code, where one slip alone has it. */
const byCode: Readonly<Record<string, string>> = {
  BAD_DQ_ESCAPE: 'between double quotes a backslash is written twice, as in "C:\\\\Reviews"',
  BAD_DIRECTIVE: quoted('%'),
  BLOCK_AS_IMPLICIT_KEY: 'a value with “: ” in it stands in quotes, as in title: "Review: Aberwen"',
  BLOCK_IN_FLOW: 'between brackets there are no dashes; write the items with commas between them',
  DUPLICATE_KEY: 'this key stands here twice',
  KEY_OVER_1024_CHARS: 'the name of a setting cannot be that long',
  RUN_ON: 'the line below it begins too far to the right; begin that under the first letter of this one',
  TAB_AS_INDENT: 'indent with spaces, not with a tab',
};

/** By the beginning of the library's sentence, the first that fits. */
const bySentence: readonly (readonly [RegExp, string])[] = [
  [/^(?:All mapping items must start|Sequence item without - )/, underLetter],
  [/^(?:All sequence items must start|A block sequence may not be used)/, underDash],
  [/^(?:Flow|Missing closing|Expected flow)/, missing],
  [/^Missing , or :|^Missing , /, 'a comma is missing between two items'],
  [/^Missing space after :/, 'a blank is missing behind the colon'],
  [/^Comments must be separated/, 'a blank stands before the “#” of a note'],
  [/^Implicit (?:map )?keys/, colon],
  [/^Unexpected (?:,|empty item)/, 'a comma has nothing before it'],
  [/^Unexpected flow-\w+-end/, 'a closing bracket has no opening one'],
  [/^Unexpected block-seq-ind/, list],
  [/at node end$/, 'the value before it has ended; put the whole value between one pair of quotes'],
  [/^Block scalar header|^Not a YAML token/, 'behind “|” or “>” the words begin on the line below'],
  [/anchor|alias/i, quoted('&')],
  [/\btags?\b/i, quoted('!')],
];

/** What to do about a line, by the code and the sentence that the library has for it. */
export function adviceOn(code: string, message = ''): string {
  const [line = ''] = message.split('\n', 1);
  const [sentence = ''] = line.split(' at line ', 1);
  const first = sentence.replace(/[.:]$/, '');
  const sign = /^Plain value cannot start with .* (.)$/u.exec(first)?.[1];
  const known = bySentence.find(([pattern]) => pattern.test(first))?.[1] ?? byCode[code];
  const said = sign === undefined ? known : quoted(sign);
  const anything = 'write a name, a colon and the value in quotes, as in title: "Review of Aberwen"';
  return `This line cannot be read as a setting: ${said ?? anything}.`;
}

function quoted(sign: string): string {
  return `a value that begins with “${sign}” stands in quotes, as in title: "${sign} Aberwen"`;
}

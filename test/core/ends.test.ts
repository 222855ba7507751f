/*
 * Scans that took the place of expressions: each does what its expression did, and takes time in proportion to the
 * length of the text. The expressions are the reference, on short texts, because on long ones they take for ever.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { messageLine } from '../../core/src/text/diagnostic';
import { endOf, findWord, lineBefore, splitTrimmed, trimEndOf } from '../../core/src/text/ends';
import { readExclusion, readMember } from '../../core/src/features/newReview';
import { trimEnd } from '../../core/src/features/text';
import { readSettingLine } from '../../core/src/features/completion/settingLine';
import { readRemarks, splitIds } from '../../core/src/catalogue/idAnnotations';
import { readSuppressions } from '../../core/src/syntax/suppression';
import { findOpenCitation } from '../../core/src/syntax/incompleteCitation';
import { readName } from '../../core/src/standards/table';
import { runs } from '../support/awkward';
import { itUnlessQuick } from '../support/depth';
import { assertLinear } from '../support/growth';

const common = [
  'a',
  'b',
  'Z',
  '7',
  '.',
  ',',
  ':',
  ';',
  '-',
  ' ',
  '  ',
  '\t',
  'é',
  '😀',
  '\ud83d',
  '(',
  ')',
  '[',
  ']',
];
const lineEnds = ['\n', '\r', '\r\n', '\u2028'];

/** Short texts of such pieces, half of them with pieces of their own. */
function textsOf(...own: readonly string[]): fc.Arbitrary<string> {
  const any = fc.constantFrom(...common, ...lineEnds);
  const piece = own.length === 0 ? any : fc.oneof(any, fc.constantFrom(...own));
  return fc.array(piece, { maxLength: 12 }).map((drawn) => drawn.join(''));
}

/** Each scan, what its expression said, and texts to compare them on. */
const scans: readonly (readonly [
  name: string,
  now: (text: string) => unknown,
  before: (text: string) => unknown,
  texts: fc.Arbitrary<string>,
])[] = [
  ['trimEndOf', (text) => trimEndOf(text, /[\s,.;:]/), (text) => text.replace(/[\s,.;:]+$/, ''), textsOf()],
  [
    'trimEndOf with letters',
    (text) => trimEndOf(text, /[^\p{L}\p{N}]/u),
    (text) => text.replace(/[^\p{L}\p{N}]+$/u, ''),
    textsOf(),
  ],
  ['endOf', (text) => endOf(text, /[^\s-]/), (text) => /[^\s-]*$/.exec(text)?.[0], textsOf()],
  ['lineBefore', (text) => lineBefore(text, text.length), (text) => /[^\r\n]*$/.exec(text)?.[0], textsOf()],
  [
    'lineBefore within a stretch',
    (text) => lineBefore(text, text.length, 5),
    (text) => /[^\r\n]*$/.exec(text.slice(-5))?.[0],
    textsOf(),
  ],
  [
    'splitTrimmed',
    (text) => splitTrimmed(text, ';'),
    (text) => text.trim().split(/\s*;\s*/),
    textsOf(';', ' ;'),
  ],
  [
    'findWord',
    (text) => findWord(text, 'a.7'),
    (text) => text.search(/\ba\.7\b/),
    textsOf('a.7', ' a.7 ', 'a.7.', '_'),
  ],
  [
    'messageLine',
    messageLine,
    (text) => text.replace(/\s+/g, ' ').replace(/“([^”]{80})[^”]+”/g, '“$1…”'),
    textsOf('“', '”', '”', 'x'.repeat(79), 'y'.repeat(41)),
  ],
  [
    'readRemarks',
    (text) => readRemarks(text, true),
    remarksBefore,
    textsOf(' (printed 7.1)', '(formerly 5.3)', '(formerly: 5.3 and 5.4, 6)', '(printed 7(a))', 'Staff'),
  ],
  [
    'splitIds',
    splitIds,
    (text) =>
      text
        .split(/\s*,\s*|\s+and\s+/)
        .filter((id) => id !== '')
        .map((id) => id.replace(/\s+/g, ' ')),
    textsOf(',', ' and ', 'and', ', and ').map((text) => text.trim()),
  ],
  [
    'words without their end',
    trimEnd,
    (text) =>
      text
        .replace(/[\s,.;:]+$/, '')
        .replace(/(?:[\s,.;:]+(?:and|or|but|nor|a|ac|neu|ond|na|nac|&))+$/, '')
        .replace(/[\s,.;:]+$/, ''),
    textsOf(' and', ' or', '&', ' &', 'nac', '; a'),
  ],
  [
    'readMember',
    (text) => readMember(text),
    (text) => memberBefore(text.trim()),
    textsOf('GP', 'GP: ', 'Gwen Prosser', ', Head', 'É'),
  ],
  ['readExclusion', readExclusion, exclusionBefore, textsOf('theme ', 'probe', 'std', '6.1', ': ', 'why')],
  [
    'readIgnores',
    (text) => readSuppressions(text, { start: 0, end: text.length }).map(({ span }) => span),
    (text) =>
      [...text.matchAll(/<!--\s*review-ignore-next-line(?![\w-])\s*[^]*?\s*-->/g)].map(
        ({ 0: all, index }) => ({
          start: index,
          end: index + all.length,
        }),
      ),
    textsOf('<!-- review-ignore-next-line ', '<!--', '-->', 'review-ignore-next-line', ' -->'),
  ],
  [
    'findOpenCitation',
    (text) => findOpenCitation(`[std ${text},`, text.length + 6)?.before,
    (text) =>
      findOpenCitation(`[std ${text},`, text.length + 6) &&
      (` ${text},`.match(/[A-Za-z0-9.:]*\d[A-Za-z0-9.]*/g) ?? []),
    textsOf('6.1', 'cs:6.2', ', '),
  ],
  [
    'readName',
    (text) => readName(text, 'theme'),
    (text) => {
      const line = text.replace(/\s+/g, ' ').trim();
      const [, id = '', title = line] =
        /^(?:theme\s+)?([A-Za-z]?\d+(?:\.\d+)*)\s*[.:)–-]*\s+(\S.*)$/i.exec(line) ?? [];
      return { id, title };
    },
    textsOf('Theme ', 'theme', '3', '3.1. ', 'Leadership'),
  ],
  [
    'readSettingLine',
    (text) => readSettingLine([`x: ${text}{`])?.parents,
    (text) => settingBefore(`x: ${text}{`),
    textsOf('{', '}', 'key:', 'key: [', '[', ']', 'a-b: '),
  ],
];

describe('a scan in the place of an expression', () => {
  for (const [name, now, before, texts] of scans) {
    it(`means the same: ${name}`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          assert.deepEqual(now(text), before(text), JSON.stringify(text));
        }),
        runs(1000),
      );
    });
  }

  const shapes: readonly (readonly [string, (text: string) => unknown, (n: number) => string])[] = [
    ['space at the end', (text) => trimEndOf(text, /\s/), (n) => `${' '.repeat(n)}x${' '.repeat(n)}`],
    ['space between commas', (text) => splitTrimmed(text, ','), (n) => `${' '.repeat(n)}x`],
    ['opened quotations', messageLine, (n) => '“'.repeat(n)],
    [
      'opened comments',
      (text) => readSuppressions(text, { start: 0, end: text.length }),
      (n) => '<!-- review-ignore-next-line '.repeat(n / 20),
    ],
    ['colons of an exclusion', readExclusion, (n) => `a${' : '.repeat(n)}\nb`],
    ['a member without a name', (text) => readMember(text), (n) => `${' '.repeat(n)}${'A'.repeat(n)}`],
    ['opened lists and braces', (text) => readSettingLine([text]), (n) => 'a: [{ '.repeat(n / 4)],
  ];
  for (const [name, run, textOf] of shapes) {
    itUnlessQuick(`takes time in proportion to the length of the text: ${name}`, () => {
      assertLinear(textOf, (text) => void run(text));
    });
  }
});

function remarksBefore(words: string): unknown {
  let text = words.trimEnd();
  let printed: string | undefined;
  let formerly: readonly string[] | undefined;
  for (;;) {
    const number = printed === undefined ? /\s*\(printed ([^\s()]+(?:\([^\s()]*\))*)\)$/.exec(text) : null;
    const former =
      formerly === undefined
        ? /\s*\(formerly:? ([A-Za-z0-9.]+(?:(?:, ?| and )[A-Za-z0-9.]+)*)\)$/.exec(text)
        : null;
    const found = number ?? former;
    if (!found || found.index === 0) break;
    if (number) printed = number[1];
    else formerly = (former?.[1] ?? '').split(/, ?| and /);
    text = text.slice(0, found.index);
  }
  return { text, ...(printed !== undefined && { printed }), formerly: formerly ?? [] };
}

function memberBefore(words: string): unknown {
  const [, given, rest = ''] =
    /^\s*(?:([\p{Lu}\d]{1,6}|[^\s:,]+(?=\s*:))\s*(?::|\s|$))?(.*)$/u.exec(words) ?? [];
  const [name = '', ...more] = rest.split(',').map((part) => part.trim());
  const derived = name
    .split(/[\s-]+/)
    .map((part) => /\p{L}/u.exec(part)?.[0].toUpperCase() ?? '')
    .join('');
  const initials = given ?? derived;
  const role = more.join(', ');
  return initials === ''
    ? undefined
    : { initials, ...(name !== '' && { name }), ...(role !== '' && { role }) };
}

function exclusionBefore(words: string): unknown {
  const [, kind = 'std', ids, reason = ''] =
    /^\s*(?:(std|theme|probe)\s+)?([^:\s][^:]*?)\s*(?::\s*(.*?)\s*)?$/i.exec(words) ?? [];
  return ids === undefined ? undefined : { kind: kind.toLowerCase(), ids, reason };
}

/** The keys of the braces that are open at the end of a line. */
function settingBefore(line: string): unknown {
  const open: (string | undefined)[] = [];
  for (const { index, 0: brace } of line.matchAll(/[{}]/g))
    if (brace === '}') open.pop();
    else open.push(/([A-Za-z-]+):[ \t]*(?:\[[^\]]*)?$/.exec(line.slice(0, index))?.[1]);
  return open.filter((key) => key !== undefined);
}

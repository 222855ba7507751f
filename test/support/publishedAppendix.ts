/*
 * Prints a catalogue the way bodies publish theirs and converters give them back: tabs between cells that hold HTML,
 * tables cut by pages, points that go on in the next cell, numbers with a full stop behind them or of another element,
 * and an overview that calls things by their other names.
 */
import type { CatalogueData } from '../../core/src/standards/data';

/** The words in two pieces, as a page break cuts them. */
function cut(words: string): [string, string] {
  const parts = words.split(' ');
  const half = Math.ceil(parts.length / 2);
  return [parts.slice(0, half).join(' '), parts.slice(half).join(' ')];
}

function points(texts: readonly string[]): string {
  return texts.length === 0 ? '' : `<ul> ${texts.map((text) => `<li>• ${text}</li>`).join(' ')} </ul>`;
}

/** The document; each element is cut by a page in the middle of its last probe and its last source. */
export function printAppendix({ settings, themes }: CatalogueData): string {
  const overview = [
    ['<b>Themes</b>', ...themes.map(({ title, aliases }) => `<b>${aliases[0] ?? title}</b>`)],
    [
      '<b>Elements</b>',
      ...themes.map(({ elements, about }) =>
        [
          ...elements.map(({ id, title, aliases }) => `<p><b>${id}. ${aliases[0] ?? title}</b></p>`),
          ...(about.some(({ isItem }) => isItem)
            ? [`<p>${about[1]?.words ?? ''}</p>`, points(about.slice(2, 4).map(({ words }) => words))]
            : ['<p>Said elsewhere too</p>']),
        ].join(' '),
      ),
    ],
  ];
  const rest = ['', ...themes.map(({ about }) => points(about.slice(4).map(({ words }) => words)))];
  const lines = [
    '# 1. Introduction',
    '',
    ...themes.flatMap(({ aliases }) => aliases.slice(1).map((alias) => `- **${alias}**`)),
    ...themes
      .filter(({ aliases }) => aliases.length === 1 && (aliases[0] ?? '').includes('('))
      .map(({ aliases }) => `- **${aliases[0]}**`),
    '',
    `## Appendix 1: ${settings.title}`,
    '',
    'The standards are grouped',
    '',
    ...overview.map((row) => row.join('\t')),
    '',
    rest.join('\t'),
    '',
  ];
  for (const [i, theme] of themes.entries()) {
    lines.push(`## ${theme.title}`, '', theme.about[0]?.words ?? '', '');
    // The third table has lost its headings.
    if (i !== 2) lines.push('\tIdeal Service\tProbes and Questions\tPossible sources of evidence');
    for (const element of theme.elements) {
      const [probe, probeRest] = cut(element.probes.at(-1)?.text ?? '');
      const [source, sourceRest] = cut(element.sources.at(-1) ?? '');
      const [title, titleRest] = cut(element.title);
      const standards = element.standards.map(
        ({ id, printed, text }) => `<p>${printed ?? id}${id === '5.2' ? '.' : ''} ${text}</p>`,
      );
      const first = [
        `<p><b>${element.id}.</b> <b>${title}</b></p>`,
        standards.slice(0, 1).join(' '),
        points([...element.probes.slice(0, -1).map(({ text }) => text), probe]),
        points([...element.sources.slice(0, -1), source]),
      ];
      const second = [
        titleRest === '' ? '' : `<b>${titleRest}</b>`,
        standards.slice(1).join(' '),
        probeRest,
        `<p>${sourceRest}</p>`,
      ];
      lines.push(first.join('\t'), '', second.join('\t'), '---\t---\t---\t---', '');
    }
  }
  return [...lines, 'A. Author', '', '## Appendix 2: Notes', '', 'Nothing of ours', ''].join('\n');
}

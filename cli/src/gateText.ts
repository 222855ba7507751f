/*
 * The page of `check --final` on a terminal, and as a page of HTML that needs no other file: no script, nothing that is
 * loaded. `place` prints where something is, as `theme-1.review.md:12:3`.
 */
import type { DigestPage } from '../../core/src';
import { escapeMarkup } from './formats/markup';
import { plain, wrap } from './terminal';

type PlaceOf = (uri: string, start: number) => string;

/** In front of words on the same line; a longer place has a line of its own. */
const longest = 40;

/** The page in lines of at most 100 columns. */
export function printGateText({ title, subject, sentences, sections }: DigestPage, place: PlaceOf): string {
  const lines = [title, ...(subject === undefined ? [] : [subject])].flatMap((words) => wrap(words, ''));
  lines.push('', ...sentences.flatMap((words) => wrap(words, '')));
  for (const section of sections) {
    lines.push('', ...wrap(section.title, ''));
    lines.push(...section.sentences.flatMap((words) => wrap(words, '')));
    for (const { label, words, place: at } of section.items) {
      const said = label === '' ? words : `${label}: ${words}`;
      const where = at ? place(at.uri, at.span.start) : '';
      if (where === '') lines.push(...wrap(said, '  '));
      else if (where.length <= longest) lines.push(...wrap(said, `  ${where}  `));
      else lines.push(`  ${plain(where)}`, ...wrap(said, '    '));
    }
  }
  return `${lines.join('\n')}\n`;
}

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
:root { color-scheme: light dark; }
li { margin: 0.4rem 0; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; }
`;

/** The pages of several reviews, one below the other. */
export function printGateHtml(pages: readonly DigestPage[], place: PlaceOf): string {
  const titles = pages.map(({ title }) => title).join(', ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(titles)}</title>
<style>${style}</style>
</head>
<body>
<main>
${pages.map((page) => printPage(page, place)).join('')}</main>
</body>
</html>
`;
}

function printPage({ title, subject, sentences, sections }: DigestPage, place: PlaceOf): string {
  const paragraph = (words: string): string => `<p>${escapeMarkup(words)}</p>\n`;
  const parts = sections.map((section) => {
    const items = section.items.map(({ label, words, place: at }) => {
      const said = `${label === '' ? '' : `<strong>${escapeMarkup(label)}:</strong> `}${escapeMarkup(words)}`;
      return `<li>${said}${at ? ` <code>${escapeMarkup(place(at.uri, at.span.start))}</code>` : ''}</li>\n`;
    });
    return `<h2>${escapeMarkup(section.title)}</h2>\n${section.sentences.map(paragraph).join('')}<ul>\n${items.join('')}</ul>\n`;
  });
  const head = subject === undefined ? '' : paragraph(subject);
  return `<h1>${escapeMarkup(title)}</h1>\n${head}${sentences.map(paragraph).join('')}${parts.join('')}`;
}

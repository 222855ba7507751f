/*
 * A page of HTML that needs no other file, for people who get it as an attachment: no script, nothing that is loaded,
 * readable in a light window, in a dark one, and on paper.
 */
import { byFile, type CheckedDiagnostic } from '../check';
import { printTotals, type Format } from './format';
import { escapeMarkup } from './markup';

const style = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
:root { color-scheme: light dark; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid #8888; }
th { font-weight: 600; }
td:first-child, th:first-child { text-align: right; white-space: nowrap; }
.error { font-weight: 700; }
code { white-space: nowrap; }
h2 { margin-top: 2rem; overflow-wrap: anywhere; }
`;

export const printHtml: Format = (report) => {
  const wrong = [...byFile(report)].filter(([, found]) => found.length > 0);
  const titles = [...new Set(report.reviews.map(({ title }) => title))].join(', ');
  const unread = report.unread.map(({ file, why }) => {
    return `<p><strong>${escapeMarkup(file)}</strong> ${escapeMarkup(why)}.</p>\n`;
  });
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What is wrong in ${escapeMarkup(titles)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>What is wrong in ${escapeMarkup(titles)}</h1>
<p>${escapeMarkup(printTotals(report))}</p>
${unread.join('')}${wrong.map(printFile).join('')}</main>
</body>
</html>
`;
};

function printFile([file, found]: readonly [string, readonly CheckedDiagnostic[]]): string {
  const rows = found.map(({ range: { start }, severity, code, message }) => {
    const cells = [
      `<td>${start.line + 1}</td>`,
      `<td class="${severity}">${severity}</td>`,
      `<td>${escapeMarkup(message)}</td>`,
      `<td><code>${escapeMarkup(code)}</code></td>`,
    ];
    return `<tr>${cells.join('')}</tr>\n`;
  });
  const head = ['line', 'weight', 'what', 'check'].map((name) => `<th scope="col">${name}</th>`).join('');
  return `<h2>${escapeMarkup(file)}</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

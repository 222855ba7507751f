/*
 * A report as one HTML file that needs nothing else: no script, no font, no picture from anywhere. Its content policy
 * allows exactly its own style sheet, so that even a fault in the printing could neither run nor fetch anything.
 */
import type { ElementContent } from 'hast';
import { h, printHtml } from './hast';
import type { Report } from '../report';
import { type CitationStyle } from './blocks';
import { reportParts } from './body';
import { reportStyle } from './style';
import { printDate, reportWords } from '../words';

/** What the content policy knows the style sheet by; a test holds it to the style sheet. */
export const reportStyleHash = 'sha256-wW/uCcKA4pp6G8yGFpf6RQ9jNKNjwa6iJQFfod/bFE0=';

/** Prints a report as a file. */
export function printReportHtml(report: Report, citations: CitationStyle = 'notes'): string {
  const words = reportWords[report.language];
  const policy = [
    "default-src 'none'",
    `style-src '${reportStyleHash}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const [title, contents, ...rest] = reportParts(report, { citations }).map((part) => part.print());
  const about = [
    report.subject,
    report.date === undefined ? undefined : printDate(report.language, report.date),
  ];
  const named = [report.title, ...about.filter((each) => each !== undefined && each !== report.title)].join(
    ', ',
  );
  const head: ElementContent[] = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', {}, report.draft ? `${named} (${words.draft})` : named),
    h('style', {}, reportStyle),
  ];
  const body: readonly (ElementContent | undefined)[] = [
    h('a', { className: 'skip', href: '#report' }, words.skip),
    title,
    contents,
    h('main', { id: 'report', tabIndex: -1 }, rest),
  ];
  const html = h('html', { lang: words.tag }, h('head', {}, head), h('body', {}, body));
  return `<!DOCTYPE html>\n${printHtml([html])}\n`;
}

/*
 * `citation-as-link`: what follows a citation makes other Markdown tools read the two as a link or as a
 * link definition. We read a citation either way; the words would be lost elsewhere.
 */
import { span } from '../text/span';
import type { FragmentCheck } from './check';

export const citationAsLink: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'citation-as-link',
  severity: 'warning',
  title: 'Other Markdown tools read a citation and what follows it as a link',
  why: 'Opened in another tool, the citation or the words behind it would not be shown as written.',
  safe: true,
  run: ({ text, citations }) =>
    citations
      .filter(({ link }) => link !== undefined)
      .map(({ span: place, link }) => {
        const cited = text.slice(place.start, place.end);
        const message =
          link === 'link'
            ? `Other tools read “${cited}(…)” as a link; put a space behind the citation.`
            : `Other tools read a line that begins “${cited}:” as a link definition and do not show it.`;
        return { span: place, message };
      }),
  fix(diagnostic, fragment) {
    const { end } = diagnostic.span;
    const isLink = fragment.text[end] === '(';
    const edit = isLink ? { span: span(end, end), text: ' ' } : { span: span(end, end + 1), text: ' –' };
    const title = isLink ? 'Put a space behind the citation' : 'Write a dash instead of the colon';
    return [{ title, edits: [edit], preferred: true }];
  },
};

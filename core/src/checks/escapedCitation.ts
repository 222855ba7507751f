/*
 * `escaped-citation`: a backslash hides a citation. That is how one writes about citations, but some
 * formatters add it unasked, so a quiet hint offers to take it away.
 */
import type { FragmentCheck } from './check';

export const escapedCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'escaped',
  code: 'escaped-citation',
  severity: 'hint',
  title: 'A backslash hides a citation',
  why: 'Some formatters add the backslash. If the finding is meant to cite, it does not count until it is gone.',
  *run(fragment) {
    for (const { span } of fragment.escaped) {
      yield { span, message: 'The backslash hides this citation, so it does not count.' };
    }
  },
  fix(diagnostic, fragment) {
    const written = fragment.text.slice(diagnostic.span.start, diagnostic.span.end);
    const text = written.replace(/^\\/, '').replace(/\\\]$/, ']');
    const edits = [{ span: diagnostic.span, text }];
    return [{ title: 'Take the backslash away', edits, preferred: true }];
  },
};

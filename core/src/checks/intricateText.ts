/*
 * `intricate-text`: signs by the thousand, or lists within lists beyond count, on which a reader of Markdown would
 * sit for minutes. It is kept as plain words, and everything around it is read as always.
 */
import type { FragmentCheck } from './check';

export const intricateText: FragmentCheck = {
  about: 'fragment',
  looksAt: 'intricate',
  code: 'intricate-text',
  severity: 'warning',
  title: 'A text is too intricate to be read as Markdown',
  why: 'It has thousands of signs that might belong together, or lists within lists beyond count. Its words are kept as they are, but citations in it do not count.',
  *run(fragment) {
    for (const span of fragment.intricate ?? []) {
      yield {
        span,
        message:
          'This is too intricate to be read as Markdown, so it stands as plain words and citations in it do not count; ' +
          'divide it by blank lines, or take out signs that it does not need.',
      };
    }
  },
};

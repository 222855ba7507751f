/*
 * `finding-without-words`: a finding is empty, only cites, or holds a placeholder such as TODO. It never
 * counts as cover.
 */
import { byPhase, type Check } from './check';

export const findingWithoutWords: Check = {
  code: 'finding-without-words',
  severity: byPhase,
  title: 'A finding is empty or a placeholder',
  why: 'A stub looks finished in a long list. It covers nothing until it says something.',
  *run(document) {
    for (const { empty, head, span } of document.review.findings) {
      if (empty)
        yield { span: head.end > head.start ? head : span, message: 'This finding has no words yet.' };
    }
  },
};

/*
 * `finding-without-words`: a finding is empty, only cites, or holds a placeholder such as TODO. It never
 * counts as cover.
 */
import { byPhase, type FragmentCheck } from './check';

export const findingWithoutWords: FragmentCheck = {
  about: 'fragment',
  looksAt: 'findings',
  code: 'finding-without-words',
  severity: byPhase,
  title: 'A finding is empty or a placeholder',
  why: 'A stub looks finished in a long list. It covers nothing until it says something.',
  run: ({ findings }) =>
    findings
      .filter(({ empty }) => empty)
      .map(({ head, span }) => {
        return { span: head.end > head.start ? head : span, message: 'This finding has no words yet.' };
      }),
};

/*
 * `finding-without-citation`: a finding with words cites no standard. An element counts as one; a probe
 * does not. A malformed or unknown citation is reported as such, and not here again.
 */
import { byPhase, type FragmentCheck } from './check';

export const findingWithoutCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'findings',
  code: 'finding-without-citation',
  severity: byPhase,
  title: 'A finding cites no standard',
  why: 'It is not judged against anything, and it covers nothing.',
  run: ({ findings }) =>
    findings
      .filter(({ empty, citations }) => !empty && !citations.some(({ kind }) => kind === 'standard'))
      .map(({ head }) => {
        return { span: head, message: 'This finding cites no standard yet; add one such as [std 6.1].' };
      }),
};

/*
 * `finding-without-citation`: a finding with words cites no standard. An element counts as one; a probe
 * does not. A malformed or unknown citation is reported as such, and not here again.
 */
import { byPhase, type StretchCheck } from './check';

export const findingWithoutCitation: StretchCheck = {
  about: 'stretch',
  code: 'finding-without-citation',
  severity: byPhase,
  title: 'A finding cites no standard',
  why: 'It is not judged against anything, and it covers nothing.',
  *run(stretch) {
    for (const finding of stretch.findings) {
      if (finding.empty || finding.citations.some(({ kind }) => kind === 'standard')) continue;
      yield { span: finding.head, message: 'This finding cites no standard yet; add one such as [std 6.1].' };
    }
  },
};

/*
 * `duplicate-finding`: a finding says word for word what another says. It is reported at the later place, and
 * points to the first. Findings of fewer than five words repeat by chance and are left alone.
 */
import { repeatsIn } from '../review/duplicateFindings';
import { documentPath } from '../review/review';
import type { ReviewCheck } from './check';

export const duplicateFinding: ReviewCheck = {
  about: 'review',
  code: 'duplicate-finding',
  severity: 'information',
  title: 'The same words stand in two findings',
  why: 'The report would say it twice. Keep it where it belongs; one finding may cite several standards.',
  dependsOn: (set) => new Map([...repeatsIn(set)].map(([document, pairs]) => [document, pairs.flat()])),
  *run(document, set) {
    for (const [{ head }, first] of repeatsIn(set).get(document) ?? []) {
      const isHere = first.document === document;
      const where = isHere ? 'further up in this document' : `in ${documentPath(set, first.document.uri)}`;
      const related = [{ uri: first.document.uri, span: first.head, message: 'The same words stand here.' }];
      yield { span: head, message: `The same words stand ${where}.`, related };
    }
  },
};

/*
 * `duplicate-finding`: a finding says word for word what another says. It is reported at the later place, and
 * points to the first. Findings of fewer than five words repeat by chance and are left alone.
 */
import { repeatedFindings } from '../review/duplicateFindings';
import { documentPath } from '../review/review';
import type { ReviewCheck } from './check';

export const duplicateFinding: ReviewCheck = {
  about: 'review',
  code: 'duplicate-finding',
  severity: 'information',
  title: 'The same words stand in two findings',
  why: 'The report would say it twice. Keep it where it belongs; one finding may cite several standards.',
  *run(review) {
    for (const [{ document, head }, first] of repeatedFindings(review)) {
      const isHere = first.document === document;
      const where = isHere ? 'further up in this document' : `in ${documentPath(review, first.document.uri)}`;
      const related = [{ uri: first.document.uri, span: first.head, message: 'The same words stand here.' }];
      yield { document, span: head, message: `The same words stand ${where}.`, related };
    }
  },
};

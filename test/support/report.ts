/*
 * The report of a review as its three callers ask for it: a draft where the gate says so.
 */
import { isDraft, readReport, type Report, type Review } from '../../core/src';

/** The report of a review, marked as a draft where it is one. */
export function reportOfReview(set: Review): Report {
  return readReport(set, { draft: isDraft(set) });
}

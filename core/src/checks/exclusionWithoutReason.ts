/*
 * `exclusion-without-reason`: an exclusion in the cover that gives no reason.
 */
import type { ReviewCheck } from './check';
import { settingFaults } from './settingFaults';

export const exclusionWithoutReason: ReviewCheck = {
  about: 'review',
  code: 'exclusion-without-reason',
  severity: 'warning',
  title: 'The scope leaves something out and does not say why',
  why: 'The report lists what was left out, and its readers will ask for the reason.',
  run: (review) => settingFaults(review, 'exclusion-without-reason'),
};

/*
 * `invalid-setting`: a value in front matter or in a survey that cannot be what it should be, or names what is not there.
 */
import type { ReviewCheck } from './check';
import { fixSetting, settingFaults } from './settingFaults';

export const invalidSetting: ReviewCheck = {
  about: 'review',
  code: 'invalid-setting',
  severity: 'error',
  title: 'A value in the front matter, or in a survey, is wrong',
  why: 'It has no effect, and the review is checked and printed as if it were not there.',
  run: (review) => settingFaults(review, 'invalid-setting'),
  fix: fixSetting,
};

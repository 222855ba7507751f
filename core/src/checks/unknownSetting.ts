/*
 * `unknown-setting`: a key in front matter or in a survey that nobody reads.
 */
import type { ReviewCheck } from './check';
import { fixSetting, settingFaults } from './settingFaults';

export const unknownSetting: ReviewCheck = {
  about: 'review',
  code: 'unknown-setting',
  severity: 'warning',
  title: 'A key in the front matter, or in a survey, is not a setting',
  why: 'It has no effect; it is usually a slip of the keyboard, or stands in the wrong document.',
  run: (review) => settingFaults(review, 'unknown-setting'),
  fix: fixSetting,
};

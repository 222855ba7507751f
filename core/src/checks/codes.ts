/*
 * Every check code of the review language. Codes are never reused, and a cover may set any of them in
 * `checks:`, also one that this version does not check yet.
 */
export const languageCodes = [
  'unknown-standard',
  'printed-number',
  'malformed-citation',
  'citation-as-link',
  'escaped-citation',
  'duplicate-citation',
  'excluded-citation',
  'citation-elsewhere',
  'finding-without-citation',
  'finding-without-words',
  'duplicate-finding',
  'uncovered-standards',
  'one-sided-standard',
  'unknown-evidence',
  'duplicate-evidence',
  'unused-evidence',
  'finding-without-evidence',
  'single-source',
  'action-without-lead',
  'action-without-date',
  'invalid-date',
  'survey-mismatch',
  'personal-data',
  'invalid-setting',
  'unknown-setting',
  'exclusion-without-reason',
  'element-without-lead',
  'unused-ignore',
] as const;

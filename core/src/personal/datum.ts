/*
 * What personal data is here: a place in a text that identifies a person, and of what kind it seems to be.
 * Finders read words only and know no review. None looks further around a place than its datum can reach, so
 * that a long text costs as much as its parts.
 */
import type { Span } from '../text/span';

/** The kinds, with what a message calls them. */
export const datumKinds = {
  nhs: 'an NHS number',
  nino: 'a National Insurance number',
  phone: 'a telephone number',
  dob: 'a date of birth',
  postcode: 'a postcode',
  email: 'an e-mail address',
} as const;
export type DatumKind = keyof typeof datumKinds;

/** One thing that identifies a person. */
export interface Datum {
  readonly kind: DatumKind;
  readonly span: Span;
}

/** Whether a word, a number or an address goes on across an end of the place, so that it is a part of something longer. */
export function isPartOfMore(text: string, { start, end }: Span): boolean {
  return isBegun(text, start) || goesOn(text, end);
}

/** Whether what begins at `at` began earlier. */
export function isBegun(text: string, at: number): boolean {
  return /(?:[\p{L}\p{M}\p{N}_/=#%&£$]|[\p{L}\p{N}][-.,])$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** Whether what ends at `at` goes on; a full stop and a blank end it, `.5` does not. */
export function goesOn(text: string, at: number): boolean {
  return /^(?:[\p{L}\p{M}\p{N}_%]|[-.,/]\p{N})/u.test(text.slice(at, at + 3));
}

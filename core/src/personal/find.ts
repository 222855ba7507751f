/*
 * All personal data in a text. Most of a review holds none, and one plain expression says so; only then do the
 * finders of each kind look. Where two kinds claim the same place, the one that is surer has it.
 */
import { slice, type Span } from '../text/span';
import { emailAddresses, postcodes } from './address';
import { birthDates } from './birth';
import type { Datum, DatumKind } from './datum';
import { insuranceNumbers, nhsNumbers } from './numbers';
import { telephoneNumbers } from './telephone';

/** Six digits with no more between one and the next than a number may hold: what is one, of whatever kind. */
const long = /\d(?:[^\p{L}\p{N}]{0,6}\d){5}/u;
const anything = /(?:)/;

/** The surest first, each with what there must be for it to find anything. */
const finders: readonly [DatumKind, (text: string) => Iterable<Span>, RegExp][] = [
  ['email', emailAddresses, /@/],
  ['nino', insuranceNumbers, long],
  ['dob', birthDates, anything],
  ['nhs', nhsNumbers, long],
  ['phone', telephoneNumbers, long],
  ['postcode', postcodes, /[a-z]\d/iu],
];

/** Without an address, or a digit that has no sign of punctuation behind it, there is no datum. */
const quick = /@[^\s@(]{1,64}\.|\d[\p{L}\d\s\u00A0-]/u;

const none: readonly Datum[] = [];

/** What identifies a person in a text, in order. */
export function findPersonalData(text: string): readonly Datum[] {
  if (!quick.test(text)) return none;
  const claims = finders.flatMap(([kind, find, needed], rank) =>
    needed.test(text) ? [...find(text)].map((span) => ({ kind, span, rank })) : [],
  );
  claims.sort((a, b) => a.span.start - b.span.start || a.rank - b.rank);
  const found: (Datum & { readonly rank: number })[] = [];
  for (const claim of claims) {
    const last = found[found.length - 1];
    const isFree = !last || last.span.end <= claim.span.start;
    if (!isFree && last.rank < claim.rank) continue;
    if (!isFree) found.pop();
    found.push(claim);
  }
  return found.map(({ kind, span }) => ({ kind, span }));
}

/** How much of a datum a message may show: messages travel further than reviews. */
const shown: Readonly<Record<DatumKind, readonly [first: number, last: number]>> = {
  nhs: [3, 2],
  nino: [2, 1],
  phone: [3, 2],
  dob: [2, 0],
  postcode: [2, 0],
  email: [2, 0],
};

/** A datum so that its writer knows it again and nobody else learns it: `999 … 82`. */
export function maskDatum(text: string, { kind, span }: Datum): string {
  const words = slice(text, span).replace(/\s+/g, ' ');
  const [first, last] = shown[kind];
  const end = last === 0 ? '' : ` ${words.slice(-last)}`;
  return `${words.slice(0, first).trim()} …${end}`;
}

/*
 * Where people can be reached: postcodes and e-mail addresses. Only a whole postcode of an area that exists is
 * one: the outward half alone (`CF10`, `SW1`) is a district with thousands of people, and `M4` is a road.
 */
import { span, type Span } from '../text/span';
import { isPartOfMore } from './datum';
import { endOf, stretchBefore } from '../text/ends';

const areas = new Set(
  (
    'AB AL B BA BB BD BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN ' +
    'EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N ' +
    'NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN ' +
    'TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'
  ).split(' '),
);
/** Only in the middle of London does a letter end the outward half. */
const lettered = new Set(['E', 'EC', 'N', 'NW', 'SE', 'SW', 'W', 'WC']);
const postcodeShape = /([a-z]{1,2})(\d{1,2}|\d[a-z])([ \u00A0-]{0,2})(\d[abd-hjlnp-uw-z]{2})/giu;
/** What a number and two small letters usually are. */
const measure = /^(?:1st|2nd|3rd|[04-9]th|\dhr|\dyr|\dpt|\dst)$/;

/** The postcodes in a text. */
export function* postcodes(text: string): Iterable<Span> {
  for (const match of text.matchAll(postcodeShape)) {
    const [words, area = '', district = '', gap = '', inward = ''] = match;
    const place = span(match.index, match.index + words.length);
    if (!areas.has(area.toUpperCase()) || isPartOfMore(text, place)) continue;
    if (/[a-z]$/i.test(district) && !lettered.has(area.toUpperCase())) continue;
    if (/^0\d/.test(district) || measure.test(inward)) continue;
    // In small letters and in one it could be any code; nobody writes a postcode so.
    if (gap === '' && /[a-z]/.test(words)) continue;
    yield place;
  }
}

const localSign = /[\p{L}\p{N}.!#$%&'’*+/=?^_{|}~-]/u;
const domain = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}-])/u;

/** The e-mail addresses in a text. */
export function* emailAddresses(text: string): Iterable<Span> {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = endOf(stretchBefore(text, at, 64), localSign).replace(/^[^\p{L}\p{N}]+/u, '');
    const host = domain.exec(text.slice(at + 1, at + 256))?.[0];
    if (local !== '' && host !== undefined) yield span(at - local.length, at + 1 + host.length);
  }
}

/*
 * Words on their way into XML. A library escapes what has a meaning there; what XML 1.0 cannot hold at all, such as a
 * form feed or half an emoji, is taken out here, because a program refuses a whole file for one of them.
 */

import { foldBlanks } from '../text/singleLine';

/** Some words without what XML 1.0 forbids: controls other than tab and line ends, U+FFFE, U+FFFF, lone surrogates. */
export function xmlText(words: string): string {
  return words.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** The same in one line, as properties and labels have it. */
export function xmlLine(words: string): string {
  return foldBlanks(xmlText(words));
}

/** Words to stand between two tags, where no library escapes them. */
export function escapeXml(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** An address that an office program may be given: http, https or mailto, and nothing that breaks the file. */
export function officeLink(address: string): string | undefined {
  const whole = xmlText(address).trim();
  if (!/^(?:https?:\/\/[^\s/?#]|mailto:[^\s?]*[^\s?@]@[^\s?@])/i.test(whole)) return undefined;
  const [before = '', ...fragments] = whole
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent)
    .split('#');
  return fragments.length === 0 ? before : `${before}#${fragments.join('%23')}`;
}

/*
 * Words as text of XML and HTML: nothing in them is a sign, and what XML cannot hold at all is left out.
 */

import { serviceCommand } from '../terminal';

/** The words, to stand between tags or in a quoted attribute. */
export function escapeMarkup(words: string): string {
  return (
    words
      .replace(/\p{Surrogate}/gu, '\ufffd')
      // eslint-disable-next-line no-control-regex -- no document of XML 1.0 may hold these.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
      .replace(/'/g, '&#39;')
      .replace(serviceCommand, '#&#35;')
  );
}

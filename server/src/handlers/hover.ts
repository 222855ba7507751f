/*
 * Questions that come while somebody reads: what the words under the pointer mean.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { localCalendar } from '../hosts/localDate';
import { toHover } from '../lsp/items';
import type { Asking } from './handler';

/** Answers hovers. */
export function answerReading(connection: lsp.Connection, { place }: Asking): void {
  connection.onHover(
    place('Hover', (at, offset) => {
      const found = core.hover(at.snapshot, at.uri, offset, localCalendar(new Date()).today);
      return found ? toHover(at, at.text, found) : null;
    }),
  );
}

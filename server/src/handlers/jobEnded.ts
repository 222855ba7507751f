/*
 * What is answered when long work ended before it was done.
 */
import * as lsp from 'vscode-languageserver';
import { failureLine } from '../hosts/host';
import { JobEnded } from '../jobs/jobs';
import type { Session } from '../session/session';

/** A sentence where there is one, null where it failed, which is logged; throws the refusal of what was cancelled. */
export function whenEnded(
  failure: unknown,
  session: Session,
  { name, ...reasons }: { readonly name: string; readonly time: string; readonly memory: string },
): { readonly refused: string } | null {
  const ended = failure instanceof JobEnded ? failure : undefined;
  if (ended?.why === 'cancelled')
    throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  if (ended?.why === 'time' || ended?.why === 'memory') return { refused: reasons[ended.why] };
  const line = ended?.line ?? '';
  session.log(line === '' ? failureLine(name, failure) : line);
  return null;
}

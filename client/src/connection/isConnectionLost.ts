/*
 * A question that has no answer, because the server ended before it could or is not running: it is asked again, or
 * a person is told, but nothing may be concluded from it.
 */
import { ConnectionError, ErrorCodes, ResponseError } from 'vscode-languageclient';

const ended: readonly number[] = [
  ErrorCodes.PendingResponseRejected,
  ErrorCodes.ConnectionInactive,
  ErrorCodes.MessageWriteError,
];

/** Whether a request or a start has failed because there is no connection any more. */
export function isAway(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ResponseError && ended.includes(error.code));
}

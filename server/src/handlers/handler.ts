/*
 * The shape of every answer: find the document, ask the core one question, convert what it says. The core is
 * synchronous, so a question is answered from the snapshot of its moment and never waits for reading; only one
 * about a whole review waits, while its documents are read in slices, and takes the snapshot then. Which questions
 * there are is told by the files beside this one.
 */
import type * as lsp from 'vscode-languageserver';
import { isUnread, type Review } from '../../../core/src';
import { fromPosition, type Context, type Text } from '../lsp/positions';
import { failureLine } from '../hosts/host';
import type { Session } from '../session/session';

/** A context with the document that a question is about. */
export interface About extends Context {
  readonly uri: string;
  readonly text: Text;
}

/** A handler, whose question may fail and is then answered with nothing. */
export type Handler<P, R> = (params: P, token?: lsp.CancellationToken) => R | null;

/** The wrappers that make a handler of a question. */
export interface Asking {
  /**
   * A question that fails is logged by name and answered with nothing; one out of its time, or that nobody waits
   * for any more, is refused.
   */
  readonly answer: <P, R>(name: string, handle: (params: P) => R | null) => Handler<P, R>;
  /** The same for a question about a document; one that is not ours has no answer. */
  readonly about: <P extends { textDocument: lsp.TextDocumentIdentifier }, R>(
    name: string,
    handle: (at: About, params: P) => R,
  ) => Handler<P, R>;
  /** The same for a question about a place in a document. */
  readonly place: <P extends lsp.TextDocumentPositionParams, R>(
    name: string,
    handle: (at: About, offset: number, params: P) => R,
  ) => Handler<P, R>;
  /** The same for a question about the whole review of a document, which is read first. */
  readonly whole: <P extends { uri: string }, R>(
    name: string,
    handle: (set: Review, context: Context, params: P) => R,
  ) => (params: P, token?: lsp.CancellationToken) => Promise<R | null>;
  /** A question about a document that can only be answered when its whole review has been read. */
  readonly afterReading: <P extends { textDocument: lsp.TextDocumentIdentifier }, R>(
    handler: Handler<P, R>,
  ) => (params: P, token?: lsp.CancellationToken) => Promise<R | null>;
  /** One whose answer may be about any document, as an edit of all that cite something is. */
  readonly afterReadingAll: Asking['afterReading'];
  readonly session: Session;
}

/** The wrappers for the questions of one client. */
export function startAsking(session: Session): Asking {
  const answer: Asking['answer'] = (name, handle) => (params, token) => {
    session.admit(token);
    try {
      return handle(params);
    } catch (failure) {
      session.log(failureLine(name, failure));
      return null;
    }
  };
  const about: Asking['about'] = (name, handle) =>
    answer(name, (params) => {
      const context = session.now();
      const uri = session.readUri(params.textDocument.uri);
      const text = context.snapshot.document(uri);
      // An unread document has no text here, so a position in it means nothing.
      return text && !isUnread(text) ? handle({ ...context, uri, text }, params) : null;
    });
  const place: Asking['place'] = (name, handle) =>
    about(name, (at, params) => handle(at, fromPosition(at, at.text, params.position), params));
  const isRead = async (name: string, read: () => Promise<void>): Promise<boolean> => {
    try {
      await read();
      return true;
    } catch (failure) {
      session.log(failureLine(name, failure));
      return false;
    }
  };
  const whole: Asking['whole'] = (name, handle) => {
    const now = answer(name, (params: Parameters<typeof handle>[2]) => {
      const context = session.now();
      const set = context.snapshot.reviewOf(session.readUri(params.uri));
      return set ? handle(set, context, params) : null;
    });
    return async (params, token) => {
      session.admit(token);
      return (await isRead(name, () => session.whenRead(session.readUri(params.uri))))
        ? now(params, token)
        : null;
    };
  };
  const after =
    (name: string, read: (uri: string) => Promise<void>): Asking['afterReading'] =>
    (handler) =>
    async (params, token) => {
      session.admit(token);
      const isThere = await isRead(name, () => read(session.readUri(params.textDocument.uri)));
      return isThere ? handler(params, token) : null;
    };
  const afterReading = after('Reading a review', (uri) => session.whenRead(uri));
  const afterReadingAll = after('Reading the folders', () => session.whenAllRead());
  return { answer, about, place, whole, afterReading, afterReadingAll, session };
}

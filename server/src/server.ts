/*
 * The language server without its door: a flat list of handlers that each find the document, ask the
 * core one question and convert the answer. The core is synchronous, so a request never waits for
 * reading or for the quiet period: it is answered from the snapshot of its moment.
 */
import * as lsp from 'vscode-languageserver';
import * as core from '../../core/src';
import { fromPosition, fromRange, toCodeActions, toLocations, type Context, type Text } from './convert';
import { toCompletion, toDefinition, toFoundSymbols, toHover, toSymbols } from './convertItems';
import { failureLine } from './host';
import { readFigures, readPreview } from './preview';
import * as protocol from './protocol';
import { openSession, type Door } from './session';

/** A context with the document that a question is about. */
interface About extends Context {
  readonly uri: string;
  readonly text: Text;
}

/** Serves one client until it says goodbye. */
export function startServer(connection: lsp.Connection, door: Door): void {
  const session = openSession(connection, door);

  /** The one wrapper: a question that fails is logged by name and answered with nothing. */
  function answer<P, R>(name: string, handle: (params: P) => R): (params: P) => R | null {
    return (params) => {
      try {
        return handle(params);
      } catch (failure) {
        session.log(failureLine(name, failure));
        return null;
      }
    };
  }

  /** The same for a question about a document; one that is not ours has no answer. */
  function about<P extends { textDocument: lsp.TextDocumentIdentifier }, R>(
    name: string,
    handle: (at: About, params: P) => R,
  ): (params: P) => R | null {
    return answer(name, (params: P) => {
      const context = session.now();
      const uri = session.readUri(params.textDocument.uri);
      const text = context.snapshot.document(uri);
      return text ? handle({ ...context, uri, text }, params) : null;
    });
  }

  /** The same for a question about a place in a document. */
  function place<P extends lsp.TextDocumentPositionParams, R>(
    name: string,
    handle: (at: About, offset: number, params: P) => R,
  ): (params: P) => R | null {
    return about(name, (at, params: P) => handle(at, fromPosition(at.text, params.position), params));
  }

  connection.onCompletion(
    place('Completion', (at, offset) => {
      const items = core.completion(at.snapshot, at.uri, offset);
      // Which headings fit is decided here, by stricter rules than those of an editor that filters a list itself.
      const isIncomplete = items.some(({ kind }) => kind === 'heading');
      return { isIncomplete, items: items.map((item) => toCompletion(at, at.text, item)) };
    }),
  );
  connection.onHover(
    place('Hover', (at, offset) => {
      const found = core.hover(at.snapshot, at.uri, offset);
      return found ? toHover(at, at.text, found) : null;
    }),
  );
  connection.onDefinition(
    place('Definition', (at, offset) => {
      const found = core.definition(at.snapshot, at.uri, offset);
      return found ? toDefinition(at, at.text, found) : null;
    }),
  );
  connection.onReferences(
    place('References', (at, offset, { context }: lsp.ReferenceParams) =>
      toLocations(at, core.references(at.snapshot, at.uri, offset, context.includeDeclaration)),
    ),
  );
  connection.onDocumentSymbol(
    about('Document symbols', (at) => toSymbols(at, at.text, core.documentSymbols(at.snapshot, at.uri))),
  );
  connection.onWorkspaceSymbol(
    answer('Workspace symbols', ({ query }: lsp.WorkspaceSymbolParams) => {
      const context = session.now();
      return toFoundSymbols(context, core.workspaceSymbols(context.snapshot, query));
    }),
  );
  connection.onCodeAction(
    about('Code actions', (at, { range, context: { only } }: lsp.CodeActionParams) => {
      if (only && !only.some((kind) => kind === '' || kind === lsp.CodeActionKind.QuickFix)) return [];
      return core
        .fixes(at.snapshot, at.uri, fromRange(at.text, range))
        .flatMap(({ diagnostic, fix }) => toCodeActions(at, at.text, diagnostic, fix));
    }),
  );
  connection.onRequest(
    protocol.previewRequest,
    answer('Preview', ({ uri }: protocol.PreviewParams) => {
      const { snapshot } = session.now();
      const set = snapshot.reviewSetOf(session.readUri(uri));
      return set ? readPreview(snapshot, set) : null;
    }),
  );
  connection.onRequest(
    protocol.coverageRequest,
    answer('Coverage', ({ uri }: protocol.CoverageParams) => {
      const set = session.now().snapshot.reviewSetOf(session.readUri(uri));
      return set ? readFigures(set) : null;
    }),
  );
  connection.listen();
}

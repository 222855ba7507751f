/*
 * Questions about where things stand: what a citation leads to, who else cites it, what a file or the whole
 * workspace holds.
 */
import * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { toLocations, toRange } from '../lsp/positions';
import { toDefinition, toFoundSymbols, toSymbols } from '../lsp/items';
import type { Asking } from './handler';

/** Answers definition, references, highlights and symbols. */
export function answerFinding(connection: lsp.Connection, { answer, about, place, session }: Asking): void {
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
  connection.onDocumentHighlight(
    place('Highlights', (at, offset) =>
      core.highlights(at.snapshot, at.uri, offset).map(({ span, defines }) => {
        const kind = defines ? lsp.DocumentHighlightKind.Write : lsp.DocumentHighlightKind.Read;
        return { range: toRange(at, at.text, span), kind };
      }),
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
}

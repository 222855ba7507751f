/*
 * Questions that an editor asks by itself, to show something beside the text or to know its shape: colours,
 * hints, lenses, folds, links, growing selections. Each answer can be switched off in the editor, and none is the
 * only place that says a thing. Colours and lenses are about the whole review, which is read first.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { fromPosition, fromRange } from '../lsp/positions';
import { toFolds, toHints, toLenses, toLinks, toSelection, toTokens } from '../lsp/presentation';
import type { Asking, Handler } from './handler';

/** Answers semantic tokens, inlay hints, code lenses, folds, links and selections. */
export function answerShowing(connection: lsp.Connection, { about, afterReading, session }: Asking): void {
  const colours = <P extends { textDocument: lsp.TextDocumentIdentifier }>(
    handle: Handler<P, lsp.SemanticTokens>,
  ) => {
    const whole = afterReading(handle);
    return async (params: P, token: lsp.CancellationToken) => (await whole(params, token)) ?? { data: [] };
  };
  connection.languages.semanticTokens.on(
    colours(
      about('Semantic tokens', (at) => toTokens(at, at.text, core.semanticTokens(at.snapshot, at.uri))),
    ),
  );
  connection.languages.semanticTokens.onRange(
    colours(
      about('Semantic tokens of a range', (at, { range }: lsp.SemanticTokensRangeParams) =>
        toTokens(at, at.text, core.semanticTokens(at.snapshot, at.uri, fromRange(at, at.text, range))),
      ),
    ),
  );
  // The setting is asked for before the snapshot is taken, so that the answer is still of one moment.
  const ifWanted =
    (handle: Handler<lsp.InlayHintParams, lsp.InlayHint[]>) =>
    async (params: lsp.InlayHintParams, token: lsp.CancellationToken) =>
      (await session.preferences.showsTitles(params.textDocument.uri)) ? handle(params, token) : [];
  connection.languages.inlayHint.on(
    ifWanted(
      about('Inlay hints', (at, { range }: lsp.InlayHintParams) =>
        toHints(at, at.text, core.inlayHints(at.snapshot, at.uri, fromRange(at, at.text, range))),
      ),
    ),
  );
  connection.onCodeLens(
    afterReading(about('Code lens', (at) => toLenses(at, at.text, core.codeLenses(at.snapshot, at.uri)))),
  );
  connection.onFoldingRanges(
    about('Folding', (at) => toFolds(at.text, core.foldingRanges(at.snapshot, at.uri))),
  );
  connection.onDocumentLinks(
    about('Links', (at) => {
      const links = core.links(at.snapshot, at.uri);
      const reachable = links.filter(({ target }) => session.mayOpen(target));
      return toLinks(at, at.text, reachable);
    }),
  );
  connection.onSelectionRanges(
    about('Selections', (at, { positions }: lsp.SelectionRangeParams) =>
      positions.map((position) =>
        toSelection(
          at,
          at.text,
          core.selectionRanges(at.snapshot, at.uri, fromPosition(at, at.text, position)),
        ),
      ),
    ),
  );
}

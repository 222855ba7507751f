/*
 * What an editor shows beside or behind the text - folds, links, hints, lenses, tokens, growing selections - as
 * LSP values. Ranges come from `convert.ts`.
 */
import * as lsp from 'vscode-languageserver';
import type { Hint, Lens, Link, Span, Token } from '../../../core/src';
import { tokenLegend } from './capabilities';
import { toLine, toRange, type Context, type Encoded, type Text } from './positions';

/** The ids of citations, which never run over a line end. */
export function toTokens(encoded: Encoded, text: Text, tokens: readonly Token[]): lsp.SemanticTokens {
  const builder = new lsp.SemanticTokensBuilder();
  for (const { span, state } of tokens) {
    const { start, end } = toRange(encoded, text, span);
    const modifier = tokenLegend.tokenModifiers.indexOf(state);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      0,
      modifier < 0 ? 0 : 1 << modifier,
    );
  }
  return builder.build();
}

/** Folds by lines; what stands on one line is none. */
export function toFolds(text: Text, spans: readonly Span[]): lsp.FoldingRange[] {
  return spans.flatMap(({ start, end }) => {
    const [startLine, endLine] = [toLine(text, start), toLine(text, end)];
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

/** The innermost range with those around it. */
export function toSelection(encoded: Encoded, text: Text, spans: readonly Span[]): lsp.SelectionRange {
  const [outermost, ...inner] = [...spans].reverse();
  const whole = { range: toRange(encoded, text, outermost ?? { start: 0, end: text.text.length }) };
  return inner.reduce<lsp.SelectionRange>(
    (parent, span) => ({ range: toRange(encoded, text, span), parent }),
    whole,
  );
}

/** Links to files, with the title of what they lead to where the client shows it. */
export function toLinks(context: Context, text: Text, links: readonly Link[]): lsp.DocumentLink[] {
  return links.map(({ span, target, title }) => ({
    range: toRange(context, text, span),
    target: context.printUri(target),
    ...(title !== undefined && context.abilities.linkTooltips && { tooltip: title }),
  }));
}

/** Words behind a citation; hovering them shows all. */
export function toHints(encoded: Encoded, text: Text, hints: readonly Hint[]): lsp.InlayHint[] {
  return hints.map(({ offset, words, markdown }) => ({
    position: toRange(encoded, text, { start: offset, end: offset }).start,
    label: words,
    tooltip: { kind: lsp.MarkupKind.Markdown, value: markdown },
    paddingLeft: true,
  }));
}

/** Words above a line. A lens is a command by its type; one without a name is text. */
export function toLenses(encoded: Encoded, text: Text, lenses: readonly Lens[]): lsp.CodeLens[] {
  return lenses.map(({ span, words }) => ({
    range: toRange(encoded, text, span),
    command: { title: words, command: '' },
  }));
}

/*
 * The things a client lists or shows - completions, hovers, definitions, symbols - as LSP values, in the
 * newest form that the client takes and else in the oldest. Kinds are among those that every client
 * has an icon for. Ranges come from `convert.ts`.
 */
import * as lsp from 'vscode-languageserver';
import type {
  CompletionItem,
  CompletionSubject,
  Definition,
  FoundSymbol,
  Hover,
  Span,
  SymbolNode,
} from '../../../core/src';
import { toLocations, toRange, type Context, type Text } from './positions';
import { suggestCommand } from '../protocol';

const completionKinds: Record<CompletionItem['kind'], lsp.CompletionItemKind> = {
  standard: lsp.CompletionItemKind.Reference,
  evidence: lsp.CompletionItemKind.File,
  element: lsp.CompletionItemKind.Class,
  theme: lsp.CompletionItemKind.Module,
  probe: lsp.CompletionItemKind.Field,
  setting: lsp.CompletionItemKind.Property,
  value: lsp.CompletionItemKind.Value,
  mark: lsp.CompletionItemKind.Property,
  check: lsp.CompletionItemKind.Keyword,
  heading: lsp.CompletionItemKind.Keyword,
  problem: lsp.CompletionItemKind.Text,
};

/** What a completion brings along to be asked about. */
export interface CompletionData {
  readonly uri: string;
  readonly about: CompletionSubject;
}

const openCompletion: lsp.Command = { title: 'Show what fits', command: suggestCommand };

/** The lines of a list; what is excluded is struck through where the client can. */
export function toCompletions(
  context: Context,
  text: Text,
  items: readonly CompletionItem[],
): lsp.CompletionItem[] {
  // As a rule all of them replace the same stretch.
  let stretch: { readonly span: Span; readonly range: lsp.Range } | undefined;
  return items.map((item) => {
    const { span } = item.edit;
    if (stretch?.span !== span) stretch = { span, range: toRange(context, text, span) };
    return toCompletion(context, text, item, stretch.range);
  });
}

function toCompletion(
  context: Context,
  text: Text,
  item: CompletionItem,
  range: lsp.Range,
): lsp.CompletionItem {
  const { completionMarkdown, completionTags, labelDetails, opensCompletion } = context.abilities;
  const { detail, description, about } = item;
  const isLater = about !== undefined && context.abilities.resolvesDocumentation;
  const documentation = isLater ? undefined : item.documentation;
  const data: CompletionData | undefined = isLater ? { uri: context.printUri(text.uri), about } : undefined;
  const words = [detail, description].filter((part) => part !== undefined).join(' · ');
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    filterText: item.filterText,
    sortText: item.sortText,
    textEdit: { range, newText: item.edit.text },
    ...(labelDetails
      ? {
          labelDetails: {
            ...(detail === undefined ? {} : { detail: ` ${detail}` }),
            ...(description === undefined ? {} : { description }),
          },
        }
      : words !== '' && { detail: words }),
    ...(documentation !== undefined && { documentation: toMarkup(documentation, completionMarkdown) }),
    ...(data && { data }),
    ...(item.isFollowed === true && opensCompletion && { command: openCompletion }),
    ...(item.excluded === true && completionTags && { tags: [lsp.CompletionItemTag.Deprecated] }),
  };
}

/** A completion that somebody looks at, with all that is known about it. */
export function toDetailed(
  context: Context,
  item: lsp.CompletionItem,
  markdown: string | undefined,
): lsp.CompletionItem {
  if (markdown === undefined) return item;
  return { ...item, documentation: toMarkup(markdown, context.abilities.completionMarkdown) };
}

// A client that shows no Markdown gets the same characters as plain text: ours stay readable that way.
function toMarkup(markdown: string, shown: boolean): lsp.MarkupContent {
  return { kind: shown ? lsp.MarkupKind.Markdown : lsp.MarkupKind.PlainText, value: markdown };
}

/** A hover over `text`. */
export function toHover(context: Context, text: Text, hover: Hover): lsp.Hover {
  return {
    contents: toMarkup(hover.markdown, context.abilities.hoverMarkdown),
    range: toRange(context, text, hover.span),
  };
}

/** Where to go from `text`; links underline the whole origin, locations leave that to the client. */
export function toDefinition(
  context: Context,
  text: Text,
  { origin, targets }: Definition,
): lsp.DefinitionLink[] | lsp.Location[] {
  if (!context.abilities.definitionLinks) {
    return toLocations(
      context,
      targets.map(({ uri, nameSpan }) => ({ uri, span: nameSpan })),
    );
  }
  return targets.flatMap(({ uri, span, nameSpan }) => {
    const target = context.snapshot.document(uri);
    if (!target) return [];
    return [
      {
        originSelectionRange: toRange(context, text, origin),
        targetUri: context.printUri(uri),
        targetRange: toRange(context, target, span),
        targetSelectionRange: toRange(context, target, nameSpan),
      },
    ];
  });
}

const symbolKinds: Record<SymbolNode['kind'], lsp.SymbolKind> = {
  section: lsp.SymbolKind.Namespace,
  finding: lsp.SymbolKind.String,
  action: lsp.SymbolKind.Event,
  evidence: lsp.SymbolKind.File,
  survey: lsp.SymbolKind.Array,
  theme: lsp.SymbolKind.Module,
  element: lsp.SymbolKind.Class,
  standard: lsp.SymbolKind.Constant,
  probe: lsp.SymbolKind.Property,
};

/** The symbols of `text`, as a tree where the client shows one. */
export function toSymbols(
  context: Context,
  text: Text,
  nodes: readonly SymbolNode[],
): lsp.DocumentSymbol[] | lsp.SymbolInformation[] {
  if (context.abilities.symbolTree) return nodes.map((node) => toSymbol(context, text, node));
  return toFlatSymbols(context, text, nodes);
}

function toSymbol(context: Context, text: Text, node: SymbolNode): lsp.DocumentSymbol {
  return {
    // Clients refuse the whole list for one symbol without a name.
    name: node.name || '…',
    ...(node.detail !== undefined && { detail: node.detail }),
    kind: symbolKinds[node.kind],
    range: toRange(context, text, node.span),
    selectionRange: toRange(context, text, node.nameSpan),
    children: node.children.map((child) => toSymbol(context, text, child)),
  };
}

function toFlatSymbols(
  context: Context,
  text: Text,
  nodes: readonly SymbolNode[],
  container?: string,
): lsp.SymbolInformation[] {
  return nodes.flatMap((node) => [
    {
      name: node.name || '…',
      kind: symbolKinds[node.kind],
      location: { uri: context.printUri(text.uri), range: toRange(context, text, node.span) },
      ...(container !== undefined && { containerName: container }),
    },
    ...toFlatSymbols(context, text, node.children, node.name),
  ]);
}

/** Symbols found anywhere in the workspace. */
export function toFoundSymbols(context: Context, found: readonly FoundSymbol[]): lsp.SymbolInformation[] {
  return found.flatMap(({ name, container, kind, place }) =>
    toLocations(context, [place]).map((location) => ({
      name: name || '…',
      kind: symbolKinds[kind],
      location,
      ...(container !== undefined && { containerName: container }),
    })),
  );
}

/**
 * What the editor's own commands answer when they ask its language services about a place.
 */
import * as vscode from 'vscode';

/** What is offered at a place, as the editor's list would show it. */
export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
    undefined,
    50,
  );
  return list.items;
}

/** What an item of the list is called. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** All that is said about a place when the mouse rests there. */
export async function hover(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map(textOf)).join('\n');
}

/** All symbols of a document, whatever their depth. */
export async function symbols(uri: vscode.Uri): Promise<vscode.DocumentSymbol[]> {
  const flat = (list: vscode.DocumentSymbol[]): vscode.DocumentSymbol[] =>
    list.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
  return flat(
    (await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    )) ?? [],
  );
}

/** The words of Markdown or of a plain text. */
export function textOf(value: string | { value: string } | undefined): string {
  return value === undefined || typeof value === 'string' ? (value ?? '') : value.value;
}

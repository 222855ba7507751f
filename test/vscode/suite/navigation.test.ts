import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open, placeOf, replace } from '../support/folder';
import { until } from '../support/until';

describe('From a citation', () => {
  before(ready);
  afterEach(closeAll);

  it('goes to the line of the standard in the catalogue', async () => {
    const document = await open('theme-2.review.md');
    const target = await definition(document, placeOf(document, '[std 4.2]', 6));
    includes(target.uri.path, '.standards.md');
    const catalogue = await vscode.workspace.openTextDocument(target.uri);
    includes(catalogue.lineAt(target.range.start.line).text, '4.2 ');
  });

  it('finds who else cites it, in every document of the review', async () => {
    const document = await open('theme-2.review.md');
    equal(await citing(document, placeOf(document, '[std 1.1]', 6)), [
      'theme-1.review.md',
      'theme-1.review.md',
      'theme-2.review.md',
    ]);
  });

  it("finds them from the catalogue's own line too", async () => {
    const document = await open('theme-2.review.md');
    const target = await definition(document, placeOf(document, '[std 4.2]', 6));
    const catalogue = await vscode.workspace.openTextDocument(target.uri);
    await vscode.window.showTextDocument(catalogue);
    const line = catalogue.lineAt(target.range.start.line);
    const place = line.range.start.translate(0, line.text.indexOf('4.2') + 1);
    equal(await citing(catalogue, place), ['cover.review.md', 'theme-2.review.md']);
  });

  it('counts text that has not been saved', async () => {
    const other = await open('theme-1.review.md');
    await replace(other, '[std 1.4]', '[std 3.1]');
    const document = await open('theme-2.review.md');
    const place = placeOf(document, '[std 3.1]', 6);
    const expected = JSON.stringify(['theme-1.review.md', 'theme-2.review.md']);
    await until('both are found', async () => JSON.stringify(await citing(document, place)) === expected);
  });
});

describe('By name', () => {
  before(ready);

  it('finds findings and standards in the whole workspace', async () => {
    await until('the finding is there', async () => (await named('Foster carers')).some(isReview));
    const standards = await named('clear vision');
    ok(
      standards.some(
        ({ name, location }) => name.includes('4.2') && location.uri.path.endsWith('.standards.md'),
      ),
      `Standard 4.2 is not among: ${standards.map(({ name }) => name).join('; ')}`,
    );
  });
});

async function definition(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const first = found[0];
  ok(first, 'There is no definition.');
  return first instanceof vscode.Location
    ? first
    : new vscode.Location(first.targetUri, first.targetSelectionRange ?? first.targetRange);
}

/** The names of the reviews that cite what stands at a place, once for each citation. */
async function citing(document: vscode.TextDocument, position: vscode.Position): Promise<string[]> {
  const found = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  const names = found.map(({ uri }) => uri.path.slice(uri.path.lastIndexOf('/') + 1));
  // Whether the declaration in the catalogue counts is the editor's choice.
  return names.filter((name) => name.endsWith('.review.md')).sort();
}

async function named(query: string): Promise<vscode.SymbolInformation[]> {
  return vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
}

function isReview({ location }: vscode.SymbolInformation): boolean {
  return location.uri.path.endsWith('.review.md');
}

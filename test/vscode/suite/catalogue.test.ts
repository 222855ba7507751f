import * as vscode from 'vscode';

import { hover, symbols } from '../support/ask';
import { equal, includes } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, codes, open, placeOf, replace } from '../support/folder';
import { until } from '../support/until';

const name = 'own/own.standards.md';

describe('A catalogue of the workspace', () => {
  before(ready);
  afterEach(closeAll);

  it('has its themes, elements and standards in the outline', async () => {
    const { uri } = await open(name);
    const names = (await symbols(uri)).map((symbol) => symbol.name).join('\n');
    for (const words of ['Visits', 'Being there', 'We ring before we visit']) includes(names, words);
  });

  it('is folded by theme, element and list', async () => {
    const document = await open(name);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = folds.map(({ start }) => document.lineAt(start).text);
    equal(starts, ['---', '# Theme 1: Visits', '## Element 1: Being there', '### Standards']);
  });

  it('says under the mouse who addresses a standard', async () => {
    const document = await open(name);
    includes(await hover(document, placeOf(document, '- 1.2', 3)), 'Families are rung the day before.');
  });

  it('is checked as it is written', async () => {
    const document = await open(name);
    await replace(document, '- 1.2 We ring', '- 1.1 We ring');
    await until('the id that stands twice is found', () => codes(name).length > 0);
  });
});

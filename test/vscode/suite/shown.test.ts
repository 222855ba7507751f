import * as vscode from 'vscode';

import { completions, hover, labelOf } from '../support/ask';
import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open, placeOf, replace } from '../support/folder';
import { until } from '../support/until';

describe('Beside the text', () => {
  before(ready);
  afterEach(closeAll);

  it('stand short titles, unless the user does not want them', async () => {
    const document = await open('theme-1.review.md');
    const titles = async (): Promise<string[]> => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return hints.map(({ label }) =>
        typeof label === 'string' ? label : label.map((part) => part.value).join(''),
      );
    };
    await until('the titles are there', async () => (await titles()).length === 2);
    equal((await titles())[0], '…have improved outcomes…');
    const settings = vscode.workspace.getConfiguration('criticalFriend', document.uri);
    await settings.update('inlayHints.titles', false, vscode.ConfigurationTarget.Global);
    await until('the titles are gone', async () => (await titles()).length === 0);
    await settings.update('inlayHints.titles', undefined, vscode.ConfigurationTarget.Global);
    await until('the titles are back', async () => (await titles()).length === 2);
  });

  it('stand short titles whole, also where a line has several of them', async () => {
    const document = await open('theme-1.review.md');
    // VS Code's own limit is for all the titles of a line together, and cuts through a word.
    equal(vscode.workspace.getConfiguration('editor', document).get('inlayHints.maximumLength'), 0);
  });

  it('stands above a theme what nobody has addressed yet, also after a change elsewhere', async () => {
    const document = await open('theme-2.review.md');
    const lens = async (): Promise<string> => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.map(({ command }) => command?.title ?? '').join('\n');
    };
    await until('it is there', async () => (await lens()).includes('not addressed yet: 3.2, 4.1, 5.1, 5.2'));
    const other = await open('theme-1.review.md');
    await replace(other, '[std 1.4]', '[std 1.4, 5.1]');
    await until('it has changed', async () => (await lens()).includes('not addressed yet: 3.2, 4.1, 5.2'));
  });

  it('stands above a standard of the workspace’s own how often it is cited', async () => {
    const document = await open('own/own.standards.md');
    await until('it is there', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.some(
        ({ command }) => command?.title.startsWith('1 strength, 0 areas for development') === true,
      );
    });
    includes(await hover(document, placeOf(document, '- 1.2', 3)), 'Families are rung the day before');
  });

  it('are numbers coloured by their state', async () => {
    const document = await open('theme-2.review.md');
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    equal(legend?.tokenModifiers, ['unknown', 'excluded', 'uncovered']);
    await until('3.9 is unknown', async () => {
      const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      const data = [...(tokens?.data ?? [])];
      return data.length === 5 * 5 && data.at(-1) === 1;
    });
  });
});

describe('The shape of a document', () => {
  before(ready);
  afterEach(closeAll);

  it('is folded by section', async () => {
    const document = await open('theme-1.review.md');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    const starts = folds.map(({ start }) => document.lineAt(start).text);
    equal(starts, ['---', '# Outcomes [theme 1]', '## Strengths', '## Areas for development']);
  });

  it('is selected step by step', async () => {
    const document = await open('theme-1.review.md');
    const [innermost] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [placeOf(document, '[std 1.2, 1.3]', 6)],
    );
    const steps: string[] = [];
    for (let step = innermost; step; step = step.parent) steps.push(document.getText(step.range));
    ok(steps.includes('[std 1.2, 1.3]'), steps.join('\n---\n'));
    ok(
      steps.some((words) => words.startsWith('## Strengths')),
      steps.join('\n---\n'),
    );
  });

  it('links to the catalogue that the cover names', async () => {
    const document = await open('own/cover.review.md');
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const ours = links.find(({ target }) => target?.path.endsWith('/own/own.standards.md') === true);
    equal(ours && document.getText(ours.range), './own.standards.md');
  });

  it('is offered in a catalogue as it is written', async () => {
    const document = await open('own/own.standards.md');
    await replace(document, '- 1.2 We ring before we visit', '- 1.2 We ring before we visit\n- ');
    const at = document.lineAt(document.getText().split('\n').lastIndexOf('- ')).range.end;
    const labels = (await completions(document, at)).map(labelOf);
    ok(labels.includes('1.3'), labels.join(', '));
  });
});

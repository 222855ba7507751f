/*
 * The view of coverage as VS Code draws it, and the next gap. The extension hands its tree out for this; that
 * the tree is seen, clicked and read aloud is tested in the browser.
 */
import * as vscode from 'vscode';

import { equal, includes, ok } from '../support/expect';
import { activated, ready } from '../support/extension';
import { closeAll, file, open, placeOf, replace, write } from '../support/folder';
import { until } from '../support/until';

type View = vscode.TreeDataProvider<string> & {
  showGapsOnly(gapsOnly: boolean): void;
};

describe('The view of coverage', () => {
  let view: View;
  before(async () => {
    await ready();
    view = ((await activated()).exports as { view: View }).view;
    await vscode.commands.executeCommand('criticalFriend.standards.focus');
  });
  afterEach(async () => {
    view.showGapsOnly(false);
    await closeAll();
  });

  it('shows reviews, themes, elements, standards and findings', async () => {
    const [review = ''] = await below();
    const expected = ["A small review of children's services", '6 of 14 covered (4 excluded)'];
    // What a test before this one wrote may be on its way out.
    await until('the folder is as it was', async () => (await item(review)).join() === expected.join());
    const [theme = ''] = await below(review);
    includes((await item(theme)).join(' '), 'Theme 1 4 of 4 covered (4 excluded)');
    const [element = ''] = await below(theme);
    const [standard = ''] = await below(element);
    includes((await item(standard)).join(' '), '1.1 3 strengths');
    equal((await below(standard)).length, 3, 'Findings');
  });

  it('says each line to a screen reader, and marks states by shape', async () => {
    const found = await find('3.2');
    const tree = await view.getTreeItem(found);
    includes(tree.accessibilityInformation?.label ?? '', 'Standard 3.2, not addressed: ');
    equal((tree.iconPath as vscode.ThemeIcon).id, 'circle-large-outline');
    equal((tree.iconPath as vscode.ThemeIcon).color, undefined);
  });

  it('shows gaps only, and everything again', async () => {
    view.showGapsOnly(true);
    const themes = await Promise.all((await below((await below())[0])).map(item));
    ok(
      themes.every(([label]) => label !== 'Theme 1'),
      'Theme 1 is complete, and is shown.',
    );
    view.showGapsOnly(false);
    equal((await below((await below())[0])).length, 4, 'Themes');
  });

  it('follows the typing, and draws only what has changed', async () => {
    const standard = await find('3.2');
    const before = await below((await below())[0]);
    const drawn: (string[] | undefined)[] = [];
    const listening = view.onDidChangeTreeData?.((ids) => drawn.push(ids as string[] | undefined));
    const document = await open('theme-2.review.md');
    await replace(document, '[std 3.1]', '[std 3.1, 3.2]');
    await until('the standard is covered', async () => (await item(standard)).join().includes('1 strength'));
    listening?.dispose();
    equal(await below((await below())[0]), before, 'The ids of the themes');
    ok(!drawn.includes(undefined), 'The whole tree was drawn again.');
  });

  it('follows the disk', async () => {
    const standard = await find('3.2');
    await write('theme-3.review.md', '# Delivery [theme 3]\n\n## Strengths\n\n- Known. [std 3.2]\n');
    await until('the standard is covered', async () => (await item(standard)).join().includes('1 strength'));
    await vscode.workspace.fs.delete(file('theme-3.review.md'));
    await until('it is a gap again', async () => (await item(standard)).join().includes('not addressed'));
  });

  it('reveals a finding', async () => {
    const [finding = ''] = await below(await find('4.2'));
    await vscode.commands.executeCommand('criticalFriend.showInText', finding);
    const editor = vscode.window.activeTextEditor;
    includes(editor?.document.uri.path ?? '', 'theme-2.review.md');
    equal(editor?.selection.active.line, editor && placeOf(editor.document, "- The children's plan").line);
  });

  it('goes to the next gap, and round', async () => {
    const document = await open('theme-1.review.md');
    const editor = vscode.window.activeTextEditor;
    ok(editor, 'No editor.');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await vscode.commands.executeCommand('criticalFriend.nextGap');
    const first = placeNow();
    includes(first, 'theme-2.review.md');
    await vscode.commands.executeCommand('criticalFriend.nextGap');
    const second = placeNow();
    includes(second, 'cover.review.md');
    await vscode.commands.executeCommand('criticalFriend.nextGap');
    equal(placeNow(), first, 'After the last gap comes the first');
    ok(document, 'Closed.');
  });

  const below = async (id?: string): Promise<string[]> => (await view.getChildren(id)) ?? [];
  async function item(id: string): Promise<string[]> {
    const { label, description } = await view.getTreeItem(id);
    return [typeof label === 'string' ? label : '', String(description)];
  }
  /** The standard with this id, wherever it is. */
  async function find(id: string): Promise<string> {
    const search = async (parent?: string): Promise<string | undefined> => {
      for (const child of await below(parent)) {
        if ((await item(child))[0] === id) return child;
        const found = await search(child);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const found = await search();
    if (found === undefined) throw new Error(`There is no ${id} in the tree.`);
    return found;
  }
});

function placeNow(): string {
  const editor = vscode.window.activeTextEditor;
  return `${editor?.document.uri.path.split('/').pop()}:${editor?.selection.active.line}`;
}

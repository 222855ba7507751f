import * as vscode from 'vscode';

import { ready } from '../support/extension';
import { closeAll, open } from '../support/folder';
import { until } from '../support/until';

describe('The preview', () => {
  before(ready);
  afterEach(closeAll);

  it('opens beside the editor', async () => {
    await open('theme-1.review.md');
    await vscode.commands.executeCommand('criticalFriend.previewFindings');
    const tab = await until('the webview is there', previewTab);
    await until('it stands beside the text', () => tab.group.viewColumn === vscode.ViewColumn.Two);
  });

  for (const [command, title] of [
    ['coverageMatrix', 'Coverage: '],
    ['moderationView', 'Moderation: '],
    ['previewReport', 'Report: '],
    ['checkBeforeItLeaves', 'Before It Leaves: '],
  ] as const) {
    it(`has another page: ${command}`, async () => {
      await open('theme-1.review.md');
      await vscode.commands.executeCommand(`criticalFriend.${command}`);
      await until(
        'the page is there',
        () => previewTab()?.label === `${title}A small review of children's services`,
      );
      await open('theme-1.review.md');
      await vscode.commands.executeCommand('criticalFriend.previewFindings');
      await until('both are there', () => previewTabs().length === 2);
    });
  }

  it('opens once, however often it is asked for', async () => {
    await open('theme-1.review.md');
    await vscode.commands.executeCommand('criticalFriend.previewFindings');
    await until('the webview is there', previewTab);
    await vscode.commands.executeCommand('criticalFriend.previewFindings');
    await until('there is one webview', () => previewTabs().length === 1);
  });
});

function previewTabs(): vscode.Tab[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.filter((tab) => tab.input instanceof vscode.TabInputWebview);
}

const previewTab = () => previewTabs()[0];

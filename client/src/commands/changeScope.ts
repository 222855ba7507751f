/*
 * Leaves out of the scope what is chosen in the view of coverage, with a reason, or takes it into the scope again.
 * What is written into the cover is the server's business; the reason is asked for by the command that light bulbs use.
 */
import { Disposable, commands } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { askReasonCommand } from '../../../server/src/protocol';
import type { AskReasonParams } from '../../../server/src/protocol';
import { act } from './runServerTask';
import type { CoverageView } from '../views/coverageView';
import { inform } from '../notify';

/** Registers both commands, until disposed of. */
export function changeScope(client: BaseLanguageClient, view: CoverageView): Disposable {
  const change = async (id: unknown, excludes: boolean): Promise<void> => {
    const action = view.scopeOf(id);
    if (!action) {
      inform('Choose a theme, an element or a standard in the view “Standards” first.');
      return;
    }
    const { uri, task, prompt } = action;
    if (excludes !== (prompt !== undefined)) {
      inform(excludes ? 'This is out of the scope already.' : 'This is in the scope already.');
    } else if (prompt !== undefined) {
      const asked: AskReasonParams = { uri, task, prompt };
      await commands.executeCommand(askReasonCommand, asked);
    } else {
      await act(client, { uri, task });
    }
  };
  return Disposable.from(
    commands.registerCommand('criticalFriend.excludeFromScope', (id?: unknown) => change(id, true)),
    commands.registerCommand('criticalFriend.includeInScope', (id?: unknown) => change(id, false)),
  );
}

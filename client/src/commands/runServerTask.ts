/*
 * Has the server write into a text what a person has chosen. A server that ends meanwhile is told of in words, and whoever
 * asked keeps what was typed.
 */
import { ExecuteCommandRequest } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { actCommand } from '../../../server/src/protocol';
import type { ActParams } from '../../../server/src/protocol';
import { alarm } from '../notify';

/** Resolves to whether the server has answered; where it has not, a person has been told. */
export async function act(client: BaseLanguageClient, params: ActParams): Promise<boolean> {
  try {
    await client.sendRequest(ExecuteCommandRequest.type, { command: actCommand, arguments: [params] });
    return true;
  } catch {
    alarm(
      'This may not have been written, because the checks of Critical Friend were not running just then. Look at the text and try again.',
    );
    return false;
  }
}

import * as vscode from 'vscode';

import { equal } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, codes, file, open, placeOf, write } from '../support/folder';
import { until } from '../support/until';

let name = '';
let count = 0;

describe('Enter in front matter', () => {
  before(ready);
  afterEach(forget);

  for (const [above, typed, expected] of [
    ['scope:', '', '  '],
    ['scope:', '    ', '  '],
    ['team: # who', '', '  '],
    ['scope:\n  exclude:', '  ', '    '],
    ['scope:\n  exclude:\n    - std: 5', '    ', '      '],
    ['team:\n- initials: AA', '', '  '],
    ['title: A review', '', ''],
    ['phase:', '', ''],
    ['team:\n  - { initials: AA }', '  ', '  '],
    ['team:\n  -', '  ', ''],
    ['title: A review\n---\n\n## Strengths\n\n- std: 5', '', ''],
  ] as const) {
    it(`after ${JSON.stringify(above)} goes on at column ${String(expected.length + 1)}`, async () => {
      const text = `---\n${above}\n${typed}`;
      const document = await openNew(`${text}\n`);
      const edits = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        document.positionAt(text.length),
        '\n',
        { tabSize: 4, insertSpaces: true },
      );
      const edit = new vscode.WorkspaceEdit();
      edit.set(document.uri, edits ?? []);
      await vscode.workspace.applyEdit(edit);
      equal(document.lineAt(document.lineCount - 2).text, expected);
    });
  }

  it('is heard when it is typed', async () => {
    const document = await openNew('---\nscope:\n  exclude:\n    - std: 5\n---\n');
    moveTo(placeOf(document, 'std: 5', 6));
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the cursor stands under the key', () => document.lineAt(4).text === '      ');
    await vscode.commands.executeCommand('type', { text: 'reason: x' });
    await until('a key is typed there', () => document.lineAt(4).text === '      reason: x');
  });
});

describe('While a line is being typed', () => {
  const text = '# Outcomes [theme 1]\n\n## Strengths\n\n- Visits are on time. [std 1.9]\n';
  const unfinished = ['malformed-citation', 'finding-without-words'];
  const shown = (): string[] => codes(name).filter((code) => unfinished.includes(code));

  before(ready);
  afterEach(forget);

  it('an empty citation is not complained of until the cursor leaves, and what is wrong is', async () => {
    const document = await openNew(text);
    moveTo(placeOf(document, '1.9]', 4));
    await type(' [std ] [std 1.8]');
    await until(
      'both errors are there',
      () => codes(name).filter((code) => code === 'unknown-standard').length > 1,
    );
    equal(shown(), []);
    moveTo(placeOf(document, '# Outcomes'));
    await until('it is complained of', () => shown().includes('malformed-citation'));
    moveTo(placeOf(document, 'Visits'));
    await type('x');
    await until('it waits again', () => shown().length === 0);
  });

  it('an empty point waits for its words', async () => {
    const document = await openNew(text);
    moveTo(placeOf(document, '1.9]', 4));
    await type(' [std 1.8]');
    await type('\n');
    await type('[std 1.7]');
    await until(
      'the errors are there',
      () => codes(name).filter((code) => code === 'unknown-standard').length > 2,
    );
    equal(shown(), []);
    moveTo(placeOf(document, '# Outcomes'));
    await until('it is complained of', () => shown().includes('finding-without-words'));
  });

  it('a finding is not asked for its standard and its evidence before it is written', async () => {
    const asked = ['finding-without-citation', 'finding-without-evidence'];
    const register =
      '\n## Evidence\n\n| Id | Kind | Description |\n| -- | ---- | ----------- |\n| D1 | Document | A plan |\n';
    const document = await openNew(text.replace('. [std 1.9]', '. [std 1.1] [ev D1]') + register);
    moveTo(placeOf(document, 'D1]', 3));
    await type('\n');
    await type('Staff are proud of [std 1.8');
    await until('what is wrong is said', () => codes(name).includes('unknown-standard'));
    // The bracket that the editor has closed by itself goes with the one that was typed.
    for (let left = '[std 1.8'.length; left > 0; left -= 1)
      await vscode.commands.executeCommand('deleteLeft');
    await until('it is right again', () => !codes(name).includes('unknown-standard'));
    equal(
      codes(name).filter((code) => asked.includes(code)),
      [],
    );
    moveTo(placeOf(document, '# Outcomes'));
    await until('it is asked for both', () => asked.every((code) => codes(name).includes(code)));
  });

  it('no short title moves it, and each is back when the cursor leaves', async () => {
    const document = await openNew(text.replace('1.9', '1.4'));
    const titles = async (): Promise<number> => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const command = 'vscode.executeInlayHintProvider';
      return (await vscode.commands.executeCommand<vscode.InlayHint[]>(command, document.uri, whole)).length;
    };
    await until('it is there', async () => (await titles()) === 1);
    moveTo(placeOf(document, 'Visits'));
    equal(await titles(), 1, 'Titles in a line that is only read');
    await type('x');
    await until('it is gone', async () => (await titles()) === 0);
    moveTo(placeOf(document, '# Outcomes'));
    await until('it is back', async () => (await titles()) === 1);
  });

  it('what stands in another line, or was there before, is shown at once', async () => {
    const document = await openNew(`${text}- [std 1.1]\n- Seen [std ]\n`);
    await until('both are there', () => shown().length === 2);
    moveTo(placeOf(document, 'Seen'));
    moveTo(placeOf(document, 'Visits'));
    await type('x [std 1.8] ');
    await until(
      'the new one is there',
      () => codes(name).filter((code) => code === 'unknown-standard').length > 1,
    );
    equal(shown().length, 2);
  });
});

/** Opens a new file with this text; its name is its own, because the editor keeps a closed text for a while. */
async function openNew(text: string): Promise<vscode.TextDocument> {
  name = `typing-${String((count += 1))}.review.md`;
  await write(name, text);
  return open(name);
}

async function forget(): Promise<void> {
  await closeAll();
  await vscode.workspace.fs.delete(file(name));
}

function moveTo(position: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  if (!editor) throw new Error('There is no editor.');
  editor.selection = new vscode.Selection(position, position);
}

/** Types into the active editor; what an editor closes by itself is overtyped. */
async function type(text: string): Promise<void> {
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

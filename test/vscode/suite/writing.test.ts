import * as vscode from 'vscode';

import { completions, hover, labelOf, symbols, textOf } from '../support/ask';
import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open, placeOf, replace } from '../support/folder';

const summary = 'Closing summaries seldom return';
const opened = 'the family set. [std ';

describe('Writing a finding', () => {
  before(ready);
  afterEach(closeAll);

  it('is offered every standard inside an open citation', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std ');
    const items = await completions(document, placeOf(document, opened, opened.length));
    const ids = [...new Set(items.map(idOf).filter((id) => /^\d+\.\d+$/.test(id)))];
    equal(ids.length, 18, 'Standards offered');
    const item = items.find((candidate) => idOf(candidate) === '4.2');
    ok(item, 'Standard 4.2 is not offered.');
    includes(textOf(item.documentation), 'clear vision');
  });

  it('finds a standard by its words', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std ');
    const items = await completions(document, placeOf(document, opened, opened.length));
    const found = items.find((item) => idOf(item) === '4.2')?.filterText?.toLowerCase() ?? '';
    includes(found, '4.2');
    includes(found, 'strategies');
  });

  it('is offered no standard outside a citation', async () => {
    const document = await open('theme-1.review.md');
    const items = await completions(document, placeOf(document, summary, summary.length));
    equal(items.filter((item) => textOf(item.documentation) !== '').map(idOf), []);
  });

  it('shows the wording of the standard under the mouse', async () => {
    const document = await open('theme-2.review.md');
    includes(await hover(document, placeOf(document, '[std 4.2]', 6)), 'clear vision');
    equal(await hover(document, placeOf(document, 'The chief executive', 6)), '');
  });

  it('has its sections and findings in the outline', async () => {
    const { uri } = await open('theme-1.review.md');
    const names = (await symbols(uri)).map(({ name }) => name).join('\n');
    includes(names, 'Strengths');
    includes(names, 'Areas for development');
    includes(names, 'Foster carers');
  });
});

describe('Ordinary Markdown', () => {
  before(ready);
  afterEach(closeAll);

  it('gets no diagnostic, no completion, no hover and no symbol', async () => {
    const document = await open('notes.md');
    equal(await hover(document, placeOf(document, '[std 9.9]', 6)), '');
    await replace(document, '[std 9.9]', '[std ');
    const items = await completions(document, placeOf(document, '[std ', 5));
    // The editor's own snippets for Markdown come and go with what has been open before.
    const others = items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet);
    equal(others.filter((item) => textOf(item.documentation) !== '').map(idOf), []);
    // A review that is answered for later than the notes proves that these were not merely waiting.
    const review = await open('theme-2.review.md');
    ok((await symbols(review.uri)).length > 0, 'The review has no symbols.');
    equal(vscode.languages.getDiagnostics(document.uri).length, 0, 'Diagnostics of notes.md');
  });
});

/** The id that an item puts first: `4.2` for `4.2 The council has ...`. */
function idOf(item: vscode.CompletionItem): string {
  const text = labelOf(item);
  return /^\d+(\.\d+)?/.exec(text)?.[0] ?? text;
}

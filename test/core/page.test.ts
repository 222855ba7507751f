/*
 * Pages that follow the text: after any edits they are the HTML that is printed at once, what has changed makes
 * one state the next, and a keystroke changes little.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  changeOf,
  findingsReport,
  FindingsPage,
  htmlOf,
  printFindingsHtml,
  Workspace,
  type Page,
  type PageChange,
} from '../../core/src';
import { awkwardText, runs } from '../support/awkward';
import { root, shippedFile } from '../support/fixture';

const uris = ['cover', 'one', 'deep/two'].map((name) => `${root}/${name}.review.md`);
const [coverUri = '', oneUri = ''] = uris;

/** What a client does with a change. */
function apply(page: Page, { order, blocks }: PageChange): Page {
  const known = new Map(page.map(({ key, fragments }) => [key, fragments]));
  for (const { key, splices } of blocks) {
    const fragments = [...(known.get(key) ?? [])];
    for (const { at, removed, fragments: added } of splices) fragments.splice(at, removed, ...added);
    known.set(key, fragments);
  }
  return (order ?? page.map(({ key }) => key)).map((key) => ({ key, fragments: known.get(key) ?? [] }));
}

/** A review whose findings page is asked for now and then. */
class Reader {
  readonly workspace = new Workspace([shippedFile]);
  readonly #printer = new FindingsPage();
  page: Page = [];

  /** The page as it is now, and the change that made it. */
  look(): PageChange {
    const page = this.#printer.print(this.#set, () => 0);
    const change = changeOf(this.page, page);
    assert.deepEqual(apply(this.page, change), page);
    this.page = page;
    return change;
  }

  get whole(): string {
    return printFindingsHtml(findingsReport(this.#set), () => 0);
  }

  get #set() {
    const set = this.workspace.snapshot().reviewOf(coverUri);
    assert.ok(set);
    return set;
  }
}

const words = fc.oneof(
  awkwardText,
  fc
    .array(
      fc.constantFrom(
        '# Theme 1: Outcomes\n\n',
        '## Strengths\n\n',
        '## Areas for development\n\n',
        '- Seen [std 1.1]\n',
        '- Seen [std 1.2, 3.1] @by(AA)\n',
        '- Loose\n',
        '- [std 2.1]\n',
        '- *Not* <b>so</b> [std 9.9]\n',
      ),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('')),
);
const cover = fc
  .constantFrom(
    '',
    'title: A\n',
    'language: cy\n',
    'scope:\n  exclude:\n    - std: 1.1\n      reason: Elsewhere\n',
  )
  .map((yaml) => (yaml === '' ? '' : `---\n${yaml}---\n`));

describe('the page of findings', () => {
  it('is the HTML that is printed at once, after any edits', () => {
    const step = fc.oneof(
      { weight: 1, arbitrary: cover.map((text): [string, string] => [coverUri, text]) },
      { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...uris.slice(1)), words) },
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
        const reader = new Reader();
        reader.workspace.setFile(coverUri, '');
        for (const [i, [uri, text]] of steps.entries()) {
          if (i % 2 === 0) reader.workspace.open(uri, text, i);
          else reader.workspace.setFile(uri, text);
          reader.look();
          assert.equal(htmlOf(reader.page), reader.whole);
        }
      }),
      runs(200),
    );
  });

  it('changes little at a keystroke', () => {
    const reader = new Reader();
    const findings = (count: number): string =>
      `## Strengths\n\n${'- People were listened to. [std 1.1]\n'.repeat(count)}`;
    reader.workspace.setFile(coverUri, '');
    for (let i = 0; i < 20; i++) reader.workspace.setFile(`${root}/part-${i}.review.md`, findings(20));
    reader.workspace.open(oneUri, findings(3), 1);
    reader.look();
    reader.workspace.open(oneUri, findings(3).replace('People', 'Children'), 2);
    const { order, blocks } = reader.look();
    assert.equal(order, undefined);
    assert.equal(blocks.length, 1);
    const splices = blocks.flatMap((block) => block.splices);
    assert.equal(splices.length, 1);
    assert.match(splices[0]?.fragments.join('') ?? '', /^<li[^]*Children[^]*<\/li>$/);
    assert.ok((splices[0]?.fragments.join('').length ?? Infinity) < htmlOf(reader.page).length / 50);
  });
});

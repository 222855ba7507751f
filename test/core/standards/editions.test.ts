import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, diagnostics, readCatalogue } from '../../../core/src';
import { nameOf } from '../../../core/src/catalogue/index';
import { compareCatalogues } from '../../../core/src/standards/compare';
import { migrate, type Migration } from '../../../core/src/standards/migrate';
import { readFixture, root } from '../../support/fixture';
import { runs } from '../../support/awkward';
import { now, old } from '../../support/twoEditions';

describe('two editions', () => {
  const changes = compareCatalogues(readCatalogue(old), readCatalogue(now));

  it('are compared by what each standard says of its past, and by words', () => {
    const pair = ({ before, after }: { before: { id: string }; after: { id: string } }): string =>
      `${before.id}>${after.id}`;
    assert.deepEqual(changes.added.map(nameOf), ['Standard 3.3']);
    assert.deepEqual(changes.removed.map(nameOf), ['Standard 1.4']);
    assert.deepEqual(changes.reworded.map(pair), ['1.1>2.1']);
    assert.deepEqual(
      changes.split.map(({ before, after }) => [before.id, after.map(({ id }) => id)]),
      [['1.2', ['2.2', '2.3']]],
    );
    assert.deepEqual(changes.renumbered.map(pair), [
      ...['1>2', '1.1>2.1', '1.3>2.4', '1.1>2.2', '1.2>2.1'],
      ...['2>3', '2.1>3.1', '2.2>3.2'],
    ]);
  });

  it('show word by word what was reworded', () => {
    assert.deepEqual(changes.reworded[0]?.words, [
      { kind: 'same', words: 'Children feel' },
      { kind: 'added', words: 'safe' },
      { kind: 'same', words: 'at home' },
    ]);
  });

  it('are the same when they are', () => {
    const { added, removed, renumbered, reworded, split } = compareCatalogues(
      readCatalogue(old),
      readCatalogue(old),
    );
    assert.deepEqual([added, removed, renumbered, reworded, split], [[], [], [], [], []]);
  });
});

describe('carrying a review over to a new edition', () => {
  const cover = `---\nstandards: ./old.standards.md\nscope:\n  exclude:\n    - std: 2.1-2.2\n      reason: Agreed\nteam:\n  - { initials: AA, leads: [std 1] }\n---\n`;
  const drawn = (body: string, front = cover): string =>
    `//- cover.review.md\n${front}//- one.review.md\n${body}\n//- old.standards.md\n${old}//- new.standards.md\n${now}`;
  function carry(text: string): { after: Map<string, string>; migration: Migration; left: string[] } {
    const fixture = readFixture(text);
    const snapshot = fixture.snapshot();
    const [set] = snapshot.reviews();
    const from = snapshot.catalogues.get(`${root}/old.standards.md`);
    const to = snapshot.catalogues.get(`${root}/new.standards.md`);
    assert.ok(set && from && to);
    const migration = migrate(set, from, to, './new.standards.md');
    const after = new Map(fixture.files);
    for (const { uri, edits } of migration.files) {
      after.set(uri, applyEdits(after.get(uri) ?? '', edits));
      fixture.workspace.setFile(uri, after.get(uri) ?? '');
    }
    const left = diagnostics(fixture.snapshot(), `${root}/one.review.md`).map(({ code }) => code);
    return { after, migration, left };
  }
  const carried = (body: string): string => carry(drawn(body)).after.get(`${root}/one.review.md`) ?? '';

  it('writes single ids, lists, ranges and probes as what they are now', () => {
    assert.equal(carried('- A [std 1.1], B [std 1] [probe 1.1]'), '- A [std 2.1], B [std 2] [probe 2.2]');
    assert.equal(carried('- A [std 1.1, 1.3] [std 2.1–2.2]'), '- A [std 2.1, 2.4] [std 3.1–3.2]');
    assert.equal(carried('# A [theme 1]'), '# A [theme 1]');
  });

  it('never lets a number mean something that it did not', () => {
    // 1.2 was split and 1.4 is gone; 2.x was another element.
    assert.equal(carried('- A [std 1.1-1.4]'), '- A [std 2.1, 1.2, 2.4, 1.4]');
    const swapped = drawn('- A [std 2.2]').replace('- 3.2 Schools are told\n', '');
    assert.match(carry(swapped).after.get(`${root}/one.review.md`) ?? '', /\[std former:2\.2\]/);
  });

  it('names the new edition on the cover and remembers the words of the old one', () => {
    const { after } = carry(drawn('- A [std 1.1]'));
    assert.match(
      after.get(`${root}/cover.review.md`) ?? '',
      /^---\nstandards: \.\/new\.standards\.md\nscope:\n {2}exclude:\n {4}- std: 3\.1-3\.2\n {6}reason: Agreed\nteam:\n {2}- \{ initials: AA, leads: \[std 2\] \}\nreviewed-against:\n {2}own-2026: 1\.1 [0-9a-f]{8}, .*2\.2 [0-9a-f]{8}\n---$/,
    );
  });

  it('lists what a person has to look at, and leaves it where it can be seen', () => {
    const { migration, left } = carry(drawn('## Strengths\n\n- A [std 1.1, 1.2, 1.3, 1.4]'));
    assert.deepEqual(
      migration.forPeople.map(({ why, before, after }) => [why, before.id, after.map(({ id }) => id)]),
      [
        ['reworded', '1.1', ['2.1']],
        ['split', '1.2', ['2.2', '2.3']],
        ['removed', '1.4', []],
      ],
    );
    for (const code of ['stale-citation', 'former-number', 'unknown-standard'])
      assert.ok(left.includes(code), code);
  });

  it('drops no citation, whatever is cited', () => {
    const id = fc.constantFrom(
      '1',
      '2',
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2.1',
      '2.2',
      '1.1-1.4',
      '2.1-2.2',
      '1.2–1.3',
      '9.9',
    );
    const list = fc.array(id, { minLength: 1, maxLength: 4 }).map((ids) => `[std ${ids.join(', ')}]`);
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 4 }), (citations) => {
        const body = citations.map((citation) => `- A ${citation}`).join('\n');
        const { after, migration } = carry(drawn(body));
        const text = after.get(`${root}/one.review.md`) ?? '';
        assert.equal(text.match(/\[std [^\]]+\]/g)?.length, citations.length);
        for (const { span, uri } of migration.forPeople)
          if (uri.endsWith('one.review.md')) assert.ok(span.end <= body.length);
        // What has one successor is cited by it, each time, and what has none is still there by its number.
        const expected: Record<string, RegExp> = {
          '1.1': /(?<![\d.])2\.1(?!\d)/,
          '1.3': /(?<![\d.])2\.4(?!\d)/,
          '1.2': /(?<![\d.])1\.2(?!\d)/,
          '1.4': /(?<![\d.])1\.4(?!\d)/,
          '9.9': /9\.9/,
        };
        const lines = text.split('\n');
        for (const [i, citation] of citations.entries()) {
          for (const [before, pattern] of Object.entries(expected))
            if (new RegExp(`[ ,]${before.replace('.', '\\.')}[,\\]]`).test(citation))
              assert.match(lines[i] ?? '', pattern, `${citation} → ${lines[i]}`);
        }
      }),
      runs(300),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, resolveCodeAction, codeActions, Workspace } from '../../../core/src';
import { awkwardText, runs } from '../../support/awkward';
import { checkOffer, offersAt } from '../../support/check';
import { wasMet } from '../../support/depth';
import { readFixture, root, shippedFile } from '../../support/fixture';

const titles = (drawn: string): string[] => offersAt(drawn).map(({ title }) => title);

const cover = (exclude = ''): string =>
  `//- cover.review.md\n---\ntitle: A\n${exclude}checks: { uncovered-standards: off }\n---\n`;
const five = 'scope:\n  exclude:\n    - { std: 5, reason: Another year }\n';

describe('what can be done', () => {
  it('is mending, all of a kind, leaving out, and ignoring', () => {
    assert.deepEqual(titles(`${cover()}//- one.review.md\n## Strengths\n- A [std 7.2$0]\n- B [std 7.2]\n`), [
      'Change to 6.2',
      'Fix all “printed-number” in this file',
      'Exclude standard 6.2 from scope…',
      'Ignore “printed-number” here…',
    ]);
  });

  it('is nothing where nothing stands', () => {
    assert.deepEqual(titles(`${cover()}//- one.review.md\nWords$0\n`), []);
  });
});

describe('adding a finding on a heading', () => {
  const one = (text: string): string => `${cover()}//- one.review.md\n${text}`;
  const both = (id: string): string[] => [
    `Add a finding for ${id} (strength)`,
    `Add a finding for ${id} (area for development)`,
  ];

  it('is offered for what is not addressed yet', () => {
    const drawn = one('# Delivery$0 [theme 3]\n## Strengths\n- A [std 6.1, 7.1]\n');
    assert.deepEqual(titles(drawn).slice(0, 2), both('6.2'));
    checkOffer(
      drawn,
      'Add a finding for 6.2 (strength)',
      '# Delivery [theme 3]\n## Strengths\n- A [std 6.1, 7.1]\n- ⟦…⟧ [std 6.2]\n',
    );
  });

  it('is offered for any standard in scope where all are addressed', () => {
    const drawn = one('# Delivery$0 [theme 3]\n## Strengths\n- A [std 6.1, 6.2, 7.1]\n');
    assert.deepEqual(titles(drawn).slice(0, 6), [...both('6.1'), ...both('6.2'), ...both('7.1')]);
    checkOffer(
      drawn,
      'Add a finding for 7.1 (area for development)',
      '# Delivery [theme 3]\n## Strengths\n- A [std 6.1, 6.2, 7.1]\n\n## Areas for development\n\n- ⟦…⟧ [std 7.1]\n',
    );
  });

  it('is offered on an element’s heading for its own standards', () => {
    assert.deepEqual(
      titles(one('# Commissioning$0\n')).filter((title) => title.startsWith('Add')),
      both('7.1'),
    );
  });

  it('selects the words of the stub that mends a gap', () => {
    checkOffer(
      '# Delivery$0 [theme 3]\n## Strengths\n',
      'Add a finding for 6.1 (strength)',
      '# Delivery [theme 3]\n## Strengths\n\n- ⟦…⟧ [std 6.1]\n',
    );
  });
});

describe('ignoring a gap', () => {
  it('is offered on the theme’s heading', () => {
    const drawn = '//- cover.review.md\n//- one.review.md\n\n# Delivery$0 [theme 3]\n';
    checkOffer(
      drawn,
      'Ignore “uncovered-standards” here…',
      '\n<!-- review-ignore-next-line uncovered-standards: ⟦…⟧ -->\n# Delivery [theme 3]\n',
    );
    // Without a heading it stands on the first line of the cover, whatever that is.
    const first = titles('//- cover.review.md\n$0Words\n');
    assert.equal(
      first.some((title) => title.startsWith('Ignore')),
      false,
    );
  });
});

describe('leaving out of the scope', () => {
  it('is offered on a citation, and edits the cover', () => {
    const drawn = `${cover()}//- one.review.md\nAs said [std 6.1$0, 6.2]\n`;
    assert.deepEqual(titles(drawn), ['Exclude standard 6.1 from scope…']);
    checkOffer(
      drawn,
      'Exclude standard 6.1 from scope…',
      '---\ntitle: A\nchecks: { uncovered-standards: off }\nscope:\n  exclude:\n    - std: 6.1\n      reason: Next year\n---',
      'Next year',
    );
    checkOffer(
      drawn,
      'Exclude standard 6.1 from scope…',
      '---\ntitle: A\nchecks: { uncovered-standards: off }\nscope:\n  exclude:\n    - std: 6.1\n      reason: ⟦⟧\n---',
    );
  });

  it('is offered for a range, a probe, and what a heading is about', () => {
    const one = (text: string): string => `${cover()}//- one.review.md\n${text}`;
    assert.deepEqual(titles(one('[std 1.1-1.$03]')), ['Exclude standard 1.3 from scope…']);
    assert.deepEqual(titles(one('[$0std 1.1-1.3]')), ['Exclude standards 1.1, 1.2 and 1.3 from scope…']);
    checkOffer(
      one('[$0std 1.1-1.3]'),
      'Exclude standards 1.1, 1.2 and 1.3 from scope…',
      /std: \[1\.1, 1\.2, 1\.3\]/,
    );
    checkOffer(one('[probe 6.12$0]'), 'Exclude probe 6.12 from scope…', /- probe: 6\.12\n/);
    checkOffer(one('# Delivery $0[theme 3]'), 'Exclude theme 3 from scope…', /- theme: 3\n/);
    checkOffer(one('# $0Commissioning'), 'Exclude element 7 from scope…', /- std: 7\n/);
  });

  it('is offered for each gap, whole elements first', () => {
    const drawn =
      '//- cover.review.md\n//- one.review.md\n# Delivery$0 [theme 3]\n## Strengths\n- A [std 6.1]\n';
    assert.deepEqual(
      titles(drawn).filter((title) => title.startsWith('Exclude')),
      ['Exclude element 7 from scope…', 'Exclude standard 6.2 from scope…', 'Exclude theme 3 from scope…'],
    );
  });

  it('says why not', () => {
    const fixture = readFixture(`//- cover.review.md\n---\nscope: all\n---\n//- one.review.md\n[std 6.1]`);
    const [offer] = codeActions(fixture.snapshot(), `${root}/one.review.md`, { start: 5, end: 5 });
    assert.ok(offer);
    assert.deepEqual(
      Object.keys(resolveCodeAction(fixture.snapshot(), `${root}/one.review.md`, offer.task)),
      ['refused'],
    );
  });
});

describe('taking back into the scope', () => {
  it('is offered where something excluded is cited, and keeps the reason as a comment', () => {
    const drawn = `${cover(five)}//- one.review.md\n## Strengths\n- A [std 5.1$0]\n`;
    assert.deepEqual(titles(drawn), [
      'Include element 5 in the scope again',
      'Ignore “excluded-citation” here…',
    ]);
    checkOffer(
      drawn,
      'Include element 5 in the scope again',
      '---\ntitle: A\nscope:\n  exclude:\n    # - { std: 5, reason: Another year }\nchecks: { uncovered-standards: off }\n---',
    );
  });

  it('stands beside leaving out where only a part is excluded', () => {
    assert.deepEqual(titles(`${cover(five)}//- one.review.md\n[$0std 5.1, 6.1]\n`), [
      'Exclude standard 6.1 from scope…',
      'Include element 5 in the scope again',
    ]);
  });
});

describe('what is taken too late', () => {
  it('is refused in a sentence', () => {
    const fixture = readFixture('[std 9.9]');
    const uri = `${root}/one.review.md`;
    for (const task of [
      { do: 'fix', code: 'unknown-standard', start: 1, title: 'x' },
      { do: 'ignore', code: 'unknown-standard', start: 1 },
      { do: 'include', start: 1 },
      { do: 'addFinding', id: '6.1', kind: 'strengths', heading: 3 },
      { do: 'fixAll', code: 'printed-number' },
    ] as const)
      assert.match(JSON.stringify(resolveCodeAction(fixture.snapshot(), uri, task)), /The text has changed/);
  });
});

describe('every offer', () => {
  it('can be carried out at once, or says why not, and what it selects lies in the text', () => {
    let done = 0;
    fc.assert(
      fc.property(
        awkwardText,
        awkwardText,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cover, text, where) => {
          const workspace = new Workspace([shippedFile]);
          const uri = `${root}/one.review.md`;
          workspace.setFile(`${root}/cover.review.md`, cover);
          workspace.setFile(uri, text);
          const snapshot = workspace.snapshot();
          const start = Math.round(where * text.length);
          const titles = new Set<string>();
          for (const { title, task } of codeActions(snapshot, uri, { start, end: text.length })) {
            assert.ok(!titles.has(title), `“${title}” is offered twice`);
            titles.add(title);
            const fix = resolveCodeAction(snapshot, uri, task, 'agreed');
            if ('refused' in fix) {
              assert.ok(['exclude', 'include'].includes(task.do), `${title}: ${fix.refused}`);
              continue;
            }
            done++;
            const after = applyEdits(snapshot.document(fix.uri)?.text ?? '', fix.edits);
            const { start: from, end } = fix.select ?? { start: 0, end: 0 };
            assert.ok(0 <= from && from <= end && end <= after.length);
            if (task.do === 'addFinding') assert.equal(after.slice(from, end), '…');
          }
        },
      ),
      runs(100),
    );
    assert.ok(wasMet(done, 30), `only ${done}`);
  });
});

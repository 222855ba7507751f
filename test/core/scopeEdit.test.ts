import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, readDocument } from '../../core/src';
import { addExclusion, commentExclusion } from '../../core/src/settings/scopeEdit';
import { readSettings } from '../../core/src/settings/readSettings';
import { awkwardText, runs } from '../support/awkward';
import { wasMet } from '../support/depth';

const settingsOf = (text: string) => readSettings(text, readDocument(text).frontMatter?.yaml);

/** The cover after leaving out standard 4.2, with a cursor where the reason is to be written. */
function excluded(text: string, reason = 'Next year'): string {
  const edit = addExclusion(text, { kind: 'standard', ids: ['4.2'] }, reason);
  if ('refused' in edit) return edit.refused;
  const after = applyEdits(text, edit.edits);
  const { select } = edit;
  return select ? `${after.slice(0, select.start)}$0${after.slice(select.end)}` : after;
}

/** The cover after taking back its nth exclusion. */
function included(text: string, n = 0): string {
  const exclusion = settingsOf(text).exclusions[n];
  assert.ok(exclusion, 'there is no such exclusion');
  const edit = commentExclusion(text, exclusion.span);
  return 'refused' in edit ? edit.refused : applyEdits(text, edit.edits);
}

const entry = '    - std: 4.2\n      reason: Next year\n';

describe('leaving out', () => {
  it('begins front matter, scope and list where they are missing', () => {
    const whole = `scope:\n  exclude:\n${entry}`;
    assert.equal(excluded('# Words\n'), `---\n${whole}---\n\n# Words\n`);
    assert.equal(excluded('---\ntitle: A # ours\n---\nWords'), `---\ntitle: A # ours\n${whole}---\nWords`);
    assert.equal(excluded('---\n---\n'), `---\n${whole}---\n`);
    assert.equal(
      excluded('---\nscope: # agreed\n# next\ntitle: A\n---\n'),
      `---\nscope: # agreed\n  exclude:\n${entry}# next\ntitle: A\n---\n`,
    );
    assert.equal(excluded('---\nscope:\n  exclude:\n---\n'), `---\n${whole}---\n`);
  });

  it('adds to a list as it is written', () => {
    assert.equal(
      excluded(
        '---\nscope:\n    exclude:\n    - std: 5 # the board\n      reason: "a" # b\n    # end\nteam: []\n---\n',
      ),
      `---\nscope:\n    exclude:\n    - std: 5 # the board\n      reason: "a" # b\n${entry}    # end\nteam: []\n---\n`,
    );
    assert.equal(
      excluded('---\nscope: { exclude: [{ std: 5, reason: x }] } # y\n---\n'),
      '---\nscope: { exclude: [{ std: 5, reason: x }, { std: 4.2, reason: Next year }] } # y\n---\n',
    );
    assert.equal(
      excluded('---\nscope: {}\n---\n'),
      '---\nscope: { exclude: [{ std: 4.2, reason: Next year }] }\n---\n',
    );
    assert.equal(
      excluded('---\nscope:\n  exclude: [\n    { std: 5, reason: x },\n  ]\n---\n'),
      '---\nscope:\n  exclude: [\n    { std: 5, reason: x }, { std: 4.2, reason: Next year },\n  ]\n---\n',
    );
    assert.equal(
      excluded('---\r\nscope:\r\n  exclude:\r\n    - std: 5\r\n      reason: x\r\n---\r\n'),
      `---\r\nscope:\r\n  exclude:\r\n    - std: 5\r\n      reason: x\r\n${entry.replace(/\n/g, '\r\n')}---\r\n`,
    );
  });

  it('takes any reason', () => {
    for (const reason of [
      'Agreed: all',
      '“Not now”',
      '- x',
      'a # b',
      '{x}',
      "it's",
      'Tŷ',
      '"',
      '\\',
      '@',
      'x:',
      '5',
    ]) {
      for (const text of ['Words', '---\nscope: { exclude: [] }\n---\n']) {
        const [exclusion] = settingsOf(excluded(text, reason)).exclusions;
        assert.equal(exclusion?.reason, reason);
      }
    }
    assert.equal(settingsOf(excluded('', ' two\nlines ')).exclusions[0]?.reason, 'two lines');
  });

  it('leaves a place for the reason where none is given', () => {
    assert.equal(excluded('', ''), '---\nscope:\n  exclude:\n    - std: 4.2\n      reason: $0\n---\n\n');
    assert.equal(
      excluded('---\nscope: { exclude: [] }\n---\n', ''),
      '---\nscope: { exclude: [{ std: 4.2, reason: "$0" }] }\n---\n',
    );
  });

  it('says why not, where the settings cannot be added to', () => {
    assert.match(excluded('---\ntitle: A\n'), /not closed/);
    assert.match(excluded('---\ntitle: [A\n---\n'), /mend what is marked/);
    assert.match(excluded('---\nscope: all\n---\n'), /by hand/);
    assert.match(excluded('---\nscope:\n  exclude: 5\n---\n'), /by hand/);
    assert.match(excluded('---\n{ title: A }\n---\n'), /by hand/);
  });

  it('adds one exclusion to any text, and changes nothing else', () => {
    let added = 0;
    fc.assert(
      fc.property(awkwardText, fc.constantFrom('', 'Next year', 'A: b'), (text, reason) => {
        const edit = addExclusion(text, { kind: 'probe', ids: ['6.1', '6.2'] }, reason);
        if ('refused' in edit) return;
        added++;
        const after = applyEdits(text, edit.edits);
        for (const { span } of edit.edits) assert.equal(span.start, span.end, 'words are replaced');
        assert.equal(settingsOf(after).exclusions.length, settingsOf(text).exclusions.length + 1);
        assert.deepEqual(
          readDocument(after).findings.map(({ words }) => words),
          readDocument(text).findings.map(({ words }) => words),
        );
      }),
      runs(300),
    );
    assert.ok(wasMet(added, 20), `only ${added}`);
  });
});

describe('taking back', () => {
  it('makes a comment of the entry, with all its words', () => {
    const rest = '    - std: 5\n      reason: x\n';
    assert.equal(
      included(`---\nscope:\n  exclude:\n${entry}${rest}---\n`),
      `---\nscope:\n  exclude:\n    # - std: 4.2\n    #   reason: Next year\n${rest}---\n`,
    );
    assert.equal(
      included(`---\nscope:\n  exclude:\n${entry}---\n`),
      '---\nscope:\n  exclude:\n    # - std: 4.2\n    #   reason: Next year\n---\n',
    );
    assert.equal(
      included('---\nscope:\n  exclude:\n    - { std: 5, reason: x } # y\n---\n'),
      '---\nscope:\n  exclude:\n    # - { std: 5, reason: x } # y\n---\n',
    );
    assert.equal(
      included(
        '---\nscope:\n  exclude: [\n    { std: 5, reason: x },\n    { std: 6, reason: x }\n  ]\n---\n',
        1,
      ),
      '---\nscope:\n  exclude: [\n    { std: 5, reason: x },\n    # { std: 6, reason: x }\n  ]\n---\n',
    );
  });

  it('puts the comment behind a list in one line', () => {
    const list = '---\nscope: { exclude: [{ std: 5, reason: x }, { std: 6, reason: y }] }\n---\n';
    assert.equal(
      included(list),
      '---\nscope: { exclude: [{ std: 6, reason: y }] } # { std: 5, reason: x }\n---\n',
    );
    assert.equal(
      included(included(list, 1)),
      '---\nscope: { exclude: [] } # { std: 6, reason: y } # { std: 5, reason: x }\n---\n',
    );
  });

  it('says why not, where that cannot be done', () => {
    assert.match(
      included('---\nscope: { exclude: [{ std: 5,\n  reason: x }, { std: 6, reason: y }] }\n---\n'),
      /by hand/,
    );
  });

  it('keeps every word of any cover', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const { exclusions } = settingsOf(text);
        for (const { span } of exclusions) {
          const edit = commentExclusion(text, span);
          if ('refused' in edit) continue;
          const after = applyEdits(text, edit.edits);
          const words = (of: string): string[] => (of.match(/[\p{L}\p{N}.]+/gu) ?? []).sort();
          assert.deepEqual(words(after), words(text));
          assert.ok(settingsOf(after).exclusions.length < exclusions.length);
        }
      }),
      runs(300),
    );
  });
});

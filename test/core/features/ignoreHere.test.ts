import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, diagnostics, ignoreHere, readDocument, Workspace } from '../../../core/src';
import { sameReading } from '../../../core/src/document/sameContent';
import { awkwardText, runs } from '../../support/awkward';
import { allDiagnostics } from '../../support/check';
import { wasMet } from '../../support/depth';
import { readFixture, root, shippedFile, textOf } from '../../support/fixture';

const uri = `${root}/one.review.md`;

/** The text after ignoring the first diagnostic of a code, with the selection in brackets; it must be gone. */
function ignored(drawn: string, code: string, reason?: string): string | undefined {
  const fixture = readFixture(drawn);
  const found = allDiagnostics(fixture).find((diagnostic) => diagnostic.code === code);
  assert.ok(found, `no ${code}`);
  const fix = ignoreHere(fixture.snapshot(), found.uri, found, reason);
  if (!fix) return undefined;
  const before = textOf(fixture);
  const text = applyEdits(before, fix.edits);
  assert.ok(sameReading(readDocument(before), readDocument(text)));
  const count = (): number => allDiagnostics(fixture).filter((each) => each.code === code).length;
  const was = count();
  fixture.workspace.setFile(uri, text);
  if (reason !== undefined) assert.ok(count() < was, text);
  else assert.equal(count(), was);
  if (!fix.select) return text;
  return `${text.slice(0, fix.select.start)}⟦${text.slice(fix.select.start, fix.select.end)}⟧${text.slice(fix.select.end)}`;
}

const comment = '<!-- review-ignore-next-line unknown-standard: agreed -->';
const check = (before: string, after: string): void =>
  assert.equal(ignored(before, 'unknown-standard', 'agreed'), after);

describe('ignore here', () => {
  it('writes the comment above the line', () => {
    check('Words\n\nAs said [std 9.9]\n', `Words\n\n${comment}\nAs said [std 9.9]\n`);
    check('As said [std 9.9]', `${comment}\nAs said [std 9.9]`);
    check('Words\r\n\r\nAs said [std 9.9]\r\n', `Words\r\n\r\n${comment}\r\nAs said [std 9.9]\r\n`);
  });

  it('keeps a list one list', () => {
    check('## Strengths\n\n- A [std 9.9]\n- B\n', `## Strengths\n\n${comment}\n- A [std 9.9]\n- B\n`);
    check('## Strengths\n- A\n- B [std 9.9]\n', `## Strengths\n- A\n  ${comment}\n- B [std 9.9]\n`);
    check('## Strengths\n1. A\n\n2. B [std 9.9]\n', `## Strengths\n1. A\n\n   ${comment}\n2. B [std 9.9]\n`);
    check(
      '## Strengths\n- A\n  - one\n  - two [std 9.9]\n',
      `## Strengths\n- A\n  - one\n    ${comment}\n  - two [std 9.9]\n`,
    );
    check('## Strengths\n- A\n  - one [std 9.9]\n', `## Strengths\n- A\n  ${comment}\n  - one [std 9.9]\n`);
  });

  it('keeps a paragraph one paragraph', () => {
    check(
      '## Strengths\n- A finding that\n  goes on [std 9.9]\n',
      `## Strengths\n- A finding that\n      ${comment}\n  goes on [std 9.9]\n`,
    );
    check('> Quoted\n>\n> words [std 9.9]\n', `> Quoted\n>\n> ${comment}\n> words [std 9.9]\n`);
  });

  it('stands with other comments for the same line', () => {
    const other = '<!-- review-ignore-next-line duplicate-citation: meant -->';
    check(`Words\n\n${other}\n[std 9.9, 9.9]\n`, `Words\n\n${other}\n${comment}\n[std 9.9, 9.9]\n`);
  });

  it('stands inside a table, in the row above', () => {
    check(
      '| a | b |\n| - | - |\n| x | y |\n| z | [std 9.9] |\n',
      `| a | b |\n| - | - |\n| x | y ${comment} |\n| z | [std 9.9] |\n`,
    );
  });

  it('is not to be had where no comment can stand', () => {
    assert.equal(ignored('---\nphase: draftnig\n---\n', 'invalid-setting', 'agreed'), undefined);
    assert.equal(ignored('Words [std\n9.9]\n', 'unknown-standard', 'agreed'), undefined);
    assert.equal(ignored(`${comment}\nWords\n`, 'unused-ignore', 'agreed'), undefined);
  });

  it('leaves a place for the reason, which silences nothing until it is written', () => {
    assert.equal(
      ignored('As said [std 9.9]\n', 'unknown-standard'),
      '<!-- review-ignore-next-line unknown-standard: ⟦…⟧ -->\nAs said [std 9.9]\n',
    );
  });

  it('takes any reason', () => {
    assert.equal(
      ignored('As said [std 9.9]\n', 'unknown-standard', 'agreed --> by\nall'),
      '<!-- review-ignore-next-line unknown-standard: agreed –> by all -->\nAs said [std 9.9]\n',
    );
  });

  it('silences what it says and leaves the rest of any document as it is', () => {
    let offered = 0;
    fc.assert(
      fc.property(awkwardText, (text) => {
        const snapshotOf = (content: string) => {
          const workspace = new Workspace([shippedFile]);
          workspace.setFile(uri, content);
          return workspace.snapshot();
        };
        const snapshot = snapshotOf(text);
        const before = diagnostics(snapshot, uri);
        for (const found of before) {
          const fix = ignoreHere(snapshot, uri, found, 'agreed');
          if (!fix) continue;
          offered++;
          const changed = applyEdits(text, fix.edits);
          const after = diagnostics(snapshotOf(changed), uri);
          const told = `${found.code} → ${JSON.stringify(changed)}`;
          const codes = (all: typeof after): string[] => all.map(({ code }) => code);
          const left = codes(after).filter((code) => code === found.code).length;
          assert.ok(left < codes(before).filter((code) => code === found.code).length, told);
          assert.ok(after.length < before.length, told);
        }
      }),
      runs(60),
    );
    assert.ok(wasMet(offered, 10), `only ${offered} were offered`);
  });
});

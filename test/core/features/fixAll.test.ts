import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  checks,
  diagnostics,
  fixAll,
  fixes,
  fixSafe,
  Workspace,
  type Fix,
} from '../../../core/src';
import { composeEdits } from '../../../core/src/text/composeEdits';
import { awkwardEdits, awkwardText, runs } from '../../support/awkward';
import { root, shippedFile } from '../../support/fixture';

const uri = `${root}/one.review.md`;

function snapshotOf(text: string) {
  const workspace = new Workspace([shippedFile]);
  workspace.setFile(uri, text);
  return workspace.snapshot();
}

const after = (text: string, fix: Fix | undefined): string => (fix ? applyEdits(text, fix.edits) : text);
const allMended = (text: string, code: string): string => after(text, fixAll(snapshotOf(text), uri, code));

describe('fixing all of a kind', () => {
  it('mends each, and nothing else', () => {
    assert.equal(
      allMended('- A [std 7.2] and [std six] [std 6.1;]\n- B [std 7.2, 6.1]\n', 'printed-number'),
      '- A [std 6.2] and [std six] [std 6.1;]\n- B [std 6.2, 6.1]\n',
    );
  });

  it('makes one of two fixes that overlap, and then the other', () => {
    assert.equal(
      allMended('## Strengths\n- A [std 6.1] [std 6.1, 6.1] [std 6.2]\n', 'duplicate-citation'),
      '## Strengths\n- A [std 6.1] [std 6.2]\n',
    );
  });

  it('takes out every ignore comment that can go, and leaves one where words would change', () => {
    const comment = '<!-- review-ignore-next-line unknown-standard: why -->';
    assert.equal(
      allMended(
        `## Strengths\n\n${comment}\n${comment}\n- A [std 6.1]\n\n${comment}\n\n- B${comment}ar [std 6.2] ${comment}\n`,
        'unused-ignore',
      ),
      `## Strengths\n\n- A [std 6.1]\n\n\n- B${comment}ar [std 6.2]\n`,
    );
  });

  it('has nothing to do with a kind of which people must choose', () => {
    assert.equal(fixAll(snapshotOf('# Delivery [theme 3]\n'), uri, 'uncovered-standards'), undefined);
  });

  it('twice is the same as once, for any text and every kind', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const codes = new Set(diagnostics(snapshotOf(text), uri).map(({ code }) => code));
        for (const code of codes) {
          const once = allMended(text, code);
          assert.equal(allMended(once, code), once, code);
        }
      }),
      runs(60),
    );
  });
});

describe('fixing what is safe', () => {
  const mended = (text: string): string => after(text, fixSafe(snapshotOf(text), uri));

  it('mends what has one clear reading, and leaves the rest to people', () => {
    assert.equal(
      mended('- A [std 7.2](x) [std6.1] \\[std 6.1] [std 9.9]\n\n[std 6.1;]: Strong\n'),
      '- A [std 6.2] (x) [std 6.1] \\[std 6.1] [std 9.9]\n\n[std 6.1] – Strong\n',
    );
    assert.equal(fixSafe(snapshotOf('- A \\[std 6.1] [std 9.9] [std 6.1, 6.1]\n'), uri), undefined);
  });

  it('is of checks that never offer a choice', () => {
    const safe = new Set(checks.filter((check) => check.safe).map(({ code }) => code));
    assert.ok(safe.size >= 3);
    fc.assert(
      fc.property(awkwardText, (text) => {
        const seen = new Set<string>();
        for (const { diagnostic } of fixes(snapshotOf(text), uri, { start: 0, end: text.length })) {
          if (!safe.has(diagnostic.code)) continue;
          const key = `${diagnostic.code} ${diagnostic.span.start} ${diagnostic.message}`;
          assert.ok(!seen.has(key), key);
          seen.add(key);
        }
      }),
      runs(60),
    );
  });

  it('twice is the same as once, and keeps every word, for any text', () => {
    // A dash stands for a colon, and ids move; a reviewer's words do not.
    const words = (text: string): string[] => text.replace(/\[[^[\]]*\]/g, ' ').match(/\p{L}{2,}/gu) ?? [];
    fc.assert(
      fc.property(awkwardText, (text) => {
        const once = mended(text);
        assert.equal(mended(once), once);
        assert.deepEqual(words(once), words(text));
      }),
      runs(100),
    );
  });
});

describe('edits of several rounds', () => {
  it('say as one what they say one after the other', () => {
    fc.assert(
      fc.property(awkwardText, awkwardEdits, (first, edits) => {
        let text = first;
        const rounds = edits.map(([from, length, inserted]) => {
          const start = Math.floor(from * text.length);
          const edit = { span: { start, end: Math.min(text.length, start + length) }, text: inserted };
          text = applyEdits(text, [edit]);
          return [edit];
        });
        const composed = composeEdits(first.length, rounds);
        assert.equal(applyEdits(first, composed), text);
        composed.forEach(({ span }, i) => assert.ok(span.start > (composed[i - 1]?.span.end ?? -1)));
      }),
      runs(300),
    );
  });
});

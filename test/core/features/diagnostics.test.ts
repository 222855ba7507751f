import assert from 'node:assert/strict';
import { diagnostics, fixes, isCataloguePath, isReviewPath } from '../../../core/src';
import { checkDiagnostics } from '../../support/check';
import { readFixture, root, shippedUri } from '../../support/fixture';

describe('diagnostics', () => {
  it('of a catalogue of the workspace are its faults', () => {
    checkDiagnostics(`
//- own.standards.md
---
id: own
---
# Theme 1: Ours
## Element 1: Ours
### Standards
- 1.1 Ours
- 2.1 Not ours
  ^^^ misplaced-id: Standard 2.1 stands in element 1
`);
  });

  it('come in the order of the text', () => {
    const fixture = readFixture('## Strengths\n- A [std 9.9] [std six]\n- B\n- [std 9.8]\n');
    const places = diagnostics(fixture.snapshot(), `${root}/one.review.md`).map(({ span }) => span.start);
    assert.ok(places.length > 4);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('are none for the shipped catalogue and for what is not there', () => {
    const snapshot = readFixture('# One').snapshot();
    assert.deepEqual(diagnostics(snapshot, shippedUri), []);
    assert.deepEqual(diagnostics(snapshot, 'file:///elsewhere.review.md'), []);
    assert.deepEqual(fixes(snapshot, shippedUri, { start: 0, end: 100 }), []);
  });

  it('are silenced one check and one line at a time', () => {
    checkDiagnostics(
      `
## Strengths
<!-- review-ignore-next-line unknown-standard: an old number -->
- Visits [std 9.9], [std six]
                    ^^^^^^^^^ malformed-citation
  and more [std 9.8]
                ^^^ unknown-standard
  - nested
    <!-- review-ignore-next-line unknown-standard: another -->
    visits [std 9.7]
`,
      'unknown-standard',
      'malformed-citation',
    );
  });

  it('are about files of the language only', () => {
    for (const name of ['a.review.md', 'cover.review.md', 'A.REVIEW.MD', 'deep/a b.review.md']) {
      assert.ok(isReviewPath(name), name);
    }
    for (const name of ['a.md', 'review.md', 'a.review.markdown', 'a.review.md.bak', 'a.standards.md']) {
      assert.equal(isReviewPath(name), false, name);
    }
    assert.ok(isCataloguePath('a.standards.md') && !isCataloguePath('standards.md'));
  });
});

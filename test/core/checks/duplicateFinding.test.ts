import assert from 'node:assert/strict';
import { allDiagnostics, checkDiagnostics } from '../../support/check';
import { readFixture } from '../../support/fixture';
import { itWeighs } from '../../support/weight';

describe('duplicate-finding', () => {
  it('names the first place; case, punctuation and citations do not count', () => {
    checkDiagnostics(
      `//- cover.review.md
---
documents: [two.review.md]
---
//- one.review.md
## Areas for development
- VISITS are on time, families said! @by(AA) [std 6.2]
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-finding: The same words stand in two.review.md.
//- two.review.md
## Strengths
- Visits are on time, families said. [std 6.1]
- Letters are answered within a week. [std 6.1]
- **Letters** are answered within a week [std 7.1]
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-finding: further up in this document.
`,
      'duplicate-finding',
    );
  });

  it('is quiet about few words, other words, narrative and another review', () => {
    checkDiagnostics(
      `//- cover.review.md
Visits are on time, families said. [std 6.1]
## Strengths
- Visits are on time. [std 6.1]
- Visits are on time. [std 6.2]
- Visits are on time, families said. [std 6.1]
- Visits are on time, families say. [std 6.1]
- TODO say how many visits are on time
- TODO say how many visits are on time
## Suggestions
- Visits are on time, families said. [std 6.1]
//- other/cover.review.md
## Strengths
- Visits are on time, families said. [std 6.1]
`,
      'duplicate-finding',
    );
  });

  it('comes and goes with edits, documents and versions, and points to the first', () => {
    const text = '## Strengths\n\n- Visits are on time, families said. [std 6.1]\n';
    const fixture = readFixture(`//- a.review.md\n${text}\n//- b.review.md\n${text}\n//- cover.review.md\n`);
    const [a = '', b = ''] = fixture.files.keys();
    const found = (snapshot = fixture.snapshot()) =>
      allDiagnostics({ ...fixture, snapshot: () => snapshot }).filter(
        ({ code }) => code === 'duplicate-finding',
      );
    const both = fixture.snapshot();
    assert.deepEqual(
      found().map(({ uri }) => uri),
      [b],
    );
    fixture.workspace.setFile(a, `Words above.\n\n${text}`);
    const { related: [place] = [] } = found()[0] ?? {};
    assert.ok(place?.uri === a);
    assert.match(
      fixture.snapshot().document(a)?.text.slice(place.span.start, place.span.end) ?? '',
      /^Visits/,
    );
    fixture.workspace.setFile(a, text.replace('families', 'they'));
    assert.deepEqual(found(), []);
    assert.deepEqual(
      found(both).map(({ uri }) => uri),
      [b],
      'an older snapshot still says the same',
    );
    assert.deepEqual(found(), []);
    fixture.workspace.setFile(a, text + text.slice(14));
    assert.equal(found().length, 2);
    fixture.workspace.removeFile(a);
    assert.deepEqual(found(), []);
  });

  itWeighs(
    'duplicate-finding',
    'information',
    '## Strengths\n- Visits are on time, families said. [std 6.1]\n- Visits are on time, families said. [std 6.2]\n',
  );
});

import assert from 'node:assert/strict';
import { diagnostics, phases } from '../../../core/src';
import { allDiagnostics, checkDiagnostics } from '../../support/check';
import { readFixture, root } from '../../support/fixture';

const only = ['outside-folder', 'invalid-setting'];

describe('outside-folder', () => {
  it('names each link once, on the cover that is next above it, with its target and the folder to open', () => {
    checkDiagnostics(
      `
//> a.review.md -> /private/notes.md
//> deep/b.review.md -> C:\\private\\b.md
//> more/ -> /private/more
//> inner/c.review.md -> /etc/passwd
//- cover.review.md
---
^^^ outside-folder: “a.review.md” is a link to /private/notes.md, which is outside the folder, so it is not read. To read it as well, open the folder /private too.
^^^ outside-folder: “deep/b.review.md” is a link to C:\\private\\b.md, which is outside the folder, so it is not read. To read it as well, open the folder C:\\private too.
^^^ outside-folder: “more” is a link to /private/more, which is outside the folder, so it is not read. To read it as well, open the folder /private/more too.
title: A
---
//- inner/cover.review.md
Inner
^^^^^ outside-folder: “c.review.md” is a link to /etc/passwd
`,
      ...only,
    );
  });

  it('stands on the name of standards that are not read, and says why instead of “not found”', () => {
    checkDiagnostics(
      `
//> ../shared/a.standards.md !link
//> ../b.standards.md !size
//> ../c.standards.md !kind
//> ../d.standards.md !untrusted
//> ../e.standards.md !inside
//- cover.review.md
---
standards:
  - ../shared/a.standards.md
    ^^^^^^^^^^^^^^^^^^^^^^^^ outside-folder: a link leads to it
  - ../b.standards.md
    ^^^^^^^^^^^^^^^^^ outside-folder: larger than 10 MB
  - ../c.standards.md
    ^^^^^^^^^^^^^^^^^ outside-folder: not an ordinary file
  - ../d.standards.md
    ^^^^^^^^^^^^^^^^^ outside-folder: only in a folder that you trust. Choose “Manage Workspace Trust”
  - ../e.standards.md
    ^^^^^^^^^^^^^^^^^ outside-folder: --inside
  - ../f.standards.md
    ^^^^^^^^^^^^^^^^^ invalid-setting: There is no catalogue
---
`,
      ...only,
    );
  });

  it('says nothing of a review without links, or with those of another review', () => {
    checkDiagnostics(
      `
//> other/a.review.md -> /private/notes.md
//- here/cover.review.md
---
title: A
---
`,
      ...only,
    );
  });

  it('is said of the link itself where there is no cover, and a folder is only mentioned', () => {
    const fixture = readFixture(
      '//> loose.review.md -> /private/notes.md\n//> result/ -> /store/result\n//- a/one.review.md\nWords.\n',
    );
    const found = (name: string): unknown[] =>
      diagnostics(fixture.snapshot(), `${root}/${name}`).map(({ code, severity }) => [code, severity]);
    assert.deepEqual(found('loose.review.md'), [['outside-folder', 'error']]);
    assert.deepEqual(found('result'), [['outside-folder', 'information']]);
    assert.deepEqual(found('nothing.review.md'), []);
    const again = diagnostics(fixture.snapshot(), `${root}/loose.review.md`);
    assert.equal(again, diagnostics(fixture.snapshot(), `${root}/loose.review.md`), 'the same object');
  });

  it('does not name a target that only the editor knows', () => {
    const found = allDiagnostics(readFixture('//> a.review.md -> ?\n//- cover.review.md\nWords.\n'));
    const [message] = found.filter(({ code }) => code === 'outside-folder').map((one) => one.message);
    assert.equal(
      message,
      '“a.review.md” is a link, and links are not followed here, so it is not read. Put the file itself in its place.',
    );
  });

  it("weighs what the cover's checks say, and is an error in every phase", () => {
    const severities = (settings: string): string[] =>
      allDiagnostics(
        readFixture(`//> a.review.md -> /private/a.md\n//- cover.review.md\n---\n${settings}\n---\n`),
      )
        .filter(({ code }) => code === 'outside-folder')
        .map(({ severity }) => severity);
    for (const phase of phases) assert.deepEqual(severities(`phase: ${phase}`), ['error']);
    assert.deepEqual(severities('checks:\n  outside-folder: hint'), ['hint']);
    assert.deepEqual(severities('checks:\n  outside-folder: off'), []);
  });
});

/*
 * The corpus of bad input: each case is checked as a person would have it in a folder, and says what that person is
 * told. Places lie in the text, and what is quoted is what stands there.
 */
import assert from 'node:assert/strict';
import { diagnostics, Workspace } from '../core/src';
import { cases } from './corpus/cases';
import { itUnlessQuick } from './support/depth';
import { root, shippedFile } from './support/fixture';

const cover = '---\nstandards: ssia-childrens-services-2014\nchecks: { uncovered-standards: off }\n---\n';

describe('bad input', () => {
  it('has at least a hundred cases, each with a name of its own', () => {
    assert.ok(cases.length >= 100);
    assert.equal(new Set(cases.map(([name]) => name)).size, cases.length);
  });

  for (const [name, given, codes] of cases) {
    const isLong = typeof given === 'string' && given.length > 1_000_000;
    (isLong ? itUnlessQuick : it)(`${name} is told: ${codes || 'nothing'}`, () => {
      const files = typeof given === 'string' ? { 'one.review.md': given } : given;
      const all: Record<string, string> = { 'cover.review.md': cover, ...files };
      const workspace = new Workspace([shippedFile]);
      const uris = Object.keys(all).map(
        (path) => `${root}/${path.split('/').map(encodeURIComponent).join('/')}`,
      );
      Object.values(all).forEach((text, i) => {
        workspace.setFile(uris[i] ?? '', text);
      });
      const snapshot = workspace.snapshot();
      const found = uris.flatMap((uri, i) => {
        const text = Object.values(all)[i] ?? '';
        return diagnostics(snapshot, uri).map((diagnostic) => {
          const { start, end } = diagnostic.span;
          assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
          assert.ok(diagnostic.message.length < 600, diagnostic.message.slice(0, 600));
          return diagnostic.code;
        });
      });
      assert.equal(found.join(' '), codes);
    });
  }
});

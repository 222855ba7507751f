import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  coverage,
  diagnostics,
  foldingRanges,
  highlights,
  inlayHints,
  codeLenses,
  links,
  rename,
  selectionRanges,
  semanticTokens,
  Workspace,
  type Snapshot,
  type Span,
} from '../../core/src';
import { countsOf, noCount } from '../../core/src/coverage/cited';
import { awkwardEdits, awkwardText, editText, runs } from '../support/awkward';
import { root, shippedFile } from '../support/fixture';

const uris = ['cover.review.md', 'one.review.md', 'own.standards.md'].map((path) => `${root}/${path}`);
const [cover = '', one = '', own = ''] = uris;
const coverText =
  '---\nstandards: ./own.standards.md\nscope:\n  exclude:\n    - { std: 1, reason: R }\n---\n';
/** A small catalogue that has some of what awkward texts cite, so that citing it changes something. */
const ownText = `---
id: own
---
# Theme 1: Outcomes
## Element 1: Results
### Standards
- 1.1 One
- 1.2 Two
# Theme 3: Delivery
## Element 6: Practice
### Standards
- 6.1 Three
- 6.2 Four (printed 7.2)
- 6.10 Five
### Probes
1. Ask
2. Look
`;

function workspaceOf(texts: readonly (readonly [string, string])[]): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of texts) workspace.setFile(uri, text);
  return workspace;
}

function lengthOf(snapshot: Snapshot, uri: string): number {
  return snapshot.document(uri)?.text.length ?? 0;
}

/** Everything that an editor shows of every file. */
function shown(snapshot: Snapshot): unknown {
  return uris.map((uri) => [
    foldingRanges(snapshot, uri),
    inlayHints(snapshot, uri, { start: 0, end: lengthOf(snapshot, uri) }),
    codeLenses(snapshot, uri),
    links(snapshot, uri),
    semanticTokens(snapshot, uri),
  ]);
}

describe('what an editor shows', () => {
  it('lies in the text, and a selection only grows', () => {
    fc.assert(
      fc.property(awkwardText, fc.double({ min: 0, max: 1, noNaN: true }), (text, where) => {
        for (const catalogue of [ownText, text]) {
          const snapshot = workspaceOf([
            [cover, coverText + text],
            [one, text],
            [own, catalogue],
          ]).snapshot();
          const inside = (uri: string, ...spans: readonly Span[]): void => {
            for (const { start, end } of spans)
              assert.ok(
                0 <= start && start <= end && end <= lengthOf(snapshot, uri),
                `${uri} ${start}-${end}`,
              );
          };
          for (const uri of uris) {
            const offset = Math.round(where * lengthOf(snapshot, uri));
            inside(
              uri,
              ...foldingRanges(snapshot, uri),
              ...codeLenses(snapshot, uri).map(({ span }) => span),
            );
            inside(uri, ...links(snapshot, uri).map(({ span }) => span));
            inside(uri, ...highlights(snapshot, uri, offset).map(({ span }) => span));
            const ids = semanticTokens(snapshot, uri).map(({ span }) => span);
            inside(uri, ...ids);
            // The protocol counts a token from the one before it, and none may run over a line end.
            for (const [i, id] of ids.entries()) {
              assert.ok(id.start >= (ids[i - 1]?.end ?? 0));
              assert.doesNotMatch((snapshot.document(uri)?.text ?? '').slice(id.start, id.end), /[\r\n]/);
            }
            const grown = selectionRanges(snapshot, uri, offset);
            inside(uri, ...grown);
            for (const [i, { start, end }] of grown.slice(1).entries()) {
              const inner = grown[i];
              assert.ok(
                inner && start <= inner.start && inner.end <= end && end - start > inner.end - inner.start,
              );
            }
            const edits = rename(snapshot, uri, offset, '6.77');
            if (!edits || 'refused' in edits) continue;
            for (const file of edits) inside(file.uri, ...file.edits.map(({ span }) => span));
          }
        }
      }),
      runs(200),
    );
  });

  it('is after many edits what a fresh workspace shows', () => {
    fc.assert(
      fc.property(awkwardText, awkwardEdits, fc.boolean(), (first, edits, inCover) => {
        const edited = inCover ? cover : one;
        let text = inCover ? coverText + first : first;
        const others: [string, string][] = [[own, ownText], inCover ? [one, first] : [cover, coverText]];
        const workspace = workspaceOf([...others, [edited, text]]);
        for (const edit of edits) {
          text = editText(text, edit);
          workspace.open(edited, text, 1);
          shown(workspace.snapshot());
        }
        assert.deepEqual(
          shown(workspace.snapshot()),
          shown(workspaceOf([...others, [edited, text]]).snapshot()),
        );
      }),
      runs(150),
    );
  });

  it('counts what the coverage lists', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const snapshot = workspaceOf([
          [cover, coverText],
          [one, text],
          [own, ownText],
        ]).snapshot();
        const set = snapshot.reviewOf(one);
        assert.ok(set);
        const counts = countsOf(set);
        for (const { standard, strengths, development, mentions } of coverage(set).standards) {
          const count = counts.get(standard) ?? noCount;
          assert.deepEqual(count, {
            strengths: strengths.length,
            development: development.length,
            mentions: mentions.length,
          });
        }
        const unknown = diagnostics(snapshot, one).filter(({ code }) => code === 'unknown-standard');
        const red = semanticTokens(snapshot, one).filter(({ state }) => state === 'unknown');
        for (const { span } of unknown) assert.ok(red.some((token) => token.span.start === span.start));
      }),
      runs(200),
    );
  });
});

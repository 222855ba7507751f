/*
 * Many changes at once: however they are made, they leave the text that they leave one by one. Line ends are where
 * the two could differ, because one that is typed beside another may make one of the two.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type * as lsp from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyChanges } from '../../server/src/lsp/positions';
import { applyMany, OpenText } from '../../server/src/session/openDocuments';
import { runs } from '../support/awkward';
import { encodings } from '../support/positions';
import { one } from '../support/serverTexts';

const piece = fc.constantFrom(
  '',
  'a',
  'bc',
  '\n',
  '\r',
  '\r\n',
  'd\n',
  '\re',
  '\n\n',
  'ŵ',
  '\u{1F600}',
  '\t',
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const position = fc.record({ line: fc.nat(12), character: fc.nat(5) });
const change: fc.Arbitrary<lsp.TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text: piece }) },
  { weight: 1, arbitrary: fc.record({ text }) },
);

/** The change on lines that there are: the library loses count behind the last. */
function onItsLines(document: TextDocument, each: lsp.TextDocumentContentChangeEvent): typeof each {
  if (!('range' in each)) return each;
  const inside = ({ line, character }: lsp.Position): lsp.Position => {
    return { line: line % document.lineCount, character };
  };
  return { ...each, range: { start: inside(each.range.start), end: inside(each.range.end) } };
}

const open = (words: string): TextDocument => TextDocument.create(one, 'review', 1, words);

describe('many changes of a text', () => {
  it('leave what they leave one by one', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 20 }), (words, changes) => {
        for (const encoding of encodings) {
          const [singly, together] = [open(words), open(words)];
          const made = changes.map((each) => {
            const change = onItsLines(singly, each);
            applyChanges({ encoding }, singly, [change], 2);
            return change;
          });
          applyMany({ encoding }, together, made, 2);
          assert.equal(together.getText(), singly.getText());
          assert.equal(together.lineCount, singly.lineCount);
          for (let line = 0; line < singly.lineCount; line++) {
            const start = { line, character: 0 };
            assert.equal(together.offsetAt(start), singly.offsetAt(start));
          }
        }
      }),
      runs(3000),
    );
  });

  it('are made when the text is asked for, with the version of the last', () => {
    const document = new OpenText(open('one\ntwo\n'));
    const at = { line: 1, character: 3 };
    for (let version = 2; version <= 9; version++)
      document.note([{ range: { start: at, end: at }, text: '!' }], version);
    const read = document.read({ encoding: 'utf-16' });
    assert.equal(read.getText(), 'one\ntwo!!!!!!!!\n');
    assert.equal(read.version, 9);
    assert.equal(document.read({ encoding: 'utf-16' }), read);
  });

  it('refuse at once what is no change', () => {
    const document = new OpenText(open('one'));
    assert.throws(() => document.note([{ text: 1 } as unknown as lsp.TextDocumentContentChangeEvent], 2));
    assert.equal(document.read({ encoding: 'utf-16' }).getText(), 'one');
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../core/src';
import { readChunk } from '../../core/src/document/chunk';
import type { Citation } from '../../core/src/syntax/citation';
import { readPlainItem, readPlainChunk } from '../../core/src/document/plainChunk';
import { itemToHast, printHtml } from '../../core/src/report/html/hast';
import { contents, readWhole } from '../support/contents';
import { awkwardEdits, awkwardText, editText, plainText, runs } from '../support/awkward';

describe('reading again after an edit', () => {
  it('says what reading the final text says, whatever the edits were', () => {
    fc.assert(
      fc.property(awkwardText, awkwardEdits, (first, edits) => {
        let text = first;
        let review = readDocument(text);
        for (const edit of edits) {
          text = editText(text, edit);
          review = readDocument(text, review);
        }
        assert.deepEqual(contents(review), contents(readDocument(text)));
      }),
      runs(3000),
    );
  });

  it('keeps the fragments that the edit did not touch', () => {
    const lines = Array.from({ length: 200 }, (_, i) => `- Visit ${i} is on time [std 6.1]`);
    const text = `## Strengths\n\n${lines.join('\n')}\n`;
    const before = readDocument(text);
    const after = readDocument(text.replace('Visit 100', 'Visit number 100'), before);
    assert.ok(after.fragments.length >= 200, 'a list is cut at its items');
    const old = new Set(before.fragments.map(({ fragment }) => fragment));
    const anew = after.fragments.filter(({ fragment }) => !old.has(fragment));
    assert.equal(anew.length, 1, 'what was worked out about other fragments is kept');
  });

  it('does not read a document again when nothing has changed', () => {
    const before = readDocument('- A [std 1.1]');
    assert.equal(readDocument('- A [std 1.1]', before), before);
  });
});

describe('reading chunk by chunk', () => {
  it('says what reading the whole text at once says', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        fc.pre(!/^\uFEFF|^---/.test(text));
        const whole = readWhole(text);
        const review = readDocument(text);
        assert.deepEqual(
          review.sections.map(({ heading, kind }) => ({ heading, kind })),
          whole.sections.map(({ heading, kind }) => ({ heading, kind })),
        );
        assert.deepEqual(
          review.citations.map(({ span, place }) => ({ span, place })),
          whole.citations.map(({ span, place }) => ({ span, place })),
        );
        assert.deepEqual(
          review.findings.map(({ head, kind }) => ({ head, kind })),
          whole.findings.map(({ head, kind }) => ({ head, kind })),
        );
        assert.deepEqual(review.evidence, whole.evidence);
      }),
      runs(2000),
    );
  });
});

describe('a number behind indented code', () => {
  for (const text of [
    '    [std 6.1]\n\n10) ten [std 1.1-1.3]\n---\ntitle: [a\n---\n',
    '## Strengths\n\n    code\n\n\n2. Two [std 6.1]\n',
    '- a\n\n      code\n\n2. Two [std 6.1]\n',
  ])
    it(`is what the parser takes it for: ${JSON.stringify(text)}`, () => {
      const whole = readWhole(text);
      const review = readDocument(text);
      assert.deepEqual(
        review.sections.map(({ heading }) => heading),
        whole.sections.map(({ heading }) => heading),
      );
      assert.deepEqual(review.findings, whole.findings);
    });
});

describe('a marker and nothing else', () => {
  it('is read with what stands above it', () => {
    const text = '\t- tab [std 6.1]\n\n\n-\n---\ntitle: A\n';
    const whole = readWhole(text);
    assert.deepEqual(
      readDocument(text).sections.map(({ heading }) => heading),
      whole.sections.map(({ heading }) => heading),
    );
  });
});

describe('reading a plain chunk without the parser', () => {
  it('says what the parser says', () => {
    let plain = 0;
    let tried = 0;
    fc.assert(
      fc.property(plainText, (text) => {
        const read = readPlainChunk(text);
        tried++;
        if (read) {
          plain++;
          assert.deepEqual(read, readChunk(text));
        }
      }),
      runs(10_000),
    );
    // Over a few dozen texts a share says nothing.
    if (tried >= 1000) assert.ok(plain * 10 > tried, `only ${plain} of ${tried} texts were plain`);
  });

  it('shows what the parser shows', () => {
    const drawing = {
      mark: ({ kind }: Citation) => ({ state: 'known', title: kind }),
      draw: () => ({ type: 'text' as const, value: 'survey' }),
    };
    const shown = (text: string): string => printHtml(itemToHast(text, drawing));
    let plain = 0;
    fc.assert(
      fc.property(plainText, (text) => {
        const item = text.trimEnd();
        if (!readPlainItem(item)) return;
        plain++;
        // Whatever stands behind it has it read by the parser.
        assert.equal(readPlainItem(`${item}\n`), undefined);
        assert.equal(shown(item), shown(`${item}\n`));
      }),
      runs(5000),
    );
    assert.ok(plain > 0);
    assert.equal(
      shown('- Seen [std 6.1] twice'),
      'Seen <span class="citation known" title="standard">[std 6.1]</span> twice',
    );
  });

  it('takes the lines that most of a review is made of', () => {
    const lines = [
      '- Visits are on time, families said. [std 6.1] @by(AA)',
      '## Areas for development',
      'We met staff.',
    ];
    for (const line of lines) assert.ok(readPlainChunk(`${line}\n\n`), line);
  });
});

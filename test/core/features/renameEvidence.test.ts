import assert from 'node:assert/strict';
import { renameableAt, renamed } from '../../support/checkNames';

/** The register of a review in its cover, and findings on it in two documents. */
const review = (cells: string, one: string, two = ''): string => `//- cover.review.md
# Evidence

| Id | Kind | Description |
| --- | --- | --- |
${cells}
//- one.review.md
## Strengths

- ${one}
//- north/two.review.md
## Strengths

- ${two}
`;
const rows = '| FG2 | Focus group | Foster carers |\n| D4 | Document | Corporate plan, see [ev FG2] |';

describe('rename of evidence', () => {
  it('changes the row and every citation in every document of the review, alone and in lists', () => {
    const after = renamed(
      review(rows, 'Carers told us. [ev FG$02] [std 6.1]', 'So did others [ev D4, fg2], `[ev FG2]`, FG2'),
      'FG7',
    );
    assert.equal(
      after,
      review(
        rows.replaceAll('FG2', 'FG7'),
        'Carers told us. [ev FG7] [std 6.1]',
        'So did others [ev D4, FG7], `[ev FG2]`, FG2',
      ),
    );
  });

  it('can begin on the row, on the keyword and in a list', () => {
    const expected = review(rows.replaceAll('FG2', 'I-1'), 'Words [ev D4, I-1]');
    for (const drawn of [
      review(rows.replace('| FG2', '| F$0G2'), 'Words [ev D4, FG2]'),
      review(rows.replace('Foster', 'Fos$0ter'), 'Words [ev D4, FG2]'),
      review(rows, 'Words [ev D4, FG2$0]'),
      review(rows.replace('see [ev', 'see [e$0v'), 'Words [ev D4, FG2]'),
    ]) {
      assert.equal(renamed(drawn, 'I-1'), expected);
    }
  });

  it('keeps how an id is dressed in its row, and takes other capitals', () => {
    for (const [before, after] of [
      ['**FG2**', '**fg2**'],
      ['`FG2`', '`fg2`'],
      ['[ev FG2]', '[ev fg2]'],
    ] as const) {
      assert.equal(
        renamed(review(`| ${before} | Survey | A |`, 'Words [ev FG$02]'), 'fg2'),
        review(`| ${after} | Survey | A |`, 'Words [ev fg2]'),
      );
    }
  });

  it('changes a later entry of the same id alone, because citations mean the first', () => {
    const twice = '| FG2 | Focus group | Foster carers |\n| fg2 | Focus group | Fathers |';
    assert.equal(
      renamed(review(twice.replace('| fg2', '| f$0g2'), 'Words [ev FG2]'), 'FG3'),
      review(twice.replace('fg2', 'FG3'), 'Words [ev FG2]'),
    );
    assert.equal(
      renamed(review(twice, 'Words [ev f$0g2]'), 'FG3'),
      review(twice.replace('FG2', 'FG3'), 'Words [ev FG3]'),
    );
  });

  it('leaves another review alone', () => {
    const after = renamed(
      `${review(rows, 'Words [ev FG$02]')}//- south/cover.review.md\nWords [ev FG2]\n`,
      'FG3',
    );
    assert.ok(after.endsWith('//- south/cover.review.md\nWords [ev FG2]\n'), after);
  });

  it('refuses an id that is taken, and one that is none', () => {
    const at = review(rows, 'Words [ev FG$02] [ev X9]');
    assert.equal(
      renamed(at, 'd4'),
      'd4 is the id of another entry in cover.review.md, “Corporate plan, see”; choose another id.',
    );
    for (const name of ['', 'FG 2', 'FG2, FG3', 'GF\u0175', '[ev FG3]'])
      assert.match(renamed(at, name), /cannot be an id of evidence: write one word/);
    assert.match(renamed(at, 'x9'), /^x9 is cited in one\.review\.md already, .* choose another id\.$/);
    const twice = '| FG2 | Focus group | Foster carers |\n| F$0g2 | Focus group | Fathers |';
    assert.match(renamed(review(twice, 'Words'), 'fg2'), /^fg2 is the id of another entry .*“Foster carers”/);
  });

  it('changes nothing where the id is the same', () => {
    assert.equal(renamed(review(rows, 'Words [ev FG$02]'), ' FG2 '), review(rows, 'Words [ev FG2]'));
  });
});

describe('what evidence can be renamed', () => {
  it('is one id of the register', () => {
    assert.equal(renameableAt(review(rows, 'Words [ev D4, f$0g2]')), 'fg2 -> fg2');
    assert.equal(renameableAt(review(rows.replace('Foster', 'Fos$0ter'), 'Words')), 'FG2 -> FG2');
  });

  it('is told in a sentence where it is not', () => {
    assert.match(renameableAt(review(rows, 'Words [ev X$09]')) ?? '', /^X9 is not in the evidence register/);
    assert.match(
      renameableAt(review(rows, 'Words [e$0v D4, FG2]')) ?? '',
      /“\[ev D4, FG2\]” names several; put the cursor on one/,
    );
    assert.match(
      renameableAt(review('| FG\\_2 | Survey | $0A |', 'Words')) ?? '',
      /^The row of FG_2 in cover\.review\.md is written in a way that cannot be changed from here/,
    );
  });
});

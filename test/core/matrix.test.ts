/*
 * The coverage matrix: how findings are laid out by reviewer and by kind of evidence, what is counted once, and
 * what a table of HTML and of CSV make of it.
 */
import assert from 'node:assert/strict';
import { coverageMatrix, printMatrixCsv, printMatrixHtml, type Matrix } from '../../core/src';
import { printCsv } from '../../core/src/report/csv';
import { readFixture } from '../support/fixture';
import { readWorkspace } from '../support/workspace';

const drawn = `
//- cover.review.md
---
title: A review
standards: ./own.standards.md
scope:
  exclude:
    - { std: 2, reason: "Left out, as agreed" }
team:
  - { initials: BB, name: B. Bard }
  - { initials: CC }
---
//- own.standards.md
---
id: own
---
# Theme 1: Outcomes
## Element 1: Safety
### Standards
- 1.1 People are safe
- 1.2 =People are "heard", always
## Element 2: Money
### Standards
- 2.1 Money is spent well
//- one.review.md
---
reviewer: AA
---
## Strengths
- Both at once. [std 1.1, 1.2] [ev F1, D1]
- At home. [std 1.1] @by(BB) [ev D1]
## Areas for development
- Not online. [std 1.1]

In passing [std 1.2].
## Evidence
| Id | Kind | Description |
| --- | --- | --- |
| F1 | Focus group | Carers |
| D1 | Document | The plan |
`;

function matrixOf(text: string): Matrix {
  const [set] = readFixture(text).snapshot().reviews();
  assert.ok(set);
  return coverageMatrix(set);
}

/** The matrix as lines: the heading of each column, then each row, then the sums. */
function draw({ columns, themes, totals }: Matrix): string[] {
  const counts = (cells: readonly { length: number }[]): string =>
    cells.map(({ length }) => length).join(' ');
  return [
    columns.map(({ title }) => title).join(' | '),
    ...themes.flatMap(({ theme, rows, totals: sum }) => [
      ...rows.map(({ standard, entry, cells }) => `${standard.id} ${entry.state}: ${counts(cells)}`),
      `theme ${theme.id} (${sum.share}): ${counts([sum.strengths, sum.development])} / ${counts(sum.cells)}`,
    ]),
    `all (${totals.share}): ${counts([totals.strengths, totals.development])} / ${counts(totals.cells)}`,
  ];
}

describe('the coverage matrix', () => {
  it('has the team in its order, who else has written, and the kinds of evidence; sums count a finding once', () => {
    assert.deepEqual(draw(matrixOf(drawn)), [
      'B. Bard | CC | AA | Focus group | Document | No evidence cited',
      '1.1 covered: 1 0 2 1 2 1',
      '1.2 covered: 0 0 1 1 1 0',
      '2.1 excluded: 0 0 0 0 0 0',
      'theme 1 (2 of 2 covered (1 excluded)): 2 1 / 1 0 2 1 2 1',
      'all (2 of 2 covered (1 excluded)): 2 1 / 1 0 2 1 2 1',
    ]);
  });

  it('has a column for those without a name, and none for evidence where there is no register', () => {
    assert.deepEqual(draw(matrixOf('## Strengths\n- Yes. [std 1.1]\n'))[0], 'No reviewer named');
  });

  it('adds up for a whole review', () => {
    const { themes, columns, totals } = coverageMatrix(readWorkspace('morfa-bay'));
    const reviewers = columns.flatMap(({ about }, i) => (about === 'reviewer' ? [i] : []));
    for (const { rows } of themes) {
      for (const { entry, cells } of rows) {
        const all = entry.strengths.length + entry.development.length;
        assert.equal(
          reviewers.reduce((sum, i) => sum + (cells[i]?.length ?? 0), 0),
          all,
        );
      }
    }
    const sum = reviewers.reduce((count, i) => count + (totals.cells[i]?.length ?? 0), 0);
    assert.equal(sum, totals.strengths.length + totals.development.length);
  });

  it('is a table with a caption, headings and buttons that lead to the findings', () => {
    const html = printMatrixHtml(matrixOf(drawn), (_, offset) => offset);
    assert.match(html, /<caption>Findings on each standard, by reviewer and by kind of evidence<\/caption>/);
    assert.match(
      html,
      /<th scope="col" aria-sort="none" title="B\. Bard"><button type="button" class="sort" data-column="5">BB</,
    );
    assert.match(html, /<th scope="row" title="People are safe">1\.1<\/th>/);
    const [, places = ''] =
      /data-places="([^"]+)">3<span class="spoken"> findings on Theme 1: /.exec(html) ?? [];
    assert.equal(places, '', 'a sum of strengths is not the sum of all');
    const button =
      /data-places="([^"]+)">2<span class="spoken"> findings on standard 1\.1: 2 strengths</.exec(html);
    const list = JSON.parse((button?.[1] ?? '[]').replaceAll('&#x22;', '"')) as { uri: string }[];
    assert.equal(list.length, 2);
    assert.match(list[0]?.uri ?? '', /one\.review\.md$/);
    assert.match(html, /excluded<\/span><span class="reason">: Left out, as agreed</);
  });

  it('lists below it everything that is out of scope, probes too, with the reasons', () => {
    const html = printMatrixHtml(coverageMatrix(readWorkspace('morfa-bay')), () => 0);
    const list = /<h2>Out of scope<\/h2><ul class="excluded-list">(.*)<\/ul>/.exec(html)?.[1] ?? '';
    assert.match(list, /<span class="id">std 2\.3<\/span> The council's own auditors .*<\/li>/);
    assert.match(list, /<span class="id">probe 6\.23-6\.27<\/span> .*\(agreed: Director of Social/);
    assert.doesNotMatch(
      printMatrixHtml(matrixOf(drawn.replace(/scope:[^]*?(?=\n---)/, '')), () => 0),
      /Out of/,
    );
  });
});

describe('CSV', () => {
  it('of the matrix has a line for each standard, with figures as numbers', () => {
    assert.deepEqual(printMatrixCsv(matrixOf(drawn)).split('\r\n'), [
      'Theme,Element,Standard,Wording,State,Reason,Strengths,Areas for development,Mentions,BB,CC,AA,Focus group,Document,No evidence cited',
      '1,1,1.1,People are safe,covered,,2,1,0,1,0,2,1,2,1',
      '1,1,1.2,"\'=People are ""heard"", always",covered,,1,0,1,0,0,1,1,1,0',
      '1,2,2.1,Money is spent well,excluded,"Left out, as agreed",0,0,0,0,0,0,0,0,0',
      '',
    ]);
  });

  it('never begins a cell with what a spreadsheet would run', () => {
    const unseen = ['\t', '\r', '\n', ' =', '\u00A0=', '\u200B+', '\uFEFF@', '\u0000='];
    for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', ...unseen]) {
      assert.match(printCsv([[`${start}1`]]), /^"?'/, JSON.stringify(start));
    }
    assert.equal(printCsv([[-1, 'a-b', 'a=b']]), '-1,a-b,a=b\r\n');
  });

  it('quotes what would break a line or a cell', () => {
    assert.equal(printCsv([['a,b', 'say "x"', 'two\nlines']]), '"a,b","say ""x""","two\nlines"\r\n');
  });
});

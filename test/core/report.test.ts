import assert from 'node:assert/strict';
import { findingsReport, printFindingsHtml, type FindingsReport, type Review } from '../../core/src';
import { exampleWorkspace } from '../support/example';
import { firstSet } from '../support/fixture';
import { checkGolden } from '../support/golden';
import { checkPlain, hostile } from '../support/hostile';

function linesOf(set: Review): (uri: string, offset: number) => number {
  const texts = new Map(set.documents.map(({ uri, text }) => [uri, text]));
  return (uri, offset) =>
    (texts
      .get(uri)
      ?.slice(0, offset)
      .split(/\r\n|\n|\r/).length ?? 1) - 1;
}

function htmlOf(set: Review): string {
  return printFindingsHtml(findingsReport(set), linesOf(set));
}

/** Where each finding stands in a report, as `place kind: words`. */
function placesOf(report: FindingsReport): string[] {
  const lists = [
    ...report.themes.flatMap(({ theme, elements, general }) => [
      ...elements.map((entry) => ({ place: entry.element.id, ...entry })),
      { place: `theme ${theme.id}`, ...general },
    ]),
    { place: 'unplaced', ...report.unplaced },
  ];
  return lists.flatMap(({ place, strengths, development }) =>
    [...strengths, ...development].map(({ finding }) => `${place} ${finding.kind}: ${finding.words}`),
  );
}

describe('the findings report', () => {
  it('follows the catalogue, and puts a finding under each element that it cites', () => {
    const report = findingsReport(
      firstSet(`
# Delivery [theme 3]
## Strengths
- Buying is safe [std 7.1]
- Visits and plans [std 6.1, 1.2]
- The element [std 6]
- Only a probe [probe 6.12]
## Areas for development
- Late [std 6.2]
- Nothing cited
- Unknown [std 9.9]
# Commissioning
## Strengths
- Under an element
# Acknowledgement
## Strengths
- Still commissioning
`),
    );
    assert.deepEqual(placesOf(report), [
      '1 strength: Visits and plans',
      '6 strength: Visits and plans',
      '6 strength: The element',
      '6 strength: Only a probe',
      '6 development: Late',
      '7 strength: Buying is safe',
      '7 strength: Under an element',
      '7 strength: Still commissioning',
      'theme 3 development: Nothing cited',
      'theme 3 development: Unknown',
    ]);
  });

  it('keeps what belongs to no theme', () => {
    const report = findingsReport(firstSet('## Strengths\n- Loose\n- Stub [ev FG2]\n'));
    assert.deepEqual(placesOf(report), ['unplaced strength: Loose', 'unplaced strength: Stub']);
  });

  it('tells what is uncovered and what is excluded, with the reason', () => {
    const { themes, coverageLine } = findingsReport(
      firstSet(`
//- cover.review.md
---
scope:
  exclude:
    - { std: 5, reason: Elsewhere }
    - { std: 6.2, reason: Later, agreed: Director }
    - { probe: 6.23-6.24, reason: Outside }
---
## Strengths
- Visits [std 6.1]
`),
    );
    const entryOf = (id: string) =>
      themes.flatMap(({ elements }) => elements).find(({ element }) => element.id === id);
    assert.equal(coverageLine, '1 of 15 standards in scope covered (3 excluded)');
    assert.equal(entryOf('5')?.reason, 'Elsewhere');
    assert.deepEqual(entryOf('5')?.excluded, []);
    assert.deepEqual(entryOf('5')?.uncovered, []);
    assert.deepEqual(
      entryOf('6')?.excluded.map(({ id, reason }) => `${id}: ${reason}`),
      ['6.2: Later (agreed: Director)', '6.23: Outside', '6.24: Outside'],
    );
    assert.deepEqual(
      entryOf('1')?.uncovered.map(({ id }) => id),
      ['1.1', '1.2', '1.3', '1.4'],
    );
  });

  it('holds every finding of the example', () => {
    for (const set of exampleWorkspace().snapshot().reviews()) {
      const findings = set.documents.flatMap(({ model }) => model.findings);
      assert.ok(findings.length > 20);
      const html = htmlOf(set);
      const shown = placesOf(findingsReport(set)).map((line) => line.replace(/^\S+(?: \d)? \w+: /, ''));
      for (const { words } of findings) assert.ok(shown.includes(words), words);
      const marked = set.documents.flatMap(({ uri, model }) =>
        model.findings.map(({ span }) => `data-uri="${uri}" data-start="${span.start}"`),
      );
      for (const mark of marked) assert.ok(html.includes(mark), mark);
    }
  });
});

describe('the findings as HTML', () => {
  it('of the example are the golden ones', () => {
    const [set] = exampleWorkspace().snapshot().reviews();
    assert.ok(set);
    const lines = htmlOf(set).replace(
      /(<\/(?:li|p|h\d|tr|th|td|ul|table|section|div|header|caption|thead|tbody)>)/g,
      '$1\n',
    );
    checkGolden('aberwen.findings.html', lines);
  });

  it('have headings in order, a caption, and scopes on every table head', () => {
    const [set] = exampleWorkspace().snapshot().reviews();
    assert.ok(set);
    const html = htmlOf(set);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} follows h${before}`);
      return level;
    });
    const heads = html.match(/<th[ >][^>]*>?/g) ?? [];
    assert.ok(heads.length > 0 && heads.every((head) => /scope="(?:col|row)"/.test(head)));
    assert.equal(html.match(/<table/g)?.length, html.match(/<caption/g)?.length);
  });

  it('say Strengths in the language of the report', () => {
    const html = htmlOf(
      firstSet('//- cover.review.md\n---\nlanguage: cy\n---\n## Cryfderau\n- A [std 1.1]\n'),
    );
    assert.match(html, /<th scope="col">Cryfderau<\/th>/);
  });

  it('name place and reviewer of each finding, and lead to its line', () => {
    const html = htmlOf(
      firstSet(
        '//- cover.review.md\n//- a b.review.md\n---\nreviewer: AA\n---\n## Strengths\n- A [std 1.1]\n',
      ),
    );
    assert.match(html, /<span class="reviewer">AA<\/span>/);
    assert.match(html, /data-line="4">a b, line 5</);
  });

  it('keep a reviewer’s emphasis, links and nested lists', () => {
    const html = htmlOf(
      firstSet(
        '## Strengths\n- **Visits** [plan](https://example.org/x) 24<sup>th</sup>\n  1. one [std 1.1]\n  2. *two*\n',
      ),
    );
    assert.match(html, /<strong>Visits<\/strong> <a href="https:\/\/example\.org\/x">plan<\/a> 24th/);
    assert.match(
      html,
      /<ol>\s*<li>one <span class="citation known" title="1\.1 [^"]*">\[std 1\.1\]<\/span><\/li>\s*<li><em>two<\/em>/,
    );
  });

  it('name who wrote a finding beside it, not in it', () => {
    const html = htmlOf(
      firstSet('## Strengths\n- On time @by(CC) always [std 1.1] @by(CC)\n- `@by(X)` is a mark\n'),
    );
    assert.match(html, /<div class="words">On time always <span [^>]*>\[std 1\.1\]<\/span><\/div>/);
    assert.match(html, /<span class="reviewer">CC<\/span>/);
    assert.match(html, /<code>@by\(X\)<\/code>/);
  });

  it('put no space where the reviewer wrote none', () => {
    const html = htmlOf(firstSet('## Strengths\n- The 24<sup>th</sup>, *all*. [std 1.1][std 1.2].\n'));
    assert.match(
      html,
      /<div class="words">The 24th, <em>all<\/em>\. <span [^]*<\/span><span [^]*<\/span>\.<\/div>/,
    );
  });

  it('mark citations that are unknown, malformed or out of scope', () => {
    const html = htmlOf(
      firstSet(`
//- cover.review.md
---
scope: { exclude: [{ std: 5, reason: Elsewhere }] }
---
## Strengths
- A [std 9.9] [std six] [std 5.1] [ev FG2]
`),
    );
    assert.match(html, /class="citation unknown" title="Not in the catalogue: 9\.9"/);
    assert.match(html, /class="citation unknown" title="“\[std six\]” cannot be read/);
    assert.match(html, /class="citation excluded" title="Out of scope: Elsewhere"/);
    assert.match(html, /class="citation known" title="Evidence"/);
  });

  it('give every row a key of its own, so that a preview can follow typing', () => {
    const [set] = exampleWorkspace().snapshot().reviews();
    assert.ok(set);
    const keys = [...htmlOf(set).matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});

describe('hostile words', () => {
  it(`make nothing but plain markup (${hostile.length} findings)`, () => {
    assert.ok(hostile.length >= 40);
    const html = htmlOf(
      firstSet(`## Strengths\n${hostile.map((words) => `- Words ${words} [std 1.1]`).join('\n')}\n`),
    );
    checkPlain(html);
  });

  for (const words of hostile) {
    it(`${JSON.stringify(words)} makes nothing but plain markup`, () => {
      checkPlain(htmlOf(firstSet(`## Strengths\n- ${words}\n- Words ${words} [std 1.1]\n`)));
    });
  }

  it('in settings, names and catalogues are words', () => {
    const evil = '<img src=x onerror=alert(1)>';
    const html = htmlOf(
      firstSet(`
//- own.standards.md
---
id: own
---
# Theme 1: ${evil}
## Element 1: <script>alert(1)</script>
### Standards
- 1.1 A \`${evil}\`
- 1.2 B "><script>
//- cover.review.md
---
title: '${evil}'
subject: '"><script>alert(1)</script>'
standards: ./own.standards.md
reviewer: '${evil}'
scope: { exclude: [{ std: 1.2, reason: '${evil}' }] }
---
## Strengths
- A [std 1.1] [std 1.2]
`),
    );
    checkPlain(html);
    assert.match(html, /&#x3C;img src=x onerror=alert\(1\)>/);
  });
});

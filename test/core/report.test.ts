import assert from 'node:assert/strict';
import { findingsReport, printFindingsHtml, type FindingsReport, type ReviewSet } from '../../core/src';
import { exampleWorkspace } from '../support/example';
import { readFixture } from '../support/fixture';
import { checkGolden } from '../support/golden';

function firstSet(drawn: string): ReviewSet {
  const [set] = readFixture(drawn).snapshot().reviewSets();
  assert.ok(set);
  return set;
}

function htmlOf(set: ReviewSet): string {
  const texts = new Map(set.documents.map(({ uri, text }) => [uri, text]));
  return printFindingsHtml(
    findingsReport(set),
    (uri, offset) =>
      (texts
        .get(uri)
        ?.slice(0, offset)
        .split(/\r\n|\n|\r/).length ?? 1) - 1,
  );
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

/** The names of all tags and attributes in some HTML; fails where a `<` begins no tag. */
function namesIn(html: string): { tags: Set<string>; attributes: Set<string>; hrefs: string[] } {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const hrefs: string[] = [];
  const rest = html.replace(
    /<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"]*")?)*)>/g,
    (_, tag: string, list: string) => {
      tags.add(tag);
      for (const [, name = '', value = ''] of list.matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
        attributes.add(name);
        if (name === 'href') hrefs.push(value);
      }
      return '';
    },
  );
  assert.equal(
    /<|<!/.test(rest),
    false,
    `a loose “<” in ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 80)}`,
  );
  return { tags, attributes, hrefs };
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
    for (const set of exampleWorkspace().snapshot().reviewSets()) {
      const findings = set.documents.flatMap(({ review }) => review.findings);
      assert.ok(findings.length > 20);
      const html = htmlOf(set);
      const shown = placesOf(findingsReport(set)).map((line) => line.replace(/^\S+(?: \d)? \w+: /, ''));
      for (const { words } of findings) assert.ok(shown.includes(words), words);
      const marked = set.documents.flatMap(({ uri, review }) =>
        review.findings.map(({ span }) => `data-uri="${uri}" data-start="${span.start}"`),
      );
      for (const mark of marked) assert.ok(html.includes(mark), mark);
    }
  });
});

describe('the findings as HTML', () => {
  it('of the example are the golden ones', () => {
    const [set] = exampleWorkspace().snapshot().reviewSets();
    assert.ok(set);
    const lines = htmlOf(set).replace(
      /(<\/(?:li|p|h\d|tr|th|td|ul|table|section|div|header|caption|thead|tbody)>)/g,
      '$1\n',
    );
    checkGolden('aberwen.findings.html', lines);
  });

  it('have headings in order, a caption, and scopes on every table head', () => {
    const [set] = exampleWorkspace().snapshot().reviewSets();
    assert.ok(set);
    const html = htmlOf(set);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    assert.equal(levels[0], 1);
    levels.reduce((before, level) => {
      assert.ok(level <= before + 1, `h${level} follows h${before}`);
      return level;
    });
    const heads = html.match(/<th[ >][^>]*>?/g) ?? [];
    assert.ok(heads.length > 0 && heads.every((head) => head.includes('scope="col"')));
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
    const [set] = exampleWorkspace().snapshot().reviewSets();
    assert.ok(set);
    const keys = [...htmlOf(set).matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
    assert.equal(new Set(keys).size, keys.length);
  });
});

describe('hostile words', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<ScRiPt src=//x></sCrIpT>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<a href="javascript:alert(1)">x</a>',
    '<b onmouseover="alert(1)">x</b>',
    '<style>body{display:none}</style>',
    '<link rel=stylesheet href=//x>',
    '<meta http-equiv=refresh content=0>',
    '<base href=//x>',
    '<form action=//x><button>x</button></form>',
    '<object data=x></object><embed src=x>',
    '<math><mtext><script>alert(1)</script></mtext></math>',
    '<template><script>alert(1)</script></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!-- --><script>alert(1)</script><!-- -->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<? x <script>alert(1)</script> ?>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](java\tscript:alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](<javascript:alert(1)>)',
    '[x](vbscript:msgbox(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](file:///etc/passwd)',
    '[x](command:workbench.action.quit)',
    '[x](vscode://file/x)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
    '![x](https://example.org/track.png)',
    '![<script>alert(1)</script>](data:image/svg+xml,<svg/onload=alert(1)>)',
    '[<img src=x onerror=alert(1)>](https://example.org)',
    '[x](https://example.org "\\"><script>alert(1)</script>")',
    '`<script>alert(1)</script>`',
    '~~~html\n  <script>alert(1)</script>\n  ~~~',
    '| <script> | b |\n  | --- | --- |\n  | <img src=x onerror=alert(1)> | [x](javascript:1) |',
    '@by(<img src=x onerror=alert(1)>)',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '"><script>alert(1)</script>',
    '[std <script>alert(1)</script>]',
    '[std 6.1;"onmouseover="alert(1)]',
    '[ev FG2](javascript:alert(1))',
    '{{constructor.constructor("alert(1)")()}}',
    '\u202E<script>\u0000alert(1)</script>',
  ];

  const plainTags =
    'header section div h1 h2 h3 h4 table caption thead tbody tr th td ul ol li p span button a em strong del code pre br hr blockquote sup sub'.split(
      ' ',
    );
  const plainAttributes =
    'class title scope href type start align data-key data-uri data-start data-line'.split(' ');

  function checkPlain(html: string): void {
    const { tags, attributes, hrefs } = namesIn(html);
    assert.deepEqual(
      [...tags].filter((tag) => !plainTags.includes(tag)),
      [],
    );
    assert.deepEqual(
      [...attributes].filter((name) => !plainAttributes.includes(name)),
      [],
    );
    for (const href of hrefs) assert.match(href, /^(?:https?:|mailto:|#|[^:]*$)/);
  }

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

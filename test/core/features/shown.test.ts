import assert from 'node:assert/strict';
import { inlayHints } from '../../../core/src';
import { readFixture, root } from '../../support/fixture';
import { hinted, lensesOf, linksOf, tokensOf } from '../../support/checkShown';

describe('links', () => {
  const own = '//- own.standards.md\n---\nid: own\ntitle: Ours\n---\n# Theme 1: A\n';

  it('are the relative files of a document, where their names stand', () => {
    const drawn = `
See [the notes](notes.md), [more](../deep/a%20file.md#part "Title") and ![a picture](<my picture.png>).

- A finding with [a page][p] [std 6.1](x.md)

[p]: ./page.md
`;
    assert.deepEqual(linksOf(drawn), [
      'notes.md -> notes.md',
      '../deep/a%20file.md#part -> file:///deep/a%20file.md',
      'my picture.png -> my%20picture.png',
      './page.md -> page.md',
    ]);
  });

  it('are never addresses, places in the document, or code', () => {
    const drawn =
      '[a](https://a.b), [b](mailto:a@b.c), [c](#here), [d](/etc/passwd), [e](//a.b/c), `[f](g.md)`, [g]()';
    assert.deepEqual(linksOf(drawn), []);
  });

  it('are the catalogues and the documents that a cover names', () => {
    const drawn = `${own}//- one.review.md
A document.
//- cover.review.md
---
standards: [./own.standards.md, ssia-childrens-services-2014, nothing]
documents: [one.review.md, none.review.md]
---
`;
    assert.deepEqual(linksOf(drawn, 'cover.review.md'), [
      './own.standards.md -> own.standards.md',
      'ssia-childrens-services-2014 -> shipped:/ssia-childrens-services-2014.standards.md',
      'one.review.md -> one.review.md',
    ]);
  });
});

describe('tokens', () => {
  it('tell the state of each id', () => {
    const drawn = `---
scope:
  exclude:
    - { std: 7, reason: Agreed }
---
# Delivery [theme 3], [std 6]

## Strengths

- Visits [std 6.1, 9.9]
- TODO [std 8.1]

Narrative [std 6.1], [std 4.2], [std 7.1] and [std 1.1-1.3], [probe 6.2], [probe 6.99], [ev FG2], [std six]
`;
    assert.deepEqual(tokensOf(drawn), [
      '3 known',
      '6 known',
      '6.1 known',
      '9.9 unknown',
      '8.1 uncovered',
      '6.1 known',
      '4.2 uncovered',
      '7.1 excluded',
      '1.1 uncovered',
      '1.3 uncovered',
      '6.2 known',
      '6.99 unknown',
    ]);
  });

  it('change with a finding in another document', () => {
    const drawn = `
//- cover.review.md
---
title: A
---
We heard of [std 4.2].
//- two.review.md
## Strengths
- Words
`;
    assert.deepEqual(tokensOf(drawn, 'cover.review.md'), ['4.2 uncovered']);
    assert.deepEqual(tokensOf(drawn.replace('- Words', '- Words [std 4.2]'), 'cover.review.md'), [
      '4.2 known',
    ]);
  });

  it('know the prefix that stands at the beginning of a range', () => {
    const own = `//- own.standards.md
---
id: own
prefix: fs
---
# Theme 1: A
## Element 1: B
### Standards
- 1.1 One
- 1.2 Two
//- one.review.md
---
standards: ./own.standards.md
---
[std fs:1.1-1.2], [std xx:1.1]
`;
    assert.deepEqual(tokensOf(own), ['fs:1.1 uncovered', '1.2 uncovered', 'xx:1.1 unknown']);
  });
});

describe('hints', () => {
  it('say behind a bare citation what it is about', () => {
    assert.equal(
      hinted('## Strengths\n\n- Visits [std 6.1] and [std 6] @by(AA)\n\nWe saw [probe 6.1].'),
      '## Strengths\n\n- Visits [std 6.1] {Partners have robust…} and [std 6] {Delivery and effective…} @by(AA)\n\nWe saw [probe 6.1] {…subject of concern…}.',
    );
  });

  it('are shown once in a section, however much of it is asked for', () => {
    const text =
      '## Strengths\n\n- A [std 2.4]\n- B [std 2.4], [std 2]\n\n## Areas for development\n\n- C [std 2.4]\n';
    assert.equal(
      hinted(text),
      text
        .replace('A [std 2.4]', 'A [std 2.4] {…strengths and needs…}')
        .replace('[std 2]', '[std 2] {Children and young…}')
        .replace('C [std 2.4]', 'C [std 2.4] {…strengths and needs…}'),
    );
    const fixture = readFixture(text);
    const start = text.indexOf('- B');
    const part = inlayHints(fixture.snapshot(), `${root}/one.review.md`, { start, end: start + 14 });
    assert.deepEqual(part, []);
  });

  it('are none where the sentence says it, or the heading above is about it', () => {
    const text =
      '# Leadership [std 3]\n\n## Strengths\n\n- In element 3 [std 3] the strengths and needs of each child count. [std 2.4]\n';
    assert.equal(hinted(text), text);
    assert.equal(
      hinted(text.replace('Leadership [std 3]', 'Strategy')),
      text.replace('Leadership [std 3]', 'Strategy').replace('[std 3]', '[std 3] {Leadership}'),
    );
  });

  it('are none in headings, and none behind lists, ranges and what nobody knows', () => {
    const text =
      '# A [theme 3]\n\n## Strengths\n\n- B [std 6.1, 6.2] [std 1.1-1.3] [std 9.9] [std six] [ev FG2]\n';
    assert.equal(hinted(text), text);
  });
});

describe('lenses', () => {
  it('tell on the heading of a theme how much of it is covered, and what is not', () => {
    const drawn = `---
scope:
  exclude:
    - { std: 2, reason: Agreed }
---
# Outcomes [theme 1]

## Strengths

- Early help works [std 1.1, 1.2]

# Leadership, strategy and working together

Nothing yet.
`;
    assert.deepEqual(lensesOf(drawn), [
      '# Outcomes [theme 1]: 2 of 4 standards in scope covered (4 excluded); not addressed yet: 1.3, 1.4',
      '# Leadership, strategy and working together: 0 of 6 standards in scope covered; not addressed yet: 3.1, 3.2, 4.1, 4.2, 5.1, 5.2',
    ]);
  });

  it('say that a theme is out of scope, or whole', () => {
    const excluded = '---\nscope:\n  exclude:\n    - { theme: 1, reason: Agreed }\n---\n# A [theme 1]\n';
    assert.match(lensesOf(excluded)[0] ?? '', /All \d+ standards are out of scope$/);
    const whole = '# A [theme 1]\n## Strengths\n- All [std 1.1-1.4, 2.1-2.9]\n';
    assert.match(lensesOf(whole)[0] ?? '', /(\d+) of \1 standards in scope covered$/);
  });

  const own = `//- own.standards.md
---
id: own
---
# Theme 1: A
## Element 1: B
### Standards
- 1.1 One
- 1.2 Two
- 1.3 Three
`;
  const review = `---
standards: ../own.standards.md
---
## Strengths
- A [std 1.1] and again [std 1.1-1.2]
- TODO [std 1.1]
## Areas for development
- B [std 1.1]
- C [std 1.1]

A mention [std 1.2]
`;

  it('tell on each standard of a catalogue how often it is cited', () => {
    assert.deepEqual(lensesOf(`${own}//- a/cover.review.md\n${review}`, 'own.standards.md'), [
      '1.1: 1 strength, 2 areas for development',
      '1.2: 1 strength, 0 areas for development, 1 mention',
      '1.3: Not cited yet',
    ]);
  });

  it('count all reviews that use the catalogue, and say nothing where none does', () => {
    const two = `${own}//- a/cover.review.md\n${review}//- b/cover.review.md\n${review}`;
    assert.equal(
      lensesOf(two, 'own.standards.md')[0],
      '1.1: 2 strengths, 4 areas for development in 2 reviews',
    );
    assert.deepEqual(lensesOf(own, 'own.standards.md'), []);
  });
});

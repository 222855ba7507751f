import assert from 'node:assert/strict';
import { renameableAt, renamed } from '../../support/checkNames';

/** A catalogue with gaps in its numbers, and a review that uses it. */
const own = `//- own.standards.md
---
id: own
title: Our standards
---

# Theme 1: Ours

## Element 6: Visits

### Standards

- 6.1 We visit
- 6.2 We ring
- 6.3 We write (printed 7.3)
- 6.7 We wait

### Probes

1. Ask
2. Look
3. Listen

## Element 7: Plans

### Standards

- 7.1 We plan
`;
const cover = `//- cover.review.md
---
standards: ./own.standards.md
---
`;

/** The text of the review after renaming what \`from\` names in it; the catalogue's change is asserted apart. */
function cited(text: string, name: string): string {
  const after = renamed(`${own}${cover}${text}`, name);
  return after.slice(
    after.indexOf('//- cover.review.md\n---\nstandards: ./own.standards.md\n---\n') + cover.length,
  );
}

describe('rename', () => {
  it('changes the catalogue and every citation, alone and in lists', () => {
    const drawn = `${own.replace('6.2 We ring', '6.$02 We ring')}${cover}## Strengths

- Visits [std 6.1, 6.2] and calls [STD  6.2]
//- north/one.review.md
- Visits [std 6.2], \`[std 6.2]\`, 6.2
`;
    const expected = drawn.replace('$0', '').replace(/6\.2(?=[\] ]+[awW\n]|[\],]|\])/g, '6.2');
    const after = renamed(drawn, '6.4');
    assert.equal(
      after,
      expected
        .replace('- 6.2 We ring', '- 6.4 We ring')
        .replace('[std 6.1, 6.2]', '[std 6.1, 6.4]')
        .replace('[STD  6.2]', '[STD  6.4]')
        .replace('- Visits [std 6.2], `', '- Visits [std 6.4], `'),
    );
  });

  it('can begin at any citation', () => {
    assert.equal(cited('[std 6.1, 6.$02]', '6.4'), '[std 6.1, 6.4]');
    assert.equal(cited('[std$0 6.2]', '6.4'), '[std 6.4]');
    assert.equal(cited('[std 6.2$0-6.3]', '6.0'), '[std 6.0, 6.3]');
  });

  it('keeps a range that still means the same', () => {
    assert.equal(cited('[std 6.1 – 6.3], [std 6.$03]', '6.5'), '[std 6.1 – 6.5], [std 6.5]');
    assert.equal(cited('[std 6.1-6.3], [std 6.$01]', '6.0'), '[std 6.0-6.3], [std 6.0]');
  });

  it('makes a list of a range that would lose or take in a standard', () => {
    assert.equal(cited('[std 6.1-6.3], [std 6.$02]', '6.9'), '[std 6.1, 6.9, 6.3], [std 6.9]');
    assert.equal(cited('[std 6.1-6.3], [std 6.$01]', '6.8'), '[std 6.8, 6.2, 6.3], [std 6.8]');
    assert.equal(cited('[std 6.3-6.7], [std 6.$01]', '6.5'), '[std 6.3, 6.7], [std 6.5]');
    assert.equal(cited('[std 6.1-6.7], [std 6.$07]', '6.x'), '[std 6.1-6.3, 6.x], [std 6.x]');
  });

  it('of an element takes its standards and probes along', () => {
    const text = '[std $06], [std 6.1-6.3, 7.1], [probe 6.2], [theme 1], [std 6-7]';
    const after = renamed(`${own}${cover}${text}`, '9');
    assert.ok(after.includes('## Element 9: Visits'), after);
    for (const id of ['9.1 We visit', '9.2 We ring', '9.3 We write (printed 7.3)', '9.7 We wait']) {
      assert.ok(after.includes(`- ${id}\n`), id);
    }
    assert.ok(after.includes('- 7.1 We plan'));
    assert.equal(cited(text, '9'), '[std 9], [std 9.1-9.3, 7.1], [probe 9.2], [theme 1], [std 9, 7]');
  });

  it('of a theme changes headings and leads', () => {
    assert.equal(cited('# Ours [theme $01]', '2'), '# Ours [theme 2]');
    assert.ok(renamed(`${own}${cover}[theme $01]`, '2').includes('# Theme 2: Ours'));
  });

  it('of a probe moves its line, and the others move up', () => {
    const text = '[probe 6.$01], [probe 6.2-6.3], [probe 6.3], [probe 6.1-6.3]';
    const after = renamed(`${own}${cover}${text}`, '6.3');
    assert.ok(after.includes('1. Look\n2. Listen\n3. Ask\n'), after);
    assert.equal(cited(text, '6.3'), '[probe 6.3], [probe 6.1-6.2], [probe 6.2], [probe 6.1-6.3]');
  });

  it('changes scope and leads, with quotes where a comma would end the value', () => {
    const drawn = `${own}//- cover.review.md
---
standards: ./own.standards.md
scope:
  exclude:
    - { std: 6.1-6.3, reason: Agreed }
    - std: [6.2, "6.1-6.3"]
      reason: Agreed
    - std: 6.1-6.3, 6.7
      reason: Agreed
team:
  - { initials: AA, name: A. Author, leads: [std 6.2, theme 1, std 6.1-6.3] }
---
[std 6.$02]
`;
    const after = renamed(drawn, '6.9');
    for (const line of [
      '- { std: "6.1, 6.9, 6.3", reason: Agreed }',
      '- std: [6.9, "6.1, 6.9, 6.3"]',
      '- std: 6.1, 6.9, 6.3, 6.7',
      'leads: [std 6.9, theme 1, "std 6.1, 6.9, 6.3"] }',
    ]) {
      assert.ok(after.includes(line), `${line} is not in ${after}`);
    }
  });

  it('keeps prefixes, and takes one that is typed', () => {
    const prefixed = own.replace('id: own', 'id: own\nprefix: fs');
    const after = renamed(`${prefixed}${cover}[std fs:6.$02, fs:6.1-6.3]`, 'fs:6.9');
    assert.ok(after.endsWith('[std fs:6.9, fs:6.1, fs:6.9, fs:6.3]'), after);
    assert.ok(after.includes('- 6.9 We ring'));
  });

  it('leaves citations by a printed number, and the published numbers themselves', () => {
    assert.equal(cited('[std 7.3], [std 6.$03]', '6.5'), '[std 7.3], [std 6.5]');
  });

  it('reaches every review that uses the catalogue, and no other', () => {
    const after = renamed(
      `${own}${cover}[std 6.$02]
//- south/cover.review.md
---
standards: ../own.standards.md
---
[std 6.2]
//- west/cover.review.md
---
standards: ssia-childrens-services-2014
---
[std 6.2]
`,
      '6.4',
    );
    assert.match(after, /south\/cover[^]*\[std 6\.4\][^]*west\/cover[^]*\[std 6\.2\]/);
  });
});

describe('what can be renamed', () => {
  it('is one id', () => {
    assert.equal(renameableAt(`${own}${cover}[std 6.$02]`), '6.2 -> 6.2');
    assert.equal(renameableAt(`${own}${cover}[std 7.$03]`), '7.3 -> 6.3');
    assert.equal(renameableAt(`${own}${cover}[probe$0 6.2]`), '6.2 -> 6.2');
    assert.equal(renameableAt(own.replace('We ring', 'We $0ring')), '6.2 -> 6.2');
    assert.equal(renameableAt(`${own}${cover}No $0id`), undefined);
  });

  it('is told in a sentence where it is not', () => {
    assert.match(
      renameableAt('[std 6.$02]') ?? '',
      /^“Draft Children's Services Standards” comes with .* “standards:”/,
    );
    assert.match(renameableAt(`${own}${cover}[std 6.$09]`) ?? '', /“6.9” is not in the catalogue/);
    assert.match(renameableAt(`${own}${cover}[s$0td 6.1-6.2]`) ?? '', /names several; put the cursor on one/);
  });

  it('takes no id that is taken, elsewhere or no id at all', () => {
    const refusals: [string, string, RegExp][] = [
      ['[std 6.$02]', '6.1', /^6\.1 is the id of standard 6\.1, “We visit”; choose another/],
      ['[std 6.$02]', '7.2', /stands in element 6, so its id begins with “6\.”/],
      ['[std 6.$02]', '6.2 or so', /cannot be an id/],
      ['[std 6.$02]', '', /cannot be an id/],
      ['[std $07]', '6', /^6 is the id of element 6/],
      ['[std $06]', '7', /^7 is the id of element 7/],
      ['[probe 6.$02]', '6.4', /cited by its element and its place.*6\.1 up to 6\.3/],
      ['[std 6.$02], [std 6.9]', '6.9', /“6\.9” in cover\.review\.md would mean something else/],
    ];
    for (const [text, name, reason] of refusals) assert.match(renamed(`${own}${cover}${text}`, name), reason);
    const printed = own.replace('(printed 7.3)', '(printed 6.4)');
    assert.match(
      renamed(`${printed}${cover}[std 6.$02]`, '6.4'),
      /6\.4 is the number that is printed for standard 6\.3/,
    );
  });

  it('takes no id of another catalogue that the same review uses', () => {
    const second = own
      .replace('own.standards', 'two.standards')
      .replace('id: own', 'id: two')
      .replace(/6/g, '8');
    const both = cover.replace('./own.standards.md', '[./own.standards.md, ./two.standards.md]');
    assert.match(renamed(`${own}${second}${both}[std $06]`, '8'), /8 is an id of “Our standards”/);
  });
});

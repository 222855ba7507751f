import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printCitation, type Citation, type CitedId } from '../../core/src/syntax/citation';
import { parse } from '../../core/src/syntax/markdown';
import { readDocument } from '../../core/src';
import { awkwardText, runs } from '../support/awkward';
import { citationsIn, citedIn, firstCitation } from '../support/cited';
import { growthOf } from '../support/cost';

describe('a citation', () => {
  describe('is written', () => {
    const forms: [text: string, cites: string][] = [
      ['[std 6.1]', 'standard 6.1'],
      ['[std 6]', 'standard 6'],
      ['[std 6.1, 6.2]', 'standard 6.1, 6.2'],
      ['[std 6.1,6.2]', 'standard 6.1, 6.2'],
      ['[std 6.1 , 6.2]', 'standard 6.1, 6.2'],
      ['[std 6.1-6.3]', 'standard 6.1…6.3'],
      ['[std 6.1–6.3]', 'standard 6.1…6.3'],
      ['[std 6.1-6.1]', 'standard 6.1…6.1'],
      ['[std 6.1 - 6.3]', 'standard 6.1…6.3'],
      ['[std 1.1, 6.1–6.3, 8]', 'standard 1.1, 6.1…6.3, 8'],
      ['[theme 3]', 'theme 3'],
      ['[probe 6.12]', 'probe 6.12'],
      ['[probe 6.23-6.27]', 'probe 6.23…6.27'],
      ['[ev FG2]', 'evidence FG2'],
      ['[ev FG2, D4]', 'evidence FG2, D4'],
      ['[std cs:6.1]', 'standard cs:6.1'],
      ['[std cs:6.1, ks:6.2]', 'standard cs:6.1, ks:6.2'],
      ['[std 6.10]', 'standard 6.10'],
      ['[STD 6.1]', 'standard 6.1'],
      ['[Std 6.1]', 'standard 6.1'],
      ['[Theme 3]', 'theme 3'],
      ['[PROBE 6.12]', 'probe 6.12'],
      ['[Ev FG2]', 'evidence FG2'],
      ['[std  6.1]', 'standard 6.1'],
      ['[std\t6.1]', 'standard 6.1'],
      ['[std\u00A06.1]', 'standard 6.1'],
      ['[std 6.1 ]', 'standard 6.1'],
    ];
    for (const [text, cites] of forms) {
      it(JSON.stringify(text), () => {
        const line = `Visits are on time ${text}, mostly.`;
        assert.deepEqual(citedIn(line), [cites]);
        assert.deepEqual(citationsIn(line), [text]);
      });
    }
  });

  describe('may touch or stand beside', () => {
    const cases: [text: string, cites: string[]][] = [
      ['[std 6.1][std 6.2]', ['standard 6.1', 'standard 6.2']],
      ['[std 6.1][std 6.2][ev D4]', ['standard 6.1', 'standard 6.2', 'evidence D4']],
      ['([std 6.1])', ['standard 6.1']],
      ['word[std 6.1]word', ['standard 6.1']],
      ['“[std 6.1]”.', ['standard 6.1']],
      ['[[std 6.1]]', ['standard 6.1']],
      ['[see [std 6.1]]', ['standard 6.1']],
      ['[std [std 6.1]]', ['standard 6.1']],
      ['![std 6.1]', ['standard 6.1']],
      ['*[std 6.1]*', ['standard 6.1']],
      ['**Visits [std 6.1]** and _[std 6.2]_', ['standard 6.1', 'standard 6.2']],
      ['~~[std 6.1]~~', ['standard 6.1']],
      ['**[std 6.1**]', ['malformed: ?']],
      ['On time![std 6.1]', ['standard 6.1']],
      ['![std 6.1](x.png)', ['standard 6.1']],
      ['![a plan](x.png) ![theme park](y.png)', []],
    ];
    for (const [text, cites] of cases) it(text, () => assert.deepEqual(citedIn(text), cites));
  });

  it('is found in headings, tables, footnotes, quotations, lists and link texts', () => {
    const text = `# Delivery [theme 3]

| Standard | Words |
| --- | --- |
| [std 6.1] | good |

> Quoted [std 6.2]

1. One
   - Two [std 7.1][^1]

[^1]: A note [probe 6.12].

[see [std 1.1] here](https://example.org) and ![a picture of [std 1.2]](x.png)
`;
    const all = citedIn(text);
    const expected = [
      'theme 3',
      'standard 6.1',
      'standard 6.2',
      'standard 7.1',
      'probe 6.12',
      'standard 1.1',
    ];
    assert.deepEqual(all.slice(0, 6), expected);
  });

  it('is never found in code, HTML, comments, addresses or front matter', () => {
    const text = `---
title: "[std 1.1]"
---
\`[std 1.2]\` and \`\`[std 1.3] \` \`\`

    [std 1.4]

~~~
[std 2.1]
~~~

\`\`\`survey
[std 2.2]
\`\`\`

<!-- [std 2.3] -->

A word <b title="[std 2.4]"> and <!-- [std 3.1] --> a comment.

<div>
[std 3.2]
</div>

A [link](https://example.org/[std) and <https://example.org/[std 4.1]> – &#91;std 4.2]

The only one: [std 6.1].
`;
    const outsideAutolinks = citedIn(text.replace('<https://example.org/[std 4.1]>', ''));
    assert.deepEqual(outsideAutolinks, ['standard 6.1']);
  });

  describe('is plain text', () => {
    const plain = [
      '[std',
      '[std 6.',
      '[std 6.1',
      'std 6.1]',
      '[]',
      '[st 6.1]',
      '[stdx 6.1]',
      '[ std 6.1]',
      '[a std 6.1]',
      '[the theme 3]',
      '［std 6.1］',
      '[evidence]',
      '[evening shift]',
      '[probed 6]',
      '[standard]',
      '[theme park](x)',
      '[Theme song][1]',
      '[probe](https://example.org)',
    ];
    for (const text of plain) it(text, () => assert.deepEqual(citedIn(`${text}\n\nA line.`), []));
  });

  describe('that is never closed', () => {
    it('ends with its paragraph', () => {
      assert.deepEqual(citedIn('- Visits [std 6.\n- Plans [std 6.2]'), ['standard 6.2']);
      assert.deepEqual(citedIn('Visits [std 6.1\n\nPlans [std 6.2]'), ['standard 6.2']);
    });
    it('does not take the next one with it', () => {
      assert.deepEqual(citedIn('Visits [std 6. and plans [std 6.2]'), ['standard 6.2']);
      assert.deepEqual(citedIn('Visits [std and [std 6.2]'), ['standard 6.2']);
    });
  });

  describe('that a formatter wrapped', () => {
    const wraps: [name: string, text: string][] = [
      ['in a paragraph', 'Visits are on time [std\n6.1] mostly.'],
      ['in a list item', '- Visits are on time [std\n  6.1] mostly.'],
      ['in a lazy list item', '- Visits are on time [std\n6.1] mostly.'],
      ['in a nested list item', '- One\n  - Visits are on time [std\n    6.1] mostly.'],
      ['in a quotation', '> Visits are on time [std\n> 6.1] mostly.'],
      ['in a quotation without its mark', '> Visits are on time [std\n6.1] mostly.'],
      ['in a list item in a quotation', '> - Visits are on time [std\n>   6.1] mostly.'],
      ['with CR LF', 'Visits are on time [std\r\n6.1] mostly.'],
      ['with a lone CR', 'Visits are on time [std\r6.1] mostly.'],
      ['with space on both sides', 'Visits are on time [std  \n   6.1] mostly.'],
    ];
    for (const [name, text] of wraps) {
      it(`${name} keeps its place`, () => {
        assert.deepEqual(citedIn(text), ['standard 6.1']);
        const { span } = firstCitation(text);
        assert.equal(
          text
            .slice(span.start, span.end)
            .replace(/\s(?:> ?)*\s*/g, ' ')
            .replace(/ +/g, ' '),
          '[std 6.1]',
        );
        assert.ok(text.slice(span.end).startsWith(' mostly'));
      });
    }

    it('after a comma and around a dash', () => {
      const text = '> Visits [std 1.1,\n> 6.1–\n> 6.2, cs:7.1] and so on.';
      assert.deepEqual(citedIn(text), ['standard 1.1, 6.1…6.2, cs:7.1']);
      assert.deepEqual(citationsIn(text), ['[std 1.1,\n> 6.1–\n> 6.2, cs:7.1]']);
    });

    it('spans a part from its first id to its last', () => {
      const text = '- Visits [std 1.1, 6.1–\n  6.2] and so on.';
      const [, range] = firstCitation(text).parts;
      assert.equal(text.slice(range?.span.start, range?.span.end), '6.1–\n  6.2');
    });

    it('is not one across a blank line', () => {
      assert.deepEqual(citedIn('Visits [std\n\n6.1] mostly.'), []);
    });
  });

  describe('wins over links', () => {
    it('with text in parentheses behind it', () => {
      const text = '- Visits [std 6.1](x.md) and more';
      assert.deepEqual(citationsIn(text), ['[std 6.1]']);
      assert.equal(firstCitation(text).link, 'link');
    });

    it('with a colon behind it, so that no definition swallows the finding', () => {
      const text = '## Strengths\n\n- [std 6.1]: Strong\n';
      const review = readDocument(text);
      assert.deepEqual(citationsIn(text), ['[std 6.1]']);
      assert.equal(review.findings[0]?.words, ': Strong');
      assert.equal(review.citations[0]?.link, 'definition');
    });

    it('in any case, and with an angle-bracketed or quoted tail', () => {
      assert.deepEqual(citationsIn('[STD 6.1]: <Strong> "indeed"\n'), ['[STD 6.1]']);
      assert.deepEqual(citationsIn('[theme 3]: x\n[probe 6.1]: x\n[ev FG2]: x\n'), [
        '[theme 3]',
        '[probe 6.1]',
        '[ev FG2]',
      ]);
    });

    it('with a colon behind a slip', () => {
      assert.deepEqual(citedIn('[std 6.1;]: Strong\n[std-6.1]: Strong\n'), [
        'malformed: [std 6.1]',
        'malformed: [std 6.1]',
      ]);
    });

    it('of a definition that would turn all others into links', () => {
      const text = 'Visits [std 6.1].\n\n[std 6.1]: Strong\n\nPlans [std 6.1].\n';
      assert.deepEqual(citationsIn(text), ['[std 6.1]', '[std 6.1]', '[std 6.1]']);
    });

    it('and tells where other tools see neither', () => {
      assert.equal(firstCitation('- Visits [std 6.1] (x.md)').link, undefined);
      assert.equal(firstCitation('- Visits [std 6.1]: strong').link, undefined);
      assert.equal(firstCitation('- [std 6.1]: strong in every team').link, undefined);
      assert.equal(firstCitation('- Visits [std 6.1](see the plan of 2026 (draft)').link, undefined);
    });
  });

  describe('leaves ordinary Markdown alone:', () => {
    it('a link definition still defines', () => {
      const text =
        'See [the plan][plan] and [stdout].\n\n[plan]: https://example.org/plan\n[stdout]: https://example.org/out\n';
      const paragraph = parse(text).children[0];
      const types = paragraph && 'children' in paragraph ? paragraph.children.map(({ type }) => type) : [];
      assert.deepEqual(types, ['text', 'linkReference', 'text', 'linkReference', 'text']);
    });

    it('a definition whose label begins like a keyword still defines', () => {
      const text =
        'See [themes][themes].\n\n[themes]: /a\n[theme-park]: /b\n[theme park]: /c\n[stdout]: /d\n';
      const types = parse(text).children.map(({ type }) => type);
      assert.deepEqual(types, ['paragraph', 'definition', 'definition', 'definition', 'definition']);
    });

    it('a link whose text begins with a keyword is still a link', () => {
      for (const text of ['[theme park](x)', '[probe results](y.md)']) {
        const paragraph = parse(text).children[0];
        assert.equal(paragraph?.type === 'paragraph' && paragraph.children[0]?.type, 'link', text);
      }
    });

    it('a reference to a definition is a link, also before it', () => {
      const text = 'Ideas: [theme park] and [Theme\nPark].\n\n[theme park]: https://example.org\n';
      assert.deepEqual(citedIn(text), []);
      assert.deepEqual(citedIn('Ideas: [theme park].'), ['malformed: ?']);
      assert.deepEqual(citedIn('Ideas: [std six].\n\n[std six]: x\n'), ['malformed: ?', 'malformed: ?']);
      assert.deepEqual(citedIn('Ideas: [theme 3].\n\n[theme 3]: x\n'), ['theme 3', 'theme 3']);
    });

    it('a task list keeps its boxes, a footnote its mark', () => {
      const list = parse('- [ ] Plan [std 4.2]\n- [x] Visit').children[0];
      assert.deepEqual(list?.type === 'list' && list.children.map(({ checked }) => checked), [false, true]);
      assert.deepEqual(citedIn('- [ ] Plan [std 4.2]'), ['standard 4.2']);
    });
  });

  describe('behind a backslash', () => {
    const escaped = (text: string): string[] =>
      readDocument(text).escaped.map(({ span }) => text.slice(span.start, span.end));

    it('is none, and is kept apart', () => {
      assert.deepEqual(citedIn('Write \\[std 6.1] to cite.'), []);
      assert.deepEqual(escaped('Write \\[std 6.1] to cite.'), ['\\[std 6.1]']);
    });
    it('with the closing bracket escaped too, as some formatters do', () => {
      assert.deepEqual(escaped('Visits \\[std 6.1\\] are'), ['\\[std 6.1\\]']);
      assert.deepEqual(citedIn('Visits \\[std 6.1\\] are'), []);
    });
    it('counts after two backslashes, which are one', () => {
      assert.deepEqual(citedIn('A backslash \\\\[std 6.1]'), ['standard 6.1']);
      assert.deepEqual(escaped('A backslash \\\\[std 6.1]'), []);
    });
    it('is only kept where it would be a citation', () => {
      assert.deepEqual(escaped('\\[std six] \\[theme park] \\[x] `\\[std 6.1]`'), []);
    });
  });
});

describe('a malformed citation', () => {
  const cases: [text: string, reading: string][] = [
    ['[std six]', '?'],
    ['[std]', '?'],
    ['[std ]', '?'],
    ['[std 6.1;]', '[std 6.1]'],
    ['[std 6.1; 6.2]', '[std 6.1, 6.2]'],
    ['[std 6.1,]', '[std 6.1]'],
    ['[std ,6.1]', '[std 6.1]'],
    ['[std 6.1 6.2]', '[std 6.1, 6.2]'],
    ['[std 6.1 and 6.2]', '[std 6.1, 6.2]'],
    ['[std 6.1 & 6.2]', '[std 6.1, 6.2]'],
    ['[std 6.3-6.1]', '[std 6.1-6.3]'],
    ['[std 6.1-3]', '[std 6.1-6.3]'],
    ['[std 6.1 to 6.3]', '[std 6.1-6.3]'],
    ['[std 6.1—6.3]', '[std 6.1-6.3]'],
    ['[std 6.]', '[std 6]'],
    ['[std 6.1.]', '[std 6.1]'],
    ['[std 6..1]', '[std 6.1]'],
    ['[std .1]', '[std 1]'],
    ['[std6.1]', '[std 6.1]'],
    ['[std: 6.1]', '[std 6.1]'],
    ['[std-6.1]', '[std 6.1]'],
    ['[std. 6.1]', '[std 6.1]'],
    ['[theme: 3]', '[theme 3]'],
    ['[Standard: 6.1]', '[std 6.1]'],
    ['[std 5.1-6.2]', '?'],
    ['[standard 6.1]', '[std 6.1]'],
    ['[Standards 6.1, 6.2]', '[std 6.1, 6.2]'],
    ['[element 6]', '[std 6]'],
    ['[themes 3]', '[theme 3]'],
    ['[probes 6.1-6.3]', '[probe 6.1-6.3]'],
    ['[std 6.1 strategy]', '?'],
    ['[std ６．１]', '?'],
    ['[std 6.\u200B1]', '?'],
    ['[std 6.\u202E1]', '?'],
    ['[std 6.\u00AD1]', '?'],
  ];
  for (const [text, reading] of cases) {
    it(`${JSON.stringify(text)} is meant as ${reading}`, () => {
      assert.deepEqual(citedIn(`Visits ${text} are`), [`malformed: ${reading}`]);
      assert.deepEqual(citationsIn(`Visits ${text} are`), [text]);
    });
  }

  it('has no parts, and says what is expected', () => {
    const { parts, malformed } = firstCitation('[std six]');
    assert.deepEqual(parts, []);
    assert.match(
      malformed?.message ?? '',
      /“\[std six\]” cannot be read as a citation.*with a number.*“six”/,
    );
  });

  it('says that a range runs backwards, or into another element', () => {
    assert.match(firstCitation('[std 6.3-6.1]').malformed?.message ?? '', /6\.3-6\.1 runs backwards/);
    assert.match(firstCitation('[std 5.1-6.2]').malformed?.message ?? '', /within one element/);
  });

  it('every reading is a citation itself', () => {
    for (const [text] of cases) {
      const reading = firstCitation(text).malformed?.reading?.text;
      if (reading !== undefined) assert.equal(firstCitation(reading).malformed, undefined, reading);
    }
  });
});

describe('offsets', () => {
  const tails: [name: string, front: string][] = [
    ['nothing', ''],
    ['a byte order mark', '\uFEFF'],
    ['a byte order mark and front matter', '\uFEFF---\ntitle: x\n---\n'],
    ['front matter', '---\ntitle: x\n---\n'],
    ['front matter with CR LF', '---\r\ntitle: x\r\n---\r\n'],
    ['front matter with lone CR', '---\rtitle: x\r---\r'],
    ['empty front matter', '---\n---\n'],
    ['front matter that is never closed', '---\ntitle: x\n\n'],
    ['front matter behind a blank line', '\n---\ntitle: x\n---\n\n'],
    ['a rule that is no front matter', '----\n\n'],
    ['CR LF', 'One\r\n\r\nTwo\r\n\r\n'],
    ['lone CR', 'One\r\rTwo\r\r'],
    ['mixed line ends', 'One\r\n\rTwo\n\r'],
    ['an emoji', '👨‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 '],
    ['a lone surrogate', '\uD83D '],
    ['combining marks', 'e\u0301 '],
    ['tabs', 'One\ttwo\t\tthree '],
    ['a list item behind a tab', '-\t'],
    ['a tabbed nested list', '- One\n\t- '],
    ['NUL and controls', 'a\u0000b\u0001 '],
    ['separators that are no line ends', 'a\u2028b\u0085c\fd\ve '],
    ['a byte order mark in the middle', 'One \uFEFF two '],
    ['an entity', 'A &amp; B &#91; '],
    ['an escape', 'A \\* B '],
    ['a hard break', 'One  \ntwo\\\nthree '],
    ['a table', '| A | B |\n| --- | --- |\n| \\| | '],
  ];
  for (const [name, front] of tails) {
    it(`are exact behind ${name}`, () => {
      const text = `${front}Visits [std 6.1, cs:6.2–6.4] are [theme 3]`;
      assert.deepEqual(citationsIn(text), ['[std 6.1, cs:6.2–6.4]', '[theme 3]']);
      assert.equal(citedIn(text).length, 2);
    });
  }

  it('are exact in a quotation in a list with a wrap', () => {
    const text = '1. One\n\n   > A [std\n   > 6.1,\n   > 6.2] z\n';
    assert.deepEqual(citedIn(text), ['standard 6.1, 6.2']);
    assert.deepEqual(citationsIn(text), ['[std\n   > 6.1,\n   > 6.2]']);
  });

  it('are exact in a citation of a thousand ids', () => {
    const ids = Array.from({ length: 1000 }, (_, i) => `6.${i + 1}`);
    assert.deepEqual(citedIn(`[std ${ids.join(', ')}]`), [`standard ${ids.join(', ')}`]);
  });

  it('hold with hostile ids', () => {
    const digits = '9'.repeat(10_000);
    assert.deepEqual(citedIn(`[std ${digits}]`), [`standard ${digits}`]);
    assert.deepEqual(citedIn('[ev __proto__]'), ['malformed: ?']);
    assert.deepEqual(citedIn('[ev constructor, toString]'), ['evidence constructor, toString']);
  });
});

describe('many citations', () => {
  it('in one line cost what follows their number', () => {
    const read = (count: number): number => readDocument('[std 6.1]'.repeat(count)).citations.length;
    assert.equal(read(2_000), 2_000);
    assert.ok(growthOf(read, 500) < 10);
  });
});

describe('a citation that is printed', () => {
  const idOf = ({ prefix, id }: CitedId): string => (prefix === undefined ? id : `${prefix}:${id}`);
  const idsOf = ({ parts }: Citation): string =>
    parts.map(({ from, to }) => idOf(from) + (to ? `-${idOf(to)}` : '')).join(', ');
  const checkReadBack = ({ kind, parts }: Citation): void => {
    const printed = printCitation(kind, idsOf({ parts } as Citation));
    const again = firstCitation(printed);
    assert.deepEqual(
      [again.kind, again.malformed, printCitation(kind, idsOf(again))],
      [kind, undefined, printed],
    );
  };

  it('is read back as the same, wherever it was read', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        for (const citation of readDocument(text).citations) if (!citation.malformed) checkReadBack(citation);
      }),
      runs(1000),
    );
  });

  it('is read back as the same, whatever its ids are', () => {
    const word = fc.stringMatching(/^[0-9][A-Za-z0-9]{0,3}$/);
    const id = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('.'));
    const prefix = fc.option(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,4}$/));
    const one = fc.tuple(prefix, id).map(([name, rest]) => (name === null ? rest : `${name}:${rest}`));
    const range = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 20 }), fc.nat(9))
      .map(([element, place, more]) => `${element}.${place}-${element}.${place + more}`);
    const ids = fc.array(fc.oneof(one, range), { minLength: 1, maxLength: 4 }).map((all) => all.join(', '));
    fc.assert(
      fc.property(fc.constantFrom('standard', 'theme', 'probe'), ids, (kind, written) => {
        const citation = firstCitation(printCitation(kind, written));
        assert.deepEqual([citation.kind, citation.malformed, idsOf(citation)], [kind, undefined, written]);
      }),
      runs(2000),
    );
  });
});

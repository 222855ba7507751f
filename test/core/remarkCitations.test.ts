/*
 * Citations printed by `remark-stringify`: as they were written, and nothing else is a citation when the result is read
 * again, whatever was done to the tree.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CitationNode, Nodes, PhrasingContent, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { childrenOf } from '../../core/src/syntax/markdown';
import { remarkCitations } from '../../core/src/syntax/remarkCitations';
import { awkwardText, runs } from '../support/awkward';

const pipeline = unified()
  .use(remarkParse)
  .use(remarkStringify)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCitations)
  .freeze();

const citationsIn = (node: Nodes): CitationNode[] =>
  node.type === 'citation' || node.type === 'escapedCitation'
    ? [node]
    : childrenOf(node).flatMap(citationsIn);

/** What each citation is, without where it is: `citation standard 6.1`. */
const citedIn = (node: Nodes): string[] =>
  citationsIn(node).map(({ type, citation, value }) => {
    const ids = citation.parts.map(({ from, to }) => [from.prefix, from.id, to?.prefix, to?.id].join(':'));
    return `${type} ${citation.kind} ${citation.malformed ? `malformed ${value}` : ids.join()}`;
  });

/** The same without those behind a backslash, which are text. */
const citationsOnly = (node: Nodes): string[] => citedIn(node).filter((each) => each.startsWith('citation'));

const reprint = (text: string): string => pipeline.stringify(pipeline.parse(text));

/** A tree of one paragraph, as a plugin might make it. */
const paragraph = (...children: PhrasingContent[]): Root => ({
  type: 'root',
  children: [{ type: 'paragraph', children }],
});
const text = (value: string): PhrasingContent => ({ type: 'text', value });
/** The citation that these brackets are. */
const citation = (value: string): PhrasingContent => {
  const [found] = citationsIn(pipeline.parse(value));
  assert.ok(found, value);
  return found;
};

describe('a printed citation', () => {
  for (const written of [
    'Visits are on time [std 6.1].',
    '[std 6.1–6.3, cs:7.1][ev FG2] and *[theme 3]*, **[PROBE 6.12]**.',
    'Wrapped [std 6.1,\n6.2] over two lines.',
    '* An item [std 6.1,\n  6.2] that is wrapped.',
    '> Quoted [std\n> 6.1].',
    'Plans [std 6.1,\n6.2]\n====',
    '| a                 |\n| ----------------- |\n| [std 6.1] [ev D4] |',
    '[std 6.1]: Strong',
    'Malformed [std six] and [std6.1], [std *6.1*] and [element 5].',
    'Escaped \\[std 6.1] and \\[std 6.1\\] here.',
    'Two backslashes \\\\[std 6.1]',
    'A [theme park](x), [probe into deaths](x.pdf) and [see [std 1.1] here](x).',
    'A [theme park] of that name.\n\n[theme park]: https://example.org',
  ])
    it(`is as it was written: ${JSON.stringify(written)}`, () => {
      assert.equal(reprint(written), `${written}\n`);
    });

  it('is the same when it is read again', () => {
    fc.assert(
      fc.property(awkwardText, (written) => {
        const tree = pipeline.parse(written);
        const printed = pipeline.stringify(tree);
        assert.deepEqual(citedIn(pipeline.parse(printed)), citedIn(tree), JSON.stringify(printed));
      }),
      runs(300),
    );
  });

  it('needs nothing but its value', () => {
    const node = { type: 'citation', value: '[std 6.1]' } as CitationNode;
    assert.equal(pipeline.stringify(paragraph(text('Good '), node)), 'Good [std 6.1]\n');
  });
});

describe('an edited tree', () => {
  /** What is printed, and that it is read as the citations that the tree had. */
  const print = (tree: Root): string => {
    const printed = pipeline.stringify(tree);
    assert.deepEqual(citationsOnly(pipeline.parse(printed)), citationsOnly(tree));
    return printed;
  };

  it('has text that looks like a citation printed as text', () => {
    assert.equal(print(paragraph(text('Write [std 6.1]'))), 'Write \\[std 6.1]\n');
    assert.equal(print(paragraph(text('Write [std six]'))), 'Write \\[std six]\n');
    assert.equal(print(paragraph(text('a\\'), citation('[std 6.1]'))), 'a\\\\[std 6.1]\n');
  });

  it('has a link whose text looks like a citation printed as a link', () => {
    const link = (value: string): string =>
      print(paragraph({ type: 'link', url: 'x', children: [text(value)] }));
    assert.equal(link('std 6.1'), '[&#x73;td 6.1](x)\n');
    assert.equal(link('Theme 3'), '[&#x54;heme 3](x)\n');
    assert.equal(link('ev FG2, FG3'), '[&#x65;v FG2, FG3](x)\n');
    assert.equal(link('std'), '[&#x73;td](x)\n');
    assert.equal(link('std: 6.1'), '[&#x73;td: 6.1](x)\n');
    for (const label of ['theme park', 'theme 3 park', 'element 5', 'student', 'see std 6.1', 'ev (FG2)'])
      assert.equal(link(label), `[${label}](x)\n`);
    const image = paragraph({ type: 'image', url: 'x', alt: 'probe 6.12' });
    assert.equal(print(image), '![&#x70;robe 6.12](x)\n');
  });

  it('has a reference whose label looks like a citation printed with its definition', () => {
    const label = { identifier: 'std 6.1', label: 'std 6.1' };
    const tree = paragraph({
      type: 'linkReference',
      referenceType: 'shortcut',
      ...label,
      children: [text('std 6.1')],
    });
    tree.children.push({ type: 'definition', ...label, url: 'x' });
    assert.equal(print(tree), '[&#x73;td 6.1]\n\n[&#x73;td 6.1]: x\n');
    const [first] = pipeline.parse(print(tree)).children;
    assert.equal(first?.type === 'paragraph' && first.children[0]?.type, 'linkReference');
  });

  it('keeps a malformed citation apart from what would make it a link', () => {
    const malformed = citation('[theme 3x y]');
    assert.equal(print(paragraph(malformed, text(': so'))), '[theme 3x y] : so\n');
    assert.equal(print(paragraph(malformed, citation('[std 6.1]'))), '[theme 3x y] [std 6.1]\n');
    assert.equal(print(paragraph(malformed, text('(so)'))), '[theme 3x y] (so)\n');
    assert.equal(print(paragraph(citation('[std six]'), text(': so'))), '[std six]: so\n');
  });

  it('has a wrapped citation in one line where there is only one', () => {
    const wrapped = citation('[std 6.1,\n6.2]');
    const heading: Root = { type: 'root', children: [{ type: 'heading', depth: 3, children: [wrapped] }] };
    assert.equal(print(heading), '### [std 6.1, 6.2]\n');
    const cells = (node: PhrasingContent): Root => ({
      type: 'root',
      children: [
        {
          type: 'table',
          children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [node] }] }],
        },
      ],
    });
    assert.match(print(cells(wrapped)), /^\| \[std 6\.1, 6\.2\] \|\n/);
    assert.match(pipeline.stringify(cells(citation('[std 6|1]'))), /^\| \[std 6\\\|1\] \|\n/);
  });

  it('has its own citations and no others when it is read again', () => {
    const bits = [
      '[',
      ']',
      '](',
      '(x)',
      ':',
      '!',
      '\\',
      '*',
      '`',
      ' ',
      '\n',
      'a',
      'std',
      ' 6.1',
      'theme 3',
      'ev D4',
      '^',
      '<',
    ];
    const words = fc
      .array(fc.constantFrom(...bits), { minLength: 1, maxLength: 6 })
      .map((each) => each.join(''));
    const cited = fc
      .constantFrom('[std 6.1]', '[STD 6.1-6.2]', '[theme 3x y]', '[std six]', '[ev D4,\nD5]', '[element 5]')
      .map(citation);
    const holders = words.chain((value) =>
      fc.constantFrom<PhrasingContent>(
        { type: 'link', url: 'x', children: [text(value)] },
        { type: 'image', url: 'x', alt: value },
        { type: 'emphasis', children: [text(value)] },
        { type: 'inlineCode', value },
      ),
    );
    const pair = fc.tuple(fc.oneof(cited, holders), words.map(text));
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 4 }),
        fc.array(cited, { maxLength: 2 }),
        (pairs, last) => {
          print(paragraph(...pairs.flat(), ...last));
        },
      ),
      runs(500),
    );
  });

  it('has a value that is no citation printed as text', () => {
    for (const value of ['[plan]', 'std 6.1', '[std 6.1][', '[std\n\n6.1]']) {
      const tree = paragraph({ type: 'citation', value } as CitationNode);
      assert.deepEqual(citationsOnly(pipeline.parse(pipeline.stringify(tree))), [], value);
    }
    const tree = paragraph({ type: 'escapedCitation', value: '[std six]' } as CitationNode);
    assert.equal(pipeline.stringify(tree), '\\[std six]\n');
  });
});

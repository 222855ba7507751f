import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { childrenOf, findFrontMatter, parse, parseBlocks, spanOf } from '../../core/src/syntax/markdown';
import { awkwardText, runs } from '../support/awkward';

describe('Markdown', () => {
  const typesIn = (text: string): string[] => {
    const types = (node: Nodes): string[] => [node.type, ...childrenOf(node).flatMap(types)];
    return types(parse(text)).slice(1);
  };

  it('reads single tildes as text and double ones as struck through', () => {
    assert.deepEqual(typesIn('Groups of 5~10 and 12~15 people'), ['paragraph', 'text']);
    assert.deepEqual(typesIn('~old~'), ['paragraph', 'text']);
    assert.deepEqual(typesIn('~~old~~'), ['paragraph', 'delete', 'text']);
  });

  it('reads tables, task lists and footnotes, and takes no address for a link', () => {
    const text = '- [x] See https://example.org[^1]\n\n[^1]: A note\n\n| a |\n| - |\n';
    const types = typesIn(text);
    for (const type of ['listItem', 'footnoteReference', 'footnoteDefinition', 'table'])
      assert.ok(types.includes(type), type);
    assert.ok(!types.includes('link'));
  });

  describe('with front matter', () => {
    const matter = '---\ntitle: A [std 1.1]\n---';

    it('has it as one node, where its block is closed', () => {
      const [yaml, item] = parse(`${matter}\n- One [std 6.1]\n`).children;
      assert.equal(yaml?.type === 'yaml' && yaml.value, 'title: A [std 1.1]');
      assert.equal(item?.type, 'list');
    });

    it('has a rule and plain blocks where it is never closed, and lists as ever', () => {
      assert.deepEqual(typesIn('---\ntitle: A\n\n- One\n- Two\n'), [
        ...['thematicBreak', 'paragraph', 'text', 'list'],
        ...['listItem', 'paragraph', 'text', 'listItem', 'paragraph', 'text'],
      ]);
    });

    it('knows none in a piece of a text', () => {
      const [rule] = parseBlocks(`${matter}\n`).children;
      assert.equal(rule?.type, 'thematicBreak');
    });

    it('has it closed whatever intricate text follows', () => {
      const { children } = parse(`---\ntitle: A\n---\n\n${'*a_ '.repeat(2000)}\n`);
      assert.deepEqual(
        children.map(({ type }) => type),
        ['yaml', 'paragraph'],
      );
    });
  });

  it('counts a byte order mark, with front matter and without', () => {
    for (const text of ['\uFEFF---\na: b\n---\n\nWords\n', '\uFEFFWords\n', '\uFEFF---\nWords\n']) {
      const found = parse(text).children.find(({ type }) => type === 'paragraph');
      assert.ok(found);
      assert.equal(text.slice(spanOf(found).start, spanOf(found).end), 'Words');
    }
    assert.equal(parse('\uFEFF---\na: b\n---\n').children[0]?.type, 'yaml');
  });

  it('reads what follows front matter like the same text after blank lines', () => {
    const opening = fc.constantFrom('', '---\na: b\n---\n', '\uFEFF---\r\na: b\r\n\r\n---', '---  \n--- \n');
    const shape = (node: Nodes): unknown => [
      node.type,
      'value' in node ? node.value : '',
      spanOf(node),
      childrenOf(node).map(shape),
    ];
    fc.assert(
      fc.property(opening, awkwardText, (front, rest) => {
        const text = front + rest;
        const end = findFrontMatter(text)?.whole.end ?? 0;
        const blank =
          end === 0 ? text.replace(/^\uFEFF/, '\n') : `${' '.repeat(end - 1)}\n${text.slice(end)}`;
        const nodes = parse(text).children.filter(({ type }) => type !== 'yaml');
        assert.deepEqual(nodes.map(shape), parseBlocks(blank).children.map(shape));
      }),
      runs(200),
    );
  });
});

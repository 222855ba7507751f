import assert from 'node:assert/strict';
import { documentSymbols, workspaceSymbols, type SymbolNode } from '../../../core/src';
import { readFixture, root, shippedText, shippedUri } from '../../support/fixture';

function outlineOf(drawn: string): SymbolNode[] {
  return documentSymbols(readFixture(drawn).snapshot(), `${root}/one.review.md`);
}

/** The outline as indented names. */
function draw(nodes: readonly SymbolNode[], indent = ''): string[] {
  return nodes.flatMap(({ name, kind, children }) => [
    `${indent}${kind}: ${name}`,
    ...draw(children, `${indent}  `),
  ]);
}

function checkNesting(nodes: readonly SymbolNode[], outer: { start: number; end: number }): void {
  let last = outer.start;
  for (const { name, span, nameSpan, children } of nodes) {
    assert.notEqual(name.trim(), '');
    assert.ok(span.start >= last && span.end <= outer.end, `${name} lies outside`);
    assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end, `the name of ${name} lies outside`);
    checkNesting(children, span);
    last = span.end;
  }
}

describe('document symbols', () => {
  it('hold sections in sections, and findings in them', () => {
    const nodes = outlineOf(`# Delivery [theme 3]
## **Strengths:**
- Visits are on time [std 6.1]
- Plans are made
### At night
- Nobody [std 6.2]
## Areas for development
1. Late [std 7.1]
# Other
`);
    assert.deepEqual(draw(nodes), [
      'section: Delivery',
      '  section: Strengths:',
      '    finding: Visits are on time',
      '    finding: Plans are made',
      '    section: At night',
      '      finding: Nobody',
      '  section: Areas for development',
      '    finding: Late',
      'section: Other',
    ]);
    assert.equal(nodes[0]?.children[0]?.children[0]?.detail, '[std 6.1]');
  });

  it('have names for headings and findings without words', () => {
    assert.deepEqual(draw(outlineOf('#\n## [std 6]\n## Strengths\n-\n- [std 6.1]\n')), [
      'section: (untitled)',
      '  section: (untitled)',
      '  section: Strengths',
      '    finding: (no words yet)',
      '    finding: (no words yet)',
    ]);
  });

  it('lie in each other, at odd levels too', () => {
    const text =
      '\uFEFF---\ntitle: x\n---\n##### Strengths\r\n- A\r\n  - B [std\r\n    6.1]\r\n### Areas for development\r\n-\r\n# C\r\n';
    checkNesting(outlineOf(text), { start: 0, end: text.length });
    assert.equal(outlineOf(text).length, 3);
  });

  it('are the themes, elements and standards of a catalogue', () => {
    const nodes = documentSymbols(readFixture('').snapshot(), shippedUri);
    const shown = draw(nodes);
    assert.equal(shown.length, 4 + 8 + 18);
    assert.ok(shown.includes('  element: 7 Commissioning'));
    assert.ok(shown.some((line) => line.startsWith('    standard: 7.1 The council commissions')));
    checkNesting(nodes, { start: 0, end: shippedText.length });
  });

  it('are none for what is not there', () => {
    assert.deepEqual(documentSymbols(readFixture('').snapshot(), 'file:///nothing'), []);
    assert.deepEqual(outlineOf('Only words.'), []);
  });
});

describe('workspace symbols', () => {
  const drawn = `
//- cover.review.md
---
title: Aberwen
---
//- one.review.md
# Delivery
## Strengths
- Visits are on time [std 6.1]
-
`;
  const find = (query: string): string[] =>
    workspaceSymbols(readFixture(drawn).snapshot(), query).map(({ name }) => name);

  it('find sections, findings, standards and elements by every word', () => {
    assert.deepEqual(find('time visits'), ['Visits are on time [std 6.1]']);
    assert.deepEqual(find('DELIVERY').includes('Delivery'), true);
    assert.ok(find('robust partners').some((name) => name.startsWith('6.1 Partners')));
    assert.ok(find('commissioning').includes('7 Commissioning'));
    assert.deepEqual(find('no such words'), []);
  });

  it('find all for an empty query, each with a name', () => {
    const all = find('');
    assert.equal(all.length, 8 + 18 + 2 + 2);
    assert.ok(all.every((name) => name.trim() !== ''));
  });

  it('have places in their files', () => {
    const fixture = readFixture(drawn);
    for (const { place } of workspaceSymbols(fixture.snapshot(), '')) {
      const text = fixture.snapshot().document(place.uri)?.text ?? assert.fail(place.uri);
      assert.ok(place.span.start <= place.span.end && place.span.end <= text.length);
    }
  });
});

import assert from 'node:assert/strict';
import { foldsOf, selectionsAt } from '../../support/checkShown';

describe('folds', () => {
  it('are front matter, sections with what is below them, and findings of several lines', () => {
    const drawn = `---
title: A
---

# Delivery

## Strengths

- One line
- Two
  lines

  - and a point

## Areas for development

- One line

# Next
`;
    assert.deepEqual(foldsOf(drawn), [
      '--- … ---',
      '# Delivery … - One line',
      '## Strengths …   - and a point',
      '- Two …   - and a point',
      '## Areas for development … - One line',
    ]);
  });

  it('are themes, elements and lists of a catalogue', () => {
    const drawn = `//- own.standards.md
---
id: own
---

# Theme 1: A

## Element 1: B

### Standards

- 1.1 One
- 1.2 Two

### Probes

1. Ask

## Element 2: C

### Standards
- 2.1 Three
`;
    assert.deepEqual(foldsOf(drawn, 'own.standards.md'), [
      '--- … ---',
      '# Theme 1: A … - 2.1 Three',
      '## Element 1: B … 1. Ask',
      '### Standards … - 1.2 Two',
      '### Probes … 1. Ask',
      '## Element 2: C … - 2.1 Three',
      '### Standards … - 2.1 Three',
    ]);
  });
});

describe('a selection', () => {
  it('grows from a number to the citation, the finding, the section and the document', () => {
    const drawn = `# A

## Strengths

- Visits are [std 6.1, 6.$02-6.3] on time
  and well prepared

# B
`;
    const item = '- Visits are [std 6.1, 6.2-6.3] on time\n  and well prepared';
    assert.deepEqual(selectionsAt(drawn), [
      '6.2',
      '6.2-6.3',
      '[std 6.1, 6.2-6.3]',
      '- Visits are [std 6.1, 6.2-6.3] on time',
      item,
      `## Strengths\n\n${item}\n\n`,
      `# A\n\n## Strengths\n\n${item}\n\n`,
      drawn.replace('$0', ''),
    ]);
  });

  it('grows over words, lines and paragraphs elsewhere', () => {
    assert.deepEqual(selectionsAt('# A\n\nFamilies don’$0t wait\nfor long.\n'), [
      'don’t',
      'Families don’t wait',
      'Families don’t wait\nfor long.',
      '# A\n\nFamilies don’t wait\nfor long.\n',
    ]);
  });

  it('grows over item, element and theme in a catalogue', () => {
    const theme = '# Theme 1: A\n## Element 1: B\n### Standards\n- 1.1 One\n';
    assert.deepEqual(
      selectionsAt(`//- own.standards.md\n---\nid: own\n---\n${theme.replace('One', 'O$0ne')}`),
      [
        'One',
        '- 1.1 One',
        '## Element 1: B\n### Standards\n- 1.1 One\n',
        theme,
        `---\nid: own\n---\n${theme}`,
      ],
    );
  });
});

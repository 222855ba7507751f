import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue, type Catalogue } from '../../core/src';
import { elementsOf, findCited, standardsOf } from '../../core/src/catalogue/index';

const shipped = readFileSync(
  join(__dirname, '../../standards/ssia-childrens-services-2014.standards.md'),
  'utf8',
);

const small = `---
id: tiny
title: Tiny standards
---

# Theme 1: Outcomes

## Element 1: Results

### Standards

- 1.1 People are safe
`;

/** Each fault as \`code “words”\`, where the words are sliced by its span. */
function faultsOf(text: string): string[] {
  return readCatalogue(text).faults.map(({ code, span }) => `${code} “${text.slice(span.start, span.end)}”`);
}

function firstMessage(text: string): string {
  return readCatalogue(text).faults[0]?.message ?? '';
}

describe('the shipped catalogue', () => {
  const catalogue = readCatalogue(shipped);
  const elements = elementsOf(catalogue);
  const standards = standardsOf(catalogue);

  it('has 4 themes, 8 elements, 18 standards, 100 probes and 51 sources', () => {
    const count = (of: (element: (typeof elements)[number]) => readonly unknown[]): number =>
      elements.reduce((sum, element) => sum + of(element).length, 0);
    assert.deepEqual(
      [
        catalogue.themes.length,
        elements.length,
        standards.length,
        count((e) => e.probes),
        count((e) => e.sources),
      ],
      [4, 8, 18, 100, 51],
    );
  });

  it('has no faults', () => {
    assert.deepEqual(catalogue.faults, []);
  });

  it('numbers the standards of each element', () => {
    const ids = [
      '1.1',
      '1.2',
      '1.3',
      '1.4',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '3.1',
      '3.2',
      '4.1',
      '4.2',
      '5.1',
      '5.2',
    ];
    assert.deepEqual(
      standards.map(({ id }) => id),
      [...ids, '6.1', '6.2', '7.1', '8.1'],
    );
    assert.deepEqual(
      elements.map(({ id, theme }) => `${theme.id}/${id}`),
      ['1/1', '1/2', '2/3', '2/4', '2/5', '3/6', '3/7', '4/8'],
    );
  });

  it('keeps what the document prints for 6.1 and 6.2', () => {
    const printed = standards.filter((standard) => standard.printed !== undefined);
    assert.deepEqual(
      printed.map((standard) => [standard.id, standard.printed]),
      [
        ['6.1', '7.1'],
        ['6.2', '7.2'],
      ],
    );
    assert.ok(printed.every(({ text }) => !text.includes('printed')));
  });

  it('knows element 5 by both of its names', () => {
    const five = elements.find(({ id }) => id === '5');
    assert.equal(five?.title, 'Working Together');
    assert.ok(five.aliases.includes('Local Safeguarding Board'));
  });

  it('numbers probes and sources by their place', () => {
    const six = elements.find(({ id }) => id === '6');
    assert.equal(six?.probes[0]?.id, '6.1');
    assert.equal(six.probes[11]?.id, '6.12');
    assert.ok(six.probes[11].text.length > 20);
    assert.equal(six.sources[0]?.id, '6.1');
  });

  it('says who published it', () => {
    assert.equal(catalogue.id, 'ssia-childrens-services-2014');
    assert.equal(catalogue.language, 'en');
    assert.match(catalogue.publisher ?? '', /Social Services Improvement Agency/);
    assert.match(catalogue.source ?? '', /Appendix 1/);
    assert.equal(catalogue.prefix, undefined);
  });

  it('keeps the description of a theme, and none of its names in it', () => {
    assert.match(catalogue.themes[0]?.description ?? '', /^This theme looks at what difference/);
  });

  it('has a place for every id that slices to the id', () => {
    for (const item of [...catalogue.themes, ...elements, ...standards]) {
      assert.equal(shipped.slice(item.nameSpan.start, item.nameSpan.end), item.id);
      assert.ok(item.span.start <= item.nameSpan.start && item.nameSpan.end <= item.span.end);
    }
  });
});

describe('reading a catalogue', () => {
  it('finds no fault in a small one', () => {
    assert.deepEqual(faultsOf(small), []);
  });

  it('takes ids as text: 6.10 is not 6.1', () => {
    const catalogue = readCatalogue(small + '- 1.10 People are heard\n- 1.2 People are asked\n');
    assert.deepEqual(
      standardsOf(catalogue).map(({ id }) => id),
      ['1.1', '1.10', '1.2'],
    );
    const files = [{ uri: 'x', text: '', catalogue }];
    const textOf = (id: string): string | undefined => {
      const item = findCited(files, 'standard', id)?.item;
      return item?.kind === 'standard' ? item.text : undefined;
    };
    assert.equal(textOf('1.10'), 'People are heard');
    assert.equal(textOf('1.1'), 'People are safe');
    assert.equal(textOf('1.100'), undefined);
  });

  it('takes an id that ends with a full stop, or has letters', () => {
    const text = small.replace('1.1 People', '1.1. People').replace('Element 1: R', 'Element 1 – R');
    assert.deepEqual(
      standardsOf(readCatalogue(text)).map(({ id }) => id),
      ['1.1'],
    );
    const letters = small.replace('Element 1:', 'Element A:').replace('1.1', 'A.1');
    assert.deepEqual(faultsOf(letters), []);
  });

  it('reads a bullet of several lines as one, and nested ones as part of it', () => {
    const text = small + '- 1.2 People are asked\n  and heard\n  - and answered\n';
    assert.equal(standardsOf(readCatalogue(text))[1]?.text, 'People are asked and heard and answered');
  });

  it('reads a theme or an element that is called like a part', () => {
    const text = `# Theme 1: Standards

## Element 1: Probes

### Element 1: Standards

- 1.1 Words

## Element 2: Sources of evidence

### Standards

- 2.1 More words
`;
    const [theme] = readCatalogue(text).themes;
    assert.equal(theme?.title, 'Standards');
    assert.deepEqual(
      theme.elements.map(({ title, standards }) => [title, standards.map(({ id }) => id)]),
      [
        ['Probes', ['1.1']],
        ['Sources of evidence', ['2.1']],
      ],
    );
  });

  it('knows its parts in any case, with a colon and emphasis', () => {
    const text = small.replace('### Standards', '### **STANDARDS:**');
    assert.equal(standardsOf(readCatalogue(text)).length, 1);
  });

  describe('blames', () => {
    const cases: [what: string, text: string, faults: string[]][] = [
      ['a missing id of the catalogue', small.replace('id: tiny\n', ''), ['missing-id “---\n”']],
      ['missing front matter', small.slice(small.indexOf('# Theme')), ['missing-id “”']],
      ['an unknown key', small.replace('title:', 'titel:'), ['unknown-setting “titel”']],
      [
        'broken YAML',
        small.replace('id: tiny', 'id: tiny\nx: [a'),
        ['unknown-setting “x”', 'invalid-setting'],
      ],
      ['a duplicate standard', small + '- 1.1 People are safe again\n', ['duplicate-id “1.1”']],
      [
        'a duplicate element and theme',
        small + '\n# Theme 1: Other\n\n## Element 1: Again\n\n### Standards\n\n- 1.2 Yes\n',
        ['duplicate-id “1”', 'duplicate-id “1”'],
      ],
      ['a standard without id', small + '- People are heard\n', ['missing-id “People are heard”']],
      ['a standard without words', small + '- 1.2\n', ['missing-words “1.2”']],
      ['a standard of another element', small + '- 2.1 People are heard\n', ['misplaced-id “2.1”']],
      ['a standard whose element only begins alike', small + '- 11.1 Heard\n', ['misplaced-id “11.1”']],
      ['an element without standards', small + '\n## Element 2: Voices\n', ['element-without-standards “2”']],
      [
        'a standard whose id has no figure',
        small + '\n# Theme A: Homes\n\n## Element B: Home life\n\n### Standards\n\n- B.1 Yes\n- B.c Yes\n',
        ['id-without-figure “B.c”'],
      ],
      [
        'an element before the first theme',
        small.replace('# Theme 1: Outcomes\n', ''),
        ['misplaced-id “## Element 1: Results”', 'unknown-heading “### Standards”'],
      ],
      ['an unknown heading', small + '\n### Notes\n', ['unknown-heading “### Notes”']],
      [
        'a list under an unknown heading',
        small + '\n### Notes\n\n- One\n',
        ['unknown-heading “### Notes”', 'unknown-heading “- One”'],
      ],
    ];
    for (const [what, text, faults] of cases) {
      it(what, () => {
        const found = faultsOf(text);
        assert.deepEqual(
          found.map((fault, i) => (faults[i]?.includes('“') ? fault : fault.slice(0, faults[i]?.length))),
          faults,
        );
      });
    }

    it('nothing else when a list stands before the first element', () => {
      assert.ok(faultsOf('- One\n').every((fault) => /^(missing-id|unknown-heading)/.test(fault)));
    });
  });

  it('says what to write', () => {
    assert.match(
      firstMessage(small.replace('## Element 1: Results\n', '')),
      /“Standards” stands under no element/,
    );
    assert.match(firstMessage(small + '- Heard\n'), /begin it with a number such as 1\.1/);
    assert.match(firstMessage(small + '- 2.1 Heard\n'), /stands in element 1; its id must begin with 1\./);
    assert.match(firstMessage(small + '- 1.1 Heard\n'), /Standard 1\.1 is defined twice/);
    const letters = small.replace('Element 1', 'Element A').replace('1.1', 'A.b');
    assert.match(firstMessage(letters), /Standard A\.b cannot be cited.*such as A\.1\./);
  });

  it('never fails, and never points outside the text', () => {
    const texts = [
      '',
      '\uFEFF',
      '---',
      '---\n',
      '# Theme',
      '# Theme 1:',
      '- 1.1 x',
      small.replaceAll('\n', '\r'),
    ];
    for (const text of texts) {
      for (const { span } of readCatalogue(text).faults)
        assert.ok(span.start <= span.end && span.end <= text.length);
    }
    assert.deepEqual(standardsOf(readCatalogue(small.replaceAll('\n', '\r'))).length, 1);
  });
});

describe('two catalogues', () => {
  const file = (prefix: string, words: string): { uri: string; text: string; catalogue: Catalogue } => {
    const text = small
      .replace('id: tiny', `id: ${prefix}\nprefix: ${prefix}`)
      .replace('People are safe', words);
    return { uri: prefix, text, catalogue: readCatalogue(text) };
  };
  const files = [file('cs', 'First'), file('ks', 'Second')];
  const wording = (id: string, prefix?: string): string | undefined => {
    const item = findCited(files, 'standard', id, prefix)?.item;
    return item?.kind === 'standard' ? item.text : undefined;
  };

  it('are told apart by their prefix', () => {
    assert.equal(wording('1.1', 'cs'), 'First');
    assert.equal(wording('1.1', 'ks'), 'Second');
    assert.equal(wording('1.1', 'xs'), undefined);
  });

  it('answer an id without prefix in their order', () => {
    assert.equal(wording('1.1'), 'First');
  });
});

import assert from 'node:assert/strict';
import { checkCompletion, completions, hoverAt } from '../../support/check';

const begun = `---
id: own
---

# Theme 1: Ours

## Element 6: Visits

### Standards

- 6.1 We visit
- 6.4 We ring
`;
const own = (text: string): string => `//- own.standards.md\n${text}`;
const labels = (text: string): string[] => completions(own(text)).map(({ label }) => label);

describe('in a catalogue, completion', () => {
  it('offers the next theme, element and the lists that are missing', () => {
    assert.deepEqual(labels(`${begun}\n# $0`), [
      '### Probes',
      '### Sources of evidence',
      '## Element 7:',
      '# Theme 2:',
    ]);
    assert.deepEqual(labels('# $0'), ['# Theme 1:']);
    assert.deepEqual(labels('# Theme 1: Ours\n\n## $0'), ['## Element 1:', '# Theme 2:']);
    checkCompletion(own(`${begun}\n# $0`), '## Element 7:', `${begun}\n## Element 7: `);
    checkCompletion(own(`${begun}\n# Pro$0`), '### Probes', `${begun}\n### Probes`);
  });

  it('counts what stands below too', () => {
    const below = '\n\n### Possible sources of evidence\n\n## Element 7: Plans\n';
    assert.deepEqual(labels(`${begun}\n### $0${below}`), ['### Probes', '## Element 8:', '# Theme 2:']);
  });

  it('offers the next id of a standard', () => {
    checkCompletion(own(`${begun}- $0`), '6.5', `${begun}- 6.5 `);
    checkCompletion(own(`${begun}- 6.$0\n- 6.9 We wait\n`), '6.10', `${begun}- 6.10 \n- 6.9 We wait\n`);
    checkCompletion(
      own('# Theme 1: A\n## Element B: B\n### Standards\n- $0'),
      'B.1',
      '# Theme 1: A\n## Element B: B\n### Standards\n- B.1 ',
    );
  });

  it('offers the keys that the front matter does not have', () => {
    assert.deepEqual(labels('---\nid: own\n$0\n---\n'), [
      'title',
      'language',
      'edition',
      'publisher',
      'source',
      'prefix',
      'replaces',
    ]);
    checkCompletion(own('---\nid: own\ntit$0\n---\n'), 'title', '---\nid: own\ntitle: \n---\n');
  });

  it('offers nothing among words', () => {
    for (const text of [
      `${begun}$0`,
      `${begun}- 6.5 We $0`,
      `${begun}\n### Probes\n\n- $0`,
      `# $0Theme 1: A`,
      '---\nid: $0\n---\n',
    ])
      assert.deepEqual(labels(text), []);
  });
});

describe('in a catalogue, hover', () => {
  const review = (path: string, title: string, text: string): string =>
    `//- ${path}/cover.review.md\n---\ntitle: ${title}\nstandards: ../own.standards.md\n---\n## Strengths\n\n${text}\n`;
  const at = begun.replace('6.1 We', '6.$01 We');

  it('on an id tells how often it is cited and by what, in each review', () => {
    const drawn =
      own(at) +
      review('a', 'North', '- Visits are on time [std 6.1-6.4]\n\n# Other\n\nSeen [std 6.1]') +
      review('b', 'South', '- Others [std 6.4]');
    const { words, markdown } = hoverAt(drawn) ?? {};
    assert.equal(words, '6.1');
    assert.match(
      markdown ?? '',
      /^\*\*Standard 6\.1\*\*\n\n\*North\*: 1 strength, 0 areas for development, 1 mention\./,
    );
    assert.match(markdown ?? '', /- Strength \(cover\.review\.md\): Visits are on time/);
    assert.match(markdown ?? '', /\*South\*: Not cited yet\.\n\nNo finding addresses it yet\.$/);
  });

  it('tells that no review uses it, and nothing beside ids', () => {
    assert.match(hoverAt(own(at))?.markdown ?? '', /No review in this folder uses these standards\./);
    assert.equal(hoverAt(own(begun.replace('visit', 'vi$0sit'))), undefined);
    assert.equal(hoverAt(own(begun.replace('Ours', 'O$0urs'))), undefined);
  });

  it('is there for elements, themes and probes too', () => {
    const probes = `${begun}\n### Probes\n\n1. Ask\n`;
    for (const [from, name] of [
      ['Element 6', 'Element 6'],
      ['Theme 1', 'Theme 1'],
      ['1. Ask', 'Probe 6.1'],
    ] as const) {
      const place = from === '1. Ask' ? '$01. Ask' : `${from.slice(0, -1)}$0${from.slice(-1)}`;
      assert.ok(hoverAt(own(probes.replace(from, place)))?.markdown.startsWith(`**${name}**`), name);
    }
  });
});

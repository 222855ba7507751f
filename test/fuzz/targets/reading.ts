/*
 * Reading: documents, the cutter of chunks, what is read again after an edit, citations, YAML and settings, catalogues.
 */
import assert from 'node:assert/strict';
import { readCatalogue, readDocument, type DocumentModel, type Span } from '../../../core/src';
import { printCitation, type Citation, type CitedId } from '../../../core/src/syntax/citation';
import { readSettings } from '../../../core/src/settings/readSettings';
import { span } from '../../../core/src/text/span';
import { dataOf } from '../../../core/src/standards/data';
import { printCatalogue, printScalar } from '../../../core/src/standards/print';
import { readYamlMap, type YamlNode } from '../../../core/src/syntax/yaml';
import { contents, readWhole } from '../../support/contents';
import { separator, textsOf, type Target } from '../target';
import * as texts from './texts';

function checkInside(text: string, what: string, places: readonly Span[]): void {
  for (const { start, end } of places)
    assert.ok(0 <= start && start <= end && end <= text.length, `${what} lies outside: ${start} to ${end}`);
}

/** Reading never fails, and every place in a text is one. */
function checkDocument(text: string): void {
  const review = readDocument(text);
  checkInside(
    text,
    'a section',
    review.sections.flatMap(({ span: whole, heading }) => [whole, heading]),
  );
  checkInside(
    text,
    'a finding',
    review.findings.flatMap(({ span: whole, head }) => [whole, head]),
  );
  checkInside(
    text,
    'an action',
    review.actions.flatMap(({ span: whole, head }) => [whole, head]),
  );
  checkInside(
    text,
    'an entry',
    review.evidence.flatMap((each) => [each.span, ...Object.values(each.cells)]),
  );
  checkInside(
    text,
    'an ignore',
    review.suppressions.map((each) => each.span),
  );
  let last = 0;
  for (const { span: place } of review.citations) {
    assert.match(text.slice(place.start, place.end), /^\[[A-Za-z][^[\]]*\]$/, 'a citation is in brackets');
    assert.ok(place.start >= last, 'citations are in order');
    last = place.end;
  }
}

/** What is read chunk by chunk is what the parser reads of the whole text. */
function checkChunks(text: string): void {
  if (/^\uFEFF|^---/.test(text)) return;
  const whole = readWhole(text);
  if (whole.intricate) return;
  const review = readDocument(text);
  // Definitions of links and notes are global to a document, and decide how brackets in a finding are worded.
  const isLocal = !text.includes(']:');
  const short = (
    read: Pick<DocumentModel, 'sections' | 'findings' | 'citations' | 'actions' | 'evidence'>,
  ): unknown => ({
    sections: read.sections.map(({ heading, kind, title }) => ({ heading, kind, title: isLocal && title })),
    findings: read.findings.map(({ span: all, head, kind, words }) => ({
      all,
      head,
      kind,
      words: isLocal && words,
    })),
    actions: read.actions.map(({ span: all, head, words }) => ({ all, head, words: isLocal && words })),
    citations: read.citations.map(({ span: all, place, parts }) => ({ all, place, parts })),
    evidence: read.evidence,
  });
  assert.deepEqual(short(review), short(whole), 'chunks differ from the whole text');
}

/** Two edits: the input is four pieces, of which each text leaves out one. */
function checkEdits(input: string): void {
  const [a = '', b = '', c = '', d = ''] = textsOf(input, 4);
  let review = readDocument(a + b + d);
  for (const text of [a + c + d, a + d, a + b + c + d]) {
    review = readDocument(text, review);
    assert.deepEqual(
      contents(review),
      contents(readDocument(text)),
      'an edited text differs from a fresh one',
    );
  }
}

const idOf = ({ prefix, id }: CitedId): string => (prefix === undefined ? id : `${prefix}:${id}`);
const idsOf = ({ parts }: Pick<Citation, 'parts'>): string =>
  parts.map(({ from, to }) => idOf(from) + (to ? `-${idOf(to)}` : '')).join(', ');

/** A citation that is printed is read back as the same, and so is what a malformed one is taken to mean. */
function checkCitations(input: string): void {
  for (const { kind, parts, malformed } of readDocument(`- Words [${input}] and [std ${input}]`).citations) {
    const printed = malformed ? malformed.reading?.text : printCitation(kind, idsOf({ parts }));
    if (printed === undefined) continue;
    const [again, ...more] = readDocument(`Words ${printed} on.`).citations;
    assert.ok(again && more.length === 0, 'a printed citation is one citation');
    assert.equal(again.malformed, undefined, 'a printed citation is not malformed');
    const wanted = malformed?.reading?.parts ?? parts;
    assert.deepEqual(
      [again.kind, idsOf(again)],
      [kind, idsOf({ parts: wanted })],
      'a citation means the same',
    );
  }
}

/** Any YAML gives a value and faults with places, and no key of it reaches an object's prototype. */
function checkYaml(text: string): void {
  const { map, faults } = readYamlMap(text, span(0, text.length));
  checkInside(
    text,
    'a fault',
    faults.map((fault) => fault.span),
  );
  const visit = (node: YamlNode): void => {
    checkInside(text, 'a value', [node.span]);
    if (node.kind === 'scalar') {
      const plain = `a: ${printScalar(node.value)}`;
      const again = readYamlMap(plain, span(0, plain.length));
      const value = again.map.entries[0]?.value;
      assert.deepEqual(again.faults, [], 'a printed value can be read');
      assert.equal(
        value?.kind === 'scalar' ? value.value : undefined,
        node.value,
        'a printed value is the same',
      );
    } else if (node.kind === 'list') node.items.forEach(visit);
    else if (node.kind === 'map') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    }
  };
  visit(map);
  checkSettings(text);
}

const plainKeys = Object.getOwnPropertyNames(Object.prototype).sort().join();

const plainPrototypes: readonly unknown[] = [Object.prototype, Array.prototype, Map.prototype, Set.prototype];

function checkSettings(text: string): void {
  const settings = readSettings(text, span(0, text.length));
  checkInside(
    text,
    'a setting',
    [...settings.faults, ...settings.keys].map((each) => each.span),
  );
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    assert.ok(plainPrototypes.includes(Object.getPrototypeOf(value)), 'a value has a plain prototype');
    assert.ok(!Object.hasOwn(value, '__proto__'), 'a value keeps no key of a prototype');
    Object.values(value).forEach(walk);
    if (value instanceof Map) [...value.values()].forEach(walk);
  };
  walk(settings);
  assert.equal(
    Object.getOwnPropertyNames(Object.prototype).sort().join(),
    plainKeys,
    'prototypes stay the same',
  );
}

/** A catalogue that is printed is read back as the same. */
function checkCatalogue(text: string): void {
  const read = readCatalogue(text);
  checkInside(
    text,
    'a fault',
    read.faults.map((fault) => fault.span),
  );
  checkInside(
    text,
    'a theme',
    read.themes.flatMap((theme) => [theme.span, theme.nameSpan]),
  );
  const data = dataOf(read);
  assert.deepEqual(dataOf(readCatalogue(printCatalogue(data))), data, 'a printed catalogue is the same');
}

const { words, plainReview: plain, yamlWords } = texts;

export const readers: readonly Target[] = [
  {
    name: 'document',
    executions: 250,
    seeds: [...texts.pieces(texts.document), texts.evidence, texts.cover],
    words,
    plain,
    check: checkDocument,
  },
  {
    name: 'passages',
    executions: 250,
    seeds: [...texts.pieces(texts.document), texts.evidence],
    words,
    plain,
    check: checkChunks,
  },
  {
    name: 'edits',
    executions: 60,
    seeds: [
      ['## Strengths\n\n- One [std 1.1]\n\n', '- Two', 'x\n===\n', '\n- Three [std 3.1]\n'].join(separator),
      [texts.document.slice(0, 300), '```\n', '', texts.document.slice(300)].join(separator),
      [texts.cover.slice(0, 9), '---\n', '\uFEFF', texts.cover.slice(9)].join(separator),
    ],
    words,
    plain: (length) => [plain(length / 2), 'a', 'b', plain(length / 2)].join(separator),
    check: checkEdits,
  },
  {
    name: 'citations',
    executions: 500,
    seeds: ['std 6.1', 'standards 6.1 to 6.3; 7', 'probe 6.12-6.14, cs:7.1', 'ev FG2, D4', 'theme 3 and 4'],
    words: [
      'std ',
      'theme ',
      'probe ',
      'ev ',
      'Standard ',
      'element ',
      '6.1',
      '-',
      '–',
      '—',
      ' to ',
      ' and ',
      '..',
      'cs:',
    ],
    plain: (length) => plain(length * 2),
    check: checkCitations,
  },
  {
    name: 'yaml',
    executions: 120,
    seeds: [
      texts.cover.split('---\n')[1] ?? '',
      'title: "a\\u0041" # b\nchecks: { __proto__: off }\n',
      'a: |\n  b\n',
    ],
    words: yamlWords,
    plain: (length) => 'title: words and "more"\n'.repeat(Math.ceil(length / 24)).slice(0, length),
    check: checkYaml,
  },
  {
    name: 'catalogue',
    executions: 120,
    seeds: [texts.catalogue],
    words: [
      ...words,
      ...yamlWords,
      '# Theme 2: ',
      '## Element 2: ',
      '### Standards\n\n',
      ' (printed 2.1)',
      ' (formerly 2)',
    ],
    plain: (length) => texts.catalogue + plain(length),
    check: checkCatalogue,
  },
];

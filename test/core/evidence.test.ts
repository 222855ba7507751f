import assert from 'node:assert/strict';
import { coverage, readDocument, type Evidence } from '../../core/src';
import { knownEvidence } from '../../core/src/review/evidenceRegister';
import { evidenceCitedBy, registerOf } from '../../core/src/review/evidenceRegister';
import { readFixture, root } from '../support/fixture';

const register = (lines: string, heading = '## Evidence'): string => `${heading}\n\n${lines}\n`;

const table = `| Id | Kind | Description | Date | Reviewer |
| --- | --- | --- | --- | --- |
| FG2 | Focus group | Foster carers, north | 2026-10-06 | GP |
| D4 | Document | Corporate plan | | |`;

function evidenceOf(text: string): readonly Evidence[] {
  return readDocument(text).evidence;
}

describe('the evidence register', () => {
  it('is the table below a heading that says so', () => {
    const [first, second] = evidenceOf(register(table));
    assert.ok(first);
    const { span, cells, ...words } = first;
    assert.deepEqual(words, {
      id: 'FG2',
      kind: 'Focus group',
      description: 'Foster carers, north',
      date: '2026-10-06',
      reviewer: 'GP',
    });
    const text = register(table);
    assert.equal(text.slice(span.start, span.end), table.split('\n')[2]);
    assert.equal(text.slice(cells.id.start, cells.id.end), 'FG2');
    assert.deepEqual([second?.id, second?.date, second?.reviewer], ['D4', undefined, undefined]);
  });

  for (const heading of ['# Evidence', '### **Tystiolaeth:**', '## 5. EVIDENCE']) {
    it(`stands below ${heading}`, () => {
      assert.equal(evidenceOf(register(table, heading)).length, 2);
    });
  }

  it('goes on below a deeper heading, and ends at the next of its level', () => {
    const text = `## Evidence\n\n### On site\n\n${table}\n\n## Method\n\n${table.replace('FG2', 'FG3')}\n`;
    assert.deepEqual(
      evidenceOf(text).map(({ id }) => id),
      ['FG2', 'D4'],
    );
  });

  it('is no table elsewhere, and none without a column for ids', () => {
    assert.deepEqual(evidenceOf(register(table, '## Method')), []);
    assert.deepEqual(evidenceOf(register(table, '## Strengths')), []);
    assert.deepEqual(evidenceOf(register(table.replace('| Id ', '| Place '))), []);
  });

  it('has its columns in any order, in either language, and others beside them', () => {
    const text = register(`| Adolygydd | *Disgrifiad* | Lle | RHIF | Math: | Dyddiad |
| - | - | - | - | - | - |
| GP | Gofalwyr | Aberwen | GF2 | Grŵp ffocws | 6 Hydref |`);
    const [entry] = evidenceOf(text);
    assert.deepEqual(
      [entry?.id, entry?.kind, entry?.description, entry?.date, entry?.reviewer],
      ['GF2', 'Grŵp ffocws', 'Gofalwyr', '6 Hydref', 'GP'],
    );
  });

  it('reads an id however it is dressed', () => {
    for (const id of ['FG2', '**FG2**', '`FG2`', '[ev FG2]', ' FG2 ']) {
      const text = register(`| Ref | Description |\n| --- | --- |\n| ${id} | Carers |`);
      const [entry] = evidenceOf(text);
      assert.ok(entry);
      assert.equal(entry.id, 'FG2', id);
      assert.equal(text.slice(entry.cells.id.start, entry.cells.id.end), 'FG2', id);
      assert.deepEqual(readDocument(text).citations, [], 'an entry does not cite itself');
    }
  });

  it('leaves words as they are written', () => {
    const text = register('| Id | Kind | Description |\n| - | - | - |\n| D1 | Vox pop | one \\| *two* |');
    const [entry] = evidenceOf(text);
    assert.deepEqual([entry?.kind, entry?.description], ['Vox pop', 'one | two']);
  });

  it('has entries without an id, but none in a row without words', () => {
    const text = register('| Id | Description |\n| - | - |\n| | Carers |\n| | |\n| D2 |');
    assert.deepEqual(
      evidenceOf(text).map(({ id, description }) => [id, description]),
      [
        ['', 'Carers'],
        ['D2', ''],
      ],
    );
  });

  it('keeps what its descriptions cite', () => {
    const text = register('| Id | Description |\n| - | - |\n| D1 | On visits [std 6.1], see [ev D2] |');
    const cited = readDocument(text).citations.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(cited, ['[std 6.1]', '[ev D2]']);
  });
});

describe('the register of a review', () => {
  const drawn = `
//- cover.review.md
## Evidence

| Id | Kind | Description |
| --- | --- | --- |
| FG2 | Focus group | Foster carers |
| D4 | Document | Corporate plan |
//- one.review.md
# Delivery [theme 3]

## Strengths

- Visits are on time. [std 6.1] [ev fg2, D4, FG2] [ev FG9]

## Areas for development

- Letters are late. [std 6.1] [ev I1]
- … [std 6.1] [ev D5]
//- two.review.md
## Tystiolaeth

| Rhif | Math |
| --- | --- |
| I1 | Cyfweliad |
| D5 | |
| d4 | Data |
`;

  it('is that of all its documents, in report order', () => {
    const [set] = readFixture(drawn).snapshot().reviews();
    assert.ok(set);
    const { entries, find } = registerOf(set);
    assert.deepEqual(
      entries.map(({ evidence }) => evidence.id),
      ['FG2', 'D4', 'I1', 'D5', 'd4'],
    );
    assert.deepEqual(
      find('D4').map(({ document }) => document.uri),
      [`${root}/cover.review.md`, `${root}/two.review.md`],
    );
    assert.deepEqual(
      [...knownEvidence(set)],
      [
        ['FG2', 'focus group'],
        ['D4', 'document'],
        ['I1', 'interview'],
        ['D5', ''],
      ],
    );
  });

  it('tells what a finding rests on, each entry once', () => {
    const [set] = readFixture(drawn).snapshot().reviews();
    const [finding] = set?.documents[1]?.model.findings ?? [];
    assert.ok(set && finding);
    const cited = evidenceCitedBy(finding.citations, registerOf(set));
    assert.deepEqual(
      cited.map(({ evidence }) => evidence.description),
      ['Foster carers', 'Corporate plan'],
    );
  });

  it('counts for a standard with the findings that have words', () => {
    const [set] = readFixture(drawn).snapshot().reviews();
    const entry = set && coverage(set).standards.find(({ standard }) => standard.id === '6.1');
    assert.deepEqual(
      entry?.evidence.map(({ evidence }) => evidence.id),
      ['FG2', 'D4', 'I1'],
    );
    assert.deepEqual(entry.evidenceKinds, ['focus group', 'document', 'interview']);
  });

  it('knows the same ids and kinds, as one object, while other words change', () => {
    const fixture = readFixture(drawn);
    const knownNow = () => {
      const [set] = fixture.snapshot().reviews();
      return set && knownEvidence(set);
    };
    const before = knownNow();
    const edit = (from: string, to: string): void => {
      const uri = `${root}/cover.review.md`;
      fixture.workspace.setFile(uri, (fixture.snapshot().document(uri)?.text ?? '').replace(from, to));
    };
    edit('## Evidence', 'Words above it.\n\n## Evidence');
    edit('Foster carers', 'Foster carers in the north');
    assert.equal(knownNow(), before);
    edit('| Document |', '| Data |');
    assert.equal(knownNow()?.get('D4'), 'data');
  });
});

/*
 * The pages that are made from the code. `UPDATE_GOLDEN=1 npm run test:unit` writes them again; a check that is
 * missing here, or says something else than its file, fails.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  catalogueFaults,
  checks,
  evidenceKinds,
  languageCodes,
  readCatalogue,
  readDocument,
  type Check,
} from '../core/src';
import { columnHeadings } from '../core/src/evidence/entry';
import { allDiagnostics } from './support/check';
import { readFixture } from './support/fixture';

const page = join(__dirname, '../docs/checks.md');
const phases = ['fieldwork', 'drafting', 'moderation', 'final'] as const;

describe('docs/checks.md', () => {
  it('describes every check', () => {
    const wanted = printPage();
    if (process.env.UPDATE_GOLDEN === '1' || !existsSync(page)) writeFileSync(page, wanted);
    assert.equal(readFileSync(page, 'utf8'), wanted);
  });
});

describe('the faults of a catalogue', () => {
  const small = '---\nid: a\n---\n# Theme 1: A\n## Element 1: A\n### Standards\n- 1.1 Words\n';
  const broken: Record<keyof typeof catalogueFaults, string> = {
    'missing-id': small.replace('id: a\n', ''),
    'duplicate-id': `${small}- 1.1 Words again\n`,
    'misplaced-id': `${small}- 2.1 Words\n`,
    'id-without-figure': small.replace('Element 1', 'Element A').replace('1.1', 'A.b'),
    'missing-words': `${small}- 1.2\n`,
    'unknown-heading': `${small}### Standrads\n`,
    'element-without-standards': `${small}## Element 2: B\n`,
    'invalid-setting': small.replace('id: a', 'id: a\n  b: c: d'),
    'unknown-setting': small.replace('id: a', 'id: a\ntitel: b'),
  };

  for (const [code, text] of Object.entries(broken)) {
    it(`are found where the page says: ${code}`, () => {
      assert.deepEqual(readCatalogue(small).faults, []);
      const found = readCatalogue(text).faults.find((fault) => fault.code === code);
      assert.equal(found?.severity, catalogueFaults[code as keyof typeof catalogueFaults].severity);
    });
  }
});

for (const file of ['docs/language.md', 'docs/personal-data.md']) {
  it(`${file} shows an ignore comment that silences what stands below it`, () => {
    const [block = ''] = blocks(file).filter((text) => text.includes('review-ignore-next-line'));
    const [, comment = '', rest = ''] = /^(<!--.*-->)\n\n(- [^]*)$/.exec(block) ?? [];
    const code = /next-line ([a-z-]+):/.exec(comment)?.[1] ?? '';
    const section = '# Delivery [theme 3]\n\n## Strengths\n\n';
    const count = (text: string): number =>
      allDiagnostics(readFixture(`${section}${text}`)).filter((found) => found.code === code).length;
    assert.equal(count(rest), 1);
    assert.equal(count(block), 0);
  });
}

describe('the evidence register in docs/language.md', () => {
  it('is read as it is shown', () => {
    const [block = ''] = blocks('docs/language.md').filter((text) => text.startsWith('# Evidence'));
    assert.deepEqual(
      readDocument(block).evidence.map(({ id, kind, reviewer }) => [id, kind, reviewer]),
      [
        ['FG2', 'Focus group', 'GP'],
        ['D4', 'Document', 'MH'],
      ],
    );
  });

  it('names every column and every kind, in both languages', () => {
    const text = readFileSync(join(__dirname, '../docs/language.md'), 'utf8').toLowerCase();
    const columns = Object.values(columnHeadings).flatMap(({ en, cy }) => [...en, ...cy]);
    const kinds = Object.values(evidenceKinds).flatMap(({ en, cy }) => [en[0], cy[0]]);
    for (const name of [...columns, ...kinds]) assert.ok(text.includes(`_${name?.toLowerCase()}_`), name);
  });
});

describe('actions and surveys in docs/language.md', () => {
  it('are read as they are shown, and nothing is wrong with them', () => {
    const [plan = ''] = blocks('docs/language.md').filter((text) => text.startsWith('## Action plan'));
    assert.deepEqual(
      readDocument(plan).actions.map(({ leads, dues }) => [leads.length, dues.map(({ day }) => day)]),
      [
        [1, ['2026-11-15']],
        [1, ['2026-10-31', '2027-03-31']],
      ],
    );
    const text = readFileSync(join(__dirname, '../docs/language.md'), 'utf8');
    const [, survey = ''] = /^````markdown\n([^]*?)^````$/m.exec(text) ?? [];
    assert.equal(readDocument(survey).evidence[0]?.survey?.answers.length, 9);
    const wrong = allDiagnostics(readFixture(`${plan}\n${survey}\nAs people said [ev S1].\n`));
    assert.deepEqual([...new Set(wrong.map(({ code }) => code))], ['uncovered-standards']);
  });
});

describe('README.md', () => {
  it('shows a cover and a theme in which nothing is wrong', () => {
    const [cover = '', theme = ''] = blocks('README.md');
    const drawn = `//- cover.review.md\n${cover}//- theme-2.review.md\n${theme}`;
    const wrong = allDiagnostics(readFixture(drawn)).map(({ code }) => code);
    assert.deepEqual([...new Set(wrong)], ['uncovered-standards']);
  });
});

describe('docs/it.md', () => {
  const root = join(__dirname, '..');
  const text = readFileSync(join(root, 'docs/it.md'), 'utf8');

  it('names, for what it says, tests and files that are there', () => {
    const [, table = ''] = text.split('## What holds these statements');
    const rows = table.split('\n').filter((line) => /^\| (?!statement|-)/.test(line));
    assert.ok(rows.length > 10);
    for (const row of rows) {
      let folder = '';
      for (const [, name = ''] of row.matchAll(/`([\w./]+\.(?:ts|mjs))`/g)) {
        const file = name.includes('/') ? name : `${folder}/${name}`;
        folder = dirname(file);
        assert.ok(existsSync(join(root, file)), file);
      }
    }
  });

  it('names the packages and the Node.js of this version', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
      engines: { node: string };
    };
    for (const [, version] of text.matchAll(/critical-friend-([\d.]+)\.(?:vsix|tgz)/g))
      assert.equal(version, manifest.version);
    assert.equal(/Node\.js (\d+\.\d+) or newer/.exec(text)?.[1], manifest.engines.node.replace('>=', ''));
  });
});

describe('checks', () => {
  it('have codes of the language, each once, in kebab-case', () => {
    const codes = checks.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    assert.deepEqual(
      codes.filter(
        (code) => !(languageCodes as readonly string[]).includes(code) || !/^[a-z]+(-[a-z]+)*$/.test(code),
      ),
      [],
    );
  });
});

/** The blocks of Markdown that a page shows. */
function blocks(file: string): string[] {
  const text = readFileSync(join(__dirname, '..', file), 'utf8');
  return [...text.matchAll(/^```markdown\n([^]*?)^```$/gm)].map((match) => match[1] ?? '');
}

function printPage(): string {
  const summary = checks.map((check) => `- [\`${check.code}\`](#${check.code}): ${weight(check)}`);
  const later = languageCodes.filter((code) => !checks.some((check) => check.code === code));
  return [
    '# Checks',
    'This page is made from the code. A cover sets the weight of any check, or switches it off, in `checks:`.',
    summary.join('\n'),
    'A fix that is called safe has one clear reading; editors can apply it whenever a file is saved, as [the page on fixes](fixes.md) shows.',
    ...checks.map(describeCheck),
    '## In a catalogue',
    'What is wrong in a `*.standards.md` file is reported in that file. A cover does not change its weight.',
    ...Object.entries(catalogueFaults).map(([code, { title, why, severity }]) => {
      return `### ${code}\n\n${title}.\n\n${why}\n\nWeight: ${severity}.`;
    }),
    ...(later.length === 0
      ? []
      : [
          '## Not checked yet',
          'A cover may name these codes already; they have no effect yet:',
          `${later.map((code) => `\`${code}\``).join(', ')}.`,
        ]),
  ]
    .join('\n\n')
    .concat('\n');
}

function describeCheck(check: Check): string {
  const safe = check.safe === true ? ' It is safe.' : '';
  const fix = check.fix
    ? `There is a quick fix where one is clear.${safe}`
    : 'It has no quick fix: a person must decide.';
  return `## ${check.code}\n\n${check.title}.\n\n${check.why}\n\nWeight: ${weight(check)}. ${fix}`;
}

function weight({ severity }: Check): string {
  if (typeof severity === 'string') return severity;
  return phases.map((phase) => `${severity[phase]} in ${phase}`).join(', ');
}

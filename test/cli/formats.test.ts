/*
 * The formats of `check`: each is read back by the rules of whoever it is for, over texts that are full of signs.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import sax from 'sax';
import type { CheckedDiagnostic, CheckReport } from '../../cli/src/check';
import { formats } from '../../cli/src/formats';
import { Desk } from '../support/serverCli';

const cover = '---\ntitle: A <b>review</b> & more\nstandards: tiny\nphase: drafting\n---\n';
const theme = (...points: string[]): string =>
  `# Theme 1: Outcomes\n\n## Strengths\n\n${points.map((point) => `- ${point}\n`).join('')}`;
const signs = 'Signs “<script>alert(1)</script>” | `a` *b* ]]> & 100% \u0007. [std 9|9]';
const files = {
  'r/cover.review.md': cover,
  'r/a, b: c.review.md': theme(signs, 'Twice the same. [std 1.1, 1.1]', 'No citation.'),
  'r/two.review.md': theme('People told us so. [std 1.1, 9.9]', 'Of another kind. [std 1.2, 3.1, 2.1]'),
};

/** The schema that OASIS publishes; `data/README.md` says where it is from. */
const schema = JSON.parse(
  readFileSync(path.join(__dirname, 'data/sarif-schema-2.1.0.json'), 'utf8'),
) as Record<string, unknown>;

/** Says what is wrong with a log by the schema, which is of draft 4 and has its name under another key than newer ones. */
function faultsOf(log: unknown): unknown {
  const rest = Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(Object.fromEntries(rest));
  return validate(log) ? [] : validate.errors;
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly { readonly executionSuccessful: boolean }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number; readonly startColumn: number };
        };
      }[];
    }[];
  }[];
}

/** Every element of an XML document with its attributes, by a strict reader. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const parser = sax.parser(true);
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  parser.onopentag = ({ name, attributes }) => {
    found.push({ name, attributes, text: '' });
  };
  parser.ontext = (text) => {
    const last = found[found.length - 1];
    if (last) last.text += text;
  };
  parser.onerror = (fault) => {
    throw fault;
  };
  parser.write(xml).close();
  return found;
}

describe('the formats of check', () => {
  let desk: Desk;
  let found: CheckedDiagnostic[];
  beforeEach(async () => {
    desk = new Desk(files);
    found = ((await desk.json('check')).value as CheckReport).reviews.flatMap((one) => one.diagnostics);
    const severities = new Set(found.map(({ severity }) => severity));
    assert.deepEqual([...severities].sort(), ['error', 'hint', 'information']);
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const print = async (format: string): Promise<string> => (await desk.run(`check --format ${format}`)).out;

  it('compact is a line for each, counted from 1', async () => {
    const lines = (await print('compact')).split('\n').slice(0, -1);
    assert.equal(lines.length, found.length);
    assert.ok(
      lines.includes(
        'r/two.review.md:5:32: error unknown-standard Standard 9.9 is not in the catalogue; it has no element 9.',
      ),
      lines.join('\n'),
    );
  });

  it('stylish has colours only where they are shown, and says the same without', async () => {
    const plain = await print('stylish');
    desk.colours = true;
    const coloured = await print('stylish');
    assert.ok(coloured.includes('\u001b[31merror'));
    // eslint-disable-next-line no-control-regex -- what a terminal would obey is what is taken out.
    assert.equal(coloured.replace(/\u001b\[\d+m/g, ''), plain);
    assert.ok(!plain.includes('\u001b'));
    assert.equal(await print('text'), coloured);
  });

  it('github escapes what would end a command, the heaviest first', async () => {
    const lines = (await print('github')).split('\n').slice(0, -1);
    const kinds = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
    const expected = ['error', 'warning', 'notice'];
    assert.deepEqual(
      kinds,
      [...kinds].sort((a, b) => expected.indexOf(a!) - expected.indexOf(b!)),
    );
    assert.ok(
      lines.some((line) => line.startsWith('::error file=r/a%2C b%3A c.review.md,line=5,endLine=5,col=')),
    );
  });

  it('github shows ten of a kind, and says how many more there are', async () => {
    const points = Array.from({ length: 13 }, (_, i) => `Point ${i} of many. [std 9.${i}]`);
    desk.folder.write('r/two.review.md', theme(...points));
    const lines = (await print('github')).split('\n').slice(0, -1);
    assert.equal(lines.filter((line) => line.startsWith('::error')).length, 10);
    assert.match(
      lines[lines.length - 1]!,
      /^4 more that GitHub would not show: 4 errors\. "critical-friend check"/,
    );
  });

  it('gitlab has a fingerprint of its own for each', async () => {
    const entries = JSON.parse(await print('gitlab')) as Record<string, unknown>[];
    assert.equal(new Set(entries.map((entry) => entry.fingerprint)).size, found.length);
    for (const { severity, description, check_name: name, location } of entries) {
      assert.ok(['info', 'minor', 'major', 'critical', 'blocker'].includes(severity as string));
      assert.ok(typeof description === 'string' && typeof name === 'string');
      const { path: file, lines } = location as { path: string; lines: { begin: number } };
      assert.ok(!file.startsWith('.') && lines.begin > 0);
    }
  });

  it('sarif fits its schema, and names its places', async () => {
    const log = JSON.parse(await print('sarif')) as Log;
    assert.deepEqual(faultsOf(log), []);
    assert.notDeepEqual(faultsOf({ ...log, version: '2.0.0' }), []);
    const [run] = log.runs;
    assert.equal(run?.results.length, found.length);
    for (const { ruleId, ruleIndex } of run.results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    }
    const [result] = run.results.filter(({ message }) => message.text.includes('9.9'));
    const place = result?.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, 'r/two.review.md');
    assert.deepEqual([place.region.startLine, place.region.startColumn], [5, 32]);
    const uris = run.results.map((one) => one.locations[0]?.physicalLocation.artifactLocation.uri);
    assert.ok(uris.includes('r/a%2C%20b%3A%20c.review.md'));
    assert.equal(run.invocations[0]?.executionSuccessful, true);
  });

  it('sarif keeps its fingerprints when lines are put in above, and gives new words a new one', async () => {
    const prints = async (): Promise<string[]> => {
      const log = JSON.parse(await print('sarif')) as Log;
      return log.runs[0]!.results.map((one) => Object.values(one.partialFingerprints).join());
    };
    const before = await prints();
    assert.equal(new Set(before).size, before.length);
    desk.folder.write('r/two.review.md', `\n\nSome narrative.\n\n${files['r/two.review.md']}`);
    assert.deepEqual(await prints(), before);
    desk.folder.write('r/two.review.md', files['r/two.review.md'].replace('told us so', 'said it'));
    const after = await prints();
    assert.equal(after.filter((one) => !before.includes(one)).length, 1);
  });

  it('junit is well-formed, with a failure for each error and a test for what is clean', async () => {
    const elements = elementsOf(await print('junit'));
    const errors = found.filter(({ severity }) => severity === 'error');
    const named = (name: string): typeof elements => elements.filter((one) => one.name === name);
    assert.equal(named('failure').length, errors.length);
    const [all] = named('testsuites');
    assert.equal(Number(all?.attributes.failures), errors.length);
    assert.equal(Number(all?.attributes.tests), named('testcase').length);
    const messages = named('failure').map(({ attributes }) => attributes.message);
    assert.ok(messages.some((message) => message?.includes('9|9')));
    const clean = named('testcase').filter(({ attributes }) => attributes.name === 'no problems');
    assert.deepEqual(
      clean.map(({ attributes }) => attributes.classname),
      ['r/cover.review.md'],
    );
    const strict = elementsOf((await desk.run('check --format junit --fail-on hint')).out);
    assert.equal(strict.filter(({ name }) => name === 'failure').length, found.length);
  });

  it('html and markdown print every message as words', async () => {
    const html = await print('html');
    assert.ok(!html.includes('<script') && !html.includes('<b>') && !html.includes('\u0007'));
    assert.match(html, /^<!doctype html>/);
    elementsOf(html.replace('<!doctype html>', '').replace(/<meta[^>]*>/g, ''));
    const markdown = await print('markdown');
    assert.ok(!markdown.includes('<script'));
    const rows = markdown.split('\n').filter((line) => /^\| \d+ \|/.test(line));
    assert.equal(rows.length, found.length);
    // A column is closed by a bar that no sign of the words is.
    for (const row of rows) assert.equal(row.replace(/\\\|/g, '').split('|').length, 6, row);
  });

  it('print the same when they are asked again, and something when all is well', async () => {
    for (const name of Object.keys(formats)) assert.equal(await print(name), await print(name), name);
    desk.folder.write('r/cover.review.md', `${cover.slice(0, -4)}checks:\n  uncovered-standards: off\n---\n`);
    desk.folder.write('r/two.review.md', '');
    desk.folder.write('r/a, b: c.review.md', theme('People told us so. [std 1.1]'));
    assert.equal(await print('compact'), '');
    assert.equal(await print('github'), '');
    assert.equal(await print('gitlab'), '[]\n');
    assert.deepEqual(faultsOf(JSON.parse(await print('sarif'))), []);
    assert.equal(elementsOf(await print('junit')).filter(({ name }) => name === 'testcase').length, 3);
    for (const name of ['stylish', 'markdown', 'html'])
      assert.match(await print(name), /No problems in 3 files/);
  });
});

describe('where the formats of check go', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk(files);
  });
  afterEach(() => {
    desk.folder.remove();
  });
  const read = (file: string): string => readFileSync(path.join(desk.folder.path, file), 'utf8');

  it('is a file for each output file, and the screen for one without', async () => {
    const line = 'check -f sarif -o out/deep/x.sarif -f stylish --format junit --output-file=x.xml';
    const { code, out, err } = await desk.run(line);
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.match(out, /problems in 3 files of 1 review/);
    assert.deepEqual(faultsOf(JSON.parse(read('out/deep/x.sarif'))), []);
    assert.match(read('x.xml'), /<testsuites /);
  });

  it('is the file that is named before the first format', async () => {
    assert.equal((await desk.run('check -o x.json -f json')).out, '');
    assert.equal((JSON.parse(read('x.json')) as CheckReport).schemaVersion, 1);
    desk.colours = true;
    assert.equal((await desk.run('check -o plain.txt')).out, '');
    assert.ok(!read('plain.txt').includes('\u001b'));
  });

  it('is refused where one would be lost or mixed with another', async () => {
    for (const [line, said] of [
      ['check -f json -f sarif', /json and sarif would be mixed on the screen/],
      ['check -f json -o a -o b', /"a" and "b" are two files for one format/],
      ['check -o a -o b -f json', /"a" and "b" are two files for one format/],
      ['check -o r/two.review.md', /"r\/two\.review\.md" has the name of a document/],
      ['check -o r', /"r" cannot be written: it is a folder/],
      ['check -o', /Which file\?/],
      ['check -o --fix', /Which file\?/],
    ] as const) {
      const { code, out, err } = await desk.run(line);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, line);
      assert.match(err, said);
    }
    assert.equal(read('r/two.review.md'), files['r/two.review.md']);
  });
});

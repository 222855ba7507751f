/*
 * `check`: which reviews a path names, the JSON that others build on, and the text for people.
 */
import assert from 'node:assert/strict';
import type { CheckReport } from '../../cli/src/check';
import { Desk } from '../support/serverCli';

const cover = (more = ''): string =>
  `---\ntitle: A review\nstandards: tiny\nchecks:\n  uncovered-standards: off\n${more}---\n`;
const finding = (words: string): string => `# Theme 1: Outcomes\n\n## Strengths\n\n- ${words}\n`;
const wrong = finding('People told us so. [std 9.9]');
const clean = finding('People told us so. [std 1.1]');

describe('check', () => {
  let desk: Desk;
  afterEach(() => {
    desk.folder.remove();
  });
  const reviews = async (line: string, below?: string): Promise<CheckReport['reviews']> =>
    ((await desk.json(line, below)).value as CheckReport).reviews;

  it('prints JSON with zero-based ranges and paths relative to the working folder', async () => {
    desk = new Desk({ 'r/cover.review.md': cover(), 'r/t/one.review.md': wrong });
    const { code, value } = await desk.json('check r');
    const { message, fingerprint } = (value as CheckReport).reviews[0]?.diagnostics[0] ?? {};
    assert.match(fingerprint ?? '', /^[0-9a-f]{32}$/);
    assert.match(message ?? '', /9\.9/);
    assert.deepEqual(value, {
      schemaVersion: 1,
      reviews: [
        {
          cover: 'r/cover.review.md',
          title: 'A review',
          documents: ['r/cover.review.md', 'r/t/one.review.md'],
          diagnostics: [
            {
              file: 'r/t/one.review.md',
              code: 'unknown-standard',
              severity: 'error',
              message,
              range: { start: { line: 4, character: 26 }, end: { line: 4, character: 29 } },
              fingerprint,
            },
          ],
        },
      ],
      unread: [],
    });
    assert.equal(code, 1);
  });

  it('is clean without errors, whatever else it has to say', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': clean });
    assert.deepEqual(await desk.run('check'), {
      code: 0,
      out: 'No problems in 2 files of 1 review.\n',
      err: '',
    });
    desk.folder.write('one.review.md', finding('Cites the same twice. [std 1.1] [std 1.1]'));
    const { code, out } = await desk.run('check');
    assert.equal(code, 0);
    assert.match(out, /duplicate-citation/);
  });

  it('prints text by file, counted from 1, with totals', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': wrong });
    const { code, out, err } = await desk.run('check .');
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.match(
      out,
      /^one\.review\.md\n {2}5:27 {2}error {8}Standard 9\.9 .* {2}unknown-standard\n\n1 problem in 2 files of 1 review: 1 error\.\n$/,
    );
  });

  it('reads one document with its review', async () => {
    desk = new Desk({
      'a/cover.review.md': cover(),
      'a/deep/one.review.md': clean,
      'a/deep/two.review.md': wrong,
      'b/cover.review.md': cover(),
    });
    const [review, ...others] = await reviews('check a/deep/one.review.md');
    assert.equal(others.length, 0);
    assert.equal(review?.cover, 'a/cover.review.md');
    assert.equal(review.documents.length, 3);
    assert.equal(review.diagnostics.length, 1);
    assert.deepEqual(await reviews('check a/deep'), [review]);
  });

  it('looks for a cover no higher than the working folder', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'a/one.review.md': clean, 'a/two.review.md': wrong });
    const [review, ...others] = await reviews('check one.review.md', 'a');
    assert.equal(others.length, 0);
    assert.deepEqual(review?.documents, ['one.review.md']);
  });

  it('takes paths above the working folder', async () => {
    desk = new Desk({ 'a/cover.review.md': cover(), 'b/x.txt': '' });
    assert.deepEqual((await reviews('check ../a', 'b'))[0]?.cover, '../a/cover.review.md');
  });

  it('takes several paths, in the order of their covers, each review once', async () => {
    desk = new Desk({
      'a/cover.review.md': cover(),
      'b/cover.review.md': cover(),
      'c/cover.review.md': cover(),
    });
    const covers = (await reviews('check b a a/cover.review.md')).map((review) => review.cover);
    assert.deepEqual(covers, ['a/cover.review.md', 'b/cover.review.md']);
  });

  it('reads a file that is named though an ignore rule hides it', async () => {
    desk = new Desk({ '.gitignore': 'x/\n', 'x/one.review.md': wrong });
    assert.equal((await reviews('check x/one.review.md')).length, 1);
  });

  const faulty =
    '---\nid: own\ntitle: Own\n---\n\n# Theme 1: T\n\n## Element 1: E\n\n### Standards\n\n- 1.1 Words\n- 1.1 Words\n';

  it('reports a catalogue of the workspace with the reviews that use it', async () => {
    desk = new Desk({
      'own.standards.md': faulty,
      'r/cover.review.md': cover().replace('tiny', '../own.standards.md'),
      'r/one.review.md': clean,
      'unused.standards.md': faulty,
    });
    const [review] = await reviews('check r');
    assert.deepEqual([...new Set(review?.diagnostics.map(({ file }) => file))], ['own.standards.md']);
    assert.deepEqual(review?.documents, ['r/cover.review.md', 'r/one.review.md']);
    const { out } = await desk.run('check r');
    assert.equal(out.split('\n').filter((line) => line === 'own.standards.md').length, 1);
  });

  it('reports a catalogue that is named itself', async () => {
    desk = new Desk({ 'own.standards.md': faulty });
    const [entry] = await reviews('check own.standards.md');
    assert.equal(entry?.cover, 'own.standards.md');
    assert.equal(entry.title, 'Own');
    assert.deepEqual(entry.documents, []);
    assert.ok(entry.diagnostics.length > 0);
  });

  it('points out the names on a private list, and prints none of them', async () => {
    desk = new Desk({
      'cover.review.md': cover(),
      'one.review.md': finding('ZORBLAXIA’s mother was heard. [std 1.1]'),
      'lists/private.txt': '# families\nZorblaxia\nQuuxwen Secretum\n',
    });
    const line = 'check --private-words lists/private.txt';
    const [text, json] = [await desk.run(line), await desk.run(`${line} --format json`)];
    assert.match(text.out, /5:3 +warning +A name or phrase from your private list .* personal-data/);
    const report = JSON.parse(json.out) as CheckReport;
    assert.deepEqual(report.reviews[0]?.diagnostics[0]?.range.end, { line: 4, character: 11 });
    for (const { out, err } of [text, json]) assert.doesNotMatch(out + err, /zorblax|quuxwen|secretum/i);
    assert.equal((await reviews('check'))[0]?.diagnostics.length, 0);
  });

  it('does not run with a private list that it cannot read', async () => {
    desk = new Desk({ 'cover.review.md': cover() });
    const missing = await desk.run('check --private-words missing.txt');
    assert.equal(missing.code, 2);
    assert.match(missing.err, /"missing.txt" cannot be read, so no name would be looked for/);
    assert.equal((await desk.run('check --private-words')).code, 2);
    assert.match((await desk.run('standards --private-words x')).err, /has no option/);
  });

  it('lets nothing through that a terminal would obey', async () => {
    desk = new Desk({ 'cover.review.md': cover(), 'one.review.md': finding('Red. [std \u001b[31m9]') });
    const { out } = await desk.run('check');
    assert.ok(!out.includes('\u001b'));
  });
});

/*
 * `check --final`: one page of what stands in the way before a report leaves, in each of its formats.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../support/serverCli';

const files = {
  'own.standards.md':
    '---\nid: own\n---\n# Theme 1: Homes\n## Element 1: Home life\n### Standards\n- 1.1 Children are heard\n- 1.2 Children are fed\n',
  'r/cover.review.md': '---\ntitle: Homes & gardens\nphase: drafting\nstandards: ../own.standards.md\n---\n',
  'r/one.review.md':
    '# Homes [theme 1]\n\n## Strengths\n\n- TODO [std 1.1]\n\n## Action plan\n\n- Ask the children. @lead(Head of service)\n',
};
const page = `Before it leaves: Homes & gardens

3 points stand in the way of the final report.
The cover says “phase: drafting”, so the report is marked as a draft: write “phase: final” there
when nothing stands in the way.

Findings without words (1)
Write what was found, or take the point out of its list.
  r/one.review.md:5:3  This finding has no words yet.

Themes with standards that nobody has addressed (1)
Write a finding on each standard, or agree to leave it out and say why on the cover, under “scope”.
  r/one.review.md:1:1  `;

describe('check --final', () => {
  it('prints one page with each place, and fails', async () => {
    const { code, out, err } = await new Desk(files).run('check --final');
    assert.deepEqual({ code, err }, { code: 1, err: '' });
    assert.equal(out.slice(0, page.length), page);
    assert.match(out, /^Actions without a lead or a date \(1\)\n[^]*r\/one\.review\.md:9:3 {2}/m);
    assert.ok(
      out.split('\n').every((line) => line.length <= 100),
      out,
    );
  });

  it('says that nothing stands in the way, and succeeds', async () => {
    const desk = new Desk(files);
    writeFileSync(
      join(desk.folder.path, 'r/one.review.md'),
      '# Homes [theme 1]\n\n## Strengths\n\n- They are heard and fed. [std 1.1, 1.2]\n',
    );
    const { code, out } = await desk.run('check --final r');
    assert.equal(code, 0);
    assert.match(out, /Nothing stands in the way of the final report\./);
  });

  it('prints the same as data, as Markdown and as a page that stands alone', async () => {
    const desk = new Desk(files);
    const { code, value } = await desk.json('check --final');
    assert.equal(code, 1);
    const { reviews, unread } = value as {
      reviews: {
        cover: string;
        points: number;
        kinds: {
          kind: string;
          points: { file: string; code: string; range: { start: { line: number } } }[];
        }[];
      }[];
      unread: unknown[];
    };
    assert.deepEqual(unread, []);
    assert.equal(reviews[0]?.cover, 'r/cover.review.md');
    assert.equal(reviews[0].points, 3);
    assert.deepEqual(
      reviews[0].kinds.flatMap(({ kind, points }) =>
        points.map(({ file, code: check, range }) => `${kind} ${file} ${range.start.line} ${check}`),
      ),
      [
        'placeholders r/one.review.md 4 finding-without-words',
        'gaps r/one.review.md 0 uncovered-standards',
        'actions r/one.review.md 8 action-without-date',
      ],
    );
    const words = ['--format', 'html', '-o', 'gate.html', '--format', 'markdown'];
    const ran = await desk.runWords(['check', '--final', ...words]);
    assert.equal(ran.code, 1);
    assert.match(ran.out, /^# Before it leaves: Homes (?:&|\\&|&amp;) gardens$/m);
    const html = readFileSync(join(desk.folder.path, 'gate.html'), 'utf8');
    assert.match(html, /<h1>Before it leaves: Homes &amp; gardens<\/h1>/);
    assert.match(html, /<code>r\/one\.review\.md:5:3<\/code>/);
    assert.doesNotMatch(html, /<script|<button/);
  });

  it('does not go together with what it supposes, or with formats for machines', async () => {
    const desk = new Desk(files);
    for (const [line, said] of [
      ['check --final --phase drafting', /--final and --phase do not go together/],
      ['check --final --fix', /--final and --fix do not go together/],
      ['check --final --format sarif -o x.sarif', /there is no sarif of it\. Choose stylish/],
    ] as const) {
      const { code, err } = await desk.run(line);
      assert.equal(code, 2, line);
      assert.match(err, said);
    }
    assert.ok(!existsSync(join(desk.folder.path, 'x.sarif')));
  });

  it('could not run where a document could not be read, or there is no review', async () => {
    const desk = new Desk(files);
    writeFileSync(join(desk.folder.path, 'r/two.review.md'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    const { code, err } = await desk.run('check --final');
    assert.equal(code, 2);
    assert.match(err, /"r\/two\.review\.md" is not a text/);
    assert.match((await new Desk({}).run('check --final')).err, /No review found/);
  });
});

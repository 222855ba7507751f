/*
 * The command line, as it is bundled, on a folder with a file that cannot be read to its end: it is interrupted and named,
 * the other files get their results, and the exit code is 2.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildHanging, type HangingBundles } from '../support/hangingServer';
import { Folder } from '../support/serverFolder';

const catalogue = (id: string, more = ''): string =>
  `---\nid: ${id}\n---\n\n# Theme 1: Homes\n\n## Element 1: Home life\n\n### Standards\n\n- 1.1 Children are fed\n${more}`;

describe('critical-friend, with a file whose reading never ends', function () {
  this.timeout(300_000);
  let bundles: HangingBundles;
  let review: Folder;

  before(() => {
    bundles = buildHanging();
  });
  after(() => {
    bundles.folder.remove();
  });
  beforeEach(() => {
    review = new Folder({
      'cover.review.md': '---\ntitle: Homes\nphase: final\nstandards: ./own.standards.md\n---\n',
      'a.review.md': '## Strengths\n\n- Fine [std1.1]\n- Good. [std 9.9]\n',
      'b.review.md': `## Strengths\n\n- ${bundles.words} [std1.1]\n`,
      'own.standards.md': catalogue('own'),
      'new.standards.md': catalogue('own-2\nreplaces: own'),
    });
  });
  afterEach(() => {
    review.remove();
  });

  const start = (line: string, seconds: string): ReturnType<typeof spawn> =>
    spawn(process.execPath, [bundles.bundle('cli.js'), ...line.split(' ')], {
      cwd: review.path,
      env: { ...process.env, CRITICAL_FRIEND_READ_SECONDS: seconds },
    });

  /** Runs the command line to its end. */
  async function run(line: string, seconds = '0.5'): Promise<{ code: unknown; out: string; err: string }> {
    const child = start(line, seconds);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
    const [code] = (await once(child, 'close')) as unknown[];
    return { code, out, err };
  }

  it('checks the others, and says which one was not read', async () => {
    const { code, out, err } = await run('check --format json');
    assert.equal(code, 2);
    assert.match(
      err,
      /"b\.review\.md" could not be read within 0\.5 seconds\. It is left out: .*run this again/,
    );
    const { reviews, unread } = JSON.parse(out) as {
      reviews: { diagnostics: { file: string; code: string }[] }[];
      unread: { file: string }[];
    };
    assert.deepEqual(
      unread.map(({ file }) => file),
      ['b.review.md'],
    );
    const found = reviews.flatMap(({ diagnostics }) =>
      diagnostics.map(({ file, code: own }) => `${file} ${own}`),
    );
    assert.deepEqual(found, [
      'a.review.md malformed-citation',
      'a.review.md unknown-standard',
      'b.review.md unread-document',
    ]);
  });

  it('does so in every command that reads a review', async () => {
    for (const line of ['coverage', 'digest', 'report --format md', 'check --final', 'check b.review.md']) {
      const { code, out, err } = await run(line);
      assert.equal(code, 2, `${line}: ${out}${err}`);
      assert.match(err, /"b\.review\.md" could not be read within 0\.5 seconds/, line);
    }
    const { out } = await run('check --final');
    assert.match(out, /left unread/);
    // The status succeeds, as with any other file that it could not read: it is part of the answer.
    const { code, out: status } = await run('status');
    assert.equal(code, 0);
    assert.match(status, /b\.review\.md was left unread/);
  });

  it('does so where it is the cover or the catalogue, without a false alarm', async () => {
    review.write('b.review.md', '## Strengths\n\n- Fine. [std 1.1]\n');
    review.write('a.review.md', '## Strengths\n\n- Fine. [std 1.1]\n');
    for (const name of ['cover.review.md', 'own.standards.md']) {
      const path = join(review.path, name);
      const before = readFileSync(path, 'utf8');
      review.write(name, `${before}\n${bundles.words}\n`);
      const { code, out, err } = await run('check --format json');
      assert.equal(code, 2);
      assert.match(err, new RegExp(`"${name.replaceAll('.', '\\.')}" could not be read within`));
      assert.deepEqual(
        [...out.matchAll(/"code": "([^"]+)"/g)].map(([, own]) => own),
        ['unread-document'],
        name,
      );
      review.write(name, before);
    }
  });

  it('changes no document that it has not read, and carries no review over without it', async () => {
    const before = readFileSync(join(review.path, 'b.review.md'), 'utf8');
    const fixed = await run('check --fix');
    assert.equal(fixed.code, 2);
    assert.equal(readFileSync(join(review.path, 'b.review.md'), 'utf8'), before);
    assert.match(readFileSync(join(review.path, 'a.review.md'), 'utf8'), /Fine \[std 1\.1\]/);
    const carried = await run('standards migrate . --to new.standards.md');
    assert.equal(carried.code, 2);
    assert.match(carried.err, /"b\.review\.md" could not be read within .* Nothing was changed/);
  });

  it('reads it when its text has changed, while it watches', async () => {
    const child = start('check --watch', '0.5');
    let said = '';
    const heard = async (words: RegExp): Promise<void> => {
      while (!words.test(said)) await new Promise<void>((resolve) => (wake = resolve));
      said = '';
    };
    let wake: () => void = () => undefined;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => {
        said += data.toString();
        wake();
      });
    await heard(/could not be read within[^]*Watching for changes/);
    review.write('b.review.md', '## Strengths\n\n- Written again. [std 8.8]\n');
    await heard(/Changed: b\.review\.md[^]*8\.8/);
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  it('takes the limit from the environment, and says what is wrong with it', async () => {
    const { code, err } = await run('check', 'soon');
    assert.equal(code, 2);
    assert.match(err, /CRITICAL_FRIEND_READ_SECONDS is "soon", which is not a number of seconds\. Write/);
    review.write('b.review.md', '## Strengths\n\n- Fine. [std 1.1]\n');
    assert.equal((await run('check a.review.md', '0')).err, '');
  });
});

/*
 * The command line's words, its help and its exit codes.
 */
import assert from 'node:assert/strict';
import { subcommands } from '../../cli/src/help';
import { Desk } from '../support/serverCli';

describe('command line', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({ 'notes.md': '# Notes\n', 'empty/x.txt': '' });
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('prints its version', async () => {
    assert.deepEqual(await desk.run('--version'), { code: 0, out: '1.2.3\n', err: '' });
  });

  it('prints help that fits a screen, for itself and for each subcommand', async () => {
    for (const name of ['', ...subcommands]) {
      const { code, out, err } = await desk.run(`${name} --help`);
      assert.deepEqual({ code, err }, { code: 0, err: '' });
      assert.ok(out.split('\n').length <= (name === '' ? 24 : 40), name);
      assert.ok(Math.max(...out.split('\n').map((line) => line.length)) <= 80, name);
      assert.match(
        out,
        name === '' ? /check[^]*coverage[^]*standards[^]*lsp/ : new RegExp(`critical-friend ${name}`),
      );
    }
  });

  it('cannot run without a subcommand, or with one it does not have', async () => {
    assert.equal((await desk.run('')).code, 2);
    const { code, out, err } = await desk.run('chek');
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(err, /no subcommand "chek".*check, coverage, digest, report, standards, status, lsp/);
  });

  it('cannot run with an option or a format it does not have', async () => {
    const option = await desk.run('check --colour');
    assert.equal(option.code, 2);
    assert.equal(
      option.err,
      'critical-friend: "check" has no option "--colour". A path that begins with a dash stands behind "--". ' +
        'See: critical-friend check --help\n',
    );
    assert.match((await desk.run('coverage -w')).err, /"coverage" has no option "-w"/);
    assert.match(
      (await desk.run('check --format')).err,
      /Which format\? Write --format and one of stylish, compact, json/,
    );
    assert.match((await desk.run('check --format=')).err, /no format ""/);
    assert.match((await desk.run('check -- --colour')).err, /no file or folder "--colour"/);
    const format = await desk.run('coverage --format xml');
    assert.equal(format.code, 2);
    assert.match(format.err, /no format "xml": choose text or json/);
    assert.equal((await desk.run('standards somewhere')).code, 2);
  });

  it('names a path that is not there, and what to do', async () => {
    for (const name of ['check', 'coverage']) {
      const { code, out, err } = await desk.run(`${name} nowhere/cover.review.md`);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(err, /no file or folder "nowhere\/cover\.review\.md"\. Check the spelling/);
    }
  });

  it('says that a file is no review document', async () => {
    const { code, err } = await desk.run('check notes.md');
    assert.equal(code, 2);
    assert.match(err, /"notes\.md" is no review document.*\.review\.md/);
  });

  it('says that there is no review', async () => {
    for (const line of ['check', 'coverage', 'check empty']) {
      const { code, out, err } = await desk.run(line);
      assert.deepEqual({ code, out }, { code: 2, out: '' });
      assert.match(
        err,
        /^critical-friend: No review found at "(\.|empty)": no file there ends in \.review\.md\./,
      );
    }
  });

  it('hands over to the language server, whatever its options are', async () => {
    assert.equal((await desk.run('lsp --stdio --clientProcessId=1')).code, 0);
    assert.equal(desk.served, 1);
  });
});

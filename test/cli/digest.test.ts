/*
 * `digest`: which earlier time a day and a revision mean, in real repositories, and what is said where there is none.
 * The desk's zone is one hour before Greenwich and its day is 2026-10-02.
 */
import assert from 'node:assert/strict';
import { renameSync, rmSync, utimesSync } from 'node:fs';
import * as path from 'node:path';
import type { DigestReport } from '../../cli/src/digest';
import { localCalendar } from '../../server/src/hosts/localDate';
import { commitAll, cutHistory, initGit, linkWorktree, tag } from '../support/gitFolder';
import { Desk } from '../support/serverCli';
import { Folder } from '../support/serverFolder';

const cover = '---\ntitle: A review\nstandards: tiny\nteam: [{ initials: AA, leads: [std 3] }]\n---\n';
const theme = '---\nreviewer: AA\n---\n# Outcomes [theme 1]\n\n## Strengths\n\n';
const first = '- People told us so. [std 1.1]\n';
const second = '- The strategy hangs on every wall of the office. [std 1.2]\n';
const third = '- Nobody waits for longer than one week. [std 1.2]\n';

interface Summary {
  readonly code: number;
  readonly found: readonly string[];
  readonly gone: readonly string[];
}

/** Every finding as `change: words < words before`. */
async function digest(desk: Desk, line = '', below?: string): Promise<Summary> {
  const { code, value } = await desk.json(`digest ${line}`, below);
  const [review] = (value as DigestReport).reviews;
  const found = review?.findings.map(
    ({ change, words, before }) => `${change}: ${words}${before ? ` < ${before.words}` : ''}`,
  );
  return { code, found: found ?? [], gone: review?.removed.map(({ words }) => words) ?? [] };
}

describe('digest in a repository', () => {
  let desk: Desk;
  let hashes: string[];
  beforeEach(async () => {
    desk = new Desk({ 'r/cover.review.md': cover, 'r/one.review.md': theme + first, 'notes.md': 'x\n' });
    await initGit(desk.folder);
    hashes = [await commitAll(desk.folder, '2026-09-30T12:00:00Z')];
    desk.folder.write('r/one.review.md', theme + first + second);
    // One minute before and one after midnight where the desk is.
    hashes.push(await commitAll(desk.folder, '2026-10-01T22:59:00Z'));
    desk.folder.write('r/one.review.md', theme + first + second + third);
    hashes.push(await commitAll(desk.folder, '2026-10-01T23:01:00Z'));
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('compares with the last commit before the day began, there', async () => {
    const today = { code: 0, found: ['new: Nobody waits for longer than one week.'], gone: [] };
    assert.deepEqual(await digest(desk, 'r'), today);
    assert.deepEqual(await digest(desk, 'r --since 2026-10-02'), today);
    assert.deepEqual((await digest(desk, 'r --since yesterday')).found, [
      'new: The strategy hangs on every wall of the office.',
      'new: Nobody waits for longer than one week.',
    ]);
    desk.calendar = { ...desk.calendar, startOf: (day) => new Date(`${day}T00:00:00Z`) };
    assert.deepEqual((await digest(desk, 'r')).found, []);
  });

  it('names the commit, with the day on which it was made there', async () => {
    const { code, out } = await desk.run('digest r');
    assert.equal(code, 0);
    const commit = hashes[1]?.slice(0, 7) ?? '';
    assert.match(out, /^# Today’s findings: A review\n/);
    assert.match(
      out,
      new RegExp(`since 2026-10-02 was found by comparing with commit ${commit} of 2026-10-01\\.\n`),
    );
    assert.match(out, /\n1 new finding, 0 changed, 0 gone\.\n/);
  });

  it('takes a branch, a tag, a hash or the beginning of one, and steps back from it', async () => {
    await tag(desk.folder, 'day-3', false);
    await tag(desk.folder, 'seen', true);
    const start = hashes[0] ?? '';
    for (const revision of ['HEAD', '@', 'main', 'refs/heads/main', 'day-3', 'seen', 'HEAD^0', hashes[2]]) {
      assert.deepEqual(
        await digest(desk, `r --since ${revision}`),
        { code: 0, found: [], gone: [] },
        revision,
      );
    }
    for (const revision of ['HEAD~2', 'HEAD^^', 'main~1^', 'seen~2', start, start.slice(0, 9)]) {
      assert.equal((await digest(desk, `r --since ${revision}`)).found.length, 2, revision);
    }
  });

  it('counts what is not committed yet', async () => {
    desk.folder.write('r/one.review.md', theme + first.replace('so', 'often and freely') + third);
    assert.deepEqual(await digest(desk, 'r --since HEAD'), {
      code: 0,
      found: ['changed: People told us often and freely. < People told us so.'],
      gone: ['The strategy hangs on every wall of the office.'],
    });
  });

  it('follows a document that is called otherwise, and one that is new', async () => {
    const at = (name: string): string => path.join(desk.folder.path, 'r', name);
    renameSync(at('one.review.md'), at('theme-1.review.md'));
    desk.folder.write('r/two.review.md', `${theme}- Leaders come to see for themselves. [std 3.1]\n`);
    await commitAll(desk.folder, '2026-10-02T08:00:00Z');
    assert.deepEqual(await digest(desk, 'r --since HEAD~1'), {
      code: 0,
      found: ['new: Leaders come to see for themselves.'],
      gone: [],
    });
  });

  it('lists what went with a document', async () => {
    rmSync(path.join(desk.folder.path, 'r/one.review.md'));
    const { found, gone } = await digest(desk, 'r --since HEAD~2');
    assert.deepEqual([found, gone], [[], ['People told us so.']]);
    assert.match(
      (await desk.run('digest r --since HEAD~2')).out,
      /\*\*Strength by AA, in one:\*\* People told us so\./,
    );
  });

  it('says that everything is new where the history begins later', async () => {
    const { out } = await desk.run('digest r --since 2026-09-30');
    assert.match(out, /Since 2026-09-30 everything is new: the history holds nothing from before\./);
    assert.match(out, /\n3 new findings, 0 changed, 0 gone\.\n/);
  });

  it('prints JSON for programs', async () => {
    const { code, value } = await desk.json('digest . --since HEAD~1', 'r');
    assert.equal(code, 0);
    assert.deepEqual(value, {
      schemaVersion: 1,
      today: '2026-10-02',
      since: 'HEAD~1',
      reviews: [
        {
          cover: 'cover.review.md',
          title: 'A review',
          history: { kind: 'git', commit: hashes[1] },
          inScope: 4,
          excluded: 0,
          covered: 2,
          findings: [
            {
              change: 'new',
              kind: 'strength',
              file: 'one.review.md',
              reviewer: 'AA',
              words: 'Nobody waits for longer than one week.',
              citations: ['[std 1.2]'],
              range: { start: { line: 9, character: 0 }, end: { line: 9, character: 50 } },
              theme: '1',
              before: null,
            },
          ],
          removed: [],
          gaps: [
            { theme: '1', elements: ['2'], standards: ['2.1'] },
            { theme: '2', elements: ['3'], standards: ['3.1'] },
          ],
          oneSided: [
            { standard: '1.1', only: 'strength' },
            { standard: '1.2', only: 'strength' },
          ],
          singleSource: [],
          silentLeads: [{ element: '3', leads: ['AA'], reviewers: [] }],
        },
      ],
    });
  });

  it('cannot find a revision that is not there, nor go back beyond the first', async () => {
    for (const revision of [
      'nothing',
      'ffffff',
      '../../notes.md',
      'config',
      'HEAD@{1}',
      hashes[0]?.replace(/./g, 'e'),
    ]) {
      const { code, out, err } = await desk.run(`digest r --since ${revision}`);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, revision);
      assert.match(
        err,
        /There is no revision ".*" in .*Give a day such as 2026-10-02, or a branch, a tag or the/,
      );
    }
    for (const revision of ['HEAD~3', 'HEAD~99999999999', 'HEAD^2', 'HEAD^^^^']) {
      const { code, err } = await desk.run(`digest r --since ${revision}`);
      assert.equal(code, 2);
      assert.match(err, /"HEAD.*" goes back beyond the first commit\. Give a later revision\./);
    }
  });

  it('says that a shallow copy does not go back so far', async () => {
    cutHistory(desk.folder, hashes[1] ?? '');
    assert.equal((await digest(desk, 'r')).code, 0);
    const { code, err } = await desk.run('digest r --since 2026-10-01');
    assert.equal(code, 2);
    assert.match(
      err,
      /goes back to commit [0-9a-f]{7} only\. Fetch its whole history \(git fetch --unshallow\), or/,
    );
  });

  it('reads a worktree, which has a head of its own', async () => {
    const other = new Folder({ 'r/cover.review.md': cover, 'r/one.review.md': theme + first + second });
    try {
      linkWorktree(desk.folder, other, hashes[1] ?? '');
      assert.deepEqual(await digest(desk, `${path.join(other.path, 'r')} --since HEAD`), {
        code: 0,
        found: [],
        gone: [],
      });
      assert.equal((await digest(desk, `${path.join(other.path, 'r')} --since HEAD~1`)).found.length, 1);
    } finally {
      other.remove();
    }
  });

  it('does not take a review for kept that only lies there', async () => {
    desk.folder.write('s/cover.review.md', `${cover}${theme.slice(theme.indexOf('#'))}${first}`);
    assert.match(
      (await desk.run('digest s')).out,
      /There is no history here, so whole documents dated since/,
    );
    const { code, err } = await desk.run('digest s --since HEAD');
    assert.equal(code, 2);
    assert.match(err, /"A review" is in no commit yet.*Commit it, or give a day such as 2026-10-02\./);
  });

  it('says that a broken history cannot be read', async () => {
    rmSync(path.join(desk.folder.path, '.git/objects'), { recursive: true });
    const { code, err } = await desk.run('digest r');
    assert.equal(code, 2);
    assert.match(err, /The git history of ".*" cannot be read\. Try whether "git log" can/);
  });
});

describe('digest without a repository', () => {
  let desk: Desk;
  beforeEach(() => {
    const dated = theme.replace('reviewer: AA', 'reviewer: AA\ndate: 2026-10-02');
    desk = new Desk({
      'r/cover.review.md': cover,
      'r/one.review.md': theme + first,
      'r/two.review.md': dated + second,
      'r/three.review.md': theme + third,
    });
    const write = (name: string, instant: string): void => {
      utimesSync(path.join(desk.folder.path, name), new Date(instant), new Date(instant));
    };
    write('r/cover.review.md', '2026-09-01T12:00:00Z');
    write('r/one.review.md', '2026-10-01T22:59:00Z');
    write('r/two.review.md', '2026-09-01T12:00:00Z');
    write('r/three.review.md', '2026-10-01T23:01:00Z');
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('shows the documents that state or were written on the day, and says so', async () => {
    const { out } = await desk.run('digest r');
    assert.match(
      out,
      /There is no history here, so whole documents dated since 2026-10-02 are shown\. They are three and two \(2026-10-02\)\.\n/,
    );
    assert.deepEqual((await digest(desk, 'r')).found, [
      'dated: Nobody waits for longer than one week.',
      'dated: The strategy hangs on every wall of the office.',
    ]);
    assert.equal((await digest(desk, 'r --since 2026-10-01')).found.length, 3);
  });

  it('lists the documents in JSON', async () => {
    const { value } = await desk.json('digest r');
    assert.deepEqual((value as DigestReport).reviews[0]?.history, {
      kind: 'dates',
      documents: [
        { file: 'r/three.review.md', date: '2026-10-02' },
        { file: 'r/two.review.md', date: '2026-10-02' },
      ],
    });
  });

  it('knows no revision', async () => {
    const { code, err } = await desk.run('digest r --since HEAD~3');
    assert.equal(code, 2);
    assert.match(
      err,
      /r" is not in a git repository, so "HEAD~3" means nothing here\. Give a day such as 2026-10-02\./,
    );
  });

  it('knows no day that does not exist, is to come, or can be read in several ways', async () => {
    for (const [given, said] of [
      [
        '2026-02-30',
        /There is no day "2026-02-30"\. Write the year, the month and the day, such as 2026-10-02\./,
      ],
      ['2026-13', /There is no day "2026-13"/],
      ['2026-1-2', /There is no day "2026-1-2"/],
      ['2026-10-03', /"2026-10-03" is still to come: today is 2026-10-02\. Give an earlier day\./],
      [
        '02/10/2026',
        /"02\/10\/2026" can be read in several ways\. Write the year first, such as 2026-10-02\./,
      ],
      ['2.10.26', /can be read in several ways/],
    ] as const) {
      const { code, out, err } = await desk.run(`digest r --since ${given}`);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, given);
      assert.match(err, said);
    }
    assert.match(
      (await desk.run('digest r --since')).err,
      /Since when\? Write --since 2026-10-02, or a revision/,
    );
    assert.equal((await digest(desk, 'r --since 2026-09')).found.length, 3);
  });

  it('has its formats, and says where there is no review', async () => {
    assert.match((await desk.run('digest r --format text')).err, /no format "text": choose markdown or json/);
    assert.equal((await desk.run('digest r --format markdown')).code, 0);
    assert.match((await desk.run('check r --since 2026-10-02')).err, /"check" has no option "--since"/);
    desk.folder.write('empty/x.txt', '');
    assert.match((await desk.run('digest empty')).err, /No review found at "empty"/);
  });

  it('prints several reviews one after the other', async () => {
    desk.folder.write('s/cover.review.md', cover.replace('A review', 'Another'));
    const { out } = await desk.run('digest .');
    assert.match(out, /^# Today’s findings: A review\n[^]*\n\n# Today’s findings: Another\n/);
  });
});

describe('the calendar of this machine', () => {
  it('begins its days where the clock says midnight', () => {
    const calendar = localCalendar(new Date(2026, 9, 2, 0, 30));
    assert.equal(calendar.today, '2026-10-02');
    for (const day of ['2026-03-29', '2026-10-25', '2026-12-31', '0099-01-01']) {
      const start = calendar.startOf(day);
      assert.equal(calendar.dayOf(start), day);
      assert.notEqual(calendar.dayOf(new Date(start.getTime() - 1)), day);
    }
  });
});

/*
 * A replacement that does not go as usual: someone else saves in the meantime, the disk refuses something, or the process
 * is killed. Nothing of anyone's is lost, and the next run finishes what a killed one has left.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as sync from 'node:fs';
import { chmodSync, linkSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type * as promises from 'node:fs/promises';
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { NotWritten, replaceWhole } from '../../cli/src/files/replacement';
import { Desk } from '../support/serverCli';
import { Folder } from '../support/serverFolder';

const review = {
  'cover.review.md': '---\ntitle: A review\nstandards: tiny\n---\n',
  'one.review.md': '# Theme 1: Outcomes\n\n## Strengths\n\n- Told. [std1.1]\n',
};

const load = createRequire(__filename);
/** What is done before it is taken over for a test. */
const { renameSync } = sync;
/** A step on the disk. */
type Step = (...words: never[]) => unknown;

/**
 * Runs something while someone else acts before the nth step on the disk. Resolves to whether there were so many steps.
 */
async function meanwhile(
  nth: number,
  act: () => void,
  work: () => Promise<unknown>,
  isBeforeMoves: boolean,
): Promise<boolean> {
  const real: [Record<string, Step>, string, Step][] = [];
  let left = nth;
  for (const [module, names] of [
    ['node:fs/promises', ['chmod', 'chown', 'copyFile', 'link', 'lstat', 'open', 'readFile', 'rm']],
    ['node:fs', isBeforeMoves ? ['renameSync'] : []],
  ] as const) {
    const functions = load(module) as Record<string, Step>;
    for (const name of names) {
      const step = functions[name];
      if (!step) throw new Error(name);
      real.push([functions, name, step]);
      functions[name] = (...words) => {
        if (--left === 0) act();
        return step(...words);
      };
    }
  }
  try {
    await work();
  } finally {
    for (const [functions, name, step] of real) functions[name] = step;
  }
  return left <= 0;
}

describe('a file that someone else saves while it is replaced', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({});
  });
  afterEach(() => {
    folder.remove();
  });
  const at = (name: string): string => path.join(folder.path, name);
  const contents = (): Record<string, string> =>
    Object.fromEntries(readdirSync(folder.path).map((name) => [name, readFileSync(at(name), 'utf8')]));

  /** Has someone save before each step in turn; resolves to the number of steps. */
  const tryEachStep = async (
    save: () => void,
    isKept: (text: string) => boolean,
    isBeforeMoves: boolean,
  ): Promise<number> => {
    let steps = 0;
    for (let nth = 1; ; nth++) {
      for (const name of readdirSync(folder.path)) sync.rmSync(at(name));
      folder.write('a', 'old');
      let refused: unknown;
      const isReached = await meanwhile(
        nth,
        save,
        () =>
          replaceWhole([{ file: at('a'), content: 'new', read: new TextEncoder().encode('old') }]).catch(
            (failure: unknown) => (refused = failure),
          ),
        isBeforeMoves,
      );
      if (!isReached) return steps;
      steps++;
      const now = contents();
      assert.deepEqual(Object.keys(now), ['a'], `step ${nth}`);
      assert.ok(isKept(now.a ?? ''), `${now.a} at step ${nth}`);
      if (now.a === 'old and theirs') assert.ok(refused instanceof NotWritten, `step ${nth}`);
    }
  };

  it('keeps what they wrote into it, whenever that is', async () => {
    // An editor that writes into the file; it has read the old text or the new one.
    const save = (): void => {
      const text = readFileSync(at('a'), 'utf8');
      sync.writeFileSync(at('a'), `${text} and theirs`);
    };
    const steps = await tryEachStep(
      save,
      (text) => text === 'old and theirs' || text === 'new and theirs',
      true,
    );
    assert.ok(steps > 15, `${steps} steps`);
  });

  // Node has no call that moves a file only if its place still has the one that was looked at. The look comes right
  // before the move, without anything of this process between; what is saved between those two calls is not tried.
  it('keeps what they write while a command runs, whenever that is', async () => {
    for (const [line, files, name] of [
      ['check --fix', review, 'one.review.md'],
      ['standards export tiny -o out.csv', {}, 'out.csv'],
    ] as const) {
      let steps = 0;
      for (let nth = 1; ; nth++) {
        const desk = new Desk(files);
        const file = path.join(desk.folder.path, name);
        const isReached = await meanwhile(
          nth,
          () => {
            sync.appendFileSync(file, '- Theirs.\n');
          },
          () => desk.run(line),
          true,
        );
        const now = readFileSync(file, 'utf8');
        desk.folder.remove();
        if (!isReached) break;
        steps++;
        assert.match(now, /- Theirs\.\n/, `${line}, step ${nth}`);
      }
      assert.ok(steps > 5, `${steps} steps`);
    }
  });

  it('keeps what they put in its place, up to the look before the move', async () => {
    // A program that writes a file beside it and moves that over it, as this one does.
    const save = (): void => {
      const text = readFileSync(at('a'), 'utf8');
      sync.writeFileSync(at('theirs'), `${text} and theirs`);
      renameSync(at('theirs'), at('a'));
    };
    const steps = await tryEachStep(save, (text) => text.endsWith(' and theirs'), false);
    assert.ok(steps > 15, `${steps} steps`);
  });
});

describe('a file that cannot be replaced as usual', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({ a: 'old a', b: 'old b' });
    chmodSync(path.join(folder.path, 'a'), 0o664);
  });
  afterEach(() => {
    folder.remove();
  });
  const at = (name: string): string => path.join(folder.path, name);
  const contents = (): Record<string, string> =>
    Object.fromEntries(readdirSync(folder.path).map((name) => [name, readFileSync(at(name), 'utf8')]));

  /** Runs something while a call of the system fails whenever the condition holds. */
  const failing = async (
    name: string,
    code: string,
    isFailing: (...words: string[]) => boolean,
    work: () => Promise<unknown>,
  ): Promise<void> => {
    const functions = load('node:fs/promises') as Record<string, Step>;
    const real = functions[name];
    if (!real) throw new Error(name);
    functions[name] = (...words) =>
      isFailing(...(words as unknown as string[]))
        ? Promise.reject(Object.assign(new Error(code), { code }))
        : real(...words);
    try {
      await work();
    } finally {
      functions[name] = real;
    }
  };
  const replaceBoth = (): Promise<void> =>
    replaceWhole(['a', 'b', 'c'].map((name) => ({ file: at(name), content: `new ${name}` })));

  it('is replaced by a whole file with its mode where the disk has no second names', async () => {
    await failing('link', 'EPERM', () => true, replaceBoth);
    assert.deepEqual(contents(), { a: 'new a', b: 'new b', c: 'new c' });
    if (process.platform !== 'win32') assert.equal(statSync(at('a')).mode & 0o777, 0o664);
  });

  it('is refused by name where its other names cannot be kept', async () => {
    linkSync(at('b'), at('other'));
    const isOld = (_: string, to: string): boolean => /-[\da-f]{12}-[\da-f]{12}\.tmp$/.test(to);
    await failing('link', 'EMLINK', isOld, () =>
      assert.rejects(replaceBoth(), (failure: unknown) => {
        assert.ok(failure instanceof NotWritten);
        assert.deepEqual(
          [failure.file, failure.message],
          [at('b'), 'has other names (hard links) that would keep the old content'],
        );
        return true;
      }),
    );
    assert.deepEqual(contents(), { a: 'old a', b: 'old b', other: 'old b' });
  });

  it('is what it was, and so are all others, when the old one of them cannot be written to after all', async () => {
    const before = [statSync(at('a')).ino, statSync(at('b')).ino];
    const isOldB = (file: string): boolean => /\.b\.critical.*-[\da-f]{12}-[\da-f]{12}\.tmp$/.test(file);
    await failing('open', 'EIO', isOldB, () => assert.rejects(replaceBoth(), NotWritten));
    assert.deepEqual(contents(), { a: 'old a', b: 'old b' });
    assert.deepEqual([statSync(at('a')).ino, statSync(at('b')).ino], before);
  });

  it('is not made over one that has appeared in the meantime', async () => {
    const isLast = (_: string, to: string): boolean => {
      if (!to.endsWith('/c') && !to.endsWith('\\c')) return false;
      sync.writeFileSync(at('c'), 'theirs');
      return false;
    };
    await failing('link', 'EIO', isLast, () => assert.rejects(replaceBoth(), NotWritten));
    assert.deepEqual(contents(), { a: 'old a', b: 'old b', c: 'theirs' });
  });
});

describe('a replacement that was killed', () => {
  const names = ['chmod', 'chown', 'copyFile', 'link', 'lstat', 'open', 'readFile', 'readdir', 'rm', 'stat'];
  let folder: Folder;
  beforeEach(() => {
    folder = new Folder({});
  });
  afterEach(() => {
    folder.remove();
  });
  const at = (name: string): string => path.join(folder.path, name);
  const replace = (): Promise<void> => replaceWhole([{ file: at('in/a'), content: 'the new content' }]);

  /** Runs something until the nth step on the disk, after which nothing more is done; false where there are fewer. */
  const killed = async (nth: number): Promise<boolean> => {
    const promised = load('node:fs/promises') as Record<string, Step>;
    const sudden = load('node:fs') as Record<string, Step>;
    const real = Object.fromEntries(names.map((name) => [name, promised[name]]));
    let left = nth;
    const step = (): void => {
      if (--left <= 0) throw new Error('killed');
    };
    for (const name of names)
      promised[name] = async (...words) => {
        step();
        const made = await real[name]?.(...words);
        if (name !== 'open') return made;
        const handle = made as promises.FileHandle;
        const write = handle.writeFile.bind(handle);
        handle.writeFile = async (content) => {
          if (left === 1) await write((content as Uint8Array).slice(0, 5));
          step();
          return write(content);
        };
        return handle;
      };
    sudden.renameSync = (...words: Parameters<typeof renameSync>) => {
      step();
      renameSync(...words);
    };
    try {
      await replace().catch(() => undefined);
    } finally {
      Object.assign(promised, real);
      Object.assign(sudden, { renameSync });
    }
    return left <= 0;
  };

  it('is finished by the next one, with the old file and its other names', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")']);
    let torn = 0;
    for (let nth = 1; ; nth++) {
      for (const name of readdirSync(folder.path)) sync.rmSync(at(name), { recursive: true });
      folder.write('in/a', 'the old content, which is longer');
      chmodSync(at('in/a'), 0o640);
      linkSync(at('in/a'), at('other'));
      const { ino } = statSync(at('in/a'));
      if (!(await killed(nth))) break;
      assert.match(
        readFileSync(at('in/a'), 'utf8'),
        /^(?:the old content, which is longer|the new content)$/,
      );
      if (!/^the (?:old content, which is longer|new content)$/.test(readFileSync(at('other'), 'utf8')))
        torn++;
      for (const name of readdirSync(at('in')))
        if (name.endsWith('.tmp'))
          renameSync(at(`in/${name}`), at(`in/${name.replace(`-${process.pid}-`, `-${pid}-`)}`));
      await replace();
      await replaceWhole([{ file: at('in/b'), content: `${nth}` }]);
      assert.deepEqual(readdirSync(at('in')), ['a', 'b'], `step ${nth}`);
      for (const name of ['in/a', 'other']) {
        assert.equal(readFileSync(at(name), 'utf8'), 'the new content', `${name}, step ${nth}`);
        assert.equal(statSync(at(name)).ino, ino, `${name}, step ${nth}`);
      }
      if (process.platform !== 'win32') assert.equal(statSync(at('in/a')).mode & 0o777, 0o640);
    }
    assert.ok(torn > 0, 'the other name was never half written, so this has not been tried');
  });
});

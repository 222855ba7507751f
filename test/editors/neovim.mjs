/*
 * Runs neovim.lua in a real Neovim on a copy of the example, against the command line as it is built, with the
 * configuration that docs/editors/README.md shows: what is written there is what is tested. Where CI is set, a
 * missing Neovim is a failure; elsewhere it is said and left at that.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' });
if (version.error) {
  console.log('Neovim is not installed, so it was not tested. Debian: apt-get install neovim');
  console.log(process.env.CI ? '0 passed, 1 failed' : '0 passed, 0 failed');
  process.exit(process.env.CI ? 1 : 0);
}
console.log(version.stdout.split('\n')[0]);

const page = readFileSync(join(root, 'docs/editors/README.md'), 'utf8');
const shown = /<!-- tested: neovim -->\s*```lua\n([\s\S]*?)```/.exec(page)?.[1];
if (!shown?.includes('/path/to/critical-friend'))
  throw new Error('docs/editors/README.md shows no tested configuration');

const home = mkdtempSync(join(tmpdir(), 'critical-friend-neovim-'));
try {
  const folder = join(home, 'aberwen');
  cpSync(join(root, 'examples/aberwen'), folder, { recursive: true });
  // The same review with a catalogue of its own: the shipped one, saved in its folder.
  const own = join(home, 'own');
  cpSync(folder, own, { recursive: true });
  const catalogue = 'ssia-childrens-services-2014';
  const standards = readFileSync(join(root, `standards/${catalogue}.standards.md`), 'utf8');
  writeFileSync(join(own, 'own.standards.md'), standards.replace(`id: ${catalogue}`, 'id: own'));
  const cover = join(own, 'cover.review.md');
  const named = readFileSync(cover, 'utf8').replace(
    `standards: ${catalogue}`,
    'standards: ./own.standards.md',
  );
  writeFileSync(cover, named);
  const config = join(home, 'init.lua');
  writeFileSync(config, shown.replaceAll('/path/to/critical-friend/', root));
  const results = join(home, 'results');
  // No configuration, swap file or history of this machine's user.
  const words = [
    '--headless',
    '-u',
    'NONE',
    '-i',
    'NONE',
    '-n',
    '-c',
    `luafile ${join(root, 'test/editors/neovim.lua')}`,
  ];
  const env = {
    ...process.env,
    ...{ FC_FOLDER: folder, FC_OWN: own, FC_CONFIG: config, FC_RESULTS: results },
    ...{ XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_STATE_HOME: home, XDG_CACHE_HOME: home },
  };
  const ran = spawnSync('nvim', [...words, '-c', 'cquit 1'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 300_000,
  });
  const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
  for (const line of lines) if (line !== 'done') console.log(line);
  const passed = lines.filter((line) => line.startsWith('ok ')).length;
  const whole = lines.includes('done') && ran.status === 0;
  const failed = lines.filter((line) => line.startsWith('not ok ')).length + (whole ? 0 : 1);
  if (!whole) console.log(`Neovim ended early: ${ran.error?.message ?? ran.status}\n${ran.stderr}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(home, { recursive: true, force: true });
}

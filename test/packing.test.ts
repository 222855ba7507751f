/*
 * The packages as `npm run package` makes them: the same bytes wherever, by whomever and whenever they are made, with a
 * bill of materials and checksums that the usual tools accept. The sources are copied, so nothing of the working folder counts.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { name, root, version } from './support/product';

/** What a package is made of, and no more: neither tests nor what was built before. */
const sources = [
  ...[
    'package.json',
    'package-lock.json',
    'package.nls.json',
    'package.nls.cy.json',
    'language-configuration.json',
  ],
  ...['.vscodeignore', '.npmignore', 'README.md', 'CHANGELOG.md', 'LICENSE', 'tsconfig.base.json'],
  ...['cli', 'client', 'core', 'server', 'scripts', 'standards', 'syntaxes', 'docs'],
];

describe('packages', function () {
  this.timeout(240_000);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'critical-friend-packing-')));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Packs a copy of the sources in a folder of this name. */
  const pack = (copy: string, umask: string, env: Record<string, string>, date: Date): string => {
    const to = path.join(folder, copy);
    for (const source of sources) cpSync(path.join(root, source), path.join(to, source), { recursive: true });
    for (const file of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
      const at = path.join(to, file);
      if (statSync(at).isFile()) chmodSync(at, 0o666 & ~Number.parseInt(umask, 8));
      utimesSync(at, date, date);
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(to, 'node_modules'));
    const script = `umask ${umask} && exec "$0" scripts/package.mjs`;
    execFileSync('sh', ['-c', script, process.execPath], {
      cwd: to,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    });
    return to;
  };

  it('have the same bytes in another folder, under other rights, in another time zone and of files of another day', function () {
    if (process.platform === 'win32') this.skip();
    const one = pack(
      'one',
      '022',
      { TZ: 'Europe/London', LANG: 'en_GB.UTF-8' },
      new Date('2026-03-01T00:00:00Z'),
    );
    const two = pack(
      'another folder',
      '077',
      { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
      new Date('2024-07-01T13:00:00Z'),
    );
    const files = [
      `${name}-${version}.vsix`,
      `${name}-${version}.tgz`,
      `${name}-${version}.cdx.json`,
      'SHA256SUMS',
    ];
    for (const file of files) {
      const [a, b] = [one, two].map((each) => readFileSync(path.join(each, file), 'latin1'));
      assert.ok(a === b, `${file} differs`);
    }
    const checked = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: two, encoding: 'utf8' });
    assert.equal(checked.match(/: OK$/gm)?.length, 3, checked);
    const bill = readFileSync(path.join(one, `${name}-${version}.cdx.json`), 'utf8');
    assert.equal(readFileSync(path.join(one, 'dist/sbom.cdx.json'), 'utf8'), bill);
  });
});

/*
 * The command line as people get it: packed, installed into an empty folder without a network, and run on the example;
 * and the recipes of docs/ci.md, each run as it stands there. It needs the bundles in `dist/`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { parse } from 'yaml';

const root = path.resolve(__dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};
const page = readFileSync(path.join(root, 'docs/ci.md'), 'utf8');
const offline = {
  npm_config_offline: 'true',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  NO_COLOR: '1',
};

/** Calls that open a connection end the program. */
const noNetwork = `
const refuse = () => { process.stderr.write('NETWORK\\n'); process.exit(99); };
require('net').Socket.prototype.connect = refuse;
for (const name of ['lookup', 'resolve']) require('dns')[name] = refuse;
globalThis.fetch = refuse;
`;

describe('The packed command line', () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'critical-friend-package-')));
  const repository = path.join(folder, 'repository');
  const tarball = path.join(repository, 'tools', `${manifest.name}-${manifest.version}.tgz`);
  const env = {
    ...process.env,
    ...offline,
    GITHUB_STEP_SUMMARY: path.join(folder, 'summary.md'),
    HOME: folder,
  };

  /** Runs a script as a CI service does. */
  const shell = (script: string, cwd = repository): { code: number | null; out: string } => {
    const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd,
      env,
      encoding: 'utf8',
    });
    return { code: status, out: stdout + stderr };
  };

  before(() => {
    mkdirSync(path.dirname(tarball), { recursive: true });
    // Without it npm would install into whatever package lies above the folder for temporary files.
    writeFileSync(path.join(repository, 'package.json'), '{ "private": true }\n');
    cpSync(path.join(root, 'examples/aberwen'), path.join(repository, 'reviews'), { recursive: true });
    const words = ['pack', '--ignore-scripts', '--silent', '--pack-destination', path.dirname(tarball)];
    execFileSync('npm', words, { cwd: root, env });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds what it needs, and the licences of what it holds', () => {
    const files = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n');
    for (const name of [
      'dist/cli.js',
      'dist/remark.mjs',
      'dist/remark.d.mts',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/sbom.cdx.json',
      'LICENSE',
      'README.md',
    ])
      assert.ok(files.includes(`package/${name}`), name);
    assert.ok(files.length < 15, files.join('\n'));
    // No native code: JavaScript, text and pictures.
    for (const name of files) assert.match(name, /\.(?:js|json|md|mjs|mts|png|txt)$|\/LICENSE$/);
    assert.deepEqual(
      files.filter((name) => /\/(?:test|core|server|node_modules|examples)\//.test(name)),
      [],
    );
  });

  it('installs into an empty folder without a network, and checks the example', () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const installed = shell(`npm install --prefix . ${tarball}`, empty);
    assert.equal(installed.code, 0, installed.out);
    writeFileSync(path.join(folder, 'no-network.cjs'), noNetwork);
    const program = `node --require ${folder}/no-network.cjs node_modules/.bin/critical-friend`;
    assert.deepEqual(shell(`${program} --version`, empty), { code: 0, out: `${manifest.version}\n` });
    const checked = shell(`${program} check ${repository}/reviews`, empty);
    assert.equal(checked.code, 1);
    assert.match(checked.out, /unknown-standard[^]*problems in \d+ files of 1 review: \d+ error/);
    for (const line of ['standards', `coverage ${repository}/reviews`, `digest ${repository}/reviews`])
      assert.equal(shell(`${program} ${line}`, empty).code, 0, line);
    assert.equal(shell(`${program} init new --title T && ${program} check new`, empty).code, 0);
    assert.ok(existsSync(path.join(empty, 'new/theme-4.review.md')));
  });

  it('is what the recipes of docs/ci.md run', () => {
    const [github = '', gitlab = '', weights = ''] = blocks('yaml');
    const steps = (parse(github) as { jobs: { check: { steps: { run?: string }[] } } }).jobs.check.steps;
    const [install = '', check = '', summary = ''] = steps.flatMap(({ run }) => run ?? []);
    assert.equal(shell(install).code, 0);
    const checked = shell(check);
    assert.equal(checked.code, 1, checked.out);
    assert.match(checked.out, /^::error file=reviews\/theme-3-delivery\.review\.md,line=\d+/m);
    assert.match(
      readFileSync(path.join(repository, 'critical-friend.sarif'), 'utf8'),
      /"version": "2\.1\.0"/,
    );
    assert.equal(shell(summary).code, 0);
    assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'), /\| error \|/);

    const { script, artifacts } = (
      parse(gitlab) as { review: { script: string[]; artifacts: { reports: Record<string, string> } } }
    ).review;
    assert.equal(shell(script.join('\n')).code, 1);
    for (const file of Object.values(artifacts.reports))
      assert.ok(existsSync(path.join(repository, file)), file);

    writeFileSync(path.join(repository, 'checks.yml'), weights);
    const program = 'npx --no critical-friend check reviews';
    assert.equal(shell(`${program} --config checks.yml --fail-on never`).code, 0);
    assert.equal(shell(`${program} --phase final --max-warnings 0`).code, 1);
  });

  it('keeps a wrong review from being committed, and looks at what is committed only', () => {
    const [hook = ''] = blocks('sh');
    const git = 'git -c user.name=A -c user.email=a@example.org';
    assert.equal(shell(`${git} init -q . && printf 'node_modules\\n' > .gitignore`).code, 0);
    const file = path.join(repository, '.git/hooks/pre-commit');
    writeFileSync(file, hook);
    chmodSync(file, 0o755);
    const refused = shell(`${git} add . && ${git} commit -qm all`);
    assert.equal(refused.code, 1, refused.out);
    assert.match(refused.out, /unknown-standard/);
    const document = path.join(repository, 'reviews/theme-3-delivery.review.md');
    const wrong = readFileSync(document, 'utf8');
    const program = 'node_modules/.bin/critical-friend check reviews';
    // The example holds other errors on purpose.
    writeFileSync(path.join(repository, 'reviews/theme-2-leadership.review.md'), '# Leadership [theme 2]\n');
    writeFileSync(path.join(repository, 'reviews/action-plan.review.md'), '# Action plan\n');
    writeFileSync(document, wrong.replace('[std 6.1, 6.3]', '[std 6.1]'));
    assert.equal(shell(program).code, 0);
    assert.equal(shell(`${git} add .`).code, 0);
    writeFileSync(document, wrong);
    const made = shell(`${git} commit -qm all`);
    assert.equal(made.code, 0, made.out);
    // A commit without a document is not looked at.
    assert.equal(shell(`echo > notes.txt; ${git} add notes.txt; ${git} commit -qm notes`).code, 0);
  });
});

function blocks(language: string): string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1] ?? '',
  );
}

/*
 * The plugin for remark as people get it: packed, installed without a network, and run in pipelines that are not ours. Each
 * example of docs/remark.md is run as it is written there. It needs the bundles in `dist/`.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readDocument } from '../core/src';
import { citationsIn } from './support/cited';
import { name, root, version } from './support/product';

const folderOfExample = path.join(root, 'examples/aberwen');
/** A document of the example, and what it has none of. */
const written = `${readFileSync(path.join(folderOfExample, 'theme-3-delivery.review.md'), 'utf8')}
## Strengths

- Visits are on time [std 6.1,
  6.2] for 5~10 children.
- Write \\[std 6.1] to cite, or \\[std 7.1\\]; [std six] cannot be read, and [std 6.1](x) is a citation.

## Actions

- [ ] Share the forecast, as [the plan](plan.md) says [std 7.1] @lead(Head of Service)

| Standard  | Words           |
| --------- | --------------- |
| [std 6.3] | in time, mostly |
`;
const document = 'theme-3-delivery.review.md';

/** The example in a language on the page, which has one of each. */
function example(language: string): string {
  const page = readFileSync(path.join(root, 'docs/remark.md'), 'utf8');
  const found = [...page.matchAll(/^```(\S+)\n([^]*?)^```$/gm)].flatMap(([, each, code = '']) =>
    each === language ? [code] : [],
  );
  assert.equal(found.length, 1, language);
  return found[0] ?? '';
}

/** What a document contains, without where it contains it. */
function contentsOf(text: string): unknown {
  const { findings, actions, escaped } = readDocument(text);
  const one = (words: string): string => words.replace(/\s+/g, ' ');
  return {
    citations: citationsIn(text).map(one),
    escaped: escaped.map(({ span }) => text.slice(span.start, span.end)),
    findings: findings.map(({ words }) => words),
    actions: actions.map(({ words }) => words),
  };
}

describe('critical-friend/remark', function () {
  this.timeout(60_000);
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'critical-friend-remark-')));
  const run = (file: string, ...words: string[]): string =>
    execFileSync(process.execPath, [file, ...words], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  /** A program of a package that the project installs for its tests. */
  const program = (file: string): string => path.join(root, 'node_modules', file);

  before(() => {
    const npm = (...words: string[]): string =>
      execFileSync('npm', words, {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, npm_config_offline: 'true', npm_config_audit: 'false', HOME: folder },
        shell: process.platform === 'win32',
      });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
    npm('pack', '--ignore-scripts', '--silent', '--pack-destination', folder, root);
    npm('install', '--ignore-scripts', `./${name}-${version}.tgz`);
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((each) => !each.startsWith('.')),
      [name],
    );
    // What else a pipeline is made of, as if it had been installed beside it.
    for (const each of [
      ...['unified', 'remark-parse', 'remark-frontmatter', 'remark-gfm', 'remark-rehype'],
      ...['rehype-stringify', '@types/mdast', '@types/node'],
    ]) {
      const link = path.join(folder, 'node_modules', each);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.join(root, 'node_modules', each), link, 'junction');
    }
    writeFileSync(path.join(folder, document), written);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is one file that needs no other, without a copy of unified', () => {
    const dist = path.join(folder, 'node_modules', name, 'dist');
    assert.doesNotMatch(readFileSync(path.join(dist, 'remark.mjs'), 'utf8'), /\bimport\b|\brequire\b/);
    const bill = JSON.parse(readFileSync(path.join(dist, 'sbom.cdx.json'), 'utf8')) as {
      components: { name: string; properties: { value: string }[] }[];
    };
    const inside = bill.components.filter(({ properties }) =>
      properties.some(({ value }) => value === 'remark.mjs'),
    );
    const names = inside.map((each) => each.name);
    assert.ok(names.includes('micromark-core-commonmark'), names.join());
    assert.deepEqual(
      names.filter((each) => !each.startsWith('micromark-')),
      [],
    );
  });

  it('leaves what the package had before where it was', () => {
    const code = `for (const each of ['dist/cli.js', 'package.json', 'standards/README.md'])
      console.log(require.resolve('${name}/' + each));`;
    const found = run('--input-type=commonjs', '--eval', code).trim().split('\n');
    assert.deepEqual(
      found.map((each) => path.relative(path.join(folder, 'node_modules', name), each)),
      [path.join('dist', 'cli.js'), 'package.json', path.join('standards', 'README.md')],
    );
  });

  it('has remark-cli print a document with the same findings and citations', () => {
    const [, command = ''] = /^npx remark (.*) \S+\n$/.exec(example('sh')) ?? [];
    assert.match(command, /--use critical-friend\/remark/);
    const print = (): string => run(program('remark-cli/cli.js'), ...command.split(' '), document);
    const printed = print();
    assert.notEqual(printed, written);
    assert.match(printed, /^---\nreviewer: SR\n/);
    assert.deepEqual(contentsOf(printed), contentsOf(written));
    writeFileSync(path.join(folder, document), printed);
    assert.equal(print(), printed);
    writeFileSync(path.join(folder, document), written);
  });

  it('prints the same from a file of settings', () => {
    const settings = path.join(folder, '.remarkrc.mjs');
    writeFileSync(settings, example('js'));
    const printed = run(program('remark-cli/cli.js'), document);
    rmSync(settings);
    assert.match(printed, /^- Visits are on time \[std 6\.1,\n {2}6\.2\]/m);
    assert.deepEqual(contentsOf(printed), contentsOf(written));
  });

  it('marks the citations of a web page', () => {
    writeFileSync(path.join(folder, 'page.js'), example('javascript'));
    const html = run('page.js', document);
    const marked = [...html.matchAll(/<cite class="(\w+)">([^<]*)<\/cite>/g)].map(([, , value]) => value);
    assert.deepEqual(
      marked,
      citationsIn(written).map((each) => each.replace(/\n +/g, '\n')),
    );
    assert.match(html, /<cite class="evidence">\[ev CF1, P1\]<\/cite>/);
    assert.match(html, /Write \[std 6\.1\] to cite/);
    assert.match(html, /5~10 children/);
  });

  it('has types that a program compiles against, which are those of the code', () => {
    writeFileSync(path.join(folder, 'list.ts'), example('ts'));
    const ours = JSON.stringify(path.join(root, 'core/src/syntax/citation'));
    writeFileSync(
      path.join(folder, 'same.ts'),
      `import type * as published from '${name}/remark';
import type * as ours from ${ours};
export const citation = (each: ours.Citation): published.Citation => each;
export const kind = (each: published.CitationKind): ours.CitationKind => each;
export const part = (each: published.CitedPart): ours.CitedPart => each;
`,
    );
    const options = ['--strict', '--target', 'es2022', '--exactOptionalPropertyTypes'];
    // Those of Node are not checked: their version is older than the compiler.
    const node = ['--module', 'nodenext', '--types', 'node', '--skipLibCheck'];
    run(program('typescript/bin/tsc'), 'list.ts', ...options, ...node);
    const lines = run('list.js', document).trim().split('\n');
    assert.equal(lines.length, citationsIn(written).length);
    assert.ok(lines.includes('evidence: CF1, P1'), lines.join('\n'));
    assert.ok(
      lines.some((line) => line.startsWith('“[std six]” cannot be read as a citation')),
      lines.join('\n'),
    );
    const bundler = ['--noEmit', '--module', 'preserve', '--moduleResolution', 'bundler'];
    run(program('typescript/bin/tsc'), 'same.ts', ...options, ...bundler);
  });
});

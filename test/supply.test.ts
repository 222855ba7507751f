/*
 * What the packages are made of: the same bytes from the same sources, wherever they go; parts by others under licences that
 * may be shipped, each with its text; and no more of them than docs/architecture.md gives a reason for.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { printDocx } from '../core/src/report/docx/docx';
import { printPptx } from '../core/src/report/pptx';
import { exampleWorkspace } from './support/example';
import { Folder } from './support/serverFolder';
import { reportOfReview } from './support/report';

const root = path.resolve(__dirname, '..');
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies?: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

interface Component {
  readonly 'bom-ref': string;
  readonly group?: string;
  readonly name: string;
  readonly version: string;
  readonly hashes: readonly { readonly content: string }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}
interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

describe('what is shipped', function () {
  this.timeout(120_000);
  let folder: Folder;
  let built: ReadonlyMap<string, string>;

  /** Builds into a folder of this name, and gives what is in it. */
  const build = (name: string, ...options: string[]): Map<string, string> => {
    const to = path.join(folder.path, name);
    execFileSync(process.execPath, ['scripts/build.mjs', '--to', to, ...options], { cwd: root });
    return new Map(
      readdirSync(to)
        .sort()
        .map((file) => [file, readFileSync(path.join(to, file), 'latin1')]),
    );
  };
  before(() => {
    folder = new Folder({});
    built = build('plain');
  });
  after(() => {
    folder.remove();
  });

  /** The packages of the notices: name, version and licence. */
  const notices = (): { name: string; version: string; licence: string; words: string }[] =>
    (built.get('THIRD-PARTY-NOTICES.txt') ?? '')
      .split(/^-{80}\n/m)
      .slice(1)
      .map((notice) => {
        const [, name = '', version = '', licence = ''] = /^(\S+) (\S+) \(([^)]*\)?)\)\n/.exec(notice) ?? [];
        return { name, version, licence, words: notice.slice(notice.indexOf('\n')).trim() };
      });

  it('is the same, byte by byte, when it is built again', () => {
    const [one, two] = [build('one', '--minify'), build('another folder/two', '--minify')];
    assert.deepEqual([...one.keys()], [...two.keys()]);
    assert.ok(one.size >= 7, [...one.keys()].join());
    for (const [name, bytes] of one) {
      assert.ok(bytes.length > 1000, name);
      assert.ok(bytes === two.get(name), `${name} differs`);
      assert.ok(
        !bytes.includes(root) && !bytes.includes(folder.path),
        `${name} names a folder of the builder`,
      );
    }
  });

  it('holds nothing of what makes a bundle hang for tests', () => {
    const words = execFileSync(process.execPath, ['test/support/hang.mjs'], { cwd: root, encoding: 'utf8' });
    assert.ok(words.length > 20);
    for (const [name, bytes] of built) assert.ok(!bytes.includes(words), name);
  });

  it('has parts by others under MIT, ISC, BSD, Apache or BlueOak licences only, each with its text', () => {
    assert.ok(notices().length > 50);
    for (const { name, version, licence, words } of notices()) {
      assert.match(
        licence,
        /^\(?(?:MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0)\b/,
        name,
      );
      assert.match(version, /^\d+\.\d+\.\d+/, name);
      assert.match(words, /copyright|permission|licen[cs]e/i, name);
      assert.ok(words.length > 300, name);
    }
  });

  it('names in its notices what is in the bundles, and nothing else', () => {
    // A bundle that is not minified says in front of each piece which file it comes from.
    const inside = [...built]
      .filter(([file]) => /\.m?js$/.test(file))
      .flatMap(([, text]) => [
        ...text.matchAll(/^ *\/\/ (?:.*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm),
      ])
      .map(([, name = '']) => name);
    const named = new Set(notices().map(({ name }) => name));
    assert.deepEqual(
      [...new Set(inside)].filter((name) => !named.has(name)),
      [],
    );
    assert.deepEqual(
      [...named].filter((name) => !inside.includes(name)),
      [],
    );
  });

  it('has a bill of materials that is valid CycloneDX, and lists what the notices list', () => {
    const bill = JSON.parse(built.get('sbom.cdx.json') ?? '') as Bill;
    const schemas = path.join(root, 'node_modules/@cyclonedx/cyclonedx-library/res/schema');
    const schema = (name: string): object =>
      JSON.parse(readFileSync(path.join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;
    const ajv = addFormats(new Ajv({ strict: false }));
    // Two formats that the library for formats does not know; no value of ours needs more than plain characters.
    for (const name of ['iri-reference', 'idn-email']) ajv.addFormat(name, /^[\x21-\x7e]+$/);
    for (const name of ['spdx', 'jsf-0.82'])
      ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
    const validate = ajv.compile(schema('bom-1.6'));
    assert.ok(validate(bill), ajv.errorsText(validate.errors));
    assert.ok(!validate({ ...bill, components: [{ type: 'library' }] }), 'the schema accepts anything');

    const named = ({ group, name, version }: Component): string =>
      `${group ? `${group}/` : ''}${name} ${version}`;
    assert.deepEqual(
      bill.components.map(named).sort(),
      notices()
        .map(({ name, version }) => `${name} ${version}`)
        .sort(),
    );
    for (const component of bill.components) {
      const bundles = component.properties.filter(({ name }) => name === 'critical-friend:bundle');
      assert.ok(bundles.length > 0, component.name);
      for (const { value } of bundles) {
        const text = built.get(value) ?? '';
        const place = `${component.group ? `${component.group}/` : ''}${component.name}/`;
        assert.ok(text.includes(`node_modules/${place}`), `${component.name} in ${value}`);
      }
      assert.match(component.hashes[0]?.content ?? '', /^[0-9a-f]{128}$/);
    }
    const refs = new Set(bill.components.map((component) => component['bom-ref']));
    assert.equal(refs.size, bill.components.length);
    // Every part is reached from the product itself.
    const reached = new Set<string>();
    const reach = (ref: string): void => {
      if (reached.has(ref)) return;
      reached.add(ref);
      bill.dependencies.find((each) => each.ref === ref)?.dependsOn.forEach(reach);
    };
    reach(bill.metadata.component['bom-ref']);
    assert.deepEqual(
      [...refs].filter((ref) => !reached.has(ref)),
      [],
    );
    assert.doesNotMatch(built.get('sbom.cdx.json') ?? '', /timestamp|serialNumber/);
  });

  it('is made of what docs/architecture.md gives a reason for', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    const [section = ''] = /^## What the bundles are made of\n[^]*?(?=^## )/m.exec(page) ?? [];
    const rows = section.split('\n').filter((line) => line.startsWith('| `'));
    const justified = rows.flatMap((row) =>
      [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    );
    const direct = [...new Set(notices().map(({ name }) => name))].filter(
      (name) => name in manifest.devDependencies,
    );
    assert.deepEqual([...justified].sort(), [...direct].sort());
    for (const row of rows) assert.match(row.split('|')[2] ?? '', /\w{3}/, row);
    const total = new Set(notices().map(({ name }) => name)).size;
    assert.ok(
      section.includes(`${direct.length} packages of our choice`),
      `${direct.length} are of our choice`,
    );
    assert.ok(section.includes(`${total} with what they bring`), `${total} in all`);
  });

  it('writes Word documents and slides of the same bytes where there is neither Node nor a page', async () => {
    const [set] = exampleWorkspace().snapshot().reviews();
    assert.ok(set);
    const report = reportOfReview(set);
    const scope = createContext({ TextDecoder, TextEncoder, Blob, setTimeout, clearTimeout, report });
    runInContext(`var self = globalThis;\n${built.get('office.js') ?? ''}`, scope);
    for (const [print, expected] of [
      ['printDocx', await printDocx(report)],
      ['printPptx', await printPptx(report)],
    ] as const) {
      const bytes = (await runInContext(`criticalFriendOffice.office.${print}(report)`, scope)) as Uint8Array;
      const [one, two] = [bytes, expected].map((each) => Buffer.from(each).toString('base64'));
      assert.ok(one === two, print);
    }
  });

  it('installs nothing else, and runs nothing when it is installed', () => {
    assert.deepEqual(manifest.dependencies ?? {}, {});
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'preuninstall', 'postuninstall'])
      assert.equal(manifest.scripts[name], undefined, name);
    for (const [name, version] of Object.entries(manifest.devDependencies))
      assert.match(version, /^\d+\.\d+\.\d+$/, `${name} is pinned`);
  });

  it('opens no connection: no module that could is in a bundle, but for what speaks to the editor', () => {
    for (const [name, text] of built) {
      if (!/\.m?js$/.test(name)) continue;
      const modules = [...text.matchAll(/\brequire\(["'](?:node:)?([a-z_/0-9]+)["']\)/g)].map(
        ([, each = '']) => each,
      );
      assert.deepEqual(
        modules.filter((each) =>
          /^(?:http|https|http2|tls|dgram|dns|dns\/promises|inspector|undici)$/.test(each),
        ),
        [],
        name,
      );
      if (!/\.web\.js$|^preview|^office|^remark/.test(name)) continue;
      const calls = text.match(
        /\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b|\bnavigator\.sendBeacon\b|(?<![.\w])fetch\(/g,
      );
      assert.deepEqual(calls ?? [], [], name);
    }
  });
});

// The dated list of the parts that the bundles hold: what each is, who publishes it, what it is for, and when someone last
// looked at it. It is for the person who looks; no test or build asks whether the dates are recent.
//
//   npm run parts                     prints what has changed since it was last looked at
//   npm run parts -- --looked NAME…   writes today's date for these packages into docs/parts.md; for all that have changed
//                                     where none is named
//
// A date belongs to one version: another version has no date until someone looks again.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { format } from 'prettier';

import { addressOf } from './sbom.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const page = path.join(root, 'docs/parts.md');
/** @typedef {{ name: string, version: string, licence: string, publisher: string, address: string, use: string, warnings: string[] }} Part */

const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((n) => String(n).padStart(2, '0'))
  .join('-');

const parts = await readParts();
const known = readDates(await readFile(page, 'utf8').catch(() => ''));
const dateOf = (/** @type {Part} */ { name, version }) => known.get(`${name} ${version}`);
const open = parts.filter((part) => dateOf(part) === undefined);
const at = process.argv.indexOf('--looked');
const named = at < 0 ? [] : process.argv.slice(at + 1);
const unknown = named.filter((name) => !parts.some((part) => part.name === name));

if (unknown.length > 0) {
  console.error(`Not in the bundles: ${unknown.join(', ')}. Write the names as in docs/parts.md.`);
  process.exitCode = 1;
} else if (at < 0) {
  for (const { name, version, address, warnings } of open)
    console.log([`${name} ${version}: look at ${address}`, ...warnings].join('\n  '));
  console.log(`${parts.length} parts, ${open.length} to look at. Then run: npm run parts -- --looked`);
} else {
  const looked = new Set(named.length > 0 ? named : open.map(({ name }) => name));
  const dated = parts.map((part) => ({
    ...part,
    date: looked.has(part.name) ? today : (dateOf(part) ?? 'not yet'),
  }));
  const options = JSON.parse(await readFile(path.join(root, '.prettierrc.json'), 'utf8').catch(() => '{}'));
  await writeFile(page, await format(printPage(dated), { ...options, parser: 'markdown' }));
  console.log(`Wrote docs/parts.md: ${looked.size} looked at today.`);
}

/** The packages of the bill of materials, with what their own manifests say. @returns {Promise<Part[]>} */
async function readParts() {
  const file = path.join(root, 'dist/sbom.cdx.json');
  const bom = JSON.parse(
    await readFile(file, 'utf8').catch(() => {
      throw new Error('There is no dist/sbom.cdx.json. Run: npm run build');
    }),
  );
  const uses = await readUses();
  const nameOf = (/** @type {{ group?: string, name: string }} */ { group, name }) =>
    group ? `${group}/${name}` : name;
  /** @type {Map<string, string>} */
  const names = new Map(bom.components.map((/** @type {any} */ each) => [each['bom-ref'], nameOf(each)]));
  return Promise.all(
    bom.components.map(async (/** @type {any} */ component) => {
      const name = nameOf(component);
      const ref = component['bom-ref'];
      const place = component.properties.find(
        (/** @type {any} */ { name: key }) => key === 'critical-friend:place',
      ).value;
      const folder = path.join(root, place);
      const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
      const by = bom.dependencies
        .filter((/** @type {any} */ { dependsOn }) => dependsOn.includes(ref))
        .flatMap((/** @type {any} */ { ref: from }) => names.get(from) ?? []);
      return {
        name,
        version: component.version,
        licence: manifest.license,
        publisher: publisherOf(manifest),
        address: addressOf(manifest) ?? '',
        use:
          uses.get(name) ?? `needed by ${by.map((/** @type {string} */ each) => `\`${each}\``).join(', ')}`,
        warnings: await warningsOf(folder, manifest),
      };
    }),
  );
}

/** What docs/architecture.md says that each package of our choice is for. */
async function readUses() {
  const text = await readFile(path.join(root, 'docs/architecture.md'), 'utf8');
  const section = /^## What the bundles are made of\n[^]*?(?=^## )/m.exec(text)?.[0] ?? '';
  /** @type {Map<string, string>} */
  const uses = new Map();
  for (const row of section.split('\n').filter((line) => line.startsWith('| `'))) {
    const [, first = '', use = ''] = row.split('|');
    for (const [, name = ''] of first.matchAll(/`([^`]+)`/g)) uses.set(name, use.trim());
  }
  return uses;
}

/** @param {Record<string, any>} manifest */
function publisherOf({ author, maintainers, contributors }) {
  const [first] = [author, ...(maintainers ?? []), ...(contributors ?? [])].filter(Boolean);
  const name = typeof first === 'string' ? first : first?.name;
  return name?.replace(/\s*[<(].*$/, '') ?? '';
}

/** What a person should look at twice. @param {string} folder @param {Record<string, any>} manifest */
async function warningsOf(folder, { scripts, deprecated }) {
  const files = await readdir(folder, { recursive: true });
  return [
    ...['preinstall', 'install', 'postinstall'].flatMap((name) =>
      scripts?.[name] ? [`has a script “${name}”`] : [],
    ),
    ...files.filter((file) => /\.(?:node|dll|so|dylib|exe|wasm)$/.test(file)).map((file) => `holds ${file}`),
    ...(deprecated ? [`is deprecated: ${deprecated}`] : []),
  ];
}

/** The dates of a page, by name and version. @param {string} text */
function readDates(text) {
  /** @type {Map<string, string>} */
  const dates = new Map();
  for (const row of text.split('\n').filter((line) => line.startsWith('| `'))) {
    const cells = row.split('|').map((cell) => cell.trim());
    const date = cells.at(-2) ?? '';
    if (/^\d{4}-\d\d-\d\d$/.test(date))
      dates.set(`${(cells[1] ?? '').replaceAll('`', '')} ${cells[2]}`, date);
  }
  return dates;
}

/** @param {readonly (Part & { date: string })[]} dated */
function printPage(dated) {
  const cell = (/** @type {string} */ words) => words.replaceAll('|', '\\|');
  const rows = dated.map(
    ({ name, version, licence, publisher, address, use, date }) =>
      `| \`${name}\` | ${version} | ${licence} | ${cell(publisher)} | ${address} | ${cell(use)} | ${date} |`,
  );
  return `# The parts by others, and when they were looked at

All ${dated.length} packages that the bundles hold. \`npm run parts\` makes this page from the bill of materials
(\`dist/sbom.cdx.json\`) and from what the packages say of themselves. A date belongs to one version: after an update the
package has none until someone looks again.

To look again:

1. \`npm ci && npm run build && npm run parts\` lists the packages that no one has looked at in this version, and warns of
   scripts that run on installing, of native code and of a package that its publisher has given up.
2. For each, read at its address what has changed since the version before, whether it still has a maintainer, and whether
   the licence is the same. \`npm audit\` lists known vulnerabilities; it needs the network.
3. \`npm run parts -- --looked NAME…\` writes today's date for these packages; without a name, for all that were listed.

A date says that step 1 warned of nothing, that the text of the licence is in the package (the build ends with an error
where it is not), that npm found the checksum of \`package-lock.json\` when it installed the package, and that the package
names an address of its sources. It does not say that every line was read.

| package | version | licence | publisher | sources | what it is for | looked at |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

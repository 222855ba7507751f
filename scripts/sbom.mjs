// Writes what the bundles are made of as a bill of materials: CycloneDX 1.6, JSON.
//
// Like the notices it comes from what esbuild has put into the bundles. It holds no time and no serial number, so that the
// same sources give the same bytes; the checksums are those of the packages in package-lock.json.

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Packages of which one file that their publisher has built is bundled; it holds other packages, which esbuild cannot see.
 * @type {Record<string, string | undefined>}
 */
export const prebuiltFiles = { jszip: 'jszip/dist/jszip.min.js' };

/**
 * A package that is in a bundle.
 * @typedef {object} Bundled
 * @property {string} folder Its folder, relative to the root.
 * @property {string} place Where it is installed: `node_modules/docx`.
 * @property {string[]} bundles The bundles that hold some of it.
 * @property {Record<string, any>} manifest Its package.json.
 * @property {string} [prebuilt] The one file of its publisher's that is bundled, with what that file holds besides.
 */

/**
 * The packages in the bundles, in the order of their folders.
 * @param {string} root The project's folder.
 * @param {ReadonlyMap<string, readonly string[]>} inputs The files in each bundle, relative to the root.
 * @returns {Promise<Bundled[]>}
 */
export async function bundledPackages(root, inputs) {
  /** @type {Map<string, Set<string>>} */
  const folders = new Map();
  for (const [bundle, files] of inputs) {
    for (const file of files) {
      const folder = /^(?:.*\/)?(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(file)?.[0];
      if (folder !== undefined) folders.set(folder, (folders.get(folder) ?? new Set()).add(bundle));
    }
  }
  const sorted = [...folders].sort(([a], [b]) => (a < b ? -1 : 1));
  return Promise.all(
    sorted.map(async ([folder, bundles]) => {
      const manifest = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
      const prebuilt = prebuiltFiles[manifest.name];
      return {
        folder,
        place: folder.slice(folder.indexOf('node_modules/')),
        bundles: [...bundles].sort(),
        manifest,
        ...(prebuilt !== undefined && { prebuilt }),
      };
    }),
  );
}

/**
 * Writes the bill of materials.
 * @param {string} root The project's folder.
 * @param {readonly Bundled[]} packages
 * @param {string} file
 */
export async function writeSbom(root, packages, file) {
  const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const owner = { type: 'application', 'bom-ref': purlOf(own), name: own.name, version: own.version };
  const bom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { ...owner, description: own.description, licenses: licencesOf(own), purl: purlOf(own) },
    },
    components: packages.map((each) => componentOf(each, lock)),
    dependencies: [
      { ref: purlOf(own), dependsOn: chosen(packages, own) },
      ...packages.map((each) => ({ ref: purlOf(each.manifest), dependsOn: neededBy(each, packages) })),
    ],
  };
  await writeFile(file, `${JSON.stringify(bom, undefined, 2)}\n`);
}

/** @param {Bundled} bundled @param {{ packages: Record<string, { integrity?: string }> }} lock */
function componentOf({ place, bundles, manifest, prebuilt }, lock) {
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(manifest.name) ?? [];
  const integrity = lock.packages[place]?.integrity ?? '';
  const [, sum] = /^sha512-(.+)$/.exec(integrity) ?? [];
  if (sum === undefined) throw new Error(`${manifest.name} has no SHA-512 in package-lock.json.`);
  const repository = addressOf(manifest);
  return {
    type: 'library',
    'bom-ref': purlOf(manifest),
    ...(group && { group }),
    name,
    version: manifest.version,
    ...(manifest.description && { description: manifest.description }),
    scope: 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(sum, 'base64').toString('hex') }],
    licenses: licencesOf(manifest),
    purl: purlOf(manifest),
    ...(repository && { externalReferences: [{ type: 'vcs', url: repository }] }),
    properties: [
      { name: 'critical-friend:place', value: place },
      ...bundles.map((bundle) => ({ name: 'critical-friend:bundle', value: bundle })),
      ...(prebuilt === undefined
        ? []
        : [{ name: 'critical-friend:prebuilt', value: whatIsIn(prebuilt, manifest) }]),
    ],
  };
}

/** @param {string} file @param {{ dependencies?: Record<string, string> }} manifest */
function whatIsIn(file, { dependencies }) {
  const held = Object.entries(dependencies ?? {}).map(([name, range]) => `${name} ${range}`);
  return `${file}, as its publisher built it; it holds ${held.join(', ')}`;
}

/** The packages of our own choice. @param {readonly Bundled[]} packages @param {Record<string, any>} own */
function chosen(packages, own) {
  const names = Object.keys({ ...own.dependencies, ...own.devDependencies });
  const places = new Set(names.map((name) => `node_modules/${name}`));
  return sortedRefs(packages.filter(({ place }) => places.has(place)));
}

/** What a package brings with it, as far as it is bundled; Node looks for it upwards. @param {Bundled} one @param {readonly Bundled[]} packages */
function neededBy({ place, manifest }, packages) {
  const at = new Map(packages.map((each) => [each.place, each]));
  const needed = Object.keys(manifest.dependencies ?? {}).flatMap((name) => {
    for (let above = `/${place}`; ; above = above.slice(0, above.lastIndexOf('/node_modules/'))) {
      const found = at.get(`${above}/node_modules/${name}`.slice(1));
      if (found) return [found];
      if (above === '') return [];
    }
  });
  return sortedRefs(needed);
}

/** @param {readonly Bundled[]} packages */
function sortedRefs(packages) {
  return [...new Set(packages.map(({ manifest }) => purlOf(manifest)))].sort();
}

/** @param {{ license: string }} manifest */
function licencesOf({ license }) {
  return /[\s()]/.test(license)
    ? [{ expression: license.replace(/^\((.*)\)$/, '$1') }]
    : [{ license: { id: license } }];
}

/** @param {{ name: string, version: string }} manifest */
function purlOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** Where a package's sources are kept, as an address; undefined where it does not say. @param {Record<string, any>} manifest */
export function addressOf({ repository }) {
  const named = typeof repository === 'string' ? repository : repository?.url;
  if (typeof named !== 'string') return undefined;
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(named)?.[1];
  const plain = short === undefined ? named : `https://github.com/${short}`;
  const address = plain
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/');
  return /^https?:\/\//.test(address) ? address.replace(/\.git$/, '').replace(/^http:/, 'https:') : undefined;
}

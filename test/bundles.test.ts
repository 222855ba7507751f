/*
 * What is loaded when a window opens: the packages in the bundles of the extension and the server. Writing Word,
 * slides or spreadsheets, reading Git and watching folders must not be among them, nor anything new by accident.
 */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const node: BuildOptions = { platform: 'node', mainFields: ['module', 'main'], external: ['vscode'] };
const worker: BuildOptions = {
  platform: 'browser',
  conditions: ['worker'],
  external: ['vscode'],
  format: 'cjs',
};

/** The packages of which a bundle holds something, without those that read and print Markdown between them. */
async function packagesIn(entry: string, options: BuildOptions): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: path.join(__dirname, '..'),
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    outfile: 'bundle.js',
    loader: { '.md': 'text' },
    ...options,
  });
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs));
  const names = inputs.flatMap(([input, { bytesInOutput }]) => {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    return bytesInOutput > 0 && name !== undefined ? [name] : [];
  });
  return [...new Set(names)].filter((name) => !ofMarkdown.test(name)).sort();
}

const ofMarkdown =
  /^(?:unified|remark|vfile|micromark|mdast-util|hast-util|unist-util|character-|comma-|space-|html-void|stringify-|decode-|property-)|^(?:bail|escape-string-regexp|extend|fault|format|is-plain-obj|trough|ccount|devlop|longest-streak|markdown-table|trim-lines|zwitch|@ungap\/structured-clone)$/;
const protocol = ['vscode-jsonrpc', 'vscode-languageserver-protocol', 'vscode-languageserver-types'];
/** The library of the extension's end, with what it brings itself. */
const client = [
  'vscode-languageclient',
  'vscode-languageserver-textdocument',
  ...['balanced-match', 'brace-expansion', 'minimatch'],
  ...protocol,
];
const server = ['diff', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri', 'yaml'];

const sources = [
  'dom-serializer',
  'domelementtype',
  'domutils',
  'entities',
  'fflate',
  'htmlparser2',
  'papaparse',
];

describe('bundles', () => {
  for (const [entry, options, expected] of [
    ['client/src/extension.ts', node, [...client, 'semver']],
    ['client/src/extension.web.ts', worker, client],
    ['server/src/node.ts', node, [...server, ...protocol, 'ignore']],
    ['server/src/browser.ts', worker, [...server, ...protocol]],
    // What is loaded when somebody imports standards, and then only.
    ['server/src/importing/sources.ts', worker, [...sources]],
  ] as const) {
    it(`load what ${entry} uses, and no more`, async () => {
      assert.deepEqual(await packagesIn(entry, options), [...expected].sort());
    });
  }
});

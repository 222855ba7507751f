/*
 * The manifest against the files that it speaks of: a name that is written in two places is compared here, so
 * that nothing is contributed that does not exist and nothing exists that cannot be reached. It runs no VS
 * Code; what the editor makes of the manifest is tested in a real one.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { tokenLegend } from '../server/src/lsp/capabilities';

interface Manifest {
  readonly main: string;
  readonly browser: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces?: { readonly supported?: unknown; readonly description?: string };
    readonly virtualWorkspaces?: unknown;
  };
  readonly contributes: {
    readonly languages: readonly { readonly id: string; readonly configuration: string }[];
    readonly grammars: readonly {
      readonly language: string;
      readonly scopeName: string;
      readonly path: string;
    }[];
    readonly commands: readonly { readonly command: string; readonly category?: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly configurationDefaults: Readonly<Record<string, unknown>>;
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly scopes: Readonly<Record<string, unknown>> }[];
  };
}

const root = path.resolve(__dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const readJson = (file: string): unknown => JSON.parse(read(file));

const manifest = readJson('package.json') as Manifest;
const { commands, configuration, configurationDefaults, grammars, languages, menus } = manifest.contributes;
const sources = ['client/src', 'client/media']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  )
  .filter((file) => file.endsWith('.ts'))
  .map(read)
  .join('\n');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const found = (pattern: RegExp, text: string): string[] =>
  sorted([...text.matchAll(pattern)].map((m) => m[1] ?? ''));

describe('The manifest', () => {
  it('has a text in every language for each of its keys, and no others', () => {
    const keys = found(/"%([^%]+)%"/g, read('package.json'));
    const files = readdirSync(root).filter((name) => /^package\.nls(\.\w+)?\.json$/.test(name));
    assert.deepEqual(sorted(files), ['package.nls.cy.json', 'package.nls.json']);
    for (const file of files) {
      const texts = readJson(file) as Record<string, string>;
      assert.deepEqual(sorted(Object.keys(texts)), keys, file);
      for (const [key, text] of Object.entries(texts)) assert.notEqual(text.trim(), '', `${file}: ${key}`);
    }
  });

  it('contributes the commands that the client registers', () => {
    const registered = found(/registerCommand\(\s*'([^']+)'/g, sources);
    assert.deepEqual(sorted(commands.map(({ command }) => command)), registered);
    for (const { command, category } of commands) assert.equal(category, 'Critical Friend', command);
    for (const [menu, entries] of Object.entries(menus)) {
      for (const { command } of entries) assert.ok(registered.includes(command), `${menu}: ${command}`);
    }
    // Without an entry a command would be offered in every folder.
    assert.deepEqual(sorted((menus.commandPalette ?? []).map(({ command }) => command)), registered);
  });

  it('contributes to its own language and view only: no key, and no setting of others', () => {
    assert.deepEqual(sorted(Object.keys(manifest.contributes)), [
      ...['commands', 'configuration', 'configurationDefaults', 'grammars', 'languages', 'menus'],
      ...['semanticTokenModifiers', 'semanticTokenScopes', 'semanticTokenTypes'],
      ...['views', 'viewsContainers', 'viewsWelcome'],
    ]);
    for (const name of Object.keys(configuration.properties)) assert.match(name, /^criticalFriend\./);
  });

  it('names files that exist', () => {
    const files = [manifest.icon, ...languages.map((l) => l.configuration), ...grammars.map((g) => g.path)];
    for (const file of files) assert.ok(existsSync(path.join(root, file)), file);
    for (const bundle of [manifest.main, manifest.browser]) {
      assert.ok(read('scripts/build.mjs').includes(`'${path.basename(bundle)}'`), bundle);
    }
  });

  it('is packed with every bundle but the command line, which the editor never runs, and with what they are made of', () => {
    const packed = found(/^!dist\/(.+)$/gm, read('.vscodeignore'));
    const built = found(/^ {2}'([a-z.]+\.js)':/gm, read('scripts/build.mjs'));
    assert.deepEqual(
      packed,
      sorted(['THIRD-PARTY-NOTICES.txt', 'sbom.cdx.json', ...built.filter((name) => name !== 'cli.js')]),
    );
  });

  it('is packed with the pictures of its read-me, and no others', () => {
    const shown = found(/\]\((docs\/images\/[\w-]+\.png)\)/g, read('README.md'));
    assert.deepEqual(found(/^!(docs\/.+)$/gm, read('.vscodeignore')), shown);
    assert.ok(shown.length > 0);
  });

  it('gives its language a grammar of the scope that the grammar itself names', () => {
    const ids = languages.map(({ id }) => id);
    assert.deepEqual(ids, ['review']);
    for (const { language, path: file, scopeName } of grammars) {
      assert.ok(ids.includes(language));
      assert.equal((readJson(file) as { scopeName: string }).scopeName, scopeName);
    }
    for (const key of Object.keys(configurationDefaults)) assert.equal(key, '[review]');
  });

  it('wakes up for reviews, catalogues and kept previews only', () => {
    const panels = found(/type: '(criticalFriend\.[a-z]+)'/g, sources);
    assert.equal(panels.length, 6);
    assert.deepEqual(sorted(manifest.activationEvents), [
      'onLanguage:review',
      ...sorted(panels.map((panel) => `onWebviewPanel:${panel}`)),
      'workspaceContains:**/*.review.md',
      'workspaceContains:**/*.standards.md',
    ]);
  });

  it('offers no setting that nothing reads', () => {
    // The language client reads `<its id>.trace.server` by itself.
    const client = found(/clientId = '([^']+)'/g, sources)[0];
    // The server asks for what is shown, and the client tells the server of the list of names.
    const asked = found(/`\$\{section\}\.([\w.]+)`/g, read('server/src/session/settings.ts'));
    assert.deepEqual(
      sorted(Object.keys(configuration.properties)),
      sorted(
        [...asked, 'privateWords', 'secondsWithoutAnswer', 'trace.server'].map((name) => `${client}.${name}`),
      ),
    );
    for (const name of ['privateWords', 'secondsWithoutAnswer'])
      assert.ok(sources.includes(`getConfiguration('criticalFriend').get('${name}'`), name);
  });

  it('takes the private list of names and the limit of the watchdog from the machine only, never from a folder', () => {
    // A machine's setting is not read from a workspace at all, so it needs no mention for Restricted Mode.
    for (const name of ['privateWords', 'secondsWithoutAnswer']) {
      const { scope } = configuration.properties[`criticalFriend.${name}`] as { scope?: string };
      assert.equal(scope, 'machine', name);
    }
  });

  it('names the states of a citation as the server does, and gives each a look', () => {
    const { semanticTokenTypes: types, semanticTokenModifiers: modifiers } = manifest.contributes;
    assert.deepEqual(
      types.map(({ id }) => id),
      tokenLegend.tokenTypes,
    );
    assert.deepEqual(
      modifiers.map(({ id }) => id),
      tokenLegend.tokenModifiers,
    );
    const looks = manifest.contributes.semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes));
    assert.deepEqual(looks, ['citation', ...tokenLegend.tokenModifiers.map((name) => `citation.${name}`)]);
  });

  it('asks for the VS Code whose types it is compiled against', () => {
    const [major, minor] = (manifest.devDependencies['@types/vscode'] ?? '').split('.');
    assert.equal(manifest.engines.vscode, `^${major}.${minor}.0`);
    const installed = readJson('node_modules/@types/vscode/package.json') as { version: string };
    assert.ok(installed.version.startsWith(`${major}.${minor}.`), installed.version);
  });

  it('is at work in Restricted Mode and in virtual folders', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces?.supported, true);
    assert.match(untrustedWorkspaces.description ?? '', /\S/);
    assert.equal(virtualWorkspaces, true);
  });
});

describe('The typing aids', () => {
  const language = JSON.parse(read('language-configuration.json')) as {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly onEnterRules: readonly {
      readonly beforeText: string;
      readonly previousLineText?: string;
      readonly action: { readonly appendText?: string };
    }[];
  };

  /** What Enter adds at the end of a line. */
  const enter = (before: string, previous = ''): string =>
    language.onEnterRules.find(
      (rule) =>
        new RegExp(rule.beforeText).test(before) &&
        (rule.previousLineText === undefined || new RegExp(rule.previousLineText).test(previous)),
    )?.action.appendText ?? '';

  for (const [before, expected, previous] of [
    ['- Words', '- '],
    ['  * Words', '* '],
    ['+ Words', '+ '],
    ['- [x] Words', '- [ ] '],
    ['1. Words', '2. '],
    ['1. Words', '1. ', '1. Words'],
    ['12. Words', '1. '],
    ['3) Words', '1) '],
    ['- ', ''],
    ['- [ ] ', ''],
    ['2. ', ''],
    ['- - -', ''],
    ['Words', ''],
    ['    - std: 5', '  '],
  ] as const) {
    it(`${JSON.stringify(before)} goes on with ${JSON.stringify(expected)}`, () =>
      assert.equal(enter(before, previous), expected));
  }

  it('take an id, a contraction and a compound as one word', () => {
    const { pattern, flags } = language.wordPattern;
    const words = 'Staff don’t know [std 6.1, 6.] or 15.11.26; looked-after FG2 in 2014. Dŵr'.match(
      new RegExp(pattern, `${flags}g`),
    );
    const expected = [
      'Staff',
      'don’t',
      'know',
      'std',
      '6.1',
      '6.',
      'or',
      '15.11.26',
      'looked-after',
      'FG2',
      'in',
    ];
    assert.deepEqual(words, [...expected, '2014', 'Dŵr']);
  });
});

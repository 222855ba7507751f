/*
 * The floor plan. Rooms are listed from the bottom up, and a room imports only from rooms below it; a new file needs no
 * list. Inside a room files may know each other, but never in a circle. A failure says which room may not know which.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

const root = join(__dirname, '..');

/** The rooms of each part from the bottom up; those on one floor do not know each other. `.` is every other file of its own. */
const floors: Readonly<Record<string, readonly string[]>> = {
  core: [
    ...[
      'text',
      'personal',
      'syntax',
      'settings catalogue',
      'evidence',
      'document',
      'review',
      'coverage',
      'checks',
    ],
    ...['report', 'diagnostics', 'features', 'readiness', 'standards pages', '.'],
  ],
  server: ['protocol importing', 'lsp', 'hosts', 'jobs', 'session', 'requests', 'handlers', '.'],
  cli: ['terminal', 'files', 'load config', 'check', 'formats standards', '.'],
  client: ['notify days', 'connection', 'typing files', 'pages views', 'commands', '.'],
};

/** What each part may import of the others. */
const doors: Readonly<Record<string, RegExp>> = {
  core: /^$/,
  server: /^core\/src$/,
  cli: /^(core\/src|server\/src\/(hosts\/\w+|jobs\/\w+|importing\/\w+|lsp\/(positions|uris)|nodeServer))$/,
  client: /^server\/src\/protocol$/,
};

/** The only rooms of the core that may use a package. */
const packages: readonly (readonly [name: RegExp, rooms: string])[] = [
  [/^(unified|remark-.*|micromark-.*|unist)$/, 'syntax'],
  [/^mdast-util-/, 'syntax report'],
  [/^mdast$/, 'syntax catalogue evidence document report'],
  [/^(hast|hast-util-.*|mdast-util-to-hast)$/, 'report pages'],
  [/^yaml$/, 'syntax'],
  [/^vscode-uri$/, 'review'],
  [/^(docx|docx\/.*|pptxgenjs|fflate|@rgrove\/parse-xml)$/, 'report'],
  [/^diff\//, 'text'],
];

interface Import {
  /** Paths from the root without their ending, or the name of a package. */
  readonly from: string;
  readonly to: string;
}

const parts = Object.keys(floors);
const imports = [...parts.map((part) => `${part}/src`), 'client/media'].flatMap(importsOf);

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

function importsOf(folder: string): Import[] {
  return filesBelow(folder).flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const names = [...text.matchAll(/(?:from|import|module)\s*\(?\s*'([^']+)'/g)].map(
      (match) => match[1] ?? '',
    );
    return names.map((name) => {
      const path = relative(root, join(root, dirname(from), name));
      return { from: from.replace(/\.ts$/, ''), to: name.startsWith('.') ? path.split(sep).join('/') : name };
    });
  });
}

const partOf = (path: string): string => /^(\w+)\/(?:src|media)(?:\/|$)/.exec(path)?.[1] ?? '';

/** `core/src/features/hover/hover` is in `features`; a file of its own is in its name where a floor lists that, else in `.`. */
function roomOf(path: string): string {
  const [, , first = '.', ...rest] = path.split('/');
  const known = (floors[partOf(path)] ?? []).flatMap((floor) => floor.split(' '));
  return rest.length > 0 || known.includes(first) ? first : '.';
}

function floorOf(path: string): number {
  return (floors[partOf(path)] ?? []).findIndex((floor) => floor.split(' ').includes(roomOf(path)));
}

/** The first circle of imports, as the files on its way. */
function findCircle(of: readonly Import[]): readonly string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of of) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const to of next.get(file) ?? []) {
      const circle = visit(to, [...way, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const circle = visit(file, []);
    if (circle) return circle;
  }
  return undefined;
}

describe('architecture', () => {
  it('has every file of the core in a room', () => {
    const stray = filesBelow('core/src').filter((file) => floorOf(file.replace(/\.ts$/, '')) < 0);
    assert.deepEqual(stray, [], 'Move these into a room, or give their folder a floor in this test.');
    assert.deepEqual(
      readdirSync(join(root, 'core/src')).filter((name) => name.endsWith('.ts')),
      ['index.ts'],
      'A file of the core belongs in a room.',
    );
  });

  for (const part of parts)
    it(`has rooms in ${part}/ that know only the floors below them`, () => {
      const wrong = imports
        .filter(({ from, to }) => partOf(from) === part && partOf(to) === part && from.includes('/src/'))
        .filter(({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from))
        .map(({ from, to }) => `${roomOf(from)} may not know ${roomOf(to)}: ${from} imports ${to}`);
      assert.deepEqual(wrong, []);
    });

  for (const part of parts)
    it(`has a ${part}/ that enters other parts only by their doors`, () => {
      const wrong = imports
        .filter(({ from, to }) => partOf(from) === part && parts.includes(partOf(to)) && partOf(to) !== part)
        .filter(({ to }) => !doors[part]?.test(to))
        .map(({ from, to }) => `${part} may not import ${to}: ${from} does`);
      assert.deepEqual(wrong, []);
    });

  it('has no circle of imports', () => {
    assert.equal(findCircle(imports)?.join(' -> '), undefined);
  });

  it('has a core that uses each package only in its rooms', () => {
    const wrong = imports
      .filter(({ from, to }) => partOf(from) === 'core' && partOf(to) === '')
      .filter(
        ({ from, to }) =>
          !packages.some(([name, rooms]) => name.test(to) && rooms.split(' ').includes(roomOf(from))),
      )
      .map(({ from, to }) => `${roomOf(from)} may not use ${to}: ${from} does`);
    assert.deepEqual(wrong, []);
  });

  it('keeps the editor in the client', () => {
    const wrong = imports
      .filter(({ from, to }) => to === 'vscode' && partOf(from) !== 'client')
      .map(({ from }) => `${from} imports vscode`);
    assert.deepEqual(wrong, []);
  });

  it('shows notices through one file of the client, which never cuts their words', () => {
    const wrong = filesBelow('client/src').filter((file) =>
      /void window\.show\w+Message/.test(readFileSync(join(root, file), 'utf8')),
    );
    assert.deepEqual(wrong, ['client/src/notify.ts']);
  });
});

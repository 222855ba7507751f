/*
 * Fixtures: a review drawn as a string. A line `//- path` starts another file, `$0` is a cursor, and a line
 * of carets states the diagnostic that is expected on the words above it: `^^^^ unknown-standard`. Lines
 * `//> link -> target` and `//> path !why` say what the host found outside the folder. All marks are taken out
 * before the core sees the text.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Workspace,
  type Outside,
  type OutsideLink,
  type RefusedWhy,
  type Review,
  type Snapshot,
  type Span,
} from '../../core/src';
import { createCatalogueFile } from '../../core/src/document/document';

/** Where fixture files live, and where the shipped catalogue seems to. */
export const root = 'file:///review';
export const shippedUri = 'shipped:/ssia-childrens-services-2014.standards.md';

/** The text of the shipped catalogue. */
export const shippedText = readFileSync(
  join(__dirname, '../../standards/ssia-childrens-services-2014.standards.md'),
  'utf8',
);

/** The shipped catalogue, read once for all fixtures. */
export const shippedFile = createCatalogueFile(shippedUri, shippedText);

export interface Expectation {
  readonly uri: string;
  readonly span: Span;
  readonly code: string;
  /** Words that the message must hold; any message where they are left out. */
  readonly message?: string;
}

export interface Fixture {
  readonly workspace: Workspace;
  readonly files: ReadonlyMap<string, string>;
  readonly cursor?: { readonly uri: string; readonly offset: number };
  readonly expected: readonly Expectation[];
  snapshot(): Snapshot;
}

/** Reads a fixture; a text before the first `//-` line is the file `one.review.md`. */
export function readFixture(drawn: string): Fixture {
  const files = new Map<string, string>();
  const expected: Expectation[] = [];
  let cursor: Fixture['cursor'];
  const outside = outsideOf(drawn);
  for (const [path, body] of splitFiles(drawn.replace(/^\/\/> .*\n/gm, ''))) {
    const uri = `${root}/${path}`;
    const { text, found } = takeCarets(body);
    const at = text.indexOf('$0');
    if (at >= 0) cursor = { uri, offset: at };
    files.set(uri, text.replace('$0', ''));
    expected.push(...found.map((expectation) => ({ ...expectation, uri })));
  }
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of files) workspace.setFile(uri, text);
  workspace.setOutside(outside);
  return { workspace, files, expected, ...(cursor && { cursor }), snapshot: () => workspace.snapshot() };
}

/** The only review of a fixture, or its first. */
export function firstSet(drawn: string): Review {
  const [set] = readFixture(drawn).snapshot().reviews();
  assert.ok(set);
  return set;
}

/** The text of a fixture's file. */
export function textOf(fixture: Fixture, path = 'one.review.md'): string {
  return fixture.files.get(`${root}/${path}`) ?? '';
}

/** What a fixture says of outside the folder; a link whose name ends in a slash is one to a folder. */
function outsideOf(drawn: string): Outside {
  const links: OutsideLink[] = [];
  const refused = new Map<string, RefusedWhy>();
  for (const [, name = '', target, why] of drawn.matchAll(/^\/\/> (\S+) (?:-> (\S+)|!(\S+))$/gm)) {
    const isFolder = name.endsWith('/');
    const uri = new URL(name.replace(/\/$/, ''), `${root}/`).href;
    if (why !== undefined) refused.set(uri, why as RefusedWhy);
    else links.push({ uri, isFolder, ...(target !== undefined && target !== '?' && { target }) });
  }
  return { links, refused, read: new Set() };
}

function splitFiles(drawn: string): [string, string][] {
  const files: [string, string[]][] = [];
  for (const line of drawn.split('\n')) {
    const path = /^\/\/- (\S.*)$/.exec(line)?.[1];
    if (path !== undefined) files.push([path.trim(), []]);
    else if (files.length === 0 && line !== '') files.push(['one.review.md', [line]]);
    else files[files.length - 1]?.[1].push(line);
  }
  return files.map(([path, lines]) => [path, lines.join('\n')]);
}

function takeCarets(body: string): { text: string; found: Omit<Expectation, 'uri'>[] } {
  const found: Omit<Expectation, 'uri'>[] = [];
  let text = '';
  let lineStart = 0;
  for (const line of body.split('\n')) {
    const match = /^( *)(\^+) ([a-z-]+)(?:: (.*))?$/.exec(line);
    if (!match) {
      lineStart = text.length;
      text += `${line}\n`;
      continue;
    }
    const [, indent = '', carets = '', code = '', message] = match;
    const start = lineStart + indent.length;
    const place = { start, end: start + carets.length };
    found.push({ span: place, code, ...(message !== undefined && { message }) });
  }
  return { text: text.slice(0, -1), found };
}

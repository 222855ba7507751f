/*
 * One review, asked everywhere: the status bar, the tree, the matrix as HTML and as CSV, the moderation view, the
 * preview and the command line show the same figures. Each is read as a person or a program would read it, and none
 * is computed here.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localCalendar } from '../server/src/hosts/localDate';
import type { CoverageReport } from '../cli/src/coverage';
import { run } from '../cli/src/run';
import type {
  CoverageResult,
  CoverageTreeNode,
  CoverageTreeResult,
  PreviewResult,
} from '../server/src/protocol';
import { TestClient } from './support/server';
import { shownBy } from './support/shown';

const root = join(__dirname, '..');
const shippedName = 'ssia-childrens-services-2014.standards.md';
const shippedText = readFileSync(join(root, 'standards', shippedName), 'utf8');

for (const folder of ['test/workspaces/morfa-bay', 'examples/aberwen']) {
  describe(`the figures of ${folder}`, () => {
    const cover = 'file:///team/cover.review.md';
    const path = join(root, folder);
    let client: TestClient;
    let report: CoverageReport['reviews'][number];

    before(async () => {
      const names = readdirSync(path).filter((name) => name.endsWith('.review.md'));
      const files = names.map((name) => [`file:///team/${name}`, readFileSync(join(path, name), 'utf8')]);
      // The shipped catalogue as one of the folder: the test's server ships a small one.
      client = await TestClient.start({
        files: Object.fromEntries([...files, [`file:///team/${shippedName}`, shippedText]]) as Record<
          string,
          string
        >,
      });
      await client.diagnostics(cover);
      let out = '';
      await run(['coverage', '--format', 'json', '.'], {
        cwd: path,
        stdout: { write: (text) => (out += text) },
        stderr: { write: () => undefined },
        version: '0',
        calendar: localCalendar(new Date(0)),
        shipped: [{ uri: 'file:///shipped.standards.md', text: shippedText }],
        colours: false,
        readStdin: () => Promise.resolve(new Uint8Array()),
        whenStopped: () => new AbortController().signal,
        serve: () => undefined,
      });
      const [first] = (JSON.parse(out) as CoverageReport).reviews;
      assert.ok(first);
      report = first;
    });
    after(() => {
      client.dispose();
    });

    it('are those of the command line in the status bar', async () => {
      const bar = await client.request<CoverageResult>('criticalFriend/coverage', { uri: cover });
      const { covered, inScope, excluded, standards } = report;
      assert.deepEqual([bar.covered, bar.inScope, bar.excluded], [covered, inScope, excluded]);
      assert.deepEqual(
        bar.uncovered,
        standards.filter(({ state }) => state === 'uncovered').map(({ id }) => id),
      );
    });

    it('are those of the command line in the tree', async () => {
      const { tree, nodes: all } = await unfold(client);
      const nodes = all.filter(({ kind }) => kind === 'standard');
      assert.deepEqual(
        nodes.map((node) => [
          node.label,
          node.state,
          ...(['strength', 'development'] as const).map(
            (kind) => (node.children ?? []).filter((child) => child.kind === kind).length,
          ),
        ]),
        report.standards.map(({ id, state, strengths, development }) => [id, state, strengths, development]),
      );
      assert.match(tree[0]?.description ?? '', new RegExp(`^${report.covered} of ${report.inScope} covered`));
    });

    it('are those of the command line in the matrix, on the page and in the table to copy', async () => {
      const { change } = await client.request<PreviewResult>('criticalFriend/preview', {
        uri: cover,
        page: 'matrix',
      });
      const html = shownBy(change);
      const rows = [...html.matchAll(/<tr class="standard is-(\w+)"[^>]*>(.*?)<\/tr>/g)];
      const shown = rows.map(([, state, row = '']) => {
        const id = /<th scope="row"[^>]*>([\d.]+)</.exec(row)?.[1];
        const cells = [...row.matchAll(/<td class="figure[^"]*">(?:<button[^>]*>)?(\d+)/g)].map((m) =>
          Number(m[1]),
        );
        return [id, state, ...cells.slice(0, 3)];
      });
      const told = report.standards.map(({ id, state, strengths, development, mentions }) => {
        return [id, state, strengths, development, mentions];
      });
      assert.deepEqual(shown, told);
      const csv = await client.request<string>('criticalFriend/matrixCsv', { uri: cover });
      const lines = csv.trimEnd().split('\r\n').slice(1);
      assert.deepEqual(
        lines.map((line) => {
          const [, , id] = line.split(',');
          const [, state, figures = ''] =
            /,(covered|uncovered|excluded),(?:"[^"]*"|[^,]*),(\d+,\d+,\d+)/.exec(line) ?? [];
          return [id, state, ...figures.split(',').map(Number)];
        }),
        told,
      );
    });

    it('are those of the command line by reviewer and by kind of evidence in the matrix and in the tree', async () => {
      const csv = await client.request<string>('criticalFriend/matrixCsv', { uri: cover });
      const [head = [], ...lines] = csv.trimEnd().split('\r\n').map(cellsOf);
      const first = head.indexOf('Mentions') + 1;
      const initials = new Set(report.standards.flatMap(({ reviewers }) => reviewers));
      const { nodes } = await unfold(client);
      for (const { id, state, reviewers, evidenceKinds } of report.standards) {
        const line = lines.find((each) => each[2] === id) ?? [];
        const named = head.flatMap((name, i) => (i >= first && line[i] !== '0' ? [name] : []));
        const people = named.filter((name) => initials.has(name));
        const kinds = named.filter((name) => !initials.has(name) && !name.startsWith('No '));
        assert.deepEqual(people.sort(), [...reviewers].sort(), id);
        assert.deepEqual(kinds.map((name) => name.toLowerCase()).sort(), [...evidenceKinds].sort(), id);
        const tooltip = nodes.find(({ kind, label }) => kind === 'standard' && label === id)?.tooltip ?? '';
        const told = (what: RegExp): string[] => (what.exec(tooltip)?.[1] ?? '').split(', ').filter(Boolean);
        if (state === 'excluded') continue;
        assert.deepEqual(told(/^Reviewers: (.*)\.$/m), reviewers, tooltip);
        assert.deepEqual(told(/^Evidence: (.*)\.$/m), evidenceKinds, tooltip);
      }
    });

    it('are those of the command line in the moderation view', async () => {
      const params = { uri: cover, page: 'moderation' };
      const { change } = await client.request<PreviewResult>('criticalFriend/preview', params);
      const sections = shownBy(change).split('<section class="standard').slice(1);
      const count = (html: string, what: RegExp): number => [...html.matchAll(what)].length;
      const rowOf = (html: string, about: string): string =>
        [...html.matchAll(new RegExp(`<tr class="${about}">[^]*?</tr>`, 'g'))].join('');
      const shown = sections.map((html) => {
        const alike = rowOf(html, 'alike');
        const listed = (about: string): number => count(rowOf(html, about), /<li class="finding/g);
        const evidence = [...html.matchAll(/<ul class="evidence"[^]*?<\/ul>/g)].flatMap(([list]) =>
          [...list.matchAll(/<span class="id">([^<]+)</g)].map(([, id]) => id),
        );
        return {
          id: /<h3>([\d.]+) /.exec(html)?.[1],
          strengths: listed('strength') + count(alike, /class="kind strength"/g),
          development: listed('development') + count(alike, /class="kind development"/g),
          reviewers: [...html.matchAll(/<th scope="col">(\w+)/g)].map(([, initials]) => initials).sort(),
          evidence: new Set(evidence).size,
        };
      });
      assert.deepEqual(
        shown,
        report.standards
          .filter(({ strengths, development }) => strengths + development > 0)
          .map(({ id, strengths, development, reviewers, evidence }) => {
            return { id, strengths, development, reviewers: [...reviewers].sort(), evidence };
          }),
      );
    });

    it('are those of the command line in the preview', async () => {
      const { change } = await client.request<PreviewResult>('criticalFriend/preview', { uri: cover });
      const html = shownBy(change);
      const { covered, inScope, excluded } = report;
      const aside = excluded > 0 ? ` \\(${excluded} excluded\\)` : '';
      assert.match(html, new RegExp(`${covered} of ${inScope} standards in scope covered${aside}<`));
      const missing = [...html.matchAll(/<div class="uncovered">.*?<\/div>/g)].flatMap(([part]) =>
        [...part.matchAll(/<span class="id">([\d.]+)</g)].map((match) => match[1]),
      );
      assert.deepEqual(
        missing,
        report.standards.filter(({ state }) => state === 'uncovered').map(({ id }) => id),
      );
    });
  });
}

/** The cells of a line of CSV. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => {
    return quoted?.replaceAll('""', '"') ?? bare ?? '';
  });
}

/** The tree of coverage with everything unfolded, level by level as a person does it, and all of its nodes. */
async function unfold(client: TestClient): Promise<{ tree: CoverageTreeResult; nodes: CoverageTreeNode[] }> {
  const open = new Set<string>();
  const all = (some: CoverageTreeResult): CoverageTreeNode[] =>
    some.flatMap((node) => [node, ...all(node.children ?? [])]);
  for (;;) {
    const before = open.size;
    const tree = await client.request<CoverageTreeResult>('criticalFriend/coverageTree', { open: [...open] });
    const nodes = all(tree);
    for (const { id, opens } of nodes) if (opens) open.add(id);
    if (open.size === before) return { tree, nodes };
  }
}

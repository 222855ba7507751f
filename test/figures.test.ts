/*
 * One review, asked everywhere: the status bar, the tree, the matrix as HTML and as CSV, the preview and the
 * command line show the same figures. Each is read as a person or a program would read it, and none is computed
 * here.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localCalendar } from '../server/src/calendar';
import type { CoverageReport } from '../server/src/cli/coverage';
import { run } from '../server/src/cli/run';
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
      const open = new Set<string>();
      let tree: CoverageTreeResult = [];
      const all = (nodes: CoverageTreeResult): CoverageTreeNode[] =>
        nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
      // As a person does it: level by level.
      for (let before = -1; before < open.size;) {
        before = open.size;
        tree = await client.request<CoverageTreeResult>('criticalFriend/coverageTree', { open: [...open] });
        for (const { id, opens } of all(tree)) if (opens) open.add(id);
      }
      const nodes = all(tree).filter(({ kind }) => kind === 'standard');
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

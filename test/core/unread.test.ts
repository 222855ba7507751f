/*
 * Documents that are left unread because reading them took too long: they are reported, the rest of their review shows
 * no false alarm for it, no final report comes of it, and nothing is written into them.
 */
import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import {
  resolveCodeAction,
  coverage,
  diagnostics,
  gate,
  inTheWayOf,
  isDraft,
  ownDiagnostics,
  printReportHtml,
  printReportJson,
  printReportMarkdown,
  printStatus,
  readAhead,
  readReport,
  rename,
  ReportPage,
  status,
  Workspace,
  type Review,
  type Task,
} from '../../core/src';
import type { Document } from '../../core/src/document/document';
import { isSummarised } from '../../core/src/review/summary';
import { printDocx } from '../../core/src/report/docx/docx';
import { slidesOf } from '../../core/src/report/slides';
import { root, shippedFile } from '../support/fixture';

const cover = `---
title: Homes
phase: final
standards: own
team: [{ initials: AA, name: Ann Able }]
---
`;
const catalogue = `---
id: own
---
# Theme 1: Homes
## Element 1: Home life
### Standards
- 1.1 Children are heard
- 1.2 Children are fed
`;
const document = (body: string): string => `---
reviewer: AA
---
# Homes [theme 1]
## Strengths
${body}
`;
const files: Readonly<Record<string, string>> = {
  'cover.review.md': cover,
  'own.standards.md': catalogue,
  'one.review.md': document('- Children are heard at every visit. [std 1.1]'),
  'two.review.md': document('- Children say that the food is good. [std 1.2]'),
};
const uriOf = (name: string): string => `${root}/${name}`;

/** A workspace of these files, and the names of those that it has begun to read, in order. */
function open(texts = files): { workspace: Workspace; begun: string[] } {
  const begun: string[] = [];
  const workspace = new Workspace([shippedFile], (uri) => begun.push(uri.slice(root.length + 1)));
  for (const [name, text] of Object.entries(texts)) workspace.setFile(uriOf(name), text);
  return { workspace, begun };
}

/** The codes of the diagnostics of each file. */
function codes(workspace: Workspace): Record<string, string[]> {
  const snapshot = workspace.snapshot();
  return Object.fromEntries(
    Object.keys(files).map((name) => [name, diagnostics(snapshot, uriOf(name)).map(({ code }) => code)]),
  );
}

function leave(workspace: Workspace, ...names: string[]): void {
  workspace.leaveUnread(new Set(names.map(uriOf)));
}

/** The codes of one file. */
function codesOf(workspace: Workspace, name: string): string[] {
  return diagnostics(workspace.snapshot(), uriOf(name)).map(({ code }) => code);
}

const clean = { 'cover.review.md': [], 'own.standards.md': [], 'one.review.md': [], 'two.review.md': [] };

describe('a document that is left unread', () => {
  it('carries one diagnostic, and is not read', () => {
    const { workspace, begun } = open();
    leave(workspace, 'two.review.md');
    assert.deepEqual(codes(workspace), { ...clean, 'two.review.md': ['unread-document'] });
    assert.ok(begun.includes('one.review.md'));
    assert.ok(!begun.includes('two.review.md'));
    const [told] = diagnostics(workspace.snapshot(), uriOf('two.review.md'));
    assert.equal(told?.severity, 'error');
    assert.match(told.message, /too long.*nothing in it is checked or counted.*Try Again/);
    assert.deepEqual(ownDiagnostics(workspace.snapshot(), uriOf('two.review.md')), [told]);
  });

  it('causes no false alarm about gaps, which it may close', () => {
    const { workspace } = open({ ...files, 'three.review.md': document('- Meals are late. [std 9.9]') });
    leave(workspace, 'two.review.md');
    const found = diagnostics(workspace.snapshot(), uriOf('three.review.md'));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['unknown-standard'],
    );
    assert.deepEqual(codes(workspace)['cover.review.md'], []);
  });

  it('causes no false alarm where it is the cover or the catalogue', () => {
    for (const name of ['cover.review.md', 'own.standards.md']) {
      const { workspace } = open();
      leave(workspace, name);
      assert.deepEqual(codes(workspace), { ...clean, [name]: ['unread-document'] });
    }
    const named = { ...files, 'cover.review.md': cover.replace(': own', ': ./own.standards.md') };
    const { workspace } = open(named);
    leave(workspace, 'own.standards.md');
    assert.deepEqual(codes(workspace), { ...clean, 'own.standards.md': ['unread-document'] });
  });

  it('keeps the report from being final, whichever document it is', () => {
    assert.equal(inTheWayOf(reviewOf(open().workspace)), 0);
    for (const name of ['one.review.md', 'own.standards.md']) {
      const { workspace } = open();
      leave(workspace, name);
      const { kinds } = gate(reviewOf(workspace));
      assert.deepEqual(
        kinds.find((kind) => kind.name === 'unread')?.points.map(({ place }) => place.uri),
        [uriOf(name)],
      );
      assert.ok(inTheWayOf(reviewOf(workspace)) > 0);
    }
    const { workspace } = open();
    leave(workspace, 'cover.review.md');
    assert.equal(gate(reviewOf(workspace)).kinds[0]?.name, 'unread');
  });

  it('is named at the beginning of the report in every form, which is a draft', async () => {
    const complete = open().workspace;
    const whole = readReport(reviewOf(complete), { draft: isDraft(reviewOf(complete)) });
    assert.equal(whole.draft, false);
    assert.deepEqual(whole.missing, []);
    assert.doesNotMatch(printReportJson(whole), /"missing"/);
    for (const [lang, said] of [
      ['en', 'This report is not complete. The file “two.review.md” could not be read, so'],
      ['cy', 'Nid yw’r adroddiad hwn yn gyflawn. Ni ellid darllen y ffeil “two.review.md”, felly'],
    ] as const) {
      const { workspace } = open({
        ...files,
        'cover.review.md': cover.replace('phase:', `language: ${lang}\nphase:`),
      });
      leave(workspace, 'two.review.md');
      const review = reviewOf(workspace);
      const report = readReport(review, { draft: isDraft(review) });
      assert.equal(report.draft, true);
      for (const [name, print] of Object.entries({ printReportHtml, printReportMarkdown })) {
        const printed = print(report);
        assert.ok(printed.includes(said), name);
        const first = report.chapters[0]?.title ?? '';
        assert.ok(printed.indexOf(said) < printed.lastIndexOf(first), name);
      }
      assert.deepEqual((JSON.parse(printReportJson(report)) as { missing: unknown }).missing, [
        'two.review.md',
      ]);
      const docx = strFromU8(unzipSync(await printDocx(report))['word/document.xml'] ?? new Uint8Array());
      assert.ok(docx.includes(said));
      assert.ok(docx.indexOf(said) < docx.indexOf('TOC'));
      assert.ok(slidesOf(report)[0]?.lines?.some((line) => line.startsWith(said)));
      const [title] = new ReportPage().print(review, () => 0);
      assert.ok(title?.fragments.join('').includes(said));
    }
    const { workspace } = open();
    leave(workspace, 'one.review.md', 'own.standards.md');
    const { missing } = readReport(reviewOf(workspace), { draft: true, missing: ['a.md', 'one.review.md'] });
    assert.deepEqual(missing, ['one.review.md', 'own.standards.md', 'a.md']);
    assert.match(
      printReportMarkdown({ ...whole, missing }),
      /The files “one\.review\.md”, “own\.standards\.md” and “a\.md” could not be read/,
    );
  });

  it('appears on the page of the report as soon as it is left unread, and goes from it', () => {
    const { workspace } = open();
    const page = new ReportPage();
    const shown = (): string => page.print(reviewOf(workspace), () => 0)[0]?.fragments.join('') ?? '';
    assert.doesNotMatch(shown(), /not complete/);
    leave(workspace, 'two.review.md');
    assert.match(shown(), /“two\.review\.md” could not be read/);
    leave(workspace, 'one.review.md');
    assert.match(shown(), /“one\.review\.md” could not be read/);
    leave(workspace);
    assert.doesNotMatch(shown(), /not complete/);
  });

  it('cannot be switched off by the cover or by a comment', () => {
    const { workspace } = open({
      ...files,
      'cover.review.md': cover.replace('standards:', 'checks: { unread-document: off }\nstandards:'),
      'two.review.md': `<!-- review-ignore-file unread-document: quiet -->\n${files['two.review.md'] ?? ''}`,
    });
    leave(workspace, 'two.review.md');
    assert.deepEqual(codes(workspace)['two.review.md'], ['unread-document']);
  });

  it('is named in the status', () => {
    const { workspace } = open();
    leave(workspace, 'two.review.md', 'own.standards.md');
    const words = printStatus(
      status(workspace.snapshot(), { version: '1', folders: [root], unreadable: [] }),
    );
    assert.match(words, /two\.review\.md was left unread, because reading it took too long\./);
    assert.match(words, /own\.standards\.md was left unread/);
  });

  it('is written into by nothing, and keeps a rename from doing half of the work', () => {
    const { workspace } = open();
    leave(workspace, 'cover.review.md');
    const task: Task = { do: 'exclude', excluded: { kind: 'standard', ids: ['1.1'] } };
    const refused = resolveCodeAction(workspace.snapshot(), uriOf('one.review.md'), task, 'agreed');
    assert.match('refused' in refused ? refused.refused : '', /cover was left unread/);
    leave(workspace, 'two.review.md');
    const at = catalogue.indexOf('1.1');
    const renamed = rename(workspace.snapshot(), uriOf('own.standards.md'), at, '1.7');
    assert.match(renamed && 'refused' in renamed ? renamed.refused : '', /^two\.review\.md was left unread/);
    leave(workspace);
    const done = rename(workspace.snapshot(), uriOf('own.standards.md'), at, '1.7');
    assert.ok(done && !('refused' in done) && done.length === 2);
  });

  it('is read again when it is left unread no more, open or not, with the text of that moment', () => {
    const { workspace } = open();
    leave(workspace, 'one.review.md', 'two.review.md');
    workspace.setFile(uriOf('one.review.md'), document('- Children are fed. [std 9.9]'));
    workspace.open(uriOf('two.review.md'), document('- Written in the editor. [std 9.8]'), 7);
    assert.equal(workspace.snapshot().documents.get(uriOf('two.review.md'))?.version, 7);
    assert.equal(coverage(reviewOf(workspace)).covered, 0);
    leave(workspace);
    const found = codes(workspace);
    assert.ok(found['one.review.md']?.includes('unknown-standard'));
    assert.ok(found['two.review.md']?.includes('unknown-standard'));
    assert.equal(workspace.snapshot().documents.get(uriOf('two.review.md'))?.version, 7);
    workspace.close(uriOf('two.review.md'));
    assert.deepEqual(codes(workspace)['two.review.md'], []);
  });

  it('stays unread while its text changes, and the same list again changes nothing', () => {
    const { workspace } = open();
    leave(workspace, 'two.review.md');
    workspace.open(uriOf('two.review.md'), 'Another text. [std 9.9]', 1);
    assert.deepEqual(codes(workspace)['two.review.md'], ['unread-document']);
    const before = workspace.snapshot();
    leave(workspace, 'two.review.md');
    assert.equal(workspace.snapshot(), before);
    workspace.removeFile(uriOf('two.review.md'));
    workspace.close(uriOf('two.review.md'));
    assert.equal(workspace.snapshot().documents.has(uriOf('two.review.md')), false);
  });
});

describe('what is about to be read', () => {
  it('is named before each document of a review, whether its text or only its frame is new', () => {
    const { workspace, begun } = open();
    const read = (): string[] => {
      begun.length = 0;
      for (const steps = readAhead(reviewOf(workspace)); steps.next().done !== true;);
      return [...new Set(begun)].filter((name) => name.endsWith('.review.md')).sort();
    };
    const documents = ['cover.review.md', 'one.review.md', 'two.review.md'];
    assert.deepEqual(read(), documents);
    assert.deepEqual(read(), []);
    workspace.setFile(uriOf('cover.review.md'), cover.replace('own', 'ssia-cs-2014'));
    assert.deepEqual(read(), documents);
    workspace.setFile(uriOf('two.review.md'), document('- More. [std 1.1]'));
    assert.deepEqual(read(), ['two.review.md']);
  });

  it('is named before the last text is, so that the last name is of what is being read', () => {
    const { workspace, begun } = open();
    for (const steps = readAhead(reviewOf(workspace)); steps.next().done !== true;)
      assert.ok(isSummarised(documentOf(workspace, begun.at(-1) ?? ''), reviewOf(workspace).context));
  });
});

function documentOf(workspace: Workspace, path: string): Document {
  const found = workspace.snapshot().documents.get(uriOf(path));
  assert.ok(found);
  return found;
}

function reviewOf(workspace: Workspace): Review {
  const [set] = workspace.snapshot().reviews();
  assert.ok(set);
  return set;
}

describe('a file that cannot be read', () => {
  it('is told of where it is, keeps the review a draft, and hides nothing that is wrong elsewhere', () => {
    const { workspace } = open();
    workspace.removeFile(uriOf('two.review.md'));
    const gaps = codesOf(workspace, 'one.review.md');
    assert.ok(gaps.includes('uncovered-standards'));
    workspace.setUnreadable(uriOf('two.review.md'));
    assert.deepEqual(codesOf(workspace, 'one.review.md'), gaps);
    assert.deepEqual(codesOf(workspace, 'two.review.md'), ['unread-document']);
    const [told] = diagnostics(workspace.snapshot(), uriOf('two.review.md'));
    assert.match(
      told?.message ?? '',
      /cannot be read.*nothing in it is checked or counted.*allowed to open it/,
    );
    const [review] = workspace.snapshot().reviews();
    assert.ok(review);
    assert.ok(isDraft(review));
    assert.deepEqual(readReport(review, { draft: true }).missing, ['two.review.md']);
  });

  it('is silent about documents whose cover or standards are not known', () => {
    for (const name of ['cover.review.md', 'own.standards.md']) {
      const { workspace } = open({ ...files, 'two.review.md': document('- Late. [std 9.9]') });
      workspace.setUnreadable(uriOf(name));
      assert.deepEqual(codes(workspace), { ...clean, [name]: ['unread-document'] }, name);
    }
  });

  it('counts again when it can be read, were it empty, and not before', () => {
    const { workspace } = open({ ...files, 'three.review.md': '' });
    workspace.setUnreadable(uriOf('three.review.md'));
    leave(workspace, 'three.review.md');
    leave(workspace);
    assert.deepEqual(codesOf(workspace, 'three.review.md'), ['unread-document']);
    const before = workspace.snapshot();
    workspace.setUnreadable(uriOf('three.review.md'));
    assert.equal(workspace.snapshot(), before);
    workspace.setFile(uriOf('three.review.md'), '');
    assert.deepEqual(codesOf(workspace, 'three.review.md'), []);
  });
});

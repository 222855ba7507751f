import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  completion,
  coverage,
  definition,
  diagnostics,
  digest,
  digestPage,
  documentSymbols,
  findingsReport,
  fixes,
  hover,
  printDigestMarkdown,
  printFindingsHtml,
  readCatalogue,
  readPrivateWords,
  readDocument,
  references,
  Workspace,
  workspaceSymbols,
  type Review,
  type Snapshot,
  type Span,
  type SymbolNode,
} from '../../core/src';
import { surveysIn } from '../../core/src/evidence/entry';
import { surveyFigures, type Survey } from '../../core/src/evidence/survey';
import { awkwardText, runs } from '../support/awkward';
import { root, shippedFile } from '../support/fixture';
import { collectGarbage } from '../support/garbage';

const uris = ['cover.review.md', 'one.review.md', 'deep/two.review.md', 'own.standards.md'].map(
  (path) => `${root}/${path}`,
);
const [coverUri = '', oneUri = ''] = uris;

function workspaceOf(texts: Record<string, string>): Workspace {
  const workspace = new Workspace([shippedFile]);
  for (const [uri, text] of Object.entries(texts)) workspace.setFile(uri, text);
  return workspace;
}

function checkInside(text: string, ...places: (Span | undefined)[]): void {
  for (const place of places) {
    if (place)
      assert.ok(
        0 <= place.start && place.start <= place.end && place.end <= text.length,
        JSON.stringify(place),
      );
  }
}

function checkSurvey(text: string, survey: Survey): void {
  const { id, title, question, scale, n, mean, answers, faults, span, head } = survey;
  const values = [id, title, question, scale, n, mean, ...faults].flatMap((value) => value?.span ?? []);
  const places = [
    ...values,
    head,
    ...answers.flatMap(({ ratingSpan, countSpan }) => [ratingSpan, countSpan]),
  ];
  for (const place of places) assert.ok(span.start <= place.start && place.end <= span.end);
  assert.match(text.slice(head.start, head.end), /^(?:`{3,}|~{3,})/);
  const { bars, n: all = 0, spread = 0 } = surveyFigures(survey);
  assert.ok(bars.length <= 101 && spread >= 0);
  if (bars.length > 0)
    assert.equal(
      bars.reduce((sum, { count }) => sum + count, 0),
      all,
    );
}

/** Everything that could be said about every file. */
function allDiagnostics(snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(uris.map((uri) => [uri, diagnostics(snapshot, uri)]));
}

describe('for any text', () => {
  it('reading never fails, and every span lies in the text and names what it says', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const review = readDocument(text);
        checkInside(text, review.frontMatter?.whole, review.frontMatter?.yaml);
        for (const { span, heading } of review.sections) {
          checkInside(text, span, heading);
          assert.ok(span.start === heading.start && heading.end <= span.end);
        }
        for (const { span, cells } of review.evidence) {
          checkInside(text, span);
          for (const cell of Object.values(cells))
            assert.ok(span.start <= cell.start && cell.end <= span.end);
        }
        for (const survey of surveysIn(review.evidence)) checkSurvey(text, survey);
        for (const { span, head } of review.findings) {
          checkInside(text, span, head);
          assert.ok(span.start <= head.start && head.end <= span.end);
        }
        for (const { span, head, leads, dues } of review.actions) {
          checkInside(text, span, head);
          assert.ok(span.start <= head.start && head.end <= span.end);
          for (const mark of [...leads, ...dues]) {
            assert.match(text.slice(mark.span.start, mark.span.end), /^@(?:lead|due)\([^]*\)$/i);
            const value = text.slice(mark.valueSpan.start, mark.valueSpan.end);
            assert.equal(value.replace(/\s+/g, ' '), mark.value);
          }
        }
        let last = 0;
        for (const { span, parts } of review.citations) {
          assert.match(text.slice(span.start, span.end), /^\[[A-Za-z][^[\]]*\]$/);
          assert.ok(span.start >= last, 'citations are in order');
          last = span.end;
          for (const { from, to } of parts) {
            for (const cited of [from, to]) {
              const id = cited && (cited.prefix === undefined ? cited.id : `${cited.prefix}:${cited.id}`);
              assert.equal(cited && text.slice(cited.span.start, cited.span.end), id);
            }
          }
        }
        for (const { span } of review.escaped)
          assert.match(text.slice(span.start, span.end), /^\\\[[^[\]]*\]$/);
        for (const { span } of review.suppressions) checkInside(text, span);
        const catalogue = readCatalogue(text);
        for (const { span } of catalogue.faults) checkInside(text, span);
        for (const theme of catalogue.themes) checkInside(text, theme.span, theme.nameSpan);
      }),
      runs(800),
    );
  });

  it('every diagnostic lies in the text, and every question has an answer', () => {
    const checkNodes = (text: string, nodes: readonly SymbolNode[]): void => {
      for (const { name, span, nameSpan, children } of nodes) {
        checkInside(text, span, nameSpan);
        assert.ok(name.trim() !== '' && span.start <= nameSpan.start && nameSpan.end <= span.end);
        for (const child of children) assert.ok(span.start <= child.span.start && child.span.end <= span.end);
        checkNodes(text, children);
      }
    };
    fc.assert(
      fc.property(
        awkwardText,
        awkwardText,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cover, text, where) => {
          const workspace = workspaceOf({ [coverUri]: cover, [oneUri]: text, [uris[3] ?? '']: text });
          const snapshot = workspace.snapshot();
          const lengthOf = (uri: string): string => snapshot.document(uri)?.text ?? '';
          const offset = Math.round(where * text.length);
          for (const { edit } of completion(snapshot, oneUri, offset)) checkInside(text, edit.span);
          for (const uri of uris) {
            for (const { span, message, related } of diagnostics(snapshot, uri)) {
              checkInside(lengthOf(uri), span);
              assert.ok(message.length > 10 && !/[\r\n]/.test(message), message);
              for (const place of related ?? []) checkInside(lengthOf(place.uri), place.span);
            }
            checkNodes(lengthOf(uri), documentSymbols(snapshot, uri));
          }
          checkInside(
            text,
            hover(snapshot, oneUri, offset)?.span,
            definition(snapshot, oneUri, offset)?.origin,
          );
          for (const place of references(snapshot, oneUri, offset, true))
            checkInside(lengthOf(place.uri), place.span);
          for (const { place } of workspaceSymbols(snapshot, ''))
            checkInside(lengthOf(place.uri), place.span);
          for (const set of snapshot.reviews()) {
            const report = findingsReport(set);
            const html = printFindingsHtml(report, () => 0);
            const findings = set.documents.flatMap((document) => document.model.findings).length;
            assert.ok((html.match(/class="finding(?: stub)?"/g)?.length ?? 0) >= findings);
          }
        },
      ),
      runs(200),
    );
  });
});

describe('every fix', () => {
  /** Taking a backslash away, or mending a citation, lets it be read; what it cites is then checked like any other. */
  const revealing = ['escaped-citation', 'malformed-citation'];
  const revealed = [
    ...['unknown-standard', 'printed-number', 'duplicate-citation', 'excluded-citation'],
    ...['citation-elsewhere', 'citation-as-link'],
  ];

  /**
   * The words of a reviewer: not ids in brackets, which a fix is for, nor settings, nor a name in a survey or a day that
   * are to be written in another way, nor ignore comments.
   */
  const wordsOf = (text: string): string[] => {
    const { frontMatter, evidence, actions } = readDocument(text);
    const faults = surveysIn(evidence).flatMap((survey) => survey.faults);
    const other = [
      ...faults.filter(({ replacement }) => replacement !== undefined).map(({ span }) => span),
      ...actions.flatMap(({ dues }) => dues.map(({ valueSpan }) => valueSpan)),
    ];
    const blank = (all: string, { start, end }: Span): string =>
      all.slice(0, start) + ' '.repeat(end - start) + all.slice(end);
    return wordsIn(other.reduce(blank, text).slice(frontMatter?.whole.end ?? 0));
  };

  const wordsIn = (text: string): string[] =>
    text
      .replace(/<!--\s*review-ignore-next-line[^]*?-->/g, ' ')
      .replace(/\\?\[[^[\]]*\]/g, ' ')
      .match(/\p{L}{2,}/gu) ?? [];

  const inHeading = (text: string, { start }: Span): boolean =>
    readDocument(text).sections.some(({ heading }) => heading.start <= start && start < heading.end);

  it('removes its diagnostic and adds none', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const counts = (content: string): Map<string, number> => {
          const found = diagnostics(workspaceOf({ [oneUri]: content }).snapshot(), oneUri);
          return found.reduce(
            (map, { code }) => map.set(code, (map.get(code) ?? 0) + 1),
            new Map<string, number>(),
          );
        };
        const before = counts(text);
        const offered = fixes(workspaceOf({ [oneUri]: text }).snapshot(), oneUri, {
          start: 0,
          end: text.length,
        });
        for (const { diagnostic, fix } of offered) {
          assert.equal(fix.uri, oneUri);
          for (const { span } of fix.edits) checkInside(text, span);
          const mended = applyEdits(text, fix.edits);
          const left = wordsOf(mended);
          for (const word of wordsOf(text)) {
            const at = left.indexOf(word);
            assert.ok(at >= 0, `${fix.title} loses “${word}”: ${JSON.stringify(mended)}`);
            left.splice(at, 1);
          }
          if (diagnostic.code === 'uncovered-standards') continue;
          const after = counts(mended);
          const told = `${diagnostic.code}: ${diagnostic.message} → ${fix.title} → ${JSON.stringify(mended)}`;
          assert.ok((after.get(diagnostic.code) ?? 0) < (before.get(diagnostic.code) ?? 0), told);
          for (const [code, count] of after) {
            // A citation in a heading says what the findings below are about.
            if (code === 'citation-elsewhere' && inHeading(text, diagnostic.span)) continue;
            // The first row begins the register, and from then on findings are to rest on it.
            if (diagnostic.code === 'unknown-evidence' && code === 'finding-without-evidence') continue;
            // A key that is known now has its value looked at.
            if (diagnostic.code === 'unknown-setting' && /^(invalid-setting|survey-mismatch)$/.test(code))
              continue;
            if (revealing.includes(diagnostic.code) && revealed.includes(code)) continue;
            assert.ok(count <= (before.get(code) ?? 0), `${told} adds ${code}`);
          }
        }
      }),
      runs(300),
    );
  });
});

describe('a workspace that went through many edits', () => {
  const step = fc.record({
    what: fc.constantFrom('setFile', 'setFile', 'open', 'open', 'close', 'removeFile', 'watchFor', 'ask'),
    which: fc.nat({ max: uris.length - 1 }),
    text: awkwardText,
  });
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  it('says the same as a fresh one with the final texts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { workspace, take, fresh } = begin();
        for (const each of steps) take(each);
        assert.deepEqual(saidBy(workspace), saidBy(fresh()));
      }),
      runs(150),
    );
  });

  it('says the same when readings have been let go in between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), async (a, b) => {
        const { workspace, take, fresh } = begin();
        for (const each of a) take(each);
        saidBy(workspace);
        await collectGarbage();
        for (const each of b) take(each);
        assert.deepEqual(saidBy(workspace), saidBy(fresh()));
      }),
      { numRuns: Math.min(runs(15).numRuns, 500) },
    );
  });

  /** A workspace, what takes a step in it, and a fresh one with the same texts. */
  function begin(): { workspace: Workspace; take: (step: Step) => void; fresh: () => Workspace } {
    const workspace = workspaceOf({});
    const files = new Map<string, string>();
    const open = new Map<string, string>();
    let words = readPrivateWords('');
    const take = ({ what, which, text }: Step): void => {
      const uri = uris[which] ?? '';
      if (what === 'watchFor') {
        words = readPrivateWords(['Huw Penri\nsian', 'word', ''][which % 3] ?? '');
        workspace.watchFor(words);
      } else if (what === 'setFile') {
        workspace.setFile(uri, text);
        files.set(uri, text);
      } else if (what === 'open') {
        workspace.open(uri, text, 1);
        open.set(uri, text);
      } else if (what === 'close') {
        workspace.close(uri);
        open.delete(uri);
      } else if (what === 'removeFile') {
        workspace.removeFile(uri);
        files.delete(uri);
      } else {
        allDiagnostics(workspace.snapshot());
        completion(workspace.snapshot(), uri, text.length);
      }
    };
    const fresh = (): Workspace => {
      const anew = workspaceOf(Object.fromEntries([...files, ...open]));
      anew.watchFor(words);
      return anew;
    };
    return { workspace, take, fresh };
  }

  function saidBy(workspace: Workspace): unknown {
    const snapshot = workspace.snapshot();
    const sets = snapshot
      .reviews()
      .map((set) => [
        set.title,
        set.documents.map(({ uri }) => uri),
        coverage(set).covered,
        digestOf(snapshot, set),
      ]);
    return [allDiagnostics(snapshot), sets];
  }

  /** The page of a review of which there was nothing before: every finding, and all that is thin. */
  function digestOf(snapshot: Snapshot, set: Review): string {
    const nothing = { kind: 'texts' as const, documents: new Map<string, never>() };
    const found = digest(snapshot, set, nothing, { today: '2026-10-02', since: '2026-10-02' });
    return printDigestMarkdown(digestPage(found), (_, offset) => offset);
  }
});

describe('coverage', () => {
  it('adds up: covered, uncovered and excluded are the whole catalogue', () => {
    fc.assert(
      fc.property(awkwardText, awkwardText, (cover, text) => {
        for (const set of workspaceOf({ [coverUri]: cover, [oneUri]: text })
          .snapshot()
          .reviews()) {
          const { standards, inScope, excluded, covered } = coverage(set);
          const uncovered = standards.filter(({ state }) => state === 'uncovered').length;
          assert.equal(covered + uncovered + excluded, standards.length);
          assert.equal(inScope, covered + uncovered);
          for (const { state, strengths, development } of standards) {
            if (state !== 'excluded')
              assert.equal(state === 'covered', strengths.length + development.length > 0);
          }
        }
      }),
      runs(200),
    );
  });

  const ids = ['1.1', '1.2-1.4', '3.1, 4.1', '5', '6.1', '6.2', '7.2', '7.1', '8.1', '9.9', 'six'];
  const finding = fc
    .tuple(
      fc.constantFrom('- Words', '- TODO', '- Nested\n  - words', '- On time,\n  mostly'),
      fc.constantFrom(...ids),
    )
    .map(([words, id]) => `${words} [std ${id}]\n`);
  const part = fc.oneof(
    { weight: 4, arbitrary: finding },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '\n## Strengths\n\n',
        '\n### Areas for Development:\n',
        '\nWords [std 2.1].\n\n',
        '\n# Other\n\n',
      ),
    },
  );

  it('never rises when a finding is deleted', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.nat(), (parts, choice) => {
        const text = `## Strengths\n\n${parts.join('')}`;
        const setOf = (content: string) =>
          workspaceOf({ [oneUri]: content })
            .snapshot()
            .reviews()[0];
        const { findings } = readDocument(text);
        const gone = findings[choice % Math.max(1, findings.length)];
        const before = setOf(text);
        const after = gone && setOf(text.slice(0, gone.span.start) + text.slice(gone.span.end));
        if (!before || !after) return;
        const covered = (set: typeof before): string[] =>
          coverage(set)
            .standards.filter(({ state }) => state === 'covered')
            .map(({ standard }) => standard.id);
        const still = covered(after);
        assert.ok(
          still.every((id) => covered(before).includes(id)),
          `${covered(before).join()} → ${still.join()}`,
        );
        assert.equal(coverage(after).standards.length, coverage(before).standards.length);
      }),
      runs(200),
    );
  });
});

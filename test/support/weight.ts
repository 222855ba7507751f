/*
 * How much a check weighs, asked in the same words of every check: by phase, by the cover's `checks:`, and
 * silenced by an ignore comment.
 */
import assert from 'node:assert/strict';
import { allDiagnostics } from './check';
import { readFixture } from './fixture';

const phases = ['fieldwork', 'drafting', 'moderation', 'final'] as const;

/** The severities of what is unfinished, in the order of the phases. */
export const unfinished = ['hint', 'information', 'warning', 'error'];

/** The severities of what is worth a second look once findings are weighed. */
export const fromModerationOn = ['off', 'off', 'hint', 'hint'];

/**
 * Defines tests of a check that complains about `body`, the text of a document beside a cover that holds
 * `settings`. `expected` is a severity for all phases, or one for each.
 */
export function itWeighs(
  code: string,
  expected: string | readonly string[],
  body: string,
  settings = '',
): void {
  const severities = (extra: string, text = body): string[] => {
    const drawn = `//- cover.review.md\n---\n${settings}${extra}\n---\n//- one.review.md\n${text}`;
    return allDiagnostics(readFixture(drawn))
      .filter((found) => found.code === code)
      .map(({ severity }) => severity);
  };
  // What is off in drafting, the phase of a cover that names none, is weighed later.
  const late = expected === fromModerationOn ? 'phase: moderation' : '';
  const byPhase = typeof expected === 'string' ? phases.map(() => expected) : expected;

  it(`weighs ${typeof expected === 'string' ? `${expected} in every phase` : byPhase.join(', ')}`, () => {
    assert.deepEqual(
      phases.map((phase) => severities(`phase: ${phase}`)[0] ?? 'off'),
      byPhase,
    );
  });

  it("weighs what the cover's checks say", () => {
    for (const severity of ['hint', 'information', 'warning', 'error']) {
      assert.equal(severities(`phase: final\nchecks:\n  ${code}: ${severity}`)[0], severity);
    }
    assert.deepEqual(severities(`checks:\n  ${code}: off`), []);
  });

  if (settings !== '') return;
  it('is silenced by an ignore comment with a reason, for one line', () => {
    const count = severities(late).length;
    const at = firstLineOf(code, body, late);
    const lines = body.split('\n');
    const ignoring = (comment: string): string =>
      [...lines.slice(0, at), comment, ...lines.slice(at)].join('\n');
    assert.equal(
      severities(late, ignoring(`<!-- review-ignore-next-line ${code}: it is meant so -->`)).length,
      count - 1,
    );
    assert.equal(severities(late, ignoring(`<!-- review-ignore-next-line ${code}: -->`)).length, count);
    assert.equal(
      severities(late, ignoring('<!-- review-ignore-next-line survey-mismatch: no -->')).length,
      count,
    );
  });
}

function firstLineOf(code: string, body: string, settings: string): number {
  const fixture = readFixture(`//- cover.review.md\n---\n${settings}\n---\n//- one.review.md\n${body}`);
  const found = allDiagnostics(fixture).find((diagnostic) => diagnostic.code === code);
  assert.ok(found, `${code} does not fire`);
  const text = fixture.files.get(found.uri) ?? '';
  return text.slice(0, found.span.start).split('\n').length - 1;
}

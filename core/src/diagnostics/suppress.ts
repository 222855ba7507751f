/*
 * What the ignore comments of a document leave of its diagnostics, and what is said about the comments themselves.
 * A comment about comments is itself one that may silence nothing.
 */
import { groupBy } from '../text/grouping';
import { checks } from '../checks';
import { severityOf, type SuppressionEffect } from '../checks/check';
import type { Diagnostic } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { ReviewContext } from '../review/context';
import { summarise } from '../review/summary';
import { firstReached } from '../text/bisect';
import { aboutSuppressions, SilencedLines, type Suppression } from '../syntax/suppression';
import type { Span } from '../text/span';
import { toDiagnostic } from './fragmentDiagnostics';

const byCode = new Map(checks.map((check) => [check.code, check]));

/** Whether a document has any ignore comment. */
export function hasSuppressions(document: Document, context: ReviewContext): boolean {
  return summarise(document, context).suppressions.length > 0;
}

/**
 * What is left of `found`, and what the ignore comments are blamed for; in no order. As long as the rest of the review
 * has not been read, `isWhole` is false, and nothing is said of a comment that waits for it.
 */
export function silence(
  document: Document,
  context: ReviewContext,
  found: readonly Diagnostic[],
  isWhole: boolean,
): Diagnostic[] {
  const suppressions = summarise(document, context).suppressions;
  if (suppressions.length === 0) return [...found];
  // From the last comment to the first: a comment about comments silences what is reported on the one below it.
  const lines = new SilencedLines(document.text);
  const placed = [...suppressions].reverse().map((ignore): Placed => {
    return { ignore, line: lines.of(ignore.span.end, ignore.code) };
  });
  const silencing = placed.filter(
    ({ ignore }) => ignore.reason !== undefined && ignore.code !== aboutSuppressions,
  );
  const areas = new Map(
    [...groupBy(silencing, ({ ignore }) => ignore.code)].map(([code, same]) => [
      code,
      new Area(same.map(({ line }) => line)),
    ]),
  );
  const isSilenced = ({ code, span: { start } }: Diagnostic): boolean =>
    areas.get(code)?.holds(start) ?? false;
  const left = found.filter((diagnostic) => !isSilenced(diagnostic));
  const silenced = groupBy(found.filter(isSilenced), ({ code }) => code);
  const starts = new Map(
    [...silenced].map(([code, same]) => [
      code,
      same.map(({ span: { start } }) => start).sort((a, b) => a - b),
    ]),
  );
  return [...left, ...blame(placed, starts, context, isWhole)];
}

interface Placed {
  readonly ignore: Suppression;
  /** What it silences. */
  readonly line: Span;
}

/** What is reported on the comments themselves, given from the last to the first; `silenced` has, by code, where something is silenced. */
function blame(
  placed: readonly Placed[],
  silenced: ReadonlyMap<string, readonly number[]>,
  context: ReviewContext,
  isWhole: boolean,
): readonly Diagnostic[] {
  // Their places descend.
  const said: Diagnostic[] = [];
  for (const { ignore, line } of placed) {
    const isAbout = ignore.code === aboutSuppressions && ignore.reason !== undefined;
    const from = firstReached(said, ({ span: { start } }) => start <= line.end);
    const to = firstReached(said, ({ span: { start } }) => start < line.start);
    const heard = isAbout ? said.splice(from, to - from) : [];
    const starts = silenced.get(ignore.code) ?? [];
    const first = starts[firstReached(starts, (start) => start >= line.start)] ?? Infinity;
    const works = heard.length > 0 || first <= line.end;
    const complaint = complain(ignore, works ? 'silences' : effectOf(ignore.code, context, isWhole), context);
    if (complaint) said.push(complaint);
  }
  return said;
}

/** Several spans as one area, in which a place can be looked up. */
class Area {
  private readonly starts: readonly number[];
  /** For each start, how far the spans reach that start there or before. */
  private readonly reach: readonly number[];

  constructor(spans: readonly Span[]) {
    const ordered = [...spans].sort((a, b) => a.start - b.start);
    let furthest = 0;
    this.starts = ordered.map(({ start }) => start);
    this.reach = ordered.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** Whether an offset is in one of the spans or at its edge. */
  holds(offset: number): boolean {
    const after = firstReached(this.starts, (start) => start > offset);
    return offset <= (this.reach[after - 1] ?? -1);
  }
}

/** What a comment does that silences nothing. */
function effectOf(code: string, context: ReviewContext, isWhole: boolean): SuppressionEffect {
  const check = byCode.get(code);
  if (check === undefined || (check.about !== 'fragment' && !isWhole)) return 'not at work';
  return severityOf(check, context) === 'off' ? 'not at work' : 'nothing';
}

function complain(
  ignore: Suppression,
  effect: SuppressionEffect,
  context: ReviewContext,
): Diagnostic | undefined {
  const check = byCode.get(aboutSuppressions);
  const severity = check && severityOf(check, context);
  if (check?.about !== 'suppressions' || severity === undefined || severity === 'off') return undefined;
  const complaint = check.run(ignore, effect);
  return complaint && toDiagnostic(check.code, severity, complaint);
}

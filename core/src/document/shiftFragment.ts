/*
 * A fragment at its place in its document: its offsets, and its positions in the document's lists, grow by what is before it.
 */
import type { Citation } from '../syntax/citation';
import { moveEvidence } from '../evidence/entry';
import { moveAnnotation } from '../syntax/annotations';
import type { Action, LocatedCitation, Fragment } from './fragment';
import { moveSpan, type Span } from '../text/span';
import type { Suppression } from '../syntax/suppression';

/** What an action says, further down by some characters; its section and citations stay as they are. */
export function shiftAction<T extends Pick<Action, 'span' | 'head' | 'leads' | 'dues'>>(
  action: T,
  by: number,
): T {
  const move = (place: Span): Span => moveSpan(place, by);
  return {
    ...action,
    span: move(action.span),
    head: move(action.head),
    leads: action.leads.map((lead) => moveAnnotation(lead, by)),
    dues: action.dues.map((due) => ({ ...due, ...moveAnnotation(due, by) })),
  };
}

/** A suppression, further down by some characters. */
export function shiftSuppression(suppression: Suppression, by: number): Suppression {
  const { span, codeSpan } = suppression;
  return { ...suppression, span: moveSpan(span, by), codeSpan: moveSpan(codeSpan, by) };
}

/** Where a fragment is: how much its offsets and its positions in the document's lists grow by. */
export interface Offset {
  readonly start: number;
  readonly section: number;
  readonly finding: number;
}

/** A fragment at its place in its document; a citation before any heading is in no section. */
export function shiftFragment(fragment: Fragment, by: Offset): Fragment {
  const move = (place: Span): Span => moveSpan(place, by.start);
  const moveBare = <T extends Citation>(citation: T): T => ({
    ...citation,
    span: move(citation.span),
    parts: citation.parts.map(({ from, to, span: place }) => ({
      from: { ...from, span: move(from.span) },
      ...(to && { to: { ...to, span: move(to.span) } }),
      span: move(place),
    })),
  });
  const moved = new Map<LocatedCitation, LocatedCitation>();
  const moveCitation = (citation: LocatedCitation): LocatedCitation => {
    const known = moved.get(citation);
    if (known) return known;
    const { section: local = 0, finding, ...rest } = moveBare(citation);
    const section = local + by.section;
    const result = {
      ...rest,
      ...(section >= 0 && { section }),
      ...(finding !== undefined && { finding: finding + by.finding }),
    };
    moved.set(citation, result);
    return result;
  };
  return {
    text: fragment.text,
    sections: fragment.sections.map((section) => ({
      ...section,
      heading: move(section.heading),
      span: move(section.span),
      citations: section.citations.map(moveCitation),
    })),
    findings: fragment.findings.map((finding) => ({
      ...finding,
      section: finding.section + by.section,
      span: move(finding.span),
      head: move(finding.head),
      citations: finding.citations.map(moveCitation),
    })),
    actions: fragment.actions.map((action) => ({
      ...shiftAction(action, by.start),
      section: action.section + by.section,
      citations: action.citations.map(moveCitation),
    })),
    citations: fragment.citations.map(moveCitation),
    evidence: fragment.evidence.map((entry) => moveEvidence(entry, by.start)),
    evidenceTables: fragment.evidenceTables.map((table) => ({ ...table, span: move(table.span) })),
    escaped: fragment.escaped.map(moveBare),
    suppressions: fragment.suppressions.map((ignore) => shiftSuppression(ignore, by.start)),
    ...(fragment.intricate && { intricate: fragment.intricate.map(move) }),
  };
}

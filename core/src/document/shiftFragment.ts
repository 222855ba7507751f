/*
 * A part as it stands in its document: its offsets, and its positions in the review's lists, grow by what stands before it.
 */
import type { Citation } from '../syntax/citation';
import { moveEvidence } from '../evidence/entry';
import { moveAnnotation } from '../syntax/annotations';
import type { Action, LocatedCitation, Fragment } from './fragment';
import { span, type Span } from '../text/span';

/** What an action says, as it stands further down by some characters; its section and citations stay as they are. */
export function shiftAction<T extends Pick<Action, 'span' | 'head' | 'leads' | 'dues'>>(
  action: T,
  by: number,
): T {
  const move = ({ start, end }: Span): Span => span(start + by, end + by);
  return {
    ...action,
    span: move(action.span),
    head: move(action.head),
    leads: action.leads.map((lead) => moveAnnotation(lead, by)),
    dues: action.dues.map((due) => ({ ...due, ...moveAnnotation(due, by) })),
  };
}

/** Where a part stands: how much its offsets and its positions in the review's lists grow by. */
export interface Offset {
  readonly start: number;
  readonly section: number;
  readonly finding: number;
}

/** A part as it stands in its document; a citation before any heading is in no section. */
export function shiftFragment(part: Fragment, by: Offset): Fragment {
  const move = ({ start, end }: Span): Span => span(start + by.start, end + by.start);
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
    text: part.text,
    sections: part.sections.map((section) => ({
      ...section,
      heading: move(section.heading),
      span: move(section.span),
      citations: section.citations.map(moveCitation),
    })),
    findings: part.findings.map((finding) => ({
      ...finding,
      section: finding.section + by.section,
      span: move(finding.span),
      head: move(finding.head),
      citations: finding.citations.map(moveCitation),
    })),
    actions: part.actions.map((action) => ({
      ...shiftAction(action, by.start),
      section: action.section + by.section,
      citations: action.citations.map(moveCitation),
    })),
    citations: part.citations.map(moveCitation),
    evidence: part.evidence.map((entry) => moveEvidence(entry, by.start)),
    evidenceTables: part.evidenceTables.map((table) => ({ ...table, span: move(table.span) })),
    escaped: part.escaped.map(moveBare),
    ignores: part.ignores.map((ignore) => {
      return { ...ignore, span: move(ignore.span), codeSpan: move(ignore.codeSpan) };
    }),
    ...(part.intricate && { intricate: part.intricate.map(move) }),
  };
}

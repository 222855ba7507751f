/*
 * The outline of one file, and the search over all of them. In a review document sections hold sections, findings,
 * actions, evidence and surveys; in a catalogue themes hold elements and elements standards.
 */
import type { CatalogueItem, Element } from '../catalogue';
import { elementsOf, standardsOf, wordingOf } from '../catalogueIndex';
import type { Place } from '../diagnostic';
import type { Document } from '../document';
import { countOf } from '../coverageWords';
import type { Action, Finding } from '../part';
import { encloses, slice, span, type Span } from '../span';
import type { Snapshot } from '../workspace';
import { findCatalogue } from './at';
import { shorten } from './words';

export type SymbolKind =
  'section' | 'finding' | 'action' | 'evidence' | 'survey' | 'theme' | 'element' | 'standard' | 'probe';

/** A line of the outline; `nameSpan` lies in `span`, and children lie in it too. */
export interface SymbolNode {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children: readonly SymbolNode[];
}

/** One answer of the search over the workspace. */
export interface FoundSymbol {
  readonly name: string;
  readonly container?: string;
  readonly kind: SymbolKind;
  readonly place: Place;
}

/** The outline of a review document or a catalogue. */
export function documentSymbols(snapshot: Snapshot, uri: string): SymbolNode[] {
  const document = snapshot.documents.get(uri);
  if (document) return nest(document, 0, document.review.sections.length);
  return (
    findCatalogue(snapshot, uri)?.catalogue.themes.map((theme) =>
      named(theme, theme.elements.map(outline)),
    ) ?? []
  );
}

/** Sections, findings and standards whose words hold every word of the query; all for an empty query. */
export function workspaceSymbols(snapshot: Snapshot, query: string): FoundSymbol[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = ({ name }: FoundSymbol): boolean =>
    words.every((word) => name.toLowerCase().includes(word));
  const files = new Set(snapshot.reviewSets().flatMap((set) => [...set.catalogues]));
  for (const file of snapshot.catalogues.values()) files.add(file);
  const standards = [...files].flatMap((file) =>
    [...elementsOf(file.catalogue), ...standardsOf(file.catalogue)].map((item): FoundSymbol => {
      const name = `${item.id} ${wordingOf(item)}`;
      return {
        name,
        container: file.catalogue.title,
        kind: item.kind,
        place: { uri: file.uri, span: item.nameSpan },
      };
    }),
  );
  const written = snapshot
    .reviewSets()
    .flatMap((set) => set.documents.flatMap((document) => inDocument(document, set.title)));
  return [...standards, ...written].filter(matches);
}

function inDocument(document: Document, container: string): FoundSymbol[] {
  const { uri, review } = document;
  const sections = review.sections.map((section): FoundSymbol => {
    return {
      name: section.title || '(untitled)',
      container,
      kind: 'section',
      place: { uri, span: section.heading },
    };
  });
  const findings = review.findings.map((finding): FoundSymbol => {
    const within = review.sections[finding.section]?.title ?? container;
    const cited = citationsOf(document, finding);
    const name = `${finding.words || '(no words yet)'} ${cited}`.trim();
    return { name, container: within, kind: 'finding', place: { uri, span: finding.span } };
  });
  const actions = review.actions.map((action): FoundSymbol => {
    const within = review.sections[action.section]?.title ?? container;
    const name = `${action.words || '(no words yet)'} ${marksOf(action)}`.trim();
    return { name, container: within, kind: 'action', place: { uri, span: action.span } };
  });
  const evidence = review.evidence.map((entry): FoundSymbol => {
    const name = `${entry.id || '(no id yet)'} ${entry.description}`.trim();
    const kind = entry.survey ? 'survey' : 'evidence';
    return { name, container, kind, place: { uri, span: entry.survey?.head ?? entry.cells.id } };
  });
  return [...sections, ...findings, ...actions, ...evidence];
}

/** The sections from one position to another as a tree by heading level. */
function nest(document: Document, from: number, to: number): SymbolNode[] {
  const { sections, findings, actions } = document.review;
  const nodes: SymbolNode[] = [];
  for (let i = from; i < to;) {
    const section = sections[i];
    if (!section) break;
    let next = i + 1;
    while (next < to && (sections[next]?.level ?? 0) > section.level) next++;
    const end = sections[next - 1]?.span.end ?? section.span.end;
    const own = findings.filter((finding) => finding.section === i).map((finding) => leaf(document, finding));
    const planned = actions
      .filter((action) => action.section === i)
      .map((action) => actionLeaf(document, action));
    const rows = rowsIn(document, section.span).filter(
      (row) => ![...own, ...planned].some((item) => encloses(item.span, row.span)),
    );
    const inOrder = [...own, ...planned, ...rows].sort((a, b) => a.span.start - b.span.start);
    const children = [...inOrder, ...nest(document, i + 1, next)];
    const counts = [
      ...(own.length === 0 ? [] : [countOf(own.length, 'finding')]),
      ...(planned.length === 0 ? [] : [countOf(planned.length, 'action')]),
    ];
    const count = counts.length === 0 ? {} : { detail: counts.join(', ') };
    const place = span(section.span.start, end);
    const name = section.title || '(untitled)';
    nodes.push({ name, ...count, kind: 'section', span: place, nameSpan: section.heading, children });
    i = next;
  }
  return nodes;
}

function leaf(document: Document, finding: Finding): SymbolNode {
  const name = shorten(finding.words, 80) || '(no words yet)';
  const detail = citationsOf(document, finding);
  const children = rowsIn(document, finding.span);
  return { name, detail, kind: 'finding', span: finding.span, nameSpan: finding.head, children };
}

function actionLeaf(document: Document, action: Action): SymbolNode {
  const name = shorten(action.words, 80) || '(no words yet)';
  const { span: place, head } = action;
  const children = rowsIn(document, place);
  return { name, detail: marksOf(action), kind: 'action', span: place, nameSpan: head, children };
}

/** Who leads on an action and by when: `PO Placement Service, 2026-11-15`. */
function marksOf({ leads, dues }: Action): string {
  return [...leads.map(({ value }) => value), ...dues.map(({ day, value }) => day ?? value)].join(', ');
}

function rowsIn({ review }: Document, place: Span): SymbolNode[] {
  const rows = review.evidence.filter((entry) => encloses(place, entry.span));
  return rows.map(({ id, kind, description, span: row, cells, survey }) => {
    const name = `${id || '(no id yet)'} ${shorten(description, 80)}`.trim();
    const detail = kind === '' ? {} : { detail: kind };
    const what = survey
      ? ({ kind: 'survey', nameSpan: survey.id?.span ?? survey.head } as const)
      : ({ kind: 'evidence', nameSpan: cells.id } as const);
    return { name, ...detail, ...what, span: row, children: [] };
  });
}

function citationsOf(document: Document, finding: Finding): string {
  return finding.citations
    .map((citation) => slice(document.text, citation.span).replace(/\s+/g, ' '))
    .join(' ');
}

function outline(element: Element): SymbolNode {
  return named(
    element,
    element.standards.map((standard) => named(standard, [])),
  );
}

function named(item: CatalogueItem, children: readonly SymbolNode[]): SymbolNode {
  const name = `${item.id} ${shorten(wordingOf(item), 80)}`;
  return { name, kind: item.kind, span: item.span, nameSpan: item.nameSpan, children };
}

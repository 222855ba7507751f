/*
 * The outline of one file, and the search over all of them. In a review document sections hold sections, findings,
 * actions, evidence and surveys; in a catalogue themes hold elements and elements standards.
 */
import { groupBy } from '../../text/grouping';
import type { CatalogueItem, Element } from '../../catalogue/readCatalogue';
import { elementsOf, standardsOf, wordingOf } from '../../catalogue/index';
import type { Place } from '../../text/diagnostic';
import type { Document } from '../../document/document';
import { countOf } from '../../coverage/labels';
import { firstReached } from '../../text/bisect';
import { nestedSections, type Action, type Finding, type Section } from '../../document/fragment';
import { encloses, slice, type Span } from '../../text/span';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue } from './citationAt';
import { shorten } from '../text';

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
  if (document) return nest(document);
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
  const files = new Set(snapshot.reviews().flatMap((set) => [...set.catalogues]));
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
    .reviews()
    .flatMap((set) => set.documents.flatMap((document) => inDocument(document, set.title)));
  return [...standards, ...written].filter(matches);
}

function inDocument(document: Document, container: string): FoundSymbol[] {
  const { uri, model } = document;
  const sections = model.sections.map((section): FoundSymbol => {
    return {
      name: section.title || '(untitled)',
      container,
      kind: 'section',
      place: { uri, span: section.heading },
    };
  });
  const findings = model.findings.map((finding): FoundSymbol => {
    const within = model.sections[finding.section]?.title ?? container;
    const cited = citationsOf(document, finding);
    const name = `${finding.words || '(no words yet)'} ${cited}`.trim();
    return { name, container: within, kind: 'finding', place: { uri, span: finding.span } };
  });
  const actions = model.actions.map((action): FoundSymbol => {
    const within = model.sections[action.section]?.title ?? container;
    const name = `${action.words || '(no words yet)'} ${marksOf(action)}`.trim();
    return { name, container: within, kind: 'action', place: { uri, span: action.span } };
  });
  const evidence = model.evidence.map((entry): FoundSymbol => {
    const name = `${entry.id || '(no id yet)'} ${entry.description}`.trim();
    const kind = entry.survey ? 'survey' : 'evidence';
    return { name, container, kind, place: { uri, span: entry.survey?.head ?? entry.cells.id } };
  });
  return [...sections, ...findings, ...actions, ...evidence];
}

/** What a document holds, by the section that it belongs to. */
interface Held {
  readonly document: Document;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly actions: ReadonlyMap<number, readonly Action[]>;
}

/** The sections as a tree by heading level: each belongs to the nearest heading above it that is less deep. */
function nest(document: Document): SymbolNode[] {
  const { sections, findings, actions } = document.model;
  const held = { document, findings: groupBy(findings, sectionOf), actions: groupBy(actions, sectionOf) };
  const places = nestedSections(sections);
  const top: SymbolNode[] = [];
  const open: { readonly level: number; readonly children: SymbolNode[] }[] = [];
  for (const [i, section] of sections.entries()) {
    const children = itemsIn(held, section, i);
    const node = sectionNode(held, section, i, places[i] ?? section.span, children);
    while ((open[open.length - 1]?.level ?? -1) >= section.level) open.pop();
    (open[open.length - 1]?.children ?? top).push(node);
    open.push({ level: section.level, children });
  }
  return top;
}

function sectionNode(
  { findings, actions }: Held,
  section: Section,
  i: number,
  place: Span,
  children: readonly SymbolNode[],
): SymbolNode {
  const [own, planned] = [findings.get(i)?.length ?? 0, actions.get(i)?.length ?? 0];
  const counts = [
    ...(own === 0 ? [] : [countOf(own, 'finding')]),
    ...(planned === 0 ? [] : [countOf(planned, 'action')]),
  ];
  const count = counts.length === 0 ? {} : { detail: counts.join(', ') };
  const name = section.title || '(untitled)';
  return { name, ...count, kind: 'section', span: place, nameSpan: section.heading, children };
}

/** The findings, actions and rows of evidence of one section, without those of the sections below it. */
function itemsIn({ document, findings, actions }: Held, section: Section, i: number): SymbolNode[] {
  const own = (findings.get(i) ?? []).map((finding) => leaf(document, finding));
  const planned = (actions.get(i) ?? []).map((action) => actionLeaf(document, action));
  const items = [...own, ...planned].sort(byStart);
  const rows = rowsIn(document, section.span).filter((row) => {
    const after = firstReached(items, (item) => item.span.start > row.span.start);
    const item = items[after - 1];
    return !item || !encloses(item.span, row.span);
  });
  return [...items, ...rows].sort(byStart);
}

function sectionOf({ section }: { readonly section: number }): number {
  return section;
}

function byStart(a: SymbolNode, b: SymbolNode): number {
  return a.span.start - b.span.start;
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

function rowsIn({ model }: Document, place: Span): SymbolNode[] {
  const { evidence } = model;
  const from = firstReached(evidence, (entry) => entry.span.start >= place.start);
  const to = firstReached(evidence, (entry) => entry.span.start > place.end);
  const rows = evidence.slice(from, to).filter((entry) => encloses(place, entry.span));
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

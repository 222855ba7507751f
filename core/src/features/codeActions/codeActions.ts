/*
 * What can be done at a place, as a light bulb lists it: mending what is wrong there, all of its kind at once, beginning
 * a finding on a theme's heading, leaving something out of the scope or taking that back, and ignoring. An offer names
 * a task in plain data; the task is worked out when somebody takes it, on the text of that moment.
 */
import type { CatalogueItem } from '../../catalogue/readCatalogue';
import { citedAs, fileOf, nameOf } from '../../catalogue/index';
import { coverage } from '../../coverage/coverage';
import type { Diagnostic, Fix } from '../../text/diagnostic';
import { listWords } from '../../text/lists';
import type { Document } from '../../document/document';
import { unrecorded } from '../../review/editions';
import { examine, type NamedHeading } from '../../review/summary';
import { gapsOf } from '../../coverage/gaps';
import { itemsOf, resolveParts } from '../../catalogue/resolveCitation';
import type { ReviewSet } from '../../review/review';
import { scopeOf } from '../../review/scope';
import type { Excluded } from '../../settings/scopeEdit';
import type { Exclusion } from '../../settings/types';
import { meets, type Span } from '../../text/span';
import { stubKinds, stubNames, type StubKind } from '../../coverage/findingStub';
import type { Snapshot } from '../../review/workspace';
import { findCitedAt } from '../navigation/citationAt';
import { diagnostics } from '../../diagnostics/diagnostics';
import { repeatedCodes } from './fixAll';
import { fixesOfEach } from './quickFixes';
import { ignoreHere } from './suppressHere';

/** Something to do in a file; `start` and `heading` are offsets into its text, or for `include` into the cover's. */
export type Task =
  | { readonly do: 'mend'; readonly code: string; readonly start: number; readonly title: string }
  | { readonly do: 'mendAll'; readonly code: string }
  | { readonly do: 'addFinding'; readonly id: string; readonly kind: StubKind; readonly heading: number }
  | { readonly do: 'exclude'; readonly excluded: Excluded }
  | { readonly do: 'include'; readonly start: number }
  | { readonly do: 'record' }
  | { readonly do: 'ignore'; readonly code: string; readonly start: number };

/** The offer to record an edition, which messages name too. */
export const recordTitle = 'Record the edition of the standards';

export interface Offer {
  readonly title: string;
  /** A quick fix is about a diagnostic; the rest can be done where nothing is wrong. */
  readonly kind: 'quickfix' | 'refactor';
  readonly diagnostic?: Diagnostic;
  readonly preferred?: boolean;
  readonly task: Task;
  /** The edit, where it is known already. */
  readonly fix?: Fix;
  /** What to ask before it is done, where the answer is to be written into the text. */
  readonly asks?: string;
  /** Somebody goes on writing where it was done. */
  readonly goesOn?: boolean;
}

/** Nobody reads a longer list; what mends all of one kind is about the others as well. */
const mostLookedAt = 50;

/** What can be done at a place of a review document, about the first diagnostics there. */
export function offers(snapshot: Snapshot, uri: string, place: Span): Offer[] {
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewSetOf(uri);
  if (!document || !set) return [];
  const found = diagnostics(snapshot, uri)
    .filter((diagnostic) => meets(diagnostic.span, place))
    .slice(0, mostLookedAt);
  const mends = fixesOfEach(snapshot, uri, found);
  const mended = mends.map(({ diagnostic, fix }): Offer => {
    const task: Task = { do: 'mend', code: diagnostic.code, start: diagnostic.span.start, title: fix.title };
    const { title, preferred, select } = fix;
    const more = { ...(preferred && { preferred }), ...(select && { goesOn: true }) };
    return { title, kind: 'quickfix', diagnostic, task, fix, ...more };
  });
  const all = repeatedCodes(snapshot, uri, mends).map((code): Offer => {
    const diagnostic = mends.find((mend) => mend.diagnostic.code === code)?.diagnostic;
    const task: Task = { do: 'mendAll', code };
    return {
      title: `Fix all “${code}” in this file`,
      kind: 'quickfix',
      ...(diagnostic && { diagnostic }),
      task,
    };
  });
  const named = examine(document, set.frame).headings.filter(({ heading }) => meets(heading, place));
  const gap = found.find(({ code }) => code === 'uncovered-standards');
  const begun = gap ? [] : named.flatMap((heading) => findingsFor(set, heading));
  return unique([
    ...mended,
    ...all,
    ...begun,
    ...scopeOffers(set, targetsOf(snapshot, document, set, place, gap, named)),
    ...recording(document, set, place),
    ...ignoringEach(snapshot, uri, found),
  ]);
}

/** Findings to begin on a heading: for what is not addressed yet, or where all is, for any standard in scope. */
function findingsFor(set: ReviewSet, { subject, heading }: NamedHeading): Offer[] {
  const own = coverage(set).standards.filter(({ standard, state }) => {
    const isBelow = subject === standard.element || subject === standard.element.theme;
    return isBelow && state !== 'excluded';
  });
  const open = own.filter(({ state }) => state === 'uncovered');
  return (open.length > 0 ? open : own).flatMap(({ standard }) =>
    stubKinds.map((kind): Offer => {
      const id = printId(set, standard);
      const task: Task = { do: 'addFinding', id, kind, heading: heading.start };
      return { title: `Add a finding for ${id} (${stubNames[kind]})`, kind: 'refactor', task, goesOn: true };
    }),
  );
}

/** What somebody may want to leave out at a place: what is cited there, not addressed, or what the heading is about. */
function targetsOf(
  snapshot: Snapshot,
  document: Document,
  set: ReviewSet,
  place: Span,
  gap: Diagnostic | undefined,
  named: readonly NamedHeading[],
): Target[] {
  const cited = findCitedAt(snapshot, document.uri, place.start);
  const gaps = gapsOf(set).filter(({ place: at }) => {
    return gap && at.document === document && at.span.start === gap.span.start;
  });
  const open = gaps.flatMap(({ theme, elements, standards, place: { onHeading } }): CatalogueItem[] => {
    if (!onHeading) return [theme];
    const rest = standards.filter(({ element }) => !elements.includes(element));
    return [...elements, ...rest, theme];
  });
  return [
    ...(cited ? [{ items: cited.items }] : []),
    ...open.map((item) => ({ items: [item], ...(gap && { diagnostic: gap }) })),
    ...named.map(({ subject }) => ({ items: [subject] })),
  ];
}

/** On the line of a cover that names the standards: recording which edition of them is reviewed against. */
function recording(document: Document, set: ReviewSet, place: Span): Offer[] {
  const { keys, standards, reviewedAgainst } = set.settings;
  const spans = [...keys.filter(({ value }) => value === 'standards'), ...standards].map(({ span }) => span);
  if (document !== set.cover || !spans.some((each) => meets(each, place))) return [];
  if (unrecorded(set.catalogues, reviewedAgainst).length === 0) return [];
  return [{ title: recordTitle, kind: 'refactor', task: { do: 'record' } }];
}

/** What ignores a diagnostic, for the first of each code that can be ignored: the title is the same for all of one code. */
function ignoringEach(snapshot: Snapshot, uri: string, found: readonly Diagnostic[]): Offer[] {
  const offered = new Set<string>();
  return found.flatMap((diagnostic) => {
    if (offered.has(diagnostic.code)) return [];
    const offer = ignoring(snapshot, uri, diagnostic);
    if (offer.length > 0) offered.add(diagnostic.code);
    return offer;
  });
}

function ignoring(snapshot: Snapshot, uri: string, diagnostic: Diagnostic): Offer[] {
  const { code, span: at } = diagnostic;
  const fix = ignoreHere(snapshot, uri, diagnostic);
  if (!fix) return [];
  const asks = `Why is “${code}” all right here? The reason stays in the text, in a comment.`;
  const task: Task = { do: 'ignore', code, start: at.start };
  return [{ title: fix.title, kind: 'quickfix', diagnostic, task, fix, asks, goesOn: true }];
}

/** What can be done about the scope of an item: leaving it out, or taking back what left it out. */
export function scopeOffer(set: ReviewSet, item: CatalogueItem): Omit<Offer, 'kind'> {
  const exclusion = scopeOf(set.frame).get(item);
  return exclusion ? takeBack(set, exclusion) : leaveOut(set, [item]);
}

/** Leaving out what is cited at a place, named by its heading, or not addressed; and taking back what is left out. */
function scopeOffers(set: ReviewSet, targets: readonly Target[]): Offer[] {
  const scope = scopeOf(set.frame);
  return targets.flatMap(({ items, diagnostic }) => {
    const about = { kind: diagnostic ? 'quickfix' : 'refactor', ...(diagnostic && { diagnostic }) } as const;
    const open = items.filter((item) => !scope.has(item));
    const out = new Set(items.flatMap((item) => scope.get(item) ?? []));
    const leaving = open[0] ? [leaveOut(set, open)] : [];
    return [...leaving, ...[...out].map((exclusion) => takeBack(set, exclusion))].map((offer) => {
      return { ...about, ...offer };
    });
  });
}

interface Target {
  readonly items: readonly CatalogueItem[];
  readonly diagnostic?: Diagnostic;
}

function leaveOut(set: ReviewSet, items: readonly CatalogueItem[]): Omit<Offer, 'kind'> {
  const [first] = items;
  const ids = items.map((item) => printId(set, item));
  const kind = first?.kind === 'theme' || first?.kind === 'probe' ? first.kind : 'standard';
  const words = describe(items, ids);
  return {
    title: `Exclude ${words} from scope…`,
    task: { do: 'exclude', excluded: { kind, ids } },
    asks: `Why is ${words} left out of the review? The reason is shown in the report.`,
    goesOn: true,
  };
}

function takeBack(set: ReviewSet, { span: place }: Exclusion): Omit<Offer, 'kind'> {
  const same = set.settings.exclusions.filter((exclusion) => exclusion.span.start === place.start);
  const items = same.flatMap((exclusion) => itemsOf(resolveParts(set.catalogues, exclusion)));
  const ids = items.map((item) => printId(set, item));
  return {
    title: `Include ${describe(items, ids)} in the scope again`,
    task: { do: 'include', start: place.start },
  };
}

function describe(items: readonly CatalogueItem[], ids: readonly string[]): string {
  const kinds = new Set(items.map((item) => nameOf(item).split(' ')[0]?.toLowerCase()));
  const [kind] = kinds;
  const shown = ids.length > 4 ? `${ids[0]} to ${ids[ids.length - 1]}` : listWords(ids);
  return kinds.size === 1 ? `${kind}${ids.length > 1 ? 's' : ''} ${shown}` : shown;
}

function printId(set: ReviewSet, item: CatalogueItem): string {
  const file = fileOf(set.catalogues, item);
  return file ? citedAs(file.catalogue, item) : item.id;
}

/** Each title once, in order. */
function unique(all: readonly Offer[]): Offer[] {
  const titles = new Set<string>();
  return all.filter(({ title }) => !titles.has(title) && titles.add(title));
}

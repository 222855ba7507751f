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
import { summarise, type NamedHeading } from '../../review/summary';
import { gapsOf } from '../../coverage/gaps';
import { itemsOf, resolveParts } from '../../catalogue/resolveCitation';
import type { Review } from '../../review/review';
import { scopeOf } from '../../review/scope';
import type { Excluded } from '../../settings/scopeEdit';
import type { Exclusion } from '../../settings/types';
import { meets, type Span } from '../../text/span';
import { stubKinds, stubNames, type StubKind } from '../../coverage/findingStub';
import type { Snapshot } from '../../review/snapshot';
import { findCitedAt } from '../navigation/citationAt';
import { diagnostics } from '../../diagnostics/diagnostics';
import { repeatedCodes } from './fixAll';
import { fixesOfEach } from './quickFixes';
import { ignoreHere } from './suppressHere';

/** Something to do in a file; `start` and `heading` are offsets into its text, or for `include` into the cover's. */
export type Task =
  | { readonly do: 'fix'; readonly code: string; readonly start: number; readonly title: string }
  | { readonly do: 'fixAll'; readonly code: string }
  | { readonly do: 'addFinding'; readonly id: string; readonly kind: StubKind; readonly heading: number }
  | { readonly do: 'exclude'; readonly excluded: Excluded }
  | { readonly do: 'include'; readonly start: number }
  | { readonly do: 'record' }
  | { readonly do: 'ignore'; readonly code: string; readonly start: number };

/** The offer to record an edition, which messages name too. */
export const recordTitle = 'Record the edition of the standards';

export interface CodeAction {
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

/** People do not read a longer list; a fix of all of one kind is about the others as well. */
const mostLookedAt = 50;

/** What can be done at a place of a review document, about the first diagnostics there. */
export function codeActions(snapshot: Snapshot, uri: string, place: Span): CodeAction[] {
  const document = snapshot.documents.get(uri);
  const review = snapshot.reviewOf(uri);
  if (!document || !review) return [];
  const found = diagnostics(snapshot, uri)
    .filter((diagnostic) => meets(diagnostic.span, place))
    .slice(0, mostLookedAt);
  const fixes = fixesOfEach(snapshot, uri, found);
  const each = fixes.map(({ diagnostic, fix }): CodeAction => {
    const task: Task = { do: 'fix', code: diagnostic.code, start: diagnostic.span.start, title: fix.title };
    const { title, preferred, select } = fix;
    const more = { ...(preferred && { preferred }), ...(select && { goesOn: true }) };
    return { title, kind: 'quickfix', diagnostic, task, fix, ...more };
  });
  const all = repeatedCodes(snapshot, uri, fixes).map((code): CodeAction => {
    const diagnostic = fixes.find(({ diagnostic: { code: own } }) => own === code)?.diagnostic;
    const task: Task = { do: 'fixAll', code };
    return {
      title: `Fix all “${code}” in this file`,
      kind: 'quickfix',
      ...(diagnostic && { diagnostic }),
      task,
    };
  });
  const named = summarise(document, review.context).headings.filter(({ heading }) => meets(heading, place));
  const gap = found.find(({ code }) => code === 'uncovered-standards');
  const begun = gap ? [] : named.flatMap((heading) => findingsFor(review, heading));
  return unique([
    ...each,
    ...all,
    ...begun,
    ...scopeOffers(review, targetsOf(snapshot, document, review, place, gap, named)),
    ...recording(document, review, place),
    ...ignoringEach(snapshot, uri, found),
  ]);
}

/** Findings to begin on a heading: for what is not addressed yet, or where all is, for any standard in scope. */
function findingsFor(review: Review, { subject, heading }: NamedHeading): CodeAction[] {
  const own = coverage(review).standards.filter(({ standard, state }) => {
    const isBelow = subject === standard.element || subject === standard.element.theme;
    return isBelow && state !== 'excluded';
  });
  const open = own.filter(({ state }) => state === 'uncovered');
  return (open.length > 0 ? open : own).flatMap(({ standard }) =>
    stubKinds.map((kind): CodeAction => {
      const id = printId(review, standard);
      const task: Task = { do: 'addFinding', id, kind, heading: heading.start };
      return { title: `Add a finding for ${id} (${stubNames[kind]})`, kind: 'refactor', task, goesOn: true };
    }),
  );
}

/** What somebody may want to leave out at a place: what is cited there, not addressed, or what the heading is about. */
function targetsOf(
  snapshot: Snapshot,
  document: Document,
  review: Review,
  place: Span,
  gap: Diagnostic | undefined,
  named: readonly NamedHeading[],
): Target[] {
  const cited = findCitedAt(snapshot, document.uri, place.start);
  const gaps = gapsOf(review).filter(({ place: at }) => {
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
function recording(document: Document, review: Review, place: Span): CodeAction[] {
  const { keys, standards, reviewedAgainst } = review.settings;
  const spans = [...keys.filter(({ value }) => value === 'standards'), ...standards].map(({ span }) => span);
  if (document !== review.cover || !spans.some((each) => meets(each, place))) return [];
  if (unrecorded(review.catalogues, reviewedAgainst).length === 0) return [];
  return [{ title: recordTitle, kind: 'refactor', task: { do: 'record' } }];
}

/** What ignores a diagnostic, for the first of each code that can be ignored: the title is the same for all of one code. */
function ignoringEach(snapshot: Snapshot, uri: string, found: readonly Diagnostic[]): CodeAction[] {
  const offered = new Set<string>();
  return found.flatMap((diagnostic) => {
    if (offered.has(diagnostic.code)) return [];
    const offer = ignoring(snapshot, uri, diagnostic);
    if (offer.length > 0) offered.add(diagnostic.code);
    return offer;
  });
}

function ignoring(snapshot: Snapshot, uri: string, diagnostic: Diagnostic): CodeAction[] {
  const { code, span: at } = diagnostic;
  const fix = ignoreHere(snapshot, uri, diagnostic);
  if (!fix) return [];
  const asks = `Why is “${code}” all right here? The reason stays in the text, in a comment.`;
  const task: Task = { do: 'ignore', code, start: at.start };
  return [{ title: fix.title, kind: 'quickfix', diagnostic, task, fix, asks, goesOn: true }];
}

/** What can be done about the scope of an item: leaving it out, or taking back what left it out. */
export function scopeAction(review: Review, item: CatalogueItem): Omit<CodeAction, 'kind'> {
  const exclusion = scopeOf(review.context).get(item);
  return exclusion ? takeBack(review, exclusion) : leaveOut(review, [item]);
}

/** Leaving out what is cited at a place, named by its heading, or not addressed; and taking back what is left out. */
function scopeOffers(review: Review, targets: readonly Target[]): CodeAction[] {
  const scope = scopeOf(review.context);
  return targets.flatMap(({ items, diagnostic }) => {
    const about = { kind: diagnostic ? 'quickfix' : 'refactor', ...(diagnostic && { diagnostic }) } as const;
    const open = items.filter((item) => !scope.has(item));
    const out = new Set(items.flatMap((item) => scope.get(item) ?? []));
    const leaving = open[0] ? [leaveOut(review, open)] : [];
    return [...leaving, ...[...out].map((exclusion) => takeBack(review, exclusion))].map((offer) => {
      return { ...about, ...offer };
    });
  });
}

interface Target {
  readonly items: readonly CatalogueItem[];
  readonly diagnostic?: Diagnostic;
}

function leaveOut(review: Review, items: readonly CatalogueItem[]): Omit<CodeAction, 'kind'> {
  const [first] = items;
  const ids = items.map((item) => printId(review, item));
  const kind = first?.kind === 'theme' || first?.kind === 'probe' ? first.kind : 'standard';
  const words = describe(items, ids);
  return {
    title: `Exclude ${words} from scope…`,
    task: { do: 'exclude', excluded: { kind, ids } },
    asks: `Why is ${words} left out of the review? The reason is shown in the report.`,
    goesOn: true,
  };
}

function takeBack(review: Review, { span: place }: Exclusion): Omit<CodeAction, 'kind'> {
  const same = review.settings.exclusions.filter((exclusion) => exclusion.span.start === place.start);
  const items = same.flatMap((exclusion) => itemsOf(resolveParts(review.catalogues, exclusion)));
  const ids = items.map((item) => printId(review, item));
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

function printId(review: Review, item: CatalogueItem): string {
  const file = fileOf(review.catalogues, item);
  return file ? citedAs(file.catalogue, item) : item.id;
}

/** Each title once, in order. */
function unique(all: readonly CodeAction[]): CodeAction[] {
  const titles = new Set<string>();
  return all.filter(({ title }) => !titles.has(title) && titles.add(title));
}

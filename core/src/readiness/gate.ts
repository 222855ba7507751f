/*
 * The gate: what stands in the way before a report leaves the team, each with its place. It has no rules of its own but
 * one: it takes what the checks say already and weighs it as in the phase `final`, whatever phase the cover is in, so
 * that what a team has given less weight stays lighter here too. The one rule is about contradictions: a team may differ,
 * but what one person alone saw against another is worth a second pair of eyes or a sentence in the report.
 */
import { append } from '../text/grouping';
import { checks } from '../checks';
import { severityOf, type Check } from '../checks/check';
import { listWords } from '../text/lists';
import { citedAs } from '../catalogue/index';
import type { PlacedFinding } from '../coverage/coverage';
import type { Place, SeverityWord } from '../text/diagnostic';
import type { Document } from '../document/document';
import { diagnosticsIn } from '../diagnostics/diagnostics';
import type { ContextSettings } from '../review/context';
import type { FindingKind } from '../document/fragment';
import { unreadStandards, type Review } from '../review/review';
import type { Phase } from '../settings/types';
import type { Span } from '../text/span';
import { unreadCode } from '../document/unread';
import { moderation, type ModerationStandard } from './moderation';

/** What can stand in the way, in the order of the page. */
export const gateKinds = {
  unread: {
    title: 'Documents that were left unread',
    step: 'Do what each of them says: nothing in them is in the report.',
    codes: [unreadCode],
  },
  placeholders: {
    title: 'Findings without words',
    step: 'Write what was found, or take the point out of its list.',
    codes: ['finding-without-words'],
  },
  gaps: {
    title: 'Themes with standards that nobody has addressed',
    step: 'Write a finding on each standard, or agree to leave it out and say why on the cover, under “scope”.',
    codes: ['uncovered-standards'],
  },
  citations: {
    title: 'Findings that name no standard',
    step: 'Say which standard each is about, such as [std 6.1].',
    codes: ['finding-without-citation'],
  },
  evidence: {
    title: 'Findings without evidence',
    step: 'Say what each rests on, such as [ev FG2].',
    codes: ['finding-without-evidence'],
  },
  actions: {
    title: 'Actions without a lead or a date',
    step: 'Say who sees to each, such as @lead(Head of service), and by when, such as @due(2026-11-15).',
    codes: ['action-without-lead', 'action-without-date'],
  },
  personal: {
    title: 'Personal data',
    step: 'Take it out, so that nobody can be recognised.',
    codes: ['personal-data'],
  },
  contradictions: {
    title: 'Contradictions that rest on one person',
    step: 'Have a second person write what they saw, or say in the narrative that the team differs, and cite the standard there.',
    codes: [],
  },
  ignores: {
    title: 'Ignore comments without a reason',
    step: 'Write the reason behind the colon: without one the comment silences nothing.',
    codes: ['unused-ignore'],
  },
  exclusions: {
    title: 'Exclusions without a reason',
    step: 'Write the reason on the cover: the report prints it.',
    codes: ['exclusion-without-reason'],
  },
  errors: {
    title: 'Other errors',
    step: 'Mend each as it says; where there is a light bulb, it helps.',
    codes: [],
  },
} as const satisfies Readonly<
  Record<string, { readonly title: string; readonly step: string; readonly codes: readonly string[] }>
>;
export type GateKindName = keyof typeof gateKinds;

/** One thing that stands in the way. */
export interface GatePoint {
  readonly place: Place;
  /** What is wrong there, in a sentence. */
  readonly message: string;
  /** The check that says it; undefined for a contradiction. */
  readonly code?: string;
}

/** Everything of one kind that stands in the way, in the order of the report. */
export interface GateKind {
  readonly name: GateKindName;
  readonly title: string;
  /** What to do about it. */
  readonly step: string;
  readonly points: readonly GatePoint[];
}

export interface Gate {
  readonly set: Review;
  readonly title: string;
  readonly phase: Phase;
  /** Those that there are; empty where nothing stands in the way. */
  readonly kinds: readonly GateKind[];
  /** How many points they have together. */
  readonly points: number;
  /** Checks that would stand in the way, and to which the cover gives less weight. */
  readonly lighter: readonly {
    readonly code: string;
    readonly severity: SeverityWord;
    /** Where the cover says so. */
    readonly span?: Span;
  }[];
}

/** They stand in the way at any weight, unless the cover switches them off. */
const always: readonly string[] = ['exclusion-without-reason', 'unused-ignore'];

/** What stands in the way of the report of a review. */
export function gate(review: Review): Gate {
  const found = new Map<GateKindName, GatePoint[]>();
  const put = (kind: GateKindName, point: GatePoint): void => {
    append(found, kind, point);
  };
  const { settings } = review.context;
  const inTheWay = new Set(checks.filter((check) => isInTheWay(check, settings)).map(({ code }) => code));
  for (const document of review.documents) {
    const unreasoned = unreasonedIn(document);
    for (const { code, span, message } of diagnosticsIn(document, review)) {
      if (!inTheWay.has(code) && code !== unreadCode) continue;
      const kind = kindOf(code);
      if (kind === 'ignores' && !unreasoned.has(span.start)) continue;
      put(kind, { place: { uri: document.uri, span }, message, code });
    }
  }
  for (const { uri, catalogue } of new Set([...review.catalogues, ...unreadStandards(review)])) {
    for (const { severity, span, message, code } of catalogue.faults)
      if (severity === 'error') put(kindOf(code), { place: { uri, span }, message, code });
  }
  for (const point of contradictions(review)) put('contradictions', point);
  const kinds = (Object.keys(gateKinds) as GateKindName[]).flatMap((name): GateKind[] => {
    const points = found.get(name);
    const { title, step } = gateKinds[name];
    return points ? [{ name, title, step, points }] : [];
  });
  return {
    set: review,
    title: review.title,
    phase: review.settings.phase,
    kinds,
    points: kinds.reduce((sum, { points }) => sum + points.length, 0),
    lighter: lighterIn(settings),
  };
}

/** How much stands in the way of a report that its cover calls final; 0 where it is a draft anyway. */
export function inTheWayOf(review: Review): number {
  return review.settings.phase === 'final' ? gate(review).points : 0;
}

/** Whether a report is a draft: the review is not final, or has issues to resolve before it is. */
export function isDraft(review: Review): boolean {
  return review.settings.phase !== 'final' || inTheWayOf(review) > 0;
}

/** How much a check weighs when a review is final. */
function finalSeverity(check: Check, settings: ContextSettings): SeverityWord {
  return severityOf(check, { settings: { ...settings, phase: 'final' } });
}

function isInTheWay(check: Check, settings: ContextSettings): boolean {
  const severity = finalSeverity(check, settings);
  return severity === 'error' || (severity !== 'off' && always.includes(check.code));
}

function kindOf(code: string): GateKindName {
  const names = Object.keys(gateKinds) as GateKindName[];
  return names.find((name) => (gateKinds[name].codes as readonly string[]).includes(code)) ?? 'errors';
}

/** Where the ignore comments of a document stand that give no reason. */
function unreasonedIn(document: Document): ReadonlySet<number> {
  const suppressions = document.model.suppressions.filter(({ reason }) => reason === undefined);
  return new Set(suppressions.map(({ span }) => span.start));
}

/** What the cover has made lighter than it would be. */
function lighterIn(settings: ContextSettings): Gate['lighter'] {
  const untouched = { ...settings, checks: new Map() };
  return checks
    .filter((check) => isInTheWay(check, untouched) && !isInTheWay(check, settings))
    .map((check) => {
      const place = settings.checks.get(check.code)?.span;
      return { code: check.code, severity: finalSeverity(check, settings), ...(place && { span: place }) };
    });
}

/**
 * The findings of whoever stands alone on one side of a contradiction. A mention of the standard in the narrative is the
 * sentence that says so, and settles it.
 */
function* contradictions(review: Review): Generator<GatePoint> {
  for (const { file, standards } of moderation(review).themes) {
    for (const entry of standards) {
      const { state, mentions } = entry.entry;
      if (!entry.contradiction || state === 'excluded' || mentions.length > 0) continue;
      const id = citedAs(file.catalogue, entry.standard);
      for (const kind of ['strength', 'development'] as const) {
        for (const { document, finding } of aloneOn(entry, kind)) {
          const message = describe(id, kind, entry.contradiction);
          yield { place: { uri: document.uri, span: finding.span }, message };
        }
      }
    }
  }
}

function aloneOn({ entry }: ModerationStandard, kind: FindingKind): readonly PlacedFinding[] {
  const findings = kind === 'strength' ? entry.strengths : entry.development;
  const names = new Set(findings.map(({ reviewer }) => reviewer));
  return names.size === 1 ? findings : [];
}

type Sides = NonNullable<ModerationStandard['contradiction']>;

const sees = { strength: 'a strength', development: 'an area for development' } as const;

/** `Only GP sees a strength in standard 6.1; MH and SP see an area for development.` */
function describe(id: string, kind: FindingKind, sides: Sides): string {
  const other = kind === 'strength' ? 'development' : 'strength';
  const against = sides[other];
  const verb = against.length === 1 ? 'sees' : 'see';
  return `Only ${listWords(sides[kind])} sees ${sees[kind]} in standard ${id}; ${listWords(against)} ${verb} ${sees[other]}.`;
}

/*
 * The findings of a review as a value to be printed: for each theme and element of the catalogue, in its
 * order, the strengths and areas for development that cite it, what is uncovered and what is excluded. A
 * finding that cites several elements stands under each of them; one that cites none stands with its theme, and so does
 * a survey.
 */
import { firstReached } from '../text/bisect';
import { append } from '../text/grouping';
import type { Element, Standard, Theme } from '../catalogue/readCatalogue';
import { elementOf, themeOf } from '../catalogue/index';
import {
  coverage,
  elementsByTheme,
  placeFinding,
  printCoverageLine,
  type ElementCoverage,
  type PlacedFinding,
} from '../coverage/coverage';
import { surveysIn } from '../evidence/entry';
import type { PlacedSurvey } from '../review/evidenceRegister';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Document } from '../document/document';
import type { Review } from '../review/review';
import { reasonOf, scopeOf } from '../review/scope';
import type { Language } from '../settings/types';
import { encloses } from '../text/span';
import { subjectsOf, themeOfFinding } from '../review/sectionTopics';

/** The two columns of a table. */
export interface FindingLists {
  readonly strengths: readonly PlacedFinding[];
  readonly development: readonly PlacedFinding[];
}
/** What is left out, with its reason. */
export interface Excluded {
  readonly id: string;
  readonly text: string;
  readonly reason: string;
}
export interface ElementFindings extends FindingLists {
  readonly element: Element;
  readonly uncovered: readonly Standard[];
  readonly excluded: readonly Excluded[];
  /** Set when the whole element is left out. */
  readonly reason?: string;
}
export interface ThemeFindings {
  readonly theme: Theme;
  readonly elements: readonly ElementFindings[];
  /** Findings in the theme's sections that cite no element. */
  readonly general: FindingLists;
}
export interface FindingsReport {
  readonly set: Review;
  readonly title: string;
  readonly subject?: string;
  readonly language: Language;
  /** `14 of 16 standards in scope covered (2 excluded)`. */
  readonly coverageLine: string;
  readonly themes: readonly ThemeFindings[];
  /** Findings that belong to no theme. */
  readonly unplaced: FindingLists;
  /** The surveys that stand in the sections of each theme, or of none. */
  readonly surveys: ReadonlyMap<Theme | undefined, readonly PlacedSurvey[]>;
}

/** The findings of a review; every finding stands in it at least once. */
export function findingsReport(review: Review): FindingsReport {
  const byElement = new Map<Element, PlacedFinding[]>();
  const byTheme = new Map<Theme, PlacedFinding[]>();
  const unplaced: PlacedFinding[] = [];
  const surveys = new Map<Theme | undefined, PlacedSurvey[]>();
  for (const document of review.documents) {
    for (const { theme, ...survey } of themedSurveys(document, review)) append(surveys, theme, survey);
    for (const { targets, placed } of findingsIn(document, review)) {
      if (targets.length === 0) unplaced.push(placed);
      for (const target of targets) {
        if (target.kind === 'element') append(byElement, target, placed);
        else append(byTheme, target, placed);
      }
    }
  }
  const { subject } = review.settings;
  const figures = coverage(review);
  const themes = elementsByTheme(figures);
  return {
    set: review,
    title: review.title,
    ...(subject && { subject: subject.value }),
    language: review.settings.language,
    coverageLine: printCoverageLine(figures),
    themes: review.catalogues
      .flatMap((file) => file.catalogue.themes)
      .map((theme) => ({
        theme,
        elements: (themes.get(theme) ?? []).map((entry) =>
          elementFindings(review, entry, byElement.get(entry.element) ?? []),
        ),
        general: columns(byTheme.get(theme) ?? []),
      })),
    unplaced: columns(unplaced),
    surveys,
  };
}

/** A finding, and the elements or the theme that it stands under; none where it belongs to no theme. */
export interface TargetedFinding {
  readonly placed: PlacedFinding;
  readonly targets: readonly (Element | Theme)[];
}

/** The findings of a document in their order. They depend on the document and on the review's catalogues only. */
export function findingsIn(document: Document, { catalogues }: Review): TargetedFinding[] {
  const subjects = subjectsOf(catalogues, document);
  return document.model.findings.map((finding) => {
    const placed = placeFinding(document, finding);
    const items = finding.citations.flatMap((citation) => itemsOf(resolveParts(catalogues, citation)));
    const elements = new Set(items.flatMap((item) => elementOf(item) ?? []));
    if (elements.size > 0) return { placed, targets: [...elements] };
    const subject = subjects[finding.section]?.subject;
    if (subject?.kind === 'element') return { placed, targets: [subject] };
    const theme = themeOfFinding(subject, items);
    return { placed, targets: theme ? [theme] : [] };
  });
}

/** The surveys of a document with the themes of their sections; one in a finding is printed with its words. */
export function themedSurveys(
  document: Document,
  { catalogues }: Review,
): (PlacedSurvey & { readonly theme: Theme | undefined })[] {
  const { evidence, findings, sections } = document.model;
  const surveys = surveysIn(evidence).filter(({ span }) => {
    const finding = findings[firstReached(findings, (each) => each.span.start > span.start) - 1];
    return !finding || !encloses(finding.span, span);
  });
  if (surveys.length === 0) return [];
  const subjects = subjectsOf(catalogues, document);
  return surveys.map((survey) => {
    const section = firstReached(sections, ({ heading }) => heading.start > survey.span.start) - 1;
    const subject = subjects[section]?.subject;
    return { document, survey, theme: subject && themeOf(subject) };
  });
}

/** What an element's part of the report says besides its findings. */
export function elementFindings(
  review: Review,
  entry: ElementCoverage,
  placed: readonly PlacedFinding[],
): ElementFindings {
  const { element, standards, exclusion } = entry;
  const scope = scopeOf(review.context);
  const left = [...element.standards, ...element.probes].flatMap((item): Excluded[] => {
    const by = scope.get(item);
    return by && by !== exclusion ? [{ id: item.id, text: item.text, reason: reasonOf(by) }] : [];
  });
  return {
    element,
    ...columns(placed),
    uncovered: standards.filter(({ state }) => state === 'uncovered').map(({ standard }) => standard),
    excluded: left,
    ...(exclusion && { reason: reasonOf(exclusion) }),
  };
}

function columns(placed: readonly PlacedFinding[]): FindingLists {
  return {
    strengths: placed.filter(({ finding }) => finding.kind === 'strength'),
    development: placed.filter(({ finding }) => finding.kind === 'development'),
  };
}

/*
 * The appendix of a report that lists the standards: what addresses each, and what was left out with its reason. The
 * figures are those of coverage.ts, which everything else shows too.
 */
import type { CatalogueFile } from '../catalogue/index';
import { coverage, type ElementCoverage, type StandardCoverage } from '../coverage/coverage';
import type { Review } from '../review/review';
import { reasonOf, scopeOf } from '../review/scope';
import type { ReportElement, ReportStandard, StandardsAppendix } from './report';
import { otherLanguage } from './words';

/** The standards of a review with their coverage. */
export function standardsOf(review: Review): Omit<StandardsAppendix, 'id' | 'number' | 'title'> {
  const { covered, inScope, excluded, elements } = coverage(review);
  const themesOf = ({ catalogue }: CatalogueFile): StandardsAppendix['catalogues'][number]['themes'] =>
    catalogue.themes.map((theme) => ({
      id: theme.id,
      title: theme.title,
      elements: elements
        .filter(({ element }) => element.theme === theme)
        .map((entry) => readElement(review, entry)),
    }));
  const catalogues = review.catalogues.map((file) => {
    const { title, publisher, edition } = file.catalogue;
    const language = otherLanguage(file.catalogue.language, review.settings.language);
    return {
      title,
      ...(publisher !== undefined && { publisher }),
      ...(edition !== undefined && { edition }),
      ...(language !== undefined && { language }),
      themes: themesOf(file),
    };
  });
  return { covered, inScope, excluded, catalogues };
}

function readElement(review: Review, entry: ElementCoverage): ReportElement {
  const { element, exclusion, state } = entry;
  const scope = scopeOf(review.context);
  const probes = element.probes.flatMap((probe) => {
    const by = scope.get(probe);
    return by && by !== exclusion ? [{ id: probe.id, words: probe.text, reason: reasonOf(by) }] : [];
  });
  return {
    id: element.id,
    title: element.title,
    state,
    ...(exclusion && { reason: reasonOf(exclusion) }),
    standards: entry.standards.map(readStandard),
    probes,
  };
}

function readStandard(entry: StandardCoverage): ReportStandard {
  const { standard, state, exclusion } = entry;
  return {
    id: standard.id,
    words: standard.text,
    ...(standard.printed !== undefined && { printed: standard.printed }),
    state,
    ...(exclusion && { reason: reasonOf(exclusion) }),
    strengths: entry.strengths.length,
    development: entry.development.length,
    mentions: entry.mentions.length,
    reviewers: entry.reviewers,
    evidenceKinds: entry.evidenceKinds,
  };
}

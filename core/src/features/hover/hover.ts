/*
 * What a citation or a mark means, in Markdown: the wording, where it belongs, who addresses it, and the element's
 * probes and sources, so that a reviewer need not leave the text. Words of a catalogue are shown literally.
 */
import { elementOf } from '../../catalogue/index';
import type { Day } from '../../text/date';
import { surveysIn } from '../../evidence/entry';
import { touches, type Span } from '../../text/span';
import { subjectsOf } from '../../review/sectionTopics';
import type { Snapshot } from '../../review/snapshot';
import { findCatalogue, findCitedAt } from '../navigation/citationAt';
import { findEvidenceAt } from '../navigation/evidenceAt';
import { describeEvidence, describeSurveyEntry } from './evidence';
import { hoverDefinition } from './definition';
import { describeItem, guidance } from './item';
import { describeAnnotation } from './annotation';
import { describeRewording } from './rewording';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/** How many items of a range are described in full; the rest is counted. */
const describedItems = 6;

/**
 * What is cited at an offset, defined there in a catalogue or a register, said by a mark, or named by the heading
 * there; undefined where none of these is known. `today` is a day such as `2026-10-02`.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number, today?: Day): Hover | undefined {
  const file = findCatalogue(snapshot, uri);
  if (file) return hoverDefinition(snapshot, file, offset);
  const document = snapshot.documents.get(uri);
  const set = snapshot.reviewOf(uri);
  const mark = document && set && describeAnnotation(set, document, offset, today);
  if (mark) return mark;
  const evidence = findEvidenceAt(snapshot, uri, offset);
  if (evidence) {
    const markdown = describeEvidence(evidence);
    return markdown === undefined ? undefined : { span: evidence.place, markdown };
  }
  const survey = document && surveysIn(document.model.evidence).find(({ span }) => touches(span, offset));
  if (survey && set) return { span: survey.span, markdown: describeSurveyEntry(set, document.uri, survey) };
  const cited = findCitedAt(snapshot, uri, offset);
  if (!cited) return hoverHeading(snapshot, uri, offset);
  if (cited.items.length === 0) return undefined;
  const { items, place } = cited;
  const shown = items
    .slice(0, describedItems)
    .map((item) =>
      [describeItem(cited.set, item), ...describeRewording(snapshot, cited.set, item)].join('\n\n'),
    );
  const more = items.length > describedItems ? [`… and ${items.length - describedItems} more.`] : [];
  const elements = new Set(items.map(elementOf));
  const [element] = elements;
  const below =
    element && elements.size === 1 && cited.citation.kind === 'standard' ? [guidance(element)] : [];
  return { span: place, markdown: [...shown, ...more, ...below].join('\n\n---\n\n') };
}

/** A heading that names a theme or an element says what it is about, and who leads on it. */
function hoverHeading(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const set = snapshot.reviewOf(uri);
  const document = snapshot.documents.get(uri);
  const at = document?.model.sections.findIndex(({ heading }) => touches(heading, offset)) ?? -1;
  const section = document?.model.sections[at];
  const own = set && document && section && subjectsOf(set.catalogues, document)[at]?.own;
  return own && { span: section.heading, markdown: describeItem(set, own) };
}

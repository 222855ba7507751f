/*
 * Everything that is wrong in the front matter of one document and in its surveys: what reading them found, and what
 * only the whole review can tell, such as a catalogue, a document or a reviewer that is not there.
 */
import type { Diagnostic } from '../text/diagnostic';
import { isCataloguePath, type Document } from '../document/document';
import { surveysIn } from '../evidence/entry';
import { summarise } from '../review/summary';
import { nearestName } from '../text/editDistance';
import { resolveParts } from '../catalogue/resolveCitation';
import { folderOf, pathBelow, type Review } from '../review/review';
import { documentKeys, settingKeys, type CitedIds, type SettingFault, type Sourced } from '../settings/types';
import type { CheckFix, PlacedComplaint } from './check';
import { groupBy } from '../text/grouping';
import { memo } from '../text/memo';
import { languageCodes } from './codes';
import { listWords } from '../text/lists';

/** The faults of a review's front matter and surveys with a given code. */
export function settingFaults(review: Review, code: SettingFault['code']): readonly PlacedComplaint[] {
  return (faultsByCode(review).get(code) ?? []).map(({ document, span, message }) => {
    return { document, span, message };
  });
}

interface PlacedFault extends SettingFault {
  readonly document: Document;
}

const faultsByCode = memo((review: Review): ReadonlyMap<string, readonly PlacedFault[]> => {
  const faults = review.documents.flatMap((document) =>
    [...faultsIn(document, review)].map((fault) => ({ ...fault, document })),
  );
  return groupBy(faults, ({ code }) => code);
});

/** Puts the nearest name in place of what is wrong, where there is one. */
export function fixSetting(diagnostic: Diagnostic, document: Document, review: Review): CheckFix[] {
  const { span } = diagnostic;
  const replacement = replacementsIn(review, document).get(`${span.start}-${span.end}`);
  if (replacement === undefined) return [];
  return [{ title: `Change to ${replacement}`, edits: [{ span, text: replacement }], preferred: true }];
}

/** What would be right in place of each fault, by its place; worked out once for all faults that are fixed together. */
const replacementsIn = memo((review: Review, document: Document): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { span, replacement } of faultsIn(document, review)) {
    const place = `${span.start}-${span.end}`;
    if (replacement !== undefined && !found.has(place)) found.set(place, replacement);
  }
  return found;
});

function* faultsIn(document: Document, review: Review): Iterable<SettingFault> {
  yield* document.settings.faults;
  for (const { faults } of surveysIn(summarise(document, review.context).evidence)) yield* faults;
  if (document === review.cover) yield* coverFaults(review);
  else yield* misplacedKeys(document, review);
  const { reviewer } = document.settings;
  const team = review.settings.team.map((member) => member.initials.value);
  if (reviewer && team.length > 0 && !team.includes(reviewer.value)) {
    yield wrong(reviewer, `“${reviewer.value}” is not in the team of the cover`, team);
  }
}

function* coverFaults(review: Review): Iterable<SettingFault> {
  const { settings } = review;
  const refused = new Set(review.refusedCatalogues.map(({ value }) => value));
  for (const value of review.unknownCatalogues) {
    // `outside-folder` says why it was not read.
    if (refused.has(value)) continue;
    const misnamed = /\.md$/i.test(value.value) && !isCataloguePath(value.value);
    const message = `“${value.value}” is not read: the name of a catalogue's file ends in .standards.md.`;
    const next = review.successors.get(value.value);
    if (misnamed) yield { code: 'invalid-setting', span: value.span, message };
    else if (next !== undefined) {
      const message = `There is no catalogue “${value.value}” here; “${next}” is its new edition. The citations are carried over by “critical-friend standards migrate”.`;
      yield { code: 'invalid-setting', span: value.span, message, replacement: next };
    } else yield wrong(value, `There is no catalogue “${value.value}”`, review.knownCatalogues);
  }
  const folder = folderOf(review.cover.uri);
  const known = review.unknownDocuments.length > 0 ? review.documents : [];
  const paths = known.map((document) => pathBelow(document.uri, folder));
  for (const value of review.unknownDocuments) {
    yield wrong(value, `There is no document “${value.value}” in this review`, paths);
  }
  for (const [code, { span }] of settings.checks) {
    if ((languageCodes as readonly string[]).includes(code)) continue;
    const nearest = nearestName(code, languageCodes);
    const advice = nearest === undefined ? 'docs/checks.md lists them all.' : `did you mean “${nearest}”?`;
    const message = `“${code}” is not a check; ${advice}`;
    yield { code: 'unknown-setting', span, message, ...(nearest !== undefined && { replacement: nearest }) };
  }
  for (const cited of [...settings.exclusions, ...settings.team.flatMap((member) => member.leads)]) {
    yield* unknownIds(cited, review);
  }
}

function* unknownIds(cited: CitedIds, review: Review): Iterable<SettingFault> {
  if (review.catalogues.length === 0) return;
  for (const { missing, former } of resolveParts(review.catalogues, cited)) {
    for (const { id, span } of missing) {
      const now = former.find((each) => each.cited.span.start === span.start)?.items ?? [];
      const become = `${id} of the edition before has become ${listWords(now.map((item) => item.id))}.`;
      const message = now.length > 0 ? become : `The catalogue has no ${cited.kind} ${id}.`;
      yield { code: 'invalid-setting', span, message };
    }
  }
}

/** Settings of the whole review that stand in a document that is not its cover, where nobody reads them. */
function* misplacedKeys(document: Document, review: Review): Iterable<SettingFault> {
  for (const { value, span } of document.settings.keys) {
    if (!Object.hasOwn(settingKeys, value) || documentKeys.includes(value)) continue;
    const cover = pathBelow(review.cover.uri, folderOf(review.cover.uri));
    const message = `“${value}” holds for the whole review and is read from ${cover} only; move it there.`;
    yield { code: 'unknown-setting', span, message };
  }
}

function wrong(value: Sourced<string>, found: string, known: readonly string[]): SettingFault {
  const nearest = nearestName(value.value, known);
  const advice = nearest === undefined ? `known are ${listWords(known)}.` : `did you mean “${nearest}”?`;
  const message = known.length === 0 ? `${found}.` : `${found}; ${advice}`;
  const code = 'invalid-setting';
  return { code, span: value.span, message, ...(nearest !== undefined && { replacement: nearest }) };
}

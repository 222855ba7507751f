/*
 * What an entry of the evidence register is, in Markdown: its description, kind, date and reviewer, the figures of a
 * survey, and the findings that rest on it. The register's words are shown literally.
 */
import { placeFinding } from '../../coverage/coverage';
import { foldEvidenceId, type Evidence } from '../../evidence/entry';
import { summarise } from '../../review/summary';
import type { PlacedEvidence } from '../../review/evidenceRegister';
import { evidenceIdsIn } from '../../review/evidenceIds';
import { registerOf } from '../../review/evidenceRegister';
import type { Review } from '../../review/review';
import type { Survey } from '../../evidence/survey';
import type { EvidenceAt } from '../navigation/evidenceAt';
import { describeFinding } from './finding';
import { describeSurvey } from './survey';
import { literal } from '../text';

/** The entries at a place, each in full; undefined where the register has none of them. */
export function describeEvidence({ set: review, entries }: EvidenceAt): string | undefined {
  if (entries.length === 0) return undefined;
  return entries.map((entry) => describe(review, entry)).join('\n\n---\n\n');
}

/** A survey of a document, with who rests on it; one that has no id yet nothing can cite. */
export function describeSurveyEntry(review: Review, uri: string, survey: Survey): string {
  const entry = registerOf(review).entries.find((each) => {
    return each.survey?.document.uri === uri && each.survey.survey.span.start === survey.span.start;
  });
  if (entry && survey.id) return describe(review, entry);
  const title = survey.title?.value;
  const name = title === undefined ? '**Survey**' : `**Survey**: ${literal(title)}`;
  return [name, ...describeSurvey(survey), 'It has no id yet, so no finding can cite it.'].join('\n\n');
}

function describe(review: Review, { evidence, survey }: PlacedEvidence): string {
  const { id, description } = evidence;
  const facts = factsOf(evidence);
  const lines = [
    `**Evidence ${literal(id)}**${description === '' ? '' : `: ${literal(description)}`}`,
    ...(facts === '' ? [] : [`*${literal(facts)}*`]),
    ...(survey ? describeSurvey(survey.survey) : []),
  ];
  const resting = findingsOn(review, foldEvidenceId(id));
  if (resting.length === 0) return [...lines, 'No finding rests on it yet.'].join('\n\n');
  return [...lines, 'Cited by:', resting.map((words) => `- ${words}`).join('\n')].join('\n\n');
}

/** What is known of an entry besides its description: `focus group, 2026-10-02, AA`. */
export function factsOf({ kind, date, reviewer }: Evidence): string {
  return [kind, date, reviewer].filter((fact) => fact !== undefined && fact !== '').join(', ');
}

function findingsOn(review: Review, id: string): string[] {
  return review.documents.flatMap((document) => {
    if (!summarise(document, review.context).citedEvidence.has(id)) return [];
    return document.model.findings
      .filter(({ citations }) => evidenceIdsIn(citations).some((cited) => foldEvidenceId(cited.id) === id))
      .map((finding) => describeFinding(review, placeFinding(document, finding)));
  });
}

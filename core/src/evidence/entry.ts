/*
 * What an entry of a review's evidence register is, and the words that its table may use: headings of columns
 * and kinds of evidence, in both languages. Finding the table is evidenceTable.ts; which entry a citation
 * means is not known here, because any document of a review may hold a part of the register.
 */
import { foldTitle } from '../syntax/sectionKind';
import { moveSpan, span, type Span } from '../text/span';
import { moveSurvey, type Survey } from './survey';

/** The kinds of evidence that are known, as a program reads them. Any other words are a kind too, as written. */
export type EvidenceKind =
  'document' | 'data' | 'observation' | 'interview' | 'focus group' | 'case file' | 'survey';

/** How each kind may be written; the first of each language is the one that is offered. */
export const evidenceKinds: Readonly<Record<EvidenceKind, { en: string[]; cy: string[] }>> = {
  document: { en: ['Document', 'Documents'], cy: ['Dogfen', 'Dogfennau'] },
  data: { en: ['Data'], cy: ['Data'] },
  observation: { en: ['Observation', 'Observations'], cy: ['Arsylwad', 'Arsylwadau', 'Arsylwi'] },
  interview: { en: ['Interview', 'Interviews'], cy: ['Cyfweliad', 'Cyfweliadau'] },
  'focus group': { en: ['Focus group', 'Focus groups'], cy: ['Grŵp ffocws', 'Grwpiau ffocws'] },
  'case file': {
    en: ['Case file', 'Case files'],
    cy: ['Ffeil achos', 'Ffeiliau achos', 'Ffeiliau achosion'],
  },
  survey: { en: ['Survey', 'Surveys'], cy: ['Arolwg', 'Arolygon'] },
};

/** The columns of the register, in the order in which a new one is written. */
export const evidenceColumns = ['id', 'kind', 'description', 'date', 'reviewer'] as const;
export type EvidenceColumn = (typeof evidenceColumns)[number];

/** The headings of each column; the first of each language is the one that a new register gets. */
export const columnHeadings: Readonly<Record<EvidenceColumn, { en: string[]; cy: string[] }>> = {
  id: { en: ['Id', 'Ref', 'Reference', 'No', 'Number'], cy: ['Cyfeirnod', 'Rhif'] },
  kind: { en: ['Kind', 'Type'], cy: ['Math'] },
  description: { en: ['Description', 'Evidence'], cy: ['Disgrifiad', 'Tystiolaeth'] },
  date: { en: ['Date'], cy: ['Dyddiad'] },
  reviewer: { en: ['Reviewer'], cy: ['Adolygydd'] },
};

/** One entry of the register: what is in the cells of its row, in words. */
export interface Evidence {
  /** As written; empty where the row has none yet. */
  readonly id: string;
  /** As written; empty where the row names none. */
  readonly kind: string;
  readonly description: string;
  readonly date?: string;
  readonly reviewer?: string;
  /** The whole row. */
  readonly span: Span;
  /** Where the words of each cell stand; an empty span in an empty cell, none where there is no such column. */
  readonly cells: Readonly<Partial<Record<EvidenceColumn, Span>>> & { readonly id: Span };
  /** The survey, where the entry is no row of a table but the block of one. */
  readonly survey?: Survey;
}

/** A table of the register: a row that is added follows its span, and has a cell for each column. */
export interface EvidenceTable {
  /** What each column holds; undefined for one of the reviewers' own. */
  readonly columns: readonly (EvidenceColumn | undefined)[];
  readonly span: Span;
}

const kindByWords = new Map(
  Object.entries(evidenceKinds).flatMap(([kind, { en, cy }]) =>
    [...en, ...cy].map((words): [string, EvidenceKind] => [foldWords(words), kind as EvidenceKind]),
  ),
);
const columnByHeading = new Map(
  evidenceColumns.flatMap((column) =>
    [...columnHeadings[column].en, ...columnHeadings[column].cy].map((heading): [string, EvidenceColumn] => [
      foldWords(heading),
      column,
    ]),
  ),
);

/** The column that a heading names; case, emphasis and closing punctuation do not count. */
export function columnOfHeading(heading: string): EvidenceColumn | undefined {
  return columnByHeading.get(foldWords(heading));
}

/** What counts as one kind: a known kind however it is written, else the words in small letters; empty for none. */
export function kindOfEvidence({ kind }: Pick<Evidence, 'kind'>): string {
  const folded = foldWords(kind);
  return kindByWords.get(folded) ?? folded;
}

/** A survey as the entry of the register that it is. */
export function surveyEntry(survey: Survey): Evidence {
  const { id, title, question, span: place, head } = survey;
  const described = title ?? question;
  const none = span(head.end, head.end);
  return {
    id: id?.value ?? '',
    kind: evidenceKinds.survey.en[0] ?? '',
    description: described?.value ?? '',
    span: place,
    cells: { id: id?.span ?? none, ...(described && { description: described.span }) },
    survey,
  };
}

/** The surveys among some entries. */
export function surveysIn(entries: readonly Evidence[]): readonly Survey[] {
  return entries.flatMap(({ survey }) => survey ?? []);
}

/** The form in which ids of evidence are compared: `[ev fg2]` cites FG2. */
export function foldEvidenceId(id: string): string {
  return id.toUpperCase();
}

/** An entry as it stands when its table does, further down by some characters. */
export function moveEvidence(evidence: Evidence, by: number): Evidence {
  const move = (place: Span): Span => moveSpan(place, by);
  const cells = Object.entries(evidence.cells).map(([column, place]) => [column, move(place)]);
  const survey = evidence.survey && { survey: moveSurvey(evidence.survey, by) };
  return {
    ...evidence,
    span: move(evidence.span),
    cells: Object.fromEntries(cells) as Evidence['cells'],
    ...survey,
  };
}

function foldWords(words: string): string {
  return foldTitle(words).replace(/[-‐‑]/g, ' ');
}

/*
 * A report as data for programs and spreadsheets: flat rows with ids, in the order of the report. JSON holds all of
 * them in the shape of docs/report.schema.json; CSV has a table for each kind. A document is named by its path
 * from the cover's folder, and places are offsets in UTF-16 units.
 */
import { folderOf, pathBelow } from '../review/review';
import { surveyFigures, type Survey } from '../evidence/survey';
import { wordsOfBlocks, wordsOfInlines, type CitationInline, type CitedItem, type Source } from './blocks';
import { printCsv } from './csv';
import {
  contentsOf,
  type Chapter,
  type Report,
  type ReportAction,
  type ReportElement,
  type ReportFinding,
  type ReportStandard,
  type ReportSuggestion,
} from './report';
import { printEvidenceKind, reportWords } from './words';

/** The report as JSON, with a line end. */
export function printReportJson(report: Report): string {
  return `${JSON.stringify(reportData(report), null, 2)}\n`;
}

/** What the JSON holds. */
export function reportData(report: Report): object {
  const { language, title, subject, date, phase, draft, missing, team, standards, evidence } = report;
  return {
    schemaVersion: 1,
    language,
    title,
    ...(subject !== undefined && { subject }),
    ...(date !== undefined && { date }),
    phase,
    draft,
    ...(missing.length > 0 && { missing }),
    team,
    contents: contentsOf(report).map(({ id, title: name, number }) => ({
      id,
      title: name,
      ...(number !== undefined && { number }),
    })),
    coverage: { covered: standards.covered, inScope: standards.inScope, excluded: standards.excluded },
    standards: standardRows(report).map(({ theme, element, standard }) => ({
      id: standard.id,
      words: standard.words,
      ...(standard.printed !== undefined && { printed: standard.printed }),
      theme: theme.id,
      element: element.id,
      state: standard.state,
      ...(standard.reason !== undefined && { reason: standard.reason }),
      strengths: standard.strengths,
      development: standard.development,
      mentions: standard.mentions,
      reviewers: standard.reviewers,
      evidenceKinds: standard.evidenceKinds,
    })),
    findings: findingRows(report).map(({ chapter, finding }) => ({
      id: finding.id,
      kind: finding.kind,
      words: finding.words,
      chapter: chapter.id,
      ...(chapter.theme && { theme: chapter.theme.id }),
      ...(finding.reviewer !== undefined && { reviewer: finding.reviewer }),
      ...citedIn(finding.citations),
      ...placeIn(report, finding.source),
    })),
    suggestions: itemRows(report.suggestions?.groups ?? []).map((item) => itemData(report, item)),
    actions: itemRows(report.actions?.groups ?? []).map((item) => itemData(report, item)),
    evidence: (evidence?.entries ?? []).map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      description: wordsOfInlines(entry.description),
      ...(entry.date !== undefined && { date: entry.date }),
      ...(entry.reviewer !== undefined && { reviewer: entry.reviewer }),
      citedBy: citing(report, entry.id).map(({ id }) => id),
      ...placeIn(report, entry.source),
    })),
    surveys: (report.surveys?.surveys ?? []).map(({ block }) => ({
      ...surveyData(block.survey),
      text: block.value,
      ...placeIn(report, block.source),
    })),
    files: report.files,
    chapters: [...report.front, ...report.chapters].map(({ id, title: name, kind, narrative }) => ({
      id,
      title: name,
      kind,
      narrative: narrative.map((block) => wordsOfBlocks([block])).filter((words) => words !== ''),
    })),
  };
}

/** What was asked, and the figures; figures that nobody knows are left out. */
function surveyData(survey: Survey): object {
  const { id, title, question } = survey;
  const { n, mean, spread, scale, bars } = surveyFigures(survey);
  return {
    ...(id && { id: id.value }),
    ...(title && { title: title.value }),
    ...(question && { question: question.value }),
    ...(scale && { scale: [scale.low, scale.high] }),
    ...(n !== undefined && { n }),
    ...(mean !== undefined && { mean }),
    ...(spread !== undefined && { spread }),
    answers: bars.map(({ rating, count }) => ({ rating, count })),
  };
}

/** The tables that a report has for a spreadsheet. */
export const reportTables = ['findings', 'coverage', 'evidence', 'actions'] as const;
export type ReportTable = (typeof reportTables)[number];

/** One table as CSV, with the mark by which a spreadsheet knows UTF-8, so that accents are right. */
export function printReportCsv(report: Report, table: ReportTable): string {
  return `\uFEFF${printCsv(rowsOf[table](report))}`;
}

type Rows = readonly (readonly (string | number)[])[];

const rowsOf: Readonly<Record<ReportTable, (report: Report) => Rows>> = {
  findings: (report) => {
    const words = reportWords[report.language];
    const kinds = { strength: words.strengths, development: words.development };
    const rows = findingRows(report).map(({ chapter, finding }) => {
      const { standards, elements, probes, evidence } = citedIn(finding.citations);
      const place = placeIn(report, finding.source);
      return [
        finding.id,
        chapter.title,
        kinds[finding.kind],
        finding.words,
        [...elements, ...standards].join(', '),
        probes.join(', '),
        evidence.join(', '),
        finding.reviewer ?? '',
        place.document,
      ];
    });
    return [
      [
        words.number,
        words.theme,
        words.kind,
        words.finding,
        words.standard,
        words.probe,
        words.evidence,
        words.reviewer,
        words.document,
      ],
      ...rows,
    ];
  },
  coverage: (report) => {
    const words = reportWords[report.language];
    const heads = [words.theme, words.element, words.standard, words.wording, words.state, words.reason];
    const rows = standardRows(report).map(({ theme, element, standard }) => [
      theme.title,
      `${element.id}. ${element.title}`,
      standard.id,
      standard.words,
      words[standard.state],
      standard.reason ?? '',
      standard.strengths,
      standard.development,
      standard.mentions,
      standard.reviewers.join(', '),
    ]);
    return [[...heads, words.strengths, words.development, words.mentions, words.reviewer], ...rows];
  },
  evidence: (report) => {
    const words = reportWords[report.language];
    const entries = report.evidence?.entries ?? [];
    const own = [...new Set(entries.flatMap(({ others }) => others.map(({ heading }) => heading)))];
    const rows = entries.map((entry) => [
      entry.id,
      printEvidenceKind(report.language, entry.kind, entry.kindWords),
      wordsOfInlines(entry.description),
      entry.date ?? '',
      entry.reviewer ?? '',
      citing(report, entry.id).length,
      ...own.map((heading) =>
        entry.others
          .filter((other) => other.heading === heading)
          .map((other) => wordsOfInlines(other.words))
          .join(' '),
      ),
    ]);
    const heads = [words.id, words.kind, words.description, words.date, words.reviewer, words.findings];
    return [[...heads, ...own], ...rows];
  },
  actions: (report) => {
    const words = reportWords[report.language];
    const rows = itemRows(report.actions?.groups ?? []).map((item, i) => {
      return [i + 1, item.words, item.lead ?? '', item.due ?? '', placeIn(report, item.source).document];
    });
    return [[words.number, words.action, words.lead, words.due, words.document], ...rows];
  },
};

function itemData(report: Report, item: ReportSuggestion | ReportAction): object {
  return {
    id: item.id,
    words: item.words,
    ...(item.theme !== undefined && { theme: item.theme }),
    ...(item.lead !== undefined && { lead: item.lead }),
    ...(item.due !== undefined && { due: item.due }),
    ...placeIn(report, item.source),
  };
}

function findingRows({ chapters }: Report): { chapter: Chapter; finding: ReportFinding }[] {
  return chapters.flatMap((chapter) =>
    [...chapter.strengths, ...chapter.development].flatMap(({ findings }) =>
      findings.map((finding) => ({ chapter, finding })),
    ),
  );
}

function itemRows<I>(groups: readonly { readonly items: readonly I[] }[]): I[] {
  return groups.flatMap(({ items }) => items);
}

interface StandardRow {
  readonly theme: { readonly id: string; readonly title: string };
  readonly element: ReportElement;
  readonly standard: ReportStandard;
}

function standardRows({ standards }: Report): StandardRow[] {
  return standards.catalogues.flatMap(({ themes }) =>
    themes.flatMap((theme) =>
      theme.elements.flatMap((element) =>
        element.standards.map((standard) => ({ theme, element, standard })),
      ),
    ),
  );
}

function citing(report: Report, id: string): ReportFinding[] {
  const isIt = ({ items }: CitationInline): boolean =>
    items.some((item) => item.kind === 'evidence' && item.id === id);
  return findingRows(report).flatMap(({ finding }) => (finding.citations.some(isIt) ? [finding] : []));
}

function citedIn(
  citations: readonly CitationInline[],
): Record<'standards' | 'elements' | 'probes' | 'evidence', string[]> {
  const items = citations.flatMap((citation) => citation.items);
  const ids = (kind: CitedItem['kind']): string[] => [
    ...new Set(items.flatMap((item) => (item.kind === kind ? [item.id] : []))),
  ];
  return {
    standards: ids('standard'),
    elements: ids('element'),
    probes: ids('probe'),
    evidence: ids('evidence'),
  };
}

function placeIn(report: Report, { uri, span }: Source): { document: string; start: number; end: number } {
  return { document: pathBelow(uri, folderOf(report.cover)), start: span.start, end: span.end };
}

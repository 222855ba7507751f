/*
 * The words that a report adds to those of its reviewers, in both languages of reports: one table, so that every
 * output says the same and a missing word does not compile. Headings that a review itself may use keep their home
 * in heading.ts and evidence.ts and are taken from there. Words of the editor are no words of the report.
 */
import { columnHeadings, evidenceKinds, type EvidenceKind } from '../evidence/entry';
import { sectionHeadings } from '../syntax/sectionKind';
import type { Language } from '../settings/types';
import type { CitedItem } from './blocks';

/** What a report says in one language. */
export interface ReportWords {
  /** The language tag of the output. */
  readonly tag: string;
  readonly contents: string;
  readonly skip: string;
  readonly draft: string;
  readonly acknowledgement: string;
  readonly contact: string;
  readonly team: string;
  readonly introduction: string;
  readonly generalFindings: string;
  readonly strengths: string;
  readonly development: string;
  readonly suggestions: string;
  readonly actionPlan: string;
  readonly appendix: string;
  readonly standards: string;
  readonly scope: string;
  readonly evidenceRegister: string;
  readonly surveys: string;
  readonly actionTable: string;
  readonly notes: string;
  readonly note: string;
  readonly backToText: string;
  readonly theme: string;
  readonly element: string;
  readonly standard: string;
  readonly probe: string;
  readonly evidence: string;
  readonly wording: string;
  readonly state: string;
  readonly covered: string;
  readonly uncovered: string;
  readonly excluded: string;
  readonly reason: string;
  readonly mentions: string;
  readonly finding: string;
  readonly findings: string;
  readonly kind: string;
  readonly id: string;
  readonly description: string;
  readonly date: string;
  readonly reviewer: string;
  readonly document: string;
  readonly number: string;
  readonly action: string;
  readonly lead: string;
  readonly due: string;
  readonly noFindings: string;
  readonly noWords: string;
  readonly noLead: string;
  readonly noDue: string;
  readonly gaps: string;
  readonly unknown: string;
  readonly image: string;
  readonly and: string;
  readonly table: string;
  readonly page: string;
  readonly keyMessages: string;
  /** What is cited, as in a sentence: “standard 6.1”, “standards 6.1 and 6.2”. */
  readonly cited: Readonly<Record<CitedItem['kind'], { readonly one: string; readonly many: string }>>;
  /** `14 of 16 standards in scope addressed (2 excluded)`. */
  readonly coverage: (covered: number, inScope: number, excluded: number) => string;
  /** Names the files that could not be read, of which there is at least one. */
  readonly missing: (names: readonly string[]) => string;
  readonly months: readonly string[];
}

const en: ReportWords = {
  tag: 'en-GB',
  contents: 'Contents',
  skip: 'Skip to the report',
  draft: 'Draft',
  acknowledgement: 'Acknowledgement',
  contact: 'Contact details',
  team: 'Review team',
  introduction: 'Introduction',
  generalFindings: 'General findings',
  strengths: first(sectionHeadings.strengths.en),
  development: first(sectionHeadings.development.en),
  suggestions: first(sectionHeadings.suggestions.en),
  actionPlan: 'Action plan',
  appendix: 'Appendix',
  standards: 'Standards and coverage',
  scope: 'Outside the scope of this review',
  evidenceRegister: 'Evidence register',
  surveys: 'Surveys',
  actionTable: 'Actions, leads and dates',
  notes: 'Notes',
  note: 'Note',
  backToText: 'Back to the text',
  theme: 'Theme',
  element: 'Element',
  standard: 'Standard',
  probe: 'Probe',
  evidence: first(sectionHeadings.evidence.en),
  wording: 'Wording',
  state: 'State',
  covered: 'Addressed',
  uncovered: 'Not addressed',
  excluded: 'Out of scope',
  reason: 'Reason',
  mentions: 'Mentions',
  finding: 'Finding',
  findings: 'Findings',
  kind: 'Kind',
  id: first(columnHeadings.id.en),
  description: first(columnHeadings.description.en),
  date: first(columnHeadings.date.en),
  reviewer: first(columnHeadings.reviewer.en),
  document: 'Document',
  number: 'No.',
  action: 'Action',
  lead: 'Lead',
  due: 'By',
  noFindings: 'Nothing has been written about this theme.',
  noWords: 'No words yet',
  noLead: 'no lead yet',
  noDue: 'no date yet',
  gaps: 'Not addressed yet',
  unknown: 'unknown',
  image: 'Image',
  and: 'and',
  table: 'Table',
  page: 'Page',
  keyMessages: 'Key messages',
  cited: {
    theme: { one: 'theme', many: 'themes' },
    element: { one: 'element', many: 'elements' },
    standard: { one: 'standard', many: 'standards' },
    probe: { one: 'probe', many: 'probes' },
    evidence: { one: 'evidence', many: 'evidence' },
  },
  coverage: (covered, inScope, excluded) =>
    `${covered} of ${inScope} ${inScope === 1 ? 'standard' : 'standards'} in scope addressed` +
    (excluded > 0 ? ` (${excluded} excluded)` : ''),
  missing: (names) =>
    names.length === 1
      ? `This report is not complete. The file ${listNames(names, 'and')} could not be read, so nothing that it contains is in this report.`
      : `This report is not complete. The files ${listNames(names, 'and')} could not be read, so nothing that they contain is in this report.`,
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const cy: ReportWords = {
  tag: 'cy-GB',
  contents: 'Cynnwys',
  skip: 'Neidio i’r adroddiad',
  draft: 'Drafft',
  acknowledgement: 'Cydnabyddiaeth',
  contact: 'Manylion cyswllt',
  team: 'Y tîm adolygu',
  introduction: 'Cyflwyniad',
  generalFindings: 'Canfyddiadau cyffredinol',
  strengths: first(sectionHeadings.strengths.cy),
  development: first(sectionHeadings.development.cy),
  suggestions: first(sectionHeadings.suggestions.cy),
  actionPlan: 'Cynllun gweithredu',
  appendix: 'Atodiad',
  standards: 'Y safonau a’r hyn yr ymdriniwyd ag ef',
  scope: 'Y tu allan i gwmpas yr adolygiad hwn',
  evidenceRegister: 'Cofrestr dystiolaeth',
  surveys: 'Arolygon',
  actionTable: 'Camau gweithredu, arweinwyr a dyddiadau',
  notes: 'Nodiadau',
  note: 'Nodyn',
  backToText: 'Yn ôl i’r testun',
  theme: 'Thema',
  element: 'Elfen',
  standard: 'Safon',
  probe: 'Cwestiwn',
  evidence: first(sectionHeadings.evidence.cy),
  wording: 'Geiriad',
  state: 'Statws',
  covered: 'Ymdriniwyd â hi',
  uncovered: 'Nid ymdriniwyd â hi',
  excluded: 'Y tu allan i’r cwmpas',
  reason: 'Rheswm',
  mentions: 'Cyfeiriadau',
  finding: 'Canfyddiad',
  findings: 'Canfyddiadau',
  kind: first(columnHeadings.kind.cy),
  id: first(columnHeadings.id.cy),
  description: first(columnHeadings.description.cy),
  date: first(columnHeadings.date.cy),
  reviewer: first(columnHeadings.reviewer.cy),
  document: 'Dogfen',
  number: 'Rhif',
  action: 'Cam gweithredu',
  lead: 'Arweinydd',
  due: 'Erbyn',
  noFindings: 'Nid oes dim wedi’i ysgrifennu am y thema hon.',
  noWords: 'Dim geiriau eto',
  noLead: 'dim arweinydd eto',
  noDue: 'dim dyddiad eto',
  gaps: 'Heb ymdrin â hwy eto',
  unknown: 'anhysbys',
  image: 'Delwedd',
  and: 'a',
  table: 'Tabl',
  page: 'Tudalen',
  keyMessages: 'Negeseuon allweddol',
  cited: {
    theme: { one: 'thema', many: 'themâu' },
    element: { one: 'elfen', many: 'elfennau' },
    standard: { one: 'safon', many: 'safonau' },
    probe: { one: 'cwestiwn', many: 'cwestiynau' },
    evidence: { one: 'tystiolaeth', many: 'tystiolaeth' },
  },
  coverage: (covered, inScope, excluded) =>
    `Ymdriniwyd â ${covered} o’r ${inScope} safon o fewn y cwmpas` +
    (excluded > 0 ? ` (${excluded} wedi’u heithrio)` : ''),
  missing: (names) =>
    names.length === 1
      ? `Nid yw’r adroddiad hwn yn gyflawn. Ni ellid darllen y ffeil ${listNames(names, 'a')}, felly nid oes dim ohoni yn yr adroddiad hwn.`
      : `Nid yw’r adroddiad hwn yn gyflawn. Ni ellid darllen y ffeiliau ${listNames(names, 'a')}, felly nid oes dim ohonynt yn yr adroddiad hwn.`,
  months: [
    'Ionawr',
    'Chwefror',
    'Mawrth',
    'Ebrill',
    'Mai',
    'Mehefin',
    'Gorffennaf',
    'Awst',
    'Medi',
    'Hydref',
    'Tachwedd',
    'Rhagfyr',
  ],
};

/** The words of reports by language. */
export const reportWords: Readonly<Record<Language, ReportWords>> = { en, cy };

/**
 * The language in which a catalogue words its standards, as a tag of BCP 47; undefined where it is the report's, or is not
 * known.
 */
export function otherLanguage(written: string | undefined, report: Language): string | undefined {
  const tag = written?.trim() ?? '';
  const name = tag.split('-', 1)[0]?.toLowerCase();
  if (name === report || !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return undefined;
  return tag === 'en' || tag === 'cy' ? reportWords[tag].tag : tag;
}

/** What stands in the place of a picture, which no report holds or fetches. */
export function imageWords(alt: string, { image }: ReportWords): string {
  return alt === '' ? `[${image}]` : `[${image}: ${alt}]`;
}

/** A day or a month in words: `2026-10-02` is “2 October 2026”, `2026-10` “October 2026”; anything else as written. */
export function printDate(language: Language, written: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written.trim()) ?? [];
  const name = month === undefined ? undefined : reportWords[language].months[Number(month) - 1];
  if (year === undefined || name === undefined) return written;
  return [...(day === undefined ? [] : [String(Number(day))]), name, year].join(' ');
}

/** A kind of evidence in the report's language; words that name no known kind stay as they are. */
export function printEvidenceKind(language: Language, kind: string, written: string): string {
  const known = evidenceKinds[kind as EvidenceKind] as { en: string[]; cy: string[] } | undefined;
  return known ? first(known[language]) : written;
}

/** `“a”, “b” and “c”`. */
function listNames(names: readonly string[], and: string): string {
  const quoted = names.map((name) => `“${name}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} ${and} ${last}`;
}

function first(words: readonly string[]): string {
  return words[0] ?? '';
}

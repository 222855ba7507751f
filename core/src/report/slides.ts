/*
 * What is shown on the last day of a review, as slides without any look: key messages first, then of each theme its
 * strengths and its areas for development. A slide says the point; the whole words and what they rest on stand in the
 * notes of the speaker, so nothing is lost where a point is cut short.
 */
import { foldBlanks } from '../text/singleLine';
import { wordsOfBlocks, type Block, type Inline } from './blocks';
import { citedInBrackets, citedInNote, citedInSentence } from './citedWords';
import type { Chapter, FindingGroup, Report, ReportFinding } from './report';
import { printDate, reportWords, type ReportWords } from './words';
import { startOfEnd } from '../text/ends';

/** One line of a slide's list. */
export interface Point {
  readonly words: string;
  readonly level: 0 | 1;
}

/** One slide; the first has lines under its title, all others have points. */
export interface Slide {
  readonly title: string;
  readonly lines?: readonly string[];
  readonly points: readonly Point[];
  /** The speaker's notes, a paragraph each. */
  readonly notes: readonly string[];
}

/** About what fits on a slide in letters that can be read from the back of a room. */
const fits = { lines: 15, letters: 98, point: 330 };

interface Entry {
  readonly points: readonly Point[];
  readonly notes: readonly string[];
}

/** The slides of a report in their order. */
export function slidesOf(report: Report): readonly Slide[] {
  const words = reportWords[report.language];
  const chapters = report.chapters.filter(({ kind }) => kind !== 'introduction');
  return [
    titleSlide(report, words),
    ...split(words.keyMessages, keyMessages(chapters, words)),
    ...chapters.flatMap((chapter) => [
      ...split(`${chapter.title}: ${words.strengths}`, entriesOf(chapter.strengths, words)),
      ...split(`${chapter.title}: ${words.development}`, entriesOf(chapter.development, words)),
    ]),
  ];
}

function titleSlide({ title, subject, date, draft, missing, language }: Report, words: ReportWords): Slide {
  const lines = [
    ...(subject === undefined || subject === title ? [] : [subject]),
    ...(date === undefined ? [] : [printDate(language, date)]),
    ...(draft ? [words.draft] : []),
    ...(missing.length === 0 ? [] : [words.missing(missing)]),
  ];
  return { title, lines, points: [], notes: [] };
}

/** The general findings where there are any, else of each theme what stands first. */
function keyMessages(chapters: readonly Chapter[], words: ReportWords): readonly Entry[] {
  const general = chapters.filter(({ kind }) => kind === 'general');
  const said = general.flatMap(({ strengths, development, narrative }) => [
    ...entriesOf([...strengths, ...development], words),
    ...narrative.flatMap((block) => messagesOf(block, words)),
  ]);
  if (said.length > 0) return said;
  return chapters.flatMap(({ title, strengths, development }) => {
    const first = ([list, name]: readonly [readonly FindingGroup[], string]): readonly Entry[] => {
      const [entry] = entriesOf(list, words);
      const words0 = entry?.points[0]?.words;
      return words0 === undefined
        ? []
        : [{ points: [{ words: `${name}: ${words0}`, level: 1 }], notes: entry?.notes ?? [] }];
    };
    const found = [...first([strengths, words.strengths]), ...first([development, words.development])];
    if (found.length === 0) return [];
    return [
      {
        points: [{ words: title, level: 0 as const }, ...found.flatMap(({ points }) => points)],
        notes: found.flatMap(({ notes }) => notes),
      },
    ];
  });
}

/** What a block of general findings has to say: each item of a list, else its words. */
function messagesOf(block: Block, words: ReportWords): readonly Entry[] {
  if (block.type === 'list') return block.items.flatMap(({ blocks }) => entryOf(blocks, words));
  return block.type === 'paragraph' ? entryOf([block], words) : [];
}

function entriesOf(groups: readonly FindingGroup[], words: ReportWords): readonly Entry[] {
  return groups.flatMap(({ findings }) =>
    findings.filter(({ empty }) => !empty).flatMap((finding) => entryOf(finding.blocks, words, finding)),
  );
}

function entryOf(blocks: readonly Block[], words: ReportWords, finding?: ReportFinding): readonly Entry[] {
  const [first] = blocks;
  const isLine = first?.type === 'paragraph';
  const said = isLine ? wordsSaid(first.children, words) : wordsOfBlocks(blocks);
  if (said === '') return [];
  const rest = wordsOfBlocks(isLine ? blocks.slice(1) : []);
  const citations = finding?.citations ?? [];
  const cited = citations.map((citation) => citedInBrackets(citation, words)).join('; ');
  const lines = [...new Set(citations.flatMap((citation) => citedInNote(citation, words)))];
  return [
    {
      points: [{ words: shortened(said), level: 0 }],
      notes: [
        `• ${[said, rest].filter((each) => each !== '').join(' ')}${cited === '' ? '' : ` (${cited})`}`,
        ...lines.map((line) => `   ${line}`),
      ],
    },
  ];
}

/** The words of a line as they are spoken: a citation that is part of the sentence is said. */
function wordsSaid(inlines: readonly Inline[], words: ReportWords): string {
  const said = (inline: Inline): string => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return inline.value;
      case 'image':
        return inline.alt;
      case 'break':
        return ' ';
      case 'slip':
        return inline.written;
      case 'citation':
        return inline.spoken ? citedInSentence(inline, words) : '';
      case 'footnote':
        return '';
      default:
        return inline.children.map(said).join('');
    }
  };
  return foldBlanks(inlines.map(said).join(''));
}

/** Whole sentences as far as they fit, else whole words. */
function shortened(said: string): string {
  if (said.length <= fits.point) return said;
  const start = said.slice(0, fits.point);
  const sentences = /^.*[.!?](?=\s)/s.exec(start)?.[0];
  if (sentences !== undefined && sentences.length > fits.point / 3) return sentences;
  const whole = start.slice(0, startOfEnd(start, /\S/)).trimEnd();
  return `${/\s/.test(start) ? whole : start} …`;
}

/** Puts entries on as many slides as they need; all but a single one say which they are. */
function split(title: string, entries: readonly Entry[]): readonly Slide[] {
  const slides: Entry[][] = [];
  let free = 0;
  for (const entry of entries) {
    const height = entry.points.reduce(
      (sum, { words }) => sum + Math.ceil(words.length / fits.letters) + 0.4,
      0,
    );
    if (height > free || slides.length === 0) {
      slides.push([]);
      free = fits.lines;
    }
    slides.at(-1)?.push(entry);
    free -= height;
  }
  return slides.map((each, i) => ({
    title: slides.length === 1 ? title : `${title} (${i + 1}/${slides.length})`,
    points: each.flatMap(({ points }) => points),
    notes: each.flatMap(({ notes }) => notes),
  }));
}

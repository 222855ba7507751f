/*
 * The slides of a report as a PowerPoint file: titles and lists are real placeholders, so that outlines and readers by
 * ear have them, and the master can be changed once for all. What the library packs is gone through once more, because
 * it writes the time into its files, one language for all, and notes as a single line.
 */
import PptxGenJS from 'pptxgenjs';
import { changeParts, packOffice, setDates, unpackOwn } from './officeFile';
import type { Report } from './report';
import { slidesOf, type Slide } from './slides';
import { reportWords } from './words';
import { escapeXml, xmlLine, xmlText } from './xmlText';

const ink = '1F3864';
const font = 'Arial';
/** Stands between paragraphs of notes until the library has written them. */
const paragraphMark = '\u2029';

/** The bytes of a report's slides. */
export async function printPptx(report: Report): Promise<Uint8Array> {
  const { tag, draft } = reportWords[report.language];
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = xmlLine(report.title);
  file.subject = xmlLine(report.subject ?? '');
  file.author = xmlLine(
    report.team.map(({ initials, name }) => name ?? initials).join('; ') || 'Critical Friend',
  );
  // The one property that the library writes as it is.
  file.company = escapeXml(xmlLine(report.subject ?? ''));
  file.theme = { headFontFace: font, bodyFontFace: font };
  defineMasters(file, report.draft ? draft : '');
  for (const slide of slidesOf(report)) addSlide(file, slide);
  const packed = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  return packOffice(changeParts(unpackOwn(packed), (name, text) => settle(name, text, tag, report.date)));
}

type Master = Parameters<PptxGenJS['defineSlideMaster']>[0];
type MasterObject = NonNullable<Master['objects']>[number];

/** The grey of what is not a title. */
const grey = '404040';
const titled = { color: ink, bold: true, align: 'left' } as const;

/** A place for words; measures are in inches from the upper left corner, sizes of letters in points. */
function placeholder(
  name: string,
  type: 'title' | 'body',
  [x, y, w, h]: readonly [x: number, y: number, width: number, height: number],
  more: Readonly<Record<string, unknown>>,
): MasterObject {
  const options = { name, type, x, y, w, h, fontFace: font, margin: 0, ...more };
  return { placeholder: { options, text: '' } };
}

/** Defines what slides begin as: the first one, and those with a list. */
function defineMasters(file: PptxGenJS, draft: string): void {
  const small = { y: 6.95, h: 0.35, fontSize: 12, fontFace: font, color: grey };
  const mark = { text: { text: draft, options: { ...small, x: 0.6, w: 3, margin: 0 } } };
  file.defineSlideMaster({
    title: 'Title',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 0.35, h: 7.5, fill: { color: ink } } },
      placeholder('title', 'title', [1, 2, 11.3, 1.9], { ...titled, fontSize: 40, valign: 'bottom' }),
      placeholder('lines', 'body', [1, 4.05, 11.3, 2], { fontSize: 24, color: grey, valign: 'top' }),
    ],
  });
  file.defineSlideMaster({
    title: 'List',
    background: { color: 'FFFFFF' },
    objects: [
      { rect: { x: 0, y: 0, w: 13.33, h: 0.12, fill: { color: ink } } },
      ...(draft === '' ? [] : [mark]),
      placeholder('title', 'title', [0.6, 0.35, 12.1, 1.05], { ...titled, fontSize: 28, valign: 'middle' }),
      placeholder('points', 'body', [0.6, 1.55, 12.1, 5.25], {
        fontSize: 20,
        color: '202020',
        valign: 'top',
      }),
    ],
    slideNumber: { ...small, x: 12.2, w: 0.6, align: 'right' },
  });
}

function addSlide(file: PptxGenJS, { title, lines, points, notes }: Slide): void {
  const slide = file.addSlide({ masterName: lines ? 'Title' : 'List' });
  slide.addText(xmlLine(title), { placeholder: 'title' });
  if (lines) {
    const said = lines.map((text) => ({ text: xmlLine(text), options: { breakLine: true } }));
    if (said.length > 0) slide.addText(said, { placeholder: 'lines' });
  } else {
    const isNested = points.some(({ level }) => level > 0);
    slide.addText(
      points.map(({ words, level }) => ({
        text: xmlLine(words),
        options: {
          breakLine: true,
          paraSpaceAfter: level === 0 && isNested ? 2 : 8,
          // A line that others stand below is a heading among them.
          ...(level === 0 && isNested ? { bold: true } : { bullet: { indent: 18 } }),
        },
      })),
      { placeholder: 'points' },
    );
  }
  if (notes.length > 0)
    slide.addNotes(notes.map((note) => xmlText(note).replaceAll(paragraphMark, ' ')).join(paragraphMark));
}

/** The same bytes whenever they were made, in the report's language, with notes in paragraphs. */
function settle(name: string, text: string, tag: string, date: string | undefined): string {
  const told = text.replace(/ (lang|altLang)="en-US"/g, (_, kind: string) =>
    kind === 'lang' ? ` lang="${tag}"` : '',
  );
  if (name === 'docProps/core.xml') return settleProperties(told, date);
  if (!/^ppt\/notesSlides\/[^/]+\.xml$/.test(name)) return told;
  const [head = '', ...paragraphs] = told.split('<a:p>');
  return head + paragraphs.map(splitParagraph).join('');
}

/** What follows the beginning of a paragraph of notes, as one paragraph for each of ours. */
function splitParagraph(inner: string): string {
  const run = inner.startsWith('<a:r>') ? /<a:t>([^<]*)<\/a:t><\/a:r>/.exec(inner) : null;
  const words = run?.[1] ?? '';
  const close = run ? inner.indexOf('</a:p>', run.index) : -1;
  if (!run || close < 0 || !words.includes(paragraphMark)) return `<a:p>${inner}`;
  const before = inner.slice(0, run.index);
  const made = words.split(paragraphMark).map((each) => `<a:p>${before}<a:t>${each}</a:t></a:r></a:p>`);
  return made.join('') + inner.slice(close + '</a:p>'.length);
}

function settleProperties(text: string, date: string | undefined): string {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '') ?? [];
  return setDates(text, year === undefined || month === undefined ? undefined : `${year}-${month}-${day}`);
}

/*
 * A report as a Word document that opens without a question and can be edited like any other: real styles, contents
 * that are filled, footnotes, bookmarks. The library puts the time and chance into its files, so what it packs is gone
 * through once more and the same report is the same bytes.
 */
import { Document, Footer, Header, Packer, PageNumber, Paragraph, Tab, TextRun } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { run } from './inlines';
import { printDocxParts } from './parts';
import type { DocxReference, DocxTheme } from './reference';
import { documentDefaults, docxStyles, frontHeading, ownFonts, stylesPart } from './styles';
import { settleParts } from './settle';
import { packOffice, unpackOwn } from '../officeFile';
import type { Report } from '../report';
import { printDate, reportWords } from '../words';
import { xmlLine } from '../xmlText';

/** What is decided about a Word document outside of its report. */
export interface DocxOptions {
  /** A council's own styles. */
  readonly reference?: DocxReference;
}

/** The bytes of a report as a Word document. */
export async function printDocx(report: Report, { reference }: DocxOptions = {}): Promise<Uint8Array> {
  const { tag } = reportWords[report.language];
  const { children, isLaidOutSoon } = printDocxParts(report);
  const document = new Document({
    ...properties(report),
    externalStyles: reference?.stylesFor(tag) ?? ownStyles(tag),
    ...(reference?.theme && { theme: themeOf(reference.theme) }),
    // Where they are not worked out Word fills the page numbers in, when its contents are updated.
    ...(isLaidOutSoon && { pageNumbers: estimatePageNumbersWith({ guess: true }) }),
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1418, bottom: 1418, left: 1134, right: 1134 },
          },
        },
        headers: { default: new Header({ children: [headerOf(report)] }) },
        footers: { default: new Footer({ children: [footerOf(report)] }) },
        children,
      },
    ],
  });
  const parts = unpackOwn(await Packer.pack(document, 'uint8array'));
  return packOffice(settleParts(parts, { tag, ...(report.date !== undefined && { date: report.date }) }));
}

function ownStyles(tag: string): string {
  return stylesPart(
    documentDefaults(tag, ownFonts),
    [...docxStyles, frontHeading].map(({ xml }) => xml),
  );
}

function themeOf({ headings, body, colors }: DocxTheme): {
  fonts: { headings?: string; body?: string };
  colors: Readonly<Record<string, string>>;
} {
  return {
    fonts: { ...(headings !== undefined && { headings }), ...(body !== undefined && { body }) },
    colors,
  };
}

function properties(
  report: Report,
): Record<'title' | 'subject' | 'creator' | 'lastModifiedBy' | 'description', string> {
  const { title, subject = '', team, draft, language, date } = report;
  const names = team.map(({ initials, name }) => name ?? initials).join('; ');
  const creator = xmlLine(names === '' ? 'Critical Friend' : names);
  const about = [
    ...(date === undefined ? [] : [printDate(language, date)]),
    ...(draft ? [reportWords[language].draft] : []),
  ];
  return {
    title: xmlLine(title),
    subject: xmlLine(subject),
    creator,
    lastModifiedBy: creator,
    description: xmlLine(about.join(', ')),
  };
}

function headerOf({ title, subject, draft, language }: Report): Paragraph {
  const named = subject === undefined || subject === title ? title : `${title}, ${subject}`;
  const right = draft
    ? [new TextRun({ children: [new Tab(), reportWords[language].draft], bold: true })]
    : [];
  return new Paragraph({ style: 'Header', children: [run(named), ...right] });
}

function footerOf({ language }: Report): Paragraph {
  const children = [new Tab(), `${reportWords[language].page} `, PageNumber.CURRENT];
  return new Paragraph({ style: 'Footer', children: [new TextRun({ children })] });
}

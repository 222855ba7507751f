/*
 * The looks of a report in Word, each under the name that Word itself gives it, so that whoever opens the file changes a
 * heading everywhere at once and a council's own styles can take their place. It is the text of a part of the file,
 * because the library knows neither outline levels of headings nor styles of tables.
 */

/** A style by its built-in id; `name` is how Word lists it. */
export interface DocxStyle {
  readonly id: string;
  readonly name: string;
  readonly type: 'paragraph' | 'character' | 'table' | 'numbering';
  readonly xml: string;
}

/** The width of the text between the margins, in twentieths of a point. */
export const textWidth = 9638;

const dark = '1F3864';
const before = (space: number, after: number): string =>
  `<w:spacing w:before="${space}" w:after="${after}"/>`;
const keep = '<w:keepNext/><w:keepLines/>';

/** All styles that a report uses, in the order of Word's list. */
export const docxStyles: readonly DocxStyle[] = [
  style('paragraph', 'Normal', 'Normal', '', '', 'default'),
  style('character', 'DefaultParagraphFont', 'Default Paragraph Font', '', '', 'default'),
  style(
    'table',
    'TableNormal',
    'Normal Table',
    '',
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
      '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    'default',
  ),
  style('numbering', 'NoList', 'No List', '', '', 'default'),
  paragraph('Title', 'Title', `${keep}${before(2400, 120)}`, size(56, `<w:b/><w:color w:val="${dark}"/>`)),
  paragraph('Subtitle', 'Subtitle', before(0, 240), size(32, `<w:color w:val="404040"/>`)),
  heading(1, 360, 36),
  heading(2, 280, 28),
  heading(3, 220, 24),
  heading(4, 200, 22),
  heading(5, 200, 22),
  heading(6, 200, 22),
  style('paragraph', 'TOCHeading', 'TOC Heading', 'Heading1', '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  contents(1, 0),
  contents(2, 284),
  paragraph('Caption', 'caption', `${keep}${before(200, 80)}`, size(20, `<w:b/><w:color w:val="${dark}"/>`)),
  paragraph('ListBullet', 'List Bullet', before(0, 80), ''),
  paragraph('ListNumber', 'List Number', before(0, 80), ''),
  paragraph(
    'Quote',
    'Quote',
    `${edge('left', 18)}${before(120, 120)}<w:ind w:left="567" w:right="567"/>`,
    '<w:i/><w:color w:val="404040"/>',
  ),
  paragraph(
    'HTMLPreformatted',
    'HTML Preformatted',
    '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>' + before(60, 160),
    size(18, '', mono()),
  ),
  style('character', 'HTMLCode', 'HTML Code', '', `<w:rPr>${size(20, '', mono())}</w:rPr>`),
  paragraph(
    'FootnoteText',
    'footnote text',
    '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>',
    size(18, ''),
  ),
  style(
    'character',
    'FootnoteReference',
    'footnote reference',
    '',
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  ),
  style(
    'character',
    'Hyperlink',
    'Hyperlink',
    '',
    '<w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr>',
  ),
  paragraph('Header', 'header', tabs(textWidth) + before(0, 0), size(18, '<w:color w:val="404040"/>')),
  paragraph('Footer', 'footer', tabs(textWidth) + before(0, 0), size(18, '<w:color w:val="404040"/>')),
  style('table', 'TableGrid', 'Table Grid', 'TableNormal', tableLook()),
];

/** The one style that Word has not: a heading in front of the contents, which do not list it. */
export const frontHeading: DocxStyle = style(
  'paragraph',
  'FrontHeading',
  'Front Heading',
  'Heading1',
  '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>',
);

/** What holds where no style says otherwise, in the report's language. */
export function documentDefaults(
  tag: string,
  fonts: string,
  more: { run?: string; paragraph?: string } = {},
): string {
  const run = more.run ?? `${fonts}<w:sz w:val="22"/><w:szCs w:val="22"/>`;
  const lines = more.paragraph ?? '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>';
  const language = `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="ar-SA"/>`;
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${run}${language}</w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr>${lines}</w:pPr></w:pPrDefault></w:docDefaults>`
  );
}

/** The font of a report without a council's own: sans serif, and on every machine or another as wide as it. */
export const ownFonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>';

/** The part of the file that holds the styles. */
export function stylesPart(defaults: string, styles: readonly string[]): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${defaults}${styles.join('')}</w:styles>`
  );
}

function style(
  type: DocxStyle['type'],
  id: string,
  name: string,
  basedOn: string,
  properties: string,
  kind: 'default' | 'own' = 'own',
): DocxStyle {
  const parts = [
    `<w:name w:val="${name}"/>`,
    basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`,
    type === 'paragraph' && kind === 'own'
      ? `<w:next w:val="${/^(?:List|Footnote|Header|Footer|HTML)/.test(id) ? id : 'Normal'}"/>`
      : '',
    kind === 'default' && type !== 'paragraph' ? '<w:uiPriority w:val="99"/><w:semiHidden/>' : '<w:qFormat/>',
    properties,
  ];
  const given = kind === 'default' ? ' w:default="1"' : '';
  return {
    id,
    name,
    type,
    xml: `<w:style w:type="${type}"${given} w:styleId="${id}">${parts.join('')}</w:style>`,
  };
}

function paragraph(id: string, name: string, look: string, run: string): DocxStyle {
  const properties = `<w:pPr>${look}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}`;
  return style('paragraph', id, name, 'Normal', properties);
}

function heading(level: number, space: number, height: number): DocxStyle {
  const look = `${keep}${before(space, 120)}<w:outlineLvl w:val="${level - 1}"/>`;
  return paragraph(
    `Heading${level}`,
    `heading ${level}`,
    look,
    size(height, `<w:b/><w:color w:val="${dark}"/>`),
  );
}

function contents(level: number, indent: number): DocxStyle {
  const stop = `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${textWidth}"/></w:tabs>`;
  const look = `${stop}${before(0, level === 1 ? 100 : 60)}<w:ind w:left="${indent}"/>`;
  return paragraph(`TOC${level}`, `toc ${level}`, look, '');
}

function tableLook(): string {
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const borders = sides
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8496B0"/>`)
    .join('');
  const bold = '<w:rPr><w:b/></w:rPr>';
  const cell = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DEE6F0"/></w:tcPr>';
  return (
    '<w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>' +
    '<w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>' +
    `<w:tblPr><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow">${bold}<w:tblPr/>${cell}</w:tblStylePr>` +
    `<w:tblStylePr w:type="firstCol">${bold}</w:tblStylePr>`
  );
}

function size(halfPoints: number, look: string, fonts = ''): string {
  return `${fonts}${look}<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

function mono(): string {
  return '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>';
}

function edge(side: string, width: number): string {
  return `<w:pBdr><w:${side} w:val="single" w:sz="${width}" w:space="10" w:color="8496B0"/></w:pBdr>`;
}

function tabs(position: number): string {
  return `<w:tabs><w:tab w:val="right" w:pos="${position}"/></w:tabs>`;
}

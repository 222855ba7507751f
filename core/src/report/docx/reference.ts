/*
 * The styles of a council's own Word document, taken over by their built-in ids. Only what says how words look is read:
 * elements and attributes of Word's own names, copied one by one, so that nothing else of the file can get into a
 * report. Numbers of headings and languages are left out, because the report brings its own.
 */
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { documentDefaults, docxStyles, frontHeading, ownFonts, stylesPart, type DocxStyle } from './styles';
import { openOffice } from '../officeFile';
import { xmlText } from '../xmlText';
import { childrenOf, elementsOf, idOf, whyTooDeep, whyTooMuch } from './referenceSize';

/** The fonts and colours that styles refer to by their part in a theme. */
export interface DocxTheme {
  readonly headings?: string;
  readonly body?: string;
  readonly colors: Readonly<Record<string, string>>;
}

/** What a document lends to a report. */
export interface DocxReference {
  /** The part that holds the styles, for a report in one language. */
  readonly stylesFor: (tag: string) => string;
  readonly theme?: DocxTheme;
  /** Styles that it does not have, as Word lists them; those of the report stay as they are. */
  readonly missing: readonly string[];
}

/** The styles of a document, or why there are none, as a sentence that follows the document's name. */
export function readDocxReference(bytes: Uint8Array): DocxReference | { readonly fault: string } {
  const opened = openOffice(bytes, ['word/styles.xml', 'word/theme/theme1.xml']);
  if ('fault' in opened) return opened;
  const text = opened.parts.get('word/styles.xml');
  if (text === undefined) return { fault: 'it has no styles, so it is not a Word document (.docx)' };
  const theme = opened.parts.get('word/theme/theme1.xml');
  const tooMuch = [text, ...(theme === undefined ? [] : [theme])]
    .map(whyTooMuch)
    .find((why) => why !== undefined);
  if (tooMuch !== undefined) return { fault: tooMuch };
  try {
    const root = rootOf(text);
    const tooDeep = whyTooDeep(elementsOf(root, 'w:style'));
    return tooDeep === undefined ? read(root, readTheme(theme)) : { fault: tooDeep };
  } catch {
    return { fault: 'its styles cannot be read; open it in Word and save it again as .docx' };
  }
}

function read(root: XmlElement, theme: DocxTheme | undefined): DocxReference {
  const theirs = elementsOf(root, 'w:style');
  const ids = new Map<string, string>();
  const missing: string[] = [];
  const own: DocxStyle[] = [];
  for (const style of docxStyles) {
    const found =
      theirs.find((each) => idOf(each) === style.id && isOfType(each, style)) ??
      theirs.find((each) => nameOf(each) === style.name.toLowerCase() && isOfType(each, style));
    if (found) ids.set(idOf(found), style.id);
    else {
      own.push(style);
      if (!isSilent(style)) missing.push(style.name);
    }
  }
  const taken = new Set([...own.map(({ id }) => id), frontHeading.id]);
  const copied = theirs
    .filter((each) => idOf(each) !== '' && !taken.has(ids.get(idOf(each)) ?? idOf(each)))
    .map((each) => copy(each, ids));
  const defaults = elementsOf(root, 'w:docDefaults')[0];
  const inner = (outer: string, name: string): string | undefined => {
    const found = [outer, name].reduce<XmlElement | undefined>(
      (at, each) => (at ? elementsOf(at, each)[0] : undefined),
      defaults,
    );
    return (
      found &&
      childrenOf(found)
        .filter((child) => !left.test(child.name))
        .map((child) => copy(child, ids))
        .join('')
    );
  };
  const run = inner('w:rPrDefault', 'w:rPr');
  const paragraph = inner('w:pPrDefault', 'w:pPr');
  return {
    stylesFor: (tag) =>
      stylesPart(documentDefaults(tag, ownFonts, { run: run ?? '', paragraph: paragraph ?? '' }), [
        ...copied,
        ...own.map(({ xml }) => xml),
        frontHeading.xml,
      ]),
    ...(theme && { theme }),
    missing,
  };
}

/** Styles that Word itself leaves out of a file as long as nobody has changed them. */
function isSilent({ id, type }: DocxStyle): boolean {
  return type === 'numbering' || id === 'TableNormal' || id === 'DefaultParagraphFont';
}

function nameOf(style: XmlElement): string {
  return (elementsOf(style, 'w:name')[0]?.attributes['w:val'] ?? '').toLowerCase();
}

function isOfType(style: XmlElement, { type }: DocxStyle): boolean {
  return style.attributes['w:type'] === type;
}

const left = /^w:(?:numPr|lang|rsid|.*Change|ins|del|framePr|locked)$/;
const refers = /^w:(?:basedOn|next|link)$/;

/** An element as text. */
function copy(element: XmlElement, ids: ReadonlyMap<string, string>, depth = 0): string {
  const { name, attributes } = element;
  if (depth > 12 || !/^w:[A-Za-z]+$/.test(name)) return '';
  const written = Object.entries(attributes).map(([key, value]) => {
    if (!/^w:[A-Za-z]+$/.test(key) || key.startsWith('w:rsid')) return '';
    const isId = key === 'w:styleId' || (key === 'w:val' && refers.test(name));
    return ` ${key}="${escape(isId ? (ids.get(value) ?? value) : value)}"`;
  });
  const children = childrenOf(element)
    .filter((child) => !left.test(child.name))
    .map((child) => copy(child, ids, depth + 1));
  return `<${name}${written.join('')}>${children.join('')}</${name}>`;
}

function escape(value: string): string {
  return xmlText(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function readTheme(text: string | undefined): DocxTheme | undefined {
  if (text === undefined) return undefined;
  const elements = elementsOf(rootOf(text), 'a:themeElements')[0];
  if (!elements) return undefined;
  const fonts = elementsOf(elements, 'a:fontScheme')[0];
  const font = (name: string): string | undefined => {
    const latin = fonts && elementsOf(fonts, name)[0];
    const face = latin && elementsOf(latin, 'a:latin')[0]?.attributes.typeface;
    return face !== undefined && /^[\p{L}\p{N} ._-]{1,64}$/u.test(face) ? face : undefined;
  };
  const scheme = elementsOf(elements, 'a:clrScheme')[0];
  const colors: Record<string, string> = {};
  for (const [key, name] of Object.entries(themeColors)) {
    const color = scheme && elementsOf(scheme, `a:${name}`)[0];
    const value = color && elementsOf(color, 'a:srgbClr')[0]?.attributes.val;
    if (value !== undefined && /^[0-9a-f]{6}$/i.test(value)) colors[key] = value.toUpperCase();
  }
  const [headings, body] = [font('a:majorFont'), font('a:minorFont')];
  return { ...(headings !== undefined && { headings }), ...(body !== undefined && { body }), colors };
}

/** What the library calls the colours of a theme. */
const themeColors = {
  dark1: 'dk1',
  light1: 'lt1',
  dark2: 'dk2',
  light2: 'lt2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hyperlink: 'hlink',
  followedHyperlink: 'folHlink',
} as const;

/** The root of a part. A document type is refused, so no entity can stand for anything. */
function rootOf(text: string): XmlElement {
  if (/<!DOCTYPE/i.test(text)) throw new Error('A part of a Word document has no document type.');
  const { root } = parseXml(text);
  if (!root) throw new Error('A part has no root.');
  return root;
}

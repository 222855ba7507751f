/*
 * What the styles of somebody else's Word document may cost. What its XML would become in memory is counted in its text
 * before it is parsed; how long a style takes to be worked out grows with how many others it is based on, one on the
 * next, so such chains have a limit. Each sentence follows the document's name.
 */
import { XmlElement } from '@rgrove/parse-xml';

/** A part of a document with 4,000 styles of its own has a quarter of these, and nests a dozen deep. */
export const referenceCaps = {
  elements: 200_000,
  attributes: 400_000,
  depth: 100,
  styles: 4_000,
  chain: 32,
} as const;

const again = 'Open it in Word and copy what you need into a new document, which then lends its styles';

/** Why a part is more than is read, from its text; undefined where it is not. */
export function whyTooMuch(text: string): string | undefined {
  const { elements, attributes, depth } = referenceCaps;
  let [tags, values, open, deepest] = [0, 0, 0, 0];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    tags++;
    if (text.charCodeAt(at + 1) === slash) open--;
    else deepest = Math.max(deepest, ++open);
    const end = text.indexOf('>', at);
    const last = text.charCodeAt(end - 1);
    if (last === slash || last === question || text.startsWith('<!', at)) open--;
  }
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) values++;
  if (tags > elements * 2 || values > attributes)
    return `its styles or its theme hold more than ${many(elements)} elements or ${many(attributes)} settings, which is the most that is read. ${again}`;
  if (deepest > depth)
    return `its styles or its theme are nested more than ${depth} deep, which is the most that is read. ${again}`;
  return undefined;
}

const [slash, question] = [0x2f, 0x3f];

/** Why there are too many styles, or too many based on one another; undefined where there are not. */
export function whyTooDeep(styles: readonly XmlElement[]): string | undefined {
  const { chain, styles: most } = referenceCaps;
  if (styles.length > most)
    return `it has ${many(styles.length)} styles, and at most ${many(most)} are read. ${again}`;
  const bases = new Map<string, string>();
  for (const style of styles) {
    const base = elementsOf(style, 'w:basedOn')[0]?.attributes['w:val'];
    if (base !== undefined) bases.set(idOf(style), base);
  }
  for (const first of bases.keys()) {
    let at: string | undefined = first;
    for (let steps = 0; at !== undefined; at = bases.get(at)) {
      if (++steps > chain)
        return `its style “${first.slice(0, 60)}” is based on more than ${chain} others, one on the next, which is the most that is read. Base it on a style nearer to Normal in Word, and save the document again`;
    }
  }
  return undefined;
}

/** The id by which other styles name a style. */
export function idOf(style: XmlElement): string {
  return style.attributes['w:styleId'] ?? '';
}

/** The elements right below an element. */
export function childrenOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => child instanceof XmlElement);
}

/** Those of one name. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).filter((child) => child.name === name);
}

function many(number: number): string {
  return number.toLocaleString('en-GB');
}

/*
 * Takes out of a packed Word document what depends on the clock, on chance or on how many documents were made before:
 * ids of relations, bookmarks and drawings are counted anew in their order, and the only day is the review's own. The language is
 * put where the library has no option for it.
 */
import { changeParts, packOffice, setDates, unpackOwn } from '../officeFile';

/** What the properties of the document say. */
export interface Settled {
  readonly tag: string;
  /** As the cover writes it: `2026-10` or `2026-10-02`. */
  readonly date?: string;
}

/** The parts of a document that are the same whenever and wherever it was made. */
export function settleParts(
  parts: ReadonlyMap<string, Uint8Array>,
  settled: Settled,
): ReadonlyMap<string, Uint8Array> {
  const texts = new Map<string, string>();
  changeParts(parts, (name, text) => {
    texts.set(name, text);
    return text;
  });
  return changeParts(settleWorkbooks(parts), (name, text) => {
    if (name === 'docProps/core.xml') return settleProperties(text, settled);
    if (name.endsWith('.rels')) return countRelations(text, relationsOf(text));
    const relations = relationsOf(texts.get(relationsName(name)) ?? '');
    return countDrawings(
      countBookmarks(nameTargets(text)).replace(
        / r:(id|embed|link)="([^"]*)"/g,
        (whole, kind: string, id: string) => {
          const now = relations.get(id);
          return now === undefined ? whole : ` r:${kind}="${now}"`;
        },
      ),
    );
  });
}

function relationsName(part: string): string {
  const name = part.lastIndexOf('/') + 1;
  return `${part.slice(0, name)}_rels/${part.slice(name)}.rels`;
}

/** The relations of a part in their order, with their new ids. */
function relationsOf(text: string): ReadonlyMap<string, string> {
  const ids = [...text.matchAll(/ Id="([^"]*)"/g)].map((found) => found[1] ?? '');
  return new Map(ids.map((id, i) => [id, `rId${i + 1}`]));
}

function countRelations(text: string, relations: ReadonlyMap<string, string>): string {
  return text.replace(/ Id="([^"]*)"/g, (_, id: string) => ` Id="${relations.get(id) ?? id}"`);
}

/** The targets of the contents, which the library names by a number of its own. */
function nameTargets(text: string): string {
  const bookmarks = text.match(/<w:bookmarkStart [^<>]*>/g) ?? [];
  const names = bookmarks.flatMap((tag) => / w:name="(_Toc\d+)"/.exec(tag)?.[1] ?? []);
  const named = new Map(names.map((name, i) => [name, `_Toc${i + 1}`]));
  const rename = (_: string, before: string, name: string): string => before + (named.get(name) ?? name);
  return text
    .replace(/( w:name="| w:anchor=")(_Toc\d+)/g, rename)
    .replace(/(<w:instrText[^<>]*>PAGEREF )(_Toc\d+)/g, rename);
}

function countBookmarks(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/<w:bookmark(?:Start|End) [^<>]*>/g, (tag) =>
    tag.replace(/ w:id="([^"]*)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return ` w:id="${number}"`;
    }),
  );
}

function countDrawings(text: string): string {
  let number = 0;
  return text.replace(/<wp:docPr [^<>]*>/g, (tag) => tag.replace(/ id="[^"]*"/, () => ` id="${++number}"`));
}

/** The figures of a chart are a file of their own within the document, and hold the time at which they were packed. */
function settleWorkbooks(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...parts].map(([name, bytes]) => [name, name.endsWith('.xlsx') ? packOffice(unpackOwn(bytes)) : bytes]),
  );
}

function settleProperties(text: string, { tag, date }: Settled): string {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '') ?? [];
  const dated = setDates(
    text,
    year === undefined || month === undefined ? undefined : `${year}-${month}-${day}`,
  );
  return dated.replace('</cp:coreProperties>', `<dc:language>${tag}</dc:language></cp:coreProperties>`);
}

/*
 * Takes out of a packed Word document what depends on the clock, on chance or on how many documents were made before:
 * ids of relations, bookmarks and drawings are counted anew in their order, and the only day is the review's own. The language is
 * put where the library has no option for it.
 */
import { changeParts, packOffice, unpackOwn } from '../officeFile';

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
  return part.replace(/([^/]*)$/, '_rels/$1.rels');
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
  const names = [...text.matchAll(/<w:bookmarkStart\b[^>]* w:name="(_Toc\d+)"/g)].map(
    (found) => found[1] ?? '',
  );
  const named = new Map(names.map((name, i) => [name, `_Toc${i + 1}`]));
  return text.replace(
    /( w:(?:name|anchor)="|<w:instrText\b[^>]*>PAGEREF )(_Toc\d+)\b/g,
    (_, before: string, name: string) => before + (named.get(name) ?? name),
  );
}

function countBookmarks(text: string): string {
  const numbers = new Map<string, number>();
  return text.replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
    tag.replace(/ w:id="([^"]*)"/, (_, id: string) => {
      const number = numbers.get(id) ?? numbers.size + 1;
      numbers.set(id, number);
      return ` w:id="${number}"`;
    }),
  );
}

function countDrawings(text: string): string {
  let number = 0;
  return text.replace(/(<wp:docPr\b[^>]*? id=")[^"]*"/g, (_, before: string) => `${before}${++number}"`);
}

/** The figures of a chart are a file of their own within the document, and hold the time at which they were packed. */
function settleWorkbooks(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...parts].map(([name, bytes]) => [name, name.endsWith('.xlsx') ? packOffice(unpackOwn(bytes)) : bytes]),
  );
}

function settleProperties(text: string, { tag, date }: Settled): string {
  const [, year, month, day = '01'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date ?? '') ?? [];
  const when = year === undefined || month === undefined ? undefined : `${year}-${month}-${day}T00:00:00Z`;
  const dated = text.replace(
    /<dcterms:(created|modified)([^>]*)>[^<]*<\/dcterms:\1>/g,
    (_, kind: string, type: string) =>
      when === undefined ? '' : `<dcterms:${kind}${type}>${when}</dcterms:${kind}>`,
  );
  return dated.replace('</cp:coreProperties>', `<dc:language>${tag}</dc:language></cp:coreProperties>`);
}

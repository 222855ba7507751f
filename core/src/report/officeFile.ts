/*
 * Files of office programs are zip files of named parts. They are packed so that the same parts give the same bytes,
 * and opened with caps on everything that a hostile file could make large. A name in a file is looked up and never
 * taken for a path; nothing is unpacked but what was asked for.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { xmlText } from './xmlText';

/** What a file may hold at most; a council's own document is far below all of it. */
export const officeFileCaps = {
  bytes: 32 * 1024 * 1024,
  entries: 4096,
  partBytes: 8 * 1024 * 1024,
  ratio: 250,
} as const;

/** The text of every part of a file that one of our libraries has just packed, in its order. */
export function unpackOwn(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
}

/** Packs parts in their order, without any time but the first day that a zip file can name. */
export function packOffice(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Zippable = {};
  // Read back in the local time zone by the library, so it is the same day everywhere.
  const mtime = new Date(1980, 0, 1);
  for (const [name, bytes] of parts) files[name] = [bytes, { mtime, level: 6 }];
  return zipSync(files);
}

/** Changes the text of some parts. */
export function changeParts(
  parts: ReadonlyMap<string, Uint8Array>,
  change: (name: string, text: string) => string,
): ReadonlyMap<string, Uint8Array> {
  return new Map(
    [...parts].map(([name, bytes]) =>
      /\.(?:xml|rels)$/.test(name) ? [name, strToU8(change(name, strFromU8(bytes)))] : [name, bytes],
    ),
  );
}

/** The properties of a document with one day for both of its dates, or without them. */
export function setDates(text: string, day: string | undefined): string {
  return ['created', 'modified'].reduce((told, kind) => {
    const open = told.indexOf(`<dcterms:${kind}`);
    const close = told.indexOf(`</dcterms:${kind}>`, open);
    if (open < 0 || close < 0) return told;
    const tag = told.slice(open, told.indexOf('>', open) + 1);
    const end = `</dcterms:${kind}>`;
    const dated = day === undefined ? '' : `${tag}${day}T00:00:00Z${end}`;
    return told.slice(0, open) + dated + told.slice(close + end.length);
  }, text);
}

/** Some parts of somebody else's file as text, or what is wrong with it, as the rest of a sentence. */
export function openOffice(
  bytes: Uint8Array,
  wanted: readonly string[],
): { readonly parts: ReadonlyMap<string, string> } | { readonly fault: string } {
  if (bytes.length > officeFileCaps.bytes) return { fault: 'it is larger than 32 MB' };
  let entries = 0;
  let fault: string | undefined;
  const seen = new Set<string>();
  try {
    const found = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        if (entries > officeFileCaps.entries) fault ??= 'it holds more parts than any Word document does';
        if (fault !== undefined || !wanted.includes(name)) return false;
        if (seen.has(name)) fault ??= `it holds ${name} twice`;
        seen.add(name);
        if (
          originalSize > officeFileCaps.partBytes ||
          originalSize > Math.max(size, 1024) * officeFileCaps.ratio
        )
          fault ??= `its part ${name} is far too large`;
        return fault === undefined;
      },
    });
    if (fault !== undefined) return { fault };
    return { parts: new Map(Object.entries(found).map(([name, part]) => [name, xmlText(strFromU8(part))])) };
  } catch {
    return { fault: 'it is not a Word document (.docx)' };
  }
}

/*
 * Files of office programs are zip files of named parts. They are packed so that the same parts give the same bytes,
 * and opened with caps on everything that a hostile file could make large. A name in a file is looked up and never
 * taken for a path; nothing is unpacked but what was asked for.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { xmlText } from './xmlText';
import { mostZipEntries, openZip, ZipFault, type ZipEntry } from './zipFile';

/** What a file may hold at most; a council's own document is far below all of it. */
export const officeFileCaps = {
  bytes: 32 * 1024 * 1024,
  entries: mostZipEntries,
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
  try {
    const parts = new Map<string, string>();
    for (const [name, entry] of openZip(bytes, (each) => wanted.includes(each)))
      parts.set(name, readText(entry));
    return { parts };
  } catch (failure) {
    if (!(failure instanceof ZipFault)) throw failure;
    const { kind, part } = failure;
    if (kind === 'entries') return { fault: 'it holds more parts than any Word document does' };
    if (kind === 'twice') return { fault: `it holds ${part} twice` };
    if (kind === 'large') return { fault: `its part ${part} is far too large` };
    if (kind === 'lying') return { fault: `its part ${part} has another size than its list of parts claims` };
    return { fault: 'it is not a Word document (.docx)' };
  }
}

/** The text of a part; throws ZipFault where it is far larger than any, or packed as only harm is. */
function readText(entry: ZipEntry): string {
  const { partBytes, ratio } = officeFileCaps;
  const most = Math.min(partBytes, Math.max(entry.packed, 1024) * ratio);
  if (entry.claimed > most) throw new ZipFault('large', entry.name);
  const whole = new Uint8Array(entry.claimed);
  let at = 0;
  entry.unpack(most, (piece) => {
    whole.set(piece, at);
    at += piece.length;
    return undefined;
  });
  return xmlText(strFromU8(whole));
}

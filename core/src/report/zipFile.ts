/*
 * Zip files that other programs have made, read so that no file can cost more than its reader allows. The directory is
 * read first and only what is asked for is unpacked, in small pieces that are counted as they come: what a directory
 * claims about a size is compared with what comes out, and never used to reserve memory.
 */
import { Inflate } from 'fflate';

/** What is wrong with a zip file; a reader makes its own sentence of it. */
export class ZipFault extends Error {
  constructor(
    readonly kind: 'damaged' | 'entries' | 'twice' | 'lying' | 'large',
    /** The part of the file that is meant, where there is one. */
    readonly part = '',
  ) {
    super(`${kind} ${part}`);
  }
}

/** One file in a zip file. */
export interface ZipEntry {
  readonly name: string;
  /** How many bytes it takes in the zip file. */
  readonly packed: number;
  /** How many bytes it claims to have once unpacked. */
  readonly claimed: number;
  /** Hands on its bytes in their order, and stops early when `take` returns true. Throws ZipFault beyond `most` bytes. */
  unpack(most: number, take: (bytes: Uint8Array) => boolean | undefined): void;
}

/** More entries than a document of any office program has. */
export const mostZipEntries = 4096;

/** The wanted entries by their names; throws ZipFault. A name that is there twice is refused: two readers could see two files. */
export function openZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readDirectory(bytes, view, isWanted);
  } catch (failure) {
    // Whatever points beyond the end of the file.
    if (failure instanceof RangeError) throw new ZipFault('damaged');
    throw failure;
  }
}

function readDirectory(
  bytes: Uint8Array,
  view: DataView,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  const { count, start } = findDirectory(view);
  if (count > mostZipEntries) throw new ZipFault('entries');
  let at = start;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new ZipFault('damaged');
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((by) => view.getUint16(at + by, true));
    const behindName = at + 46 + (nameLength ?? 0);
    // The names that are looked for are ASCII, whatever the others are written in.
    const name = String.fromCharCode(...bytes.subarray(at + 46, Math.min(behindName, at + 46 + 1024)));
    if (isWanted(name)) {
      if (entries.has(name)) throw new ZipFault('twice', name);
      entries.set(name, entryAt(bytes, view, at, name));
    }
    at = behindName + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return entries;
}

/** Where the directory is, from the record at the end of the file, which a comment may follow. */
function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const found = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
    const isBig = found.count === 0xffff || found.start === 0xffffffff;
    if (!isBig || at < 20 || view.getUint32(at - 20, true) !== 0x07064b50) return found;
    const big = bigNumber(view, at - 12);
    return { count: bigNumber(view, big + 32), start: bigNumber(view, big + 48) };
  }
  throw new ZipFault('damaged');
}

function bigNumber(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 0x100000000;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, name: string): ZipEntry {
  const isLocked = (view.getUint16(at + 8, true) & 1) !== 0;
  const method = view.getUint16(at + 10, true);
  let [packed, claimed, local] = [20, 24, 42].map((by) => view.getUint32(at + by, true)) as [
    number,
    number,
    number,
  ];
  // Sizes of 64 bits follow in an extra field, in this order, and only those that are needed.
  const end = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  for (let extra = at + 46 + view.getUint16(at + 28, true); extra + 4 <= end;) {
    if (view.getUint16(extra, true) === 1) {
      let next = extra + 4;
      const big = (small: number): number => {
        if (small !== 0xffffffff) return small;
        next += 8;
        return bigNumber(view, next - 8);
      };
      claimed = big(claimed);
      packed = big(packed);
      local = big(local);
      break;
    }
    extra += 4 + view.getUint16(extra + 2, true);
  }
  if (isLocked || (method !== 0 && method !== 8) || view.getUint32(local, true) !== 0x04034b50)
    throw new ZipFault('damaged', name);
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > bytes.length) throw new ZipFault('damaged', name);
  const data = bytes.subarray(start, start + packed);
  return {
    ...{ name, packed, claimed },
    unpack: (most, take) => {
      unpack({ name, data, claimed, isPacked: method === 8 }, most, take);
    },
  };
}

/** How much is unpacked at a time: deflate makes up to 1,032 bytes of one. */
const step = 4096;

function unpack(
  entry: {
    readonly name: string;
    readonly data: Uint8Array;
    readonly claimed: number;
    readonly isPacked: boolean;
  },
  most: number,
  take: (bytes: Uint8Array) => boolean | undefined,
): void {
  const { name, data, claimed } = entry;
  const state = { sum: 0, isEnough: false, isTaking: false };
  const count = (bytes: Uint8Array): void => {
    state.sum += bytes.length;
    if (state.sum > most) throw new ZipFault('large', name);
    if (state.sum > claimed) throw new ZipFault('lying', name);
    if (!state.isEnough && bytes.length > 0) state.isEnough = take(bytes) === true;
  };
  if (entry.isPacked) inflate(data, name, state, count);
  else count(data);
  if (!state.isEnough && state.sum !== claimed) throw new ZipFault('lying', name);
}

function inflate(
  data: Uint8Array,
  name: string,
  state: { readonly isEnough: boolean; isTaking: boolean },
  count: (bytes: Uint8Array) => void,
): void {
  const stream = new Inflate((bytes) => {
    state.isTaking = true;
    count(bytes);
    state.isTaking = false;
  });
  for (let at = 0; at < data.length && !state.isEnough; at += step) {
    try {
      stream.push(data.subarray(at, at + step), at + step >= data.length);
    } catch (failure) {
      // What is thrown while a piece is taken is not about the zip file.
      if (state.isTaking) throw failure;
      throw new ZipFault('damaged', name);
    }
  }
}

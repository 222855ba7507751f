/*
 * Which edition of the standards a review was made against. The cover records a fingerprint of every standard's words
 * under `reviewed-against:`; where the catalogue of today has other words, the standard is reworded. Numbers may have
 * changed meanwhile: the former ids of a catalogue lead from one edition to the next.
 */
import type { Catalogue, Standard } from '../catalogue/readCatalogue';
import { findFormer, indexOf, standardsOf, type CatalogueFile } from '../catalogue/index';
import { eolOf, applyEdits, type TextEdit } from '../text/textEdit';
import { type Refusal } from '../text/diagnostic';
import type { Document } from '../document/document';
import type { ReviewContext } from './context';
import { hashOf } from '../text/hash';
import { memo } from '../text/memo';
import { findFrontMatter } from '../syntax/markdown';
import { readSettings } from '../settings/readSettings';
import type { ReviewedAgainst } from '../settings/types';
import { slice, span } from '../text/span';
import { findEntry, readYamlMap } from '../syntax/yaml';

/** What a cover remembers of a standard that has other words today. */
export interface Reworded {
  /** The id of the catalogue, and of the standard in it, as the cover records them. */
  readonly catalogue: string;
  readonly id: string;
  readonly fingerprint: string;
}

/** A short name of some words, for which any other words have another one; white space does not count. */
export function fingerprintOf(words: string): string {
  const folded = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  return (hashOf(folded) % 0x100000000).toString(16).padStart(8, '0');
}

/** The standards of a review that have other words than those that it was made against. */
export const rewordedIn = memo((context: ReviewContext): ReadonlyMap<Standard, Reworded> => {
  const found = new Map<Standard, Reworded>();
  for (const { catalogue, wordings } of context.settings.reviewedAgainst) {
    for (const [id, fingerprint] of wordings) {
      const now = standardsNow(context.catalogues, catalogue, id);
      if (now.some(({ text }) => fingerprintOf(text) === fingerprint)) continue;
      for (const standard of now) found.set(standard, { catalogue, id, fingerprint });
    }
  }
  return found;
});

/** What a standard of a recorded edition is today; several where it was split, none where it is gone. */
function standardsNow(files: readonly CatalogueFile[], recorded: string, id: string): readonly Standard[] {
  const same = files.find(({ catalogue }) => catalogue.id === recorded);
  const file = same ?? files.find(({ catalogue }) => catalogue.replaces === recorded);
  if (!file) return [];
  const own = indexOf(file.catalogue).standards.get(id);
  const moved = findFormer([file], 'standard', id).flatMap(({ item }) =>
    item.kind === 'standard' ? [item] : [],
  );
  // In a new edition the number may have gone to something else, which says itself what it was; in the same one it is
  // that standard's own.
  const kept = own && (same || own.formerly.length === 0) ? [own] : [];
  const [likely, other] = same ? [kept, moved] : [moved, kept];
  return likely.length > 0 ? likely : other;
}

/** The words that a fingerprint stands for, if one of some catalogues still has them. */
export function findWording(
  files: Iterable<CatalogueFile>,
  { id, fingerprint }: Reworded,
): string | undefined {
  for (const { catalogue } of files) {
    const own = indexOf(catalogue).standards.get(id);
    if (own && fingerprintOf(own.text) === fingerprint) return own.text;
  }
  return undefined;
}

/** The edit of a cover after which a standard's words of today are those that were reviewed. */
export function confirmWording(
  cover: Document,
  context: ReviewContext,
  standard: Standard,
): TextEdit | undefined {
  const reworded = rewordedIn(context).get(standard);
  const recorded = cover.settings.reviewedAgainst.find(({ catalogue }) => catalogue === reworded?.catalogue);
  if (!reworded || !recorded) return undefined;
  const at = findFingerprint(slice(cover.text, recorded.recordedAt), reworded.id, reworded.fingerprint);
  if (at < 0) return undefined;
  const start = recorded.recordedAt.start + at;
  const place = span(start, start + reworded.fingerprint.length);
  return { span: place, text: fingerprintOf(standard.text) };
}

/** Where the fingerprint is that is recorded for an id, as in `1.1 5e884898`; -1 where none is. */
function findFingerprint(text: string, id: string, fingerprint: string): number {
  for (let at = text.indexOf(fingerprint); at >= 0; at = text.indexOf(fingerprint, at + 1)) {
    const before = text.slice(0, at).trimEnd();
    const isIts = before.endsWith(id) && !/[A-Za-z0-9.]/.test(before.charAt(before.length - id.length - 1));
    if (before.length < at && isIts) return at;
  }
  return -1;
}

/** The fingerprints of a catalogue as a cover records them: `1.1 5e884898, 1.2 0b14d501`. */
export function printWordings(catalogue: Catalogue): string {
  const ids = new Set<string>();
  return standardsOf(catalogue)
    .filter(({ id }) => !ids.has(id) && ids.add(id))
    .map(({ id, text }) => `${id} ${fingerprintOf(text)}`)
    .join(', ');
}

/** The catalogues of a review whose edition its cover does not record; one without an id cannot be named. */
export function unrecorded(
  files: readonly CatalogueFile[],
  recorded: readonly ReviewedAgainst[],
): readonly CatalogueFile[] {
  return files.filter(({ catalogue: { id, replaces } }) => {
    const isRecorded = recorded.some(({ catalogue }) => catalogue === id || catalogue === replaces);
    return id !== '' && !isRecorded && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id);
  });
}

/** The edit that records in a cover the editions of today, of the catalogues that it does not record yet. */
export function recordEditions(
  text: string,
  files: readonly CatalogueFile[],
): { readonly edits: readonly TextEdit[] } | Refusal {
  const front = findFrontMatter(text);
  if (!front)
    return { refused: 'There is no cover yet; begin the file with settings between two lines “---”.' };
  const { map, faults } = readYamlMap(text, front.yaml);
  if (faults.length > 0)
    return {
      refused: 'The settings of the cover cannot be read as they are; mend what is marked there first.',
    };
  const eol = eolOf(text);
  const missing = unrecorded(files, readSettings(text, front.yaml).reviewedAgainst);
  const lines = missing
    .map(({ catalogue }) => `  ${catalogue.id}: ${printWordings(catalogue)}${eol}`)
    .join('');
  const entry = findEntry(map, 'reviewed-against');
  const at = entry ? lineBelow(text, entry.key.span.end) : front.yaml.end;
  const edit = { span: span(at, at), text: entry ? lines : `reviewed-against:${eol}${lines}` };
  const after = applyEdits(text, [edit]);
  const { reviewedAgainst, faults: left } = readSettings(after, findFrontMatter(after)?.yaml);
  const isRight =
    left.length === readSettings(text, front.yaml).faults.length &&
    unrecorded(files, reviewedAgainst).length === 0;
  return isRight
    ? { edits: [edit] }
    : {
        refused:
          'The settings are written in a way that cannot be added to; put “reviewed-against:” on a line of its own first.',
      };
}

/** Where the line below the one of an offset begins. */
export function lineBelow(text: string, from: number): number {
  const rest = /[^\r\n]*(?:\r\n|\n|\r|$)/y;
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].length ?? 0);
}

/*
 * Renames an id: in the catalogue that defines it, and in everything that cites it in every review that uses the
 * catalogue, lists, ranges, scope and leads included. It works by meaning: each citation must mean afterwards
 * what it meant before, so a range that would take in or lose a standard becomes a list. Where that cannot be
 * reached the whole rename is refused; it never does half of the work. The published numbers that a catalogue
 * keeps (`printed 7.1`) are nobody's to rename. Ids of evidence are renameEvidence.ts.
 */
import type { CatalogueItem, Probe } from '../../catalogue/readCatalogue';
import { elementsOf, type CatalogueFile } from '../../catalogue/index';
import { applyEdits, type TextEdit } from '../../text/textEdit';
import { type Refusal } from '../../text/diagnostic';
import { createCatalogueFile } from '../../document/document';
import { pathBelow, folderOf } from '../../review/review';
import { slice, span, type Span } from '../../text/span';
import { isUnread } from '../../document/unread';
import type { Snapshot } from '../../review/snapshot';
import { citingIn } from '../navigation/citing';
import { findEvidenceTarget, renameEvidence } from './evidence';
import {
  carriedIds,
  findRenameTarget,
  readNewId,
  refuse,
  type FileEdits,
  type Renamable,
  type RenameTarget,
} from './target';
import { respell } from './respellCitation';
import { pushAll } from '../../text/arrays';

export type { FileEdits, Renamable } from './target';

/** What a rename at an offset would be about; undefined where nothing has an id. */
export function prepareRename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
): Renamable | Refusal | undefined {
  return findEvidenceTarget(snapshot, uri, offset) ?? findRenameTarget(snapshot, uri, offset);
}

/** The edits that give what stands at an offset another id; undefined where nothing has an id. */
export function rename(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  name: string,
): readonly FileEdits[] | Refusal | undefined {
  const evidence = findEvidenceTarget(snapshot, uri, offset);
  const target = evidence ?? findRenameTarget(snapshot, uri, offset);
  if (!target || 'refused' in target) return target;
  const unread = [...snapshot.documents.values(), ...snapshot.catalogues.values()].find(isUnread);
  if (unread) return refuse(mayCite(unread.uri));
  if ('entry' in target) return renameEvidence(target, name);
  const wanted = readNewId(snapshot, target, name);
  if ('refused' in wanted) return wanted;
  if (wanted.id === target.id) return [];
  const defined = redefine(target, wanted.id);
  if ('refused' in defined) return defined;
  const result: FileEdits[] = [{ uri: target.file.uri, edits: defined.edits }];
  for (const set of snapshot.reviews()) {
    if (!set.catalogues.includes(target.file)) continue;
    const files = set.catalogues.map((file) => (file === target.file ? defined.file : file));
    for (const document of set.documents) {
      const edits: TextEdit[] = [];
      for (const citing of citingIn(set, document)) {
        const respelled = respell(document.text, citing, files, defined.renamed);
        if (!respelled)
          return refuse(cannotKeep(slice(document.text, citing.part.span), document.uri, wanted.id));
        pushAll(edits, respelled);
      }
      if (edits.length > 0) result.push({ uri: document.uri, edits });
    }
  }
  return result;
}

function mayCite(uri: string): string {
  const where = pathBelow(uri, folderOf(uri));
  return `${where} was left unread and may cite this, so nothing was renamed. Choose Try Again in it first.`;
}

function cannotKeep(written: string, uri: string, id: string): string {
  const where = pathBelow(uri, folderOf(uri));
  return `“${written}” in ${where} would mean something else once there is a ${id}; mend that first, or choose another id.`;
}

/** The catalogue after a rename, and what each of its items has become. */
interface Redefined {
  readonly edits: readonly TextEdit[];
  readonly file: CatalogueFile;
  readonly renamed: ReadonlyMap<CatalogueItem, CatalogueItem>;
}

function redefine({ item, file }: RenameTarget, id: string): Redefined | Refusal {
  const edits = item.kind === 'probe' ? moveProbe(file.text, item, id) : renameItem(item, id);
  const byHand = refuse(
    `The line of ${item.id} in ${pathBelow(file.uri, folderOf(file.uri))} is written in a way that cannot be changed from here; change it there.`,
  );
  const ids = new Map(item.kind === 'element' ? carriedIds(item, id) : []);
  const unclear =
    item.kind !== 'probe' &&
    [item, ...ids.keys()].some((each) => slice(file.text, each.nameSpan) !== each.id);
  if (!edits || unclear) return byHand;
  const after = createCatalogueFile(file.uri, applyEdits(file.text, edits));
  const before = itemsOf(file);
  const now = itemsOf(after);
  const moved = item.kind === 'probe' ? placesAfterMove(item, id) : undefined;
  const renamed = new Map<CatalogueItem, CatalogueItem>();
  for (const [i, each] of before.entries()) {
    const place = moved && each.kind === 'probe' ? i + (moved.get(each) ?? 0) : i;
    const become = now[place];
    if (become) renamed.set(each, become);
  }
  const isSame = before.length === now.length && renamed.get(item)?.id === id;
  const isSound = after.catalogue.faults.length <= file.catalogue.faults.length;
  return isSame && isSound ? { edits, file: after, renamed } : byHand;
}

function renameItem(item: Exclude<CatalogueItem, Probe>, id: string): TextEdit[] {
  const carried = item.kind === 'element' ? [...carriedIds(item, id)] : [];
  return [
    { span: item.nameSpan, text: id },
    ...carried.map(([standard, text]) => ({ span: standard.nameSpan, text })),
  ];
}

/** Puts a probe's words where its new id counts them, and moves those between by one; one line each. */
function moveProbe(text: string, probe: Probe, id: string): TextEdit[] | undefined {
  const { probes } = probe.element;
  const by = placesAfterMove(probe, id);
  const wordsOf = (each: Probe): Span => span(each.nameSpan.end, each.span.end);
  const edits = probes.flatMap((each, i): TextEdit[] => {
    const target = probes[i + (by.get(each) ?? 0)];
    return by.has(each) && target ? [{ span: wordsOf(target), text: slice(text, wordsOf(each)) }] : [];
  });
  return edits.some((edit) => /[\r\n]/.test(edit.text)) ? undefined : edits;
}

/** By how many places each probe moves when one of them gets another id. */
function placesAfterMove(probe: Probe, id: string): ReadonlyMap<CatalogueItem, number> {
  const { probes } = probe.element;
  const from = probes.indexOf(probe);
  const to = Number(id.slice(probe.element.id.length + 1)) - 1;
  const step = from < to ? -1 : 1;
  return new Map(
    probes.flatMap((each, i): [CatalogueItem, number][] => {
      if (i === from) return [[each, to - from]];
      return i >= Math.min(from, to) && i <= Math.max(from, to) ? [[each, step]] : [];
    }),
  );
}

/** All items in the order of the file, which a rename does not change. */
function itemsOf({ catalogue }: CatalogueFile): readonly CatalogueItem[] {
  const below = elementsOf(catalogue).flatMap((each) => [each, ...each.standards, ...each.probes]);
  return [...catalogue.themes, ...below];
}

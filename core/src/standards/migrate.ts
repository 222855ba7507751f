/*
 * Carries a review over to a new edition of its standards: every citation means afterwards what the same thing is called
 * there, in lists, ranges, the scope and the leads. None is dropped. What has no single successor stays as it is
 * written, and where the new edition uses that number for something else it becomes `former:5.3`, which nobody can take
 * for it. Whatever somebody has to look at is listed.
 */
import type { CatalogueItem } from '../catalogue/readCatalogue';
import { citedAs, findCited, wordingOf, type CatalogueFile } from '../catalogue/index';
import { eolOf, type TextEdit } from '../text/textEdit';
import type { Document } from '../document/document';
import { fingerprintOf, lineBelow, printWordings, unrecorded } from '../review/editions';
import { citingIn, type Citing } from '../features/navigation/citing';
import { replacePart, respell } from '../features/rename/respellCitation';
import type { FileEdits } from '../features/rename/rename';
import { findFrontMatter } from '../syntax/markdown';
import type { Review } from '../review/review';
import { slice, span, type Span } from '../text/span';
import { findEntry, readYamlMap } from '../syntax/yaml';
import { printScalar } from './print';
import { successorsOf, type Successors } from './successors';
import { compareWords, type WordChange } from '../text/wordDiff';
import { pushAll } from '../text/arrays';

/** A citation that somebody has to look at, at its place before the migration. */
export interface ForPeople {
  readonly uri: string;
  readonly span: Span;
  readonly why: 'split' | 'removed' | 'reworded';
  readonly before: CatalogueItem;
  readonly after: readonly CatalogueItem[];
  /** For what is reworded. */
  readonly words: readonly WordChange[];
}

export interface Migration {
  readonly files: readonly FileEdits[];
  /** How many parts of citations get the numbers of the new edition. */
  readonly rewritten: number;
  readonly forPeople: readonly ForPeople[];
}

/** The prefix of a number that is none of today. */
const formerPrefix = 'former';

/** What carries a review from one of its catalogues over to its new edition, which the cover is to call `name`. */
export function migrate(review: Review, from: CatalogueFile, to: CatalogueFile, name: string): Migration {
  const successors = successorsOf(from.catalogue, to.catalogue);
  const files = review.catalogues.map((file) => (file === from ? to : file));
  const result: FileEdits[] = [];
  const forPeople: ForPeople[] = [];
  let rewritten = 0;
  for (const document of review.documents) {
    const edits: TextEdit[] = [];
    for (const citing of citingIn(review, document)) {
      const renumbered = carryOver(document.text, citing, { from, to, files, successors });
      if (renumbered.length > 0) rewritten++;
      pushAll(edits, renumbered);
      pushAll(forPeople, questionsOf(document, citing, from, successors));
    }
    if (document === review.cover) pushAll(edits, coverEdits(review, from, name));
    if (edits.length > 0) result.push({ uri: document.uri, edits });
  }
  return { files: result, rewritten, forPeople };
}

interface Editions {
  readonly from: CatalogueFile;
  readonly to: CatalogueFile;
  readonly files: readonly CatalogueFile[];
  readonly successors: Successors;
}

function carryOver(text: string, citing: Citing, editions: Editions): readonly TextEdit[] {
  const { from, to, files, successors } = editions;
  const { citation, part, found, missing } = citing;
  if (found.length === 0 && missing.length > 0) return [];
  const now = found.flatMap(({ item, file }) => (file === from ? (successors.get(item) ?? []) : [item]));
  const isClear = found.every(({ item, file }) => file !== from || successors.get(item)?.length === 1);
  if (isClear && new Set(now).size === found.length && from.catalogue.prefix === to.catalogue.prefix) {
    const renamed = new Map(found.flatMap(({ item }, i) => (now[i] ? [[item, now[i]] as const] : [])));
    const edits = respell(text, citing, files, renamed);
    if (edits) return edits;
  }
  const spelled = found.map(({ item, file }): string => {
    if (file !== from) return citedAs(file.catalogue, item);
    const [become, ...others] = successors.get(item) ?? [];
    if (become && others.length === 0) return citedAs(to.catalogue, become);
    const taken = findCited(files, citation.kind, item.id, to.catalogue.prefix);
    // A number that was split is known to the new edition as such.
    return taken && !taken.former ? `${formerPrefix}:${item.id}` : citedAs(to.catalogue, item);
  });
  const kept = missing.map(({ prefix, id }) => (prefix === undefined ? id : `${prefix}:${id}`));
  const list = [...new Set([...spelled, ...kept])].join(', ');
  return list === slice(text, part.span) ? [] : [replacePart(text, citation, part.span, list)];
}

function questionsOf(
  document: Document,
  { part, found }: Citing,
  from: CatalogueFile,
  successors: Successors,
): ForPeople[] {
  return found.flatMap(({ item: before, file }): ForPeople[] => {
    if (file !== from) return [];
    const after = successors.get(before) ?? [];
    const place = { uri: document.uri, span: part.span, before, after };
    const [only, ...others] = after;
    if (!only) return [{ ...place, why: 'removed', words: [] }];
    if (others.length > 0) return [{ ...place, why: 'split', words: [] }];
    const [old, now] = [wordingOf(before), wordingOf(only)];
    const isWorded = before.kind === 'standard' || before.kind === 'probe';
    if (!isWorded || fingerprintOf(old) === fingerprintOf(now)) return [];
    return [{ ...place, why: 'reworded', words: compareWords(old, now) }];
  });
}

/** The cover names the new edition, and remembers the words that it was reviewed against. */
function coverEdits({ cover, settings }: Review, from: CatalogueFile, name: string): TextEdit[] {
  const { text } = cover;
  const eol = eolOf(text);
  const value = printScalar(name);
  const isNamed = ({ value: called }: { value: string }): boolean =>
    called === from.catalogue.id || from.uri.endsWith(`/${called.replace(/^.*[\\/]/, '')}`);
  const named = settings.standards.filter(isNamed).map(({ span: place }) => ({ span: place, text: value }));
  const lines = named.length === 0 ? [`standards: ${value}`] : [];
  const record = unrecorded([from], settings.reviewedAgainst).map(
    ({ catalogue }) => `  ${catalogue.id}: ${printWordings(catalogue)}`,
  );
  const front = findFrontMatter(text);
  const key = front && findEntry(readYamlMap(text, front.yaml).map, 'reviewed-against');
  if (!front) {
    const all = ['---', ...lines, ...(record.length > 0 ? ['reviewed-against:', ...record] : []), '---', ''];
    return [{ span: span(0, 0), text: all.map((line) => `${line}${eol}`).join('') }];
  }
  const atEnd = record.length > 0 && !key ? [...lines, 'reviewed-against:', ...record] : lines;
  const insert = (at: number, all: readonly string[]): TextEdit[] =>
    all.length === 0 ? [] : [{ span: span(at, at), text: all.map((line) => `${line}${eol}`).join('') }];
  const below = key ? insert(lineBelow(text, key.key.span.end), record) : [];
  return [...named, ...below, ...insert(front.yaml.end, atEnd)];
}

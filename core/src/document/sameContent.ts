/*
 * Whether two texts of a document read alike: the same headings, findings and citations in the same order, with the
 * same words. That is what an edit beside a reviewer's words must leave in place; where they stand may differ.
 */
import { surveysIn } from '../evidence/entry';
import type { Annotation } from '../syntax/annotations';
import type { LocatedCitation } from './fragment';
import type { DocumentModel } from './readDocument';

/** Whether two reviews say the same but for their ignore comments and their places. */
export function sameReading(a: DocumentModel, b: DocumentModel): boolean {
  return (
    alike(a.sections, b.sections, ({ kind, level, title }) => [kind, level, title]) &&
    alike(a.findings, b.findings, ({ kind, section, words, empty, by, citations }) => {
      return [kind, section, words, empty, by, citations.length];
    }) &&
    alike(a.actions, b.actions, ({ section, words, empty, leads, dues, citations }) => {
      return [section, words, empty, marksOf(leads), marksOf(dues), citations.length];
    }) &&
    alike(surveysIn(a.evidence), surveysIn(b.evidence), ({ id, answers, faults }) => {
      return [id?.value, answers.length, faults.length];
    }) &&
    alike(a.citations, b.citations, inWords) &&
    a.escaped.length === b.escaped.length
  );
}

function marksOf(marks: readonly Annotation[]): string {
  return marks.map(({ value }) => value).join();
}

function inWords({ kind, place, section, finding, link, malformed, parts }: LocatedCitation): unknown[] {
  const ids = parts.map(({ from, to }) => `${from.prefix}:${from.id}-${to?.id}`);
  return [kind, place, section, finding, link, malformed?.message, ids.join()];
}

function alike<T>(a: readonly T[], b: readonly T[], say: (item: T) => readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, i) => {
    const other = b[i];
    const said = other === undefined ? [] : say(other);
    return say(item).every((word, at) => word === said[at]);
  });
}

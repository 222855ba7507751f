/*
 * What the ignore comments of a document leave of its diagnostics, and what is said about the comments themselves.
 * It depends on the document and on what the other checks found, so it is as new as they are; the comments
 * are remembered with their chapters and with the document. A comment about comments is itself one that may silence nothing.
 */
import type { ChapterReading } from '../chapter';
import { checks } from '../checks';
import { severityOf, type IgnoreEffect } from '../checks/check';
import type { Diagnostic } from '../diagnostic';
import type { Document } from '../document';
import type { Frame } from '../frame';
import { aboutIgnores, silencedLine, type Ignore } from '../ignore';
import { span, type Span } from '../span';
import { toDiagnostic } from './complaints';

declare module '../chapter' {
  interface ReadingNotes {
    /** With offsets from the chapter's start. */
    ignores?: readonly Ignore[];
  }
}

declare module '../document' {
  interface DocumentNotes {
    /** With offsets into the document; remembered apart from its review, which may be let go. */
    ignores?: readonly Ignore[];
  }
}

const byCode = new Map(checks.map((check) => [check.code, check]));

/** Whether a document has any ignore comment. */
export function hasIgnores(document: Document): boolean {
  return ignoresOf(document).length > 0;
}

/**
 * What is left of `found`, and what the ignore comments are blamed for; in no order. As long as the rest of the review
 * has not been read, `isWhole` is false, and nothing is said of a comment that waits for it.
 */
export function silence(
  document: Document,
  frame: Frame,
  found: readonly Diagnostic[],
  isWhole: boolean,
): Diagnostic[] {
  const ignores = ignoresOf(document);
  if (ignores.length === 0) return [...found];
  const lines = new Map<string, Span[]>();
  const lineOf = ({ code, span: { end } }: Ignore): Span => silencedLine(document.text, end, code);
  for (const ignore of ignores) {
    if (ignore.reason === undefined || ignore.code === aboutIgnores) continue;
    const same = lines.get(ignore.code);
    if (same) same.push(lineOf(ignore));
    else lines.set(ignore.code, [lineOf(ignore)]);
  }
  const isSilenced = ({ code, span: place }: Diagnostic): boolean =>
    lines.get(code)?.some((line) => isOn(line, place)) ?? false;
  const silenced = found.filter(isSilenced);
  const left = found.filter((diagnostic) => !isSilenced(diagnostic));
  // From below: a comment about comments silences what is said of the one under it, which is known by then.
  let said: Diagnostic[] = [];
  for (const ignore of [...ignores].reverse()) {
    const line = lineOf(ignore);
    const isAbout = ignore.code === aboutIgnores && ignore.reason !== undefined;
    const heard = isAbout ? said.filter((complaint) => isOn(line, complaint.span)) : [];
    const works =
      heard.length > 0 || silenced.some(({ code, span: place }) => code === ignore.code && isOn(line, place));
    said = said.filter((complaint) => !heard.includes(complaint));
    const complaint = complain(ignore, works ? 'silences' : effectOf(ignore.code, frame, isWhole), frame);
    if (complaint) said.push(complaint);
  }
  return [...left, ...said];
}

// Shared by all that have none, which is nearly every document and chapter.
const none: readonly Ignore[] = [];

/** The ignore comments of a document, with offsets into it. */
function ignoresOf(document: Document): readonly Ignore[] {
  if (document.notes.ignores) return document.notes.ignores;
  let found: Ignore[] | undefined;
  for (const { reading, start } of document.skimmed.chapters)
    for (const ignore of ignoresIn(reading)) (found ??= []).push(moved(ignore, start));
  return (document.notes.ignores = found ?? none);
}

function ignoresIn(reading: ChapterReading): readonly Ignore[] {
  if (reading.notes.ignores) return reading.notes.ignores;
  let found: Ignore[] | undefined;
  for (const { part, start } of reading.parts)
    for (const ignore of part.ignores) (found ??= []).push(moved(ignore, start));
  return (reading.notes.ignores = found ?? none);
}

function moved(ignore: Ignore, by: number): Ignore {
  const { span: place, codeSpan } = ignore;
  return {
    ...ignore,
    span: span(place.start + by, place.end + by),
    codeSpan: span(codeSpan.start + by, codeSpan.end + by),
  };
}

function isOn(line: Span, { start }: Span): boolean {
  return line.start <= start && start <= line.end;
}

/** What a comment does that silences nothing. */
function effectOf(code: string, frame: Frame, isWhole: boolean): IgnoreEffect {
  const check = byCode.get(code);
  if (check === undefined || (check.about !== 'stretch' && !isWhole)) return 'not at work';
  return severityOf(check, frame) === 'off' ? 'not at work' : 'nothing';
}

function complain(ignore: Ignore, effect: IgnoreEffect, frame: Frame): Diagnostic | undefined {
  const check = byCode.get(aboutIgnores);
  const severity = check && severityOf(check, frame);
  if (check?.about !== 'ignores' || severity === undefined || severity === 'off') return undefined;
  const complaint = check.run(ignore, effect);
  return complaint && toDiagnostic(check.code, severity, complaint);
}

/*
 * One helper for each question that tests ask; nothing else in the tests knows the features' API.
 * Diagnostics are compared with the carets of the fixture, fixes and completions by applying them.
 */
import assert from 'node:assert/strict';
import {
  applyEdits,
  resolveCodeAction,
  completion,
  definition,
  diagnostics,
  fixes,
  hover,
  codeActions,
  references,
  type CompletionItem,
  type Diagnostic,
  type CodeAction,
} from '../../core/src';
import { readFixture, type Fixture } from './fixture';

/** All diagnostics of the fixture's files are those drawn in it; `only` leaves other codes out. */
export function checkDiagnostics(drawn: string, ...only: string[]): void {
  const fixture = readFixture(drawn);
  const actual = allDiagnostics(fixture).filter(({ code }) => only.length === 0 || only.includes(code));
  const show = (uri: string, code: string, words: string): string =>
    `${uri.slice(uri.lastIndexOf('/') + 1)}: ${code} “${words}”`;
  const found = actual.map(({ uri, code, span }) => show(uri, code, words(fixture, uri, span)));
  const wanted = fixture.expected.map(({ uri, code, span }) => show(uri, code, words(fixture, uri, span)));
  assert.deepEqual(found.sort(), wanted.sort());
  for (const { uri, span, code, message } of fixture.expected) {
    if (message === undefined) continue;
    const said = actual
      .filter((d) => d.uri === uri && d.code === code && d.span.start === span.start)
      .map((d) => d.message);
    assert.ok(
      said.some((text) => text.includes(message)),
      `“${message}” is not in ${said.join(' / ')}`,
    );
  }
}

/** Applying the fix with `title` at the cursor gives `after`; its diagnostic is gone and none is new. */
export function checkFix(drawn: string, title: string, after: string): void {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const offered = fixes(fixture.snapshot(), uri, { start: offset, end: offset });
  const chosen = offered.find(({ fix }) => fix.title === title);
  assert.ok(
    chosen,
    `“${title}” is not offered; offered are: ${offered.map(({ fix }) => fix.title).join(' / ')}`,
  );
  const before = allDiagnostics(fixture);
  const text = applyEdits(fixture.files.get(chosen.fix.uri) ?? '', chosen.fix.edits);
  assert.equal(text, after);
  fixture.workspace.setFile(chosen.fix.uri, text);
  const left = allDiagnostics(fixture);
  assert.equal(
    left.length,
    before.length - 1,
    `left: ${left.map(({ code, message }) => `${code} ${message}`).join(' / ')}`,
  );
  assert.ok(
    count(left, chosen.diagnostic) < count(before, chosen.diagnostic),
    'its diagnostic is still there',
  );
}

/** The titles of the fixes at the cursor. */
export function fixTitles(drawn: string): string[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  return fixes(fixture.snapshot(), uri, { start: offset, end: offset }).map(({ fix }) => fix.title);
}

/** What can be done at the cursor. */
export function offersAt(drawn: string): CodeAction[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  return codeActions(fixture.snapshot(), uri, { start: offset, end: offset });
}

/** Taking the offer with `title` at the cursor gives these texts; `⟦…⟧` is what is selected then. */
export function checkOffer(drawn: string, title: string, after: string | RegExp, reason?: string): void {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const offered = codeActions(fixture.snapshot(), uri, { start: offset, end: offset });
  const chosen = offered.find((offer) => offer.title === title);
  assert.ok(chosen, `“${title}” is not offered; offered are: ${offered.map((o) => o.title).join(' / ')}`);
  const fix = resolveCodeAction(fixture.snapshot(), uri, chosen.task, reason);
  assert.ok('edits' in fix, 'refused' in fix ? fix.refused : '');
  const text = applyEdits(fixture.files.get(fix.uri) ?? '', fix.edits);
  const { start, end } = fix.select ?? { start: 0, end: 0 };
  const shown = fix.select ? `${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}` : text;
  if (typeof after === 'string') assert.equal(shown, after);
  else assert.match(shown, after);
}

/** What completion offers at the cursor, in the order that an editor shows. */
export function completions(drawn: string, today?: string): CompletionItem[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const items = completion(fixture.snapshot(), uri, offset, today);
  for (const { edit } of items) {
    // Editors drop an item whose edit does not hold the cursor or runs over a line end.
    assert.ok(edit.span.start <= offset && offset <= edit.span.end, 'an edit does not hold the cursor');
    assert.doesNotMatch(words(fixture, uri, edit.span), /[\r\n]/);
  }
  return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

/** Accepting the completion with `label` at the cursor gives `after`; a `$0` in it is where the cursor ends. */
export function checkCompletion(drawn: string, label: string, after: string): void {
  const fixture = readFixture(drawn);
  const { edit } = completions(drawn).find((candidate) => candidate.label === label) ?? {};
  assert.ok(edit, `“${label}” is not offered`);
  const text = applyEdits(fixture.files.get(cursorOf(fixture).uri) ?? '', [edit]);
  const at = edit.span.start + edit.text.length;
  assert.equal(after.includes('$0') ? `${text.slice(0, at)}$0${text.slice(at)}` : text, after);
}

/** The hover at the cursor: the words that it is about, and what it says; undefined without one. */
export function hoverAt(drawn: string, today?: string): { words: string; markdown: string } | undefined {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const found = hover(fixture.snapshot(), uri, offset, today);
  return found && { words: words(fixture, uri, found.span), markdown: found.markdown };
}

/** The words of each definition's name at the cursor. */
export function definitionsAt(drawn: string): string[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const targets = definition(fixture.snapshot(), uri, offset)?.targets ?? [];
  return targets.map((target) => `${nameOf(target.uri)}: ${words(fixture, target.uri, target.nameSpan)}`);
}

/** `file: words` of each reference at the cursor. */
export function referencesAt(drawn: string, includeDeclaration = false): string[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  return references(fixture.snapshot(), uri, offset, includeDeclaration).map(
    (place) => `${nameOf(place.uri)}: ${words(fixture, place.uri, place.span)}`,
  );
}

/** Every diagnostic of every file of a fixture. */
export function allDiagnostics(fixture: Fixture): (Diagnostic & { uri: string })[] {
  const snapshot = fixture.snapshot();
  return [...fixture.files.keys()].flatMap((uri) =>
    diagnostics(snapshot, uri).map((found) => ({ ...found, uri })),
  );
}

function count(all: readonly Diagnostic[], like: Diagnostic): number {
  return all.filter(({ code, message }) => code === like.code && message === like.message).length;
}

function words(fixture: Fixture, uri: string, { start, end }: { start: number; end: number }): string {
  return (fixture.snapshot().document(uri)?.text ?? '').slice(start, end);
}

function nameOf(uri: string): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}

function cursorOf(fixture: Fixture): { uri: string; offset: number } {
  assert.ok(fixture.cursor, 'the fixture has no $0');
  return fixture.cursor;
}

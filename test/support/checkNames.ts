/*
 * One helper for each question about names: what else names the thing at the cursor, and what renaming it makes
 * of the files. A rename is asserted by applying it.
 */
import { applyEdits, highlights, prepareRename, rename } from '../../core/src';
import { readFixture, root, type Fixture } from './fixture';

function cursorOf({ cursor }: Fixture): { uri: string; offset: number } {
  if (!cursor) throw new Error('The fixture has no $0.');
  return cursor;
}

/** The words of each place that is lit up for the cursor; those that define have a `!` behind them. */
export function highlightsAt(drawn: string): string[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const text = fixture.files.get(uri) ?? '';
  return highlights(fixture.snapshot(), uri, offset).map(
    ({ span, defines }) => text.slice(span.start, span.end) + (defines ? '!' : ''),
  );
}

/** What would be renamed at the cursor, as `words -> id`; why it cannot be; or undefined. */
export function renameableAt(drawn: string): string | undefined {
  const fixture = readFixture(drawn);
  const { uri, offset } = cursorOf(fixture);
  const found = prepareRename(fixture.snapshot(), uri, offset);
  if (!found || 'refused' in found) return found?.refused;
  return `${(fixture.files.get(uri) ?? '').slice(found.place.start, found.place.end)} -> ${found.id}`;
}

/** Renames what stands at an offset in the fixture's workspace; gives the files after it, or why it is refused. */
export function applyRename(
  fixture: Fixture,
  at: { uri: string; offset: number },
  name: string,
): ReadonlyMap<string, string> | string {
  const edits = rename(fixture.snapshot(), at.uri, at.offset, name);
  if (!edits) return 'nothing';
  if ('refused' in edits) return edits.refused;
  const files = new Map(fixture.files);
  for (const { uri, edits: own } of edits) files.set(uri, applyEdits(files.get(uri) ?? '', own));
  return files;
}

/** The fixture's files after renaming what stands at the cursor, drawn as fixtures are; or why it is refused. */
export function renamed(drawn: string, name: string): string {
  const fixture = readFixture(drawn);
  const files = applyRename(fixture, cursorOf(fixture), name);
  if (typeof files === 'string') return files;
  return [...files].map(([uri, text]) => `//- ${uri.slice(root.length + 1)}\n${text}`).join('\n');
}

/*
 * One helper for each question about what an editor shows beside the text or knows of its shape. Answers are
 * given as the words that they are about, so that a test reads like what a reviewer sees.
 */
import {
  foldingRanges,
  inlayHints,
  codeLenses,
  links,
  selectionRanges,
  semanticTokens,
} from '../../core/src';
import { readFixture, root, type Fixture } from './fixture';

function fileOf(fixture: Fixture, path: string): { uri: string; text: string } {
  const uri = `${root}/${path}`;
  return { uri, text: fixture.files.get(uri) ?? '' };
}

/** `first line … last line` of each fold of a file. */
export function foldsOf(drawn: string, path = 'one.review.md'): string[] {
  const fixture = readFixture(drawn);
  const { uri, text } = fileOf(fixture, path);
  return foldingRanges(fixture.snapshot(), uri).map(({ start, end }) => {
    const lines = text.slice(start, end).split(/\r\n|\n|\r/);
    return `${lines[0] ?? ''} … ${lines[lines.length - 1] ?? ''}`;
  });
}

/** What is selected, growing from the cursor. */
export function selectionsAt(drawn: string): string[] {
  const fixture = readFixture(drawn);
  const { uri, offset } = fixture.cursor ?? { uri: '', offset: 0 };
  const text = fixture.files.get(uri) ?? '';
  return selectionRanges(fixture.snapshot(), uri, offset).map(({ start, end }) => text.slice(start, end));
}

/** `words -> file` of each link of a file. */
export function linksOf(drawn: string, path = 'one.review.md'): string[] {
  const fixture = readFixture(drawn);
  const { uri, text } = fileOf(fixture, path);
  return links(fixture.snapshot(), uri).map(
    ({ span, target }) => `${text.slice(span.start, span.end)} -> ${target.replace(`${root}/`, '')}`,
  );
}

/** `id state` of each id of a file. */
export function tokensOf(drawn: string, path = 'one.review.md'): string[] {
  const fixture = readFixture(drawn);
  const { uri, text } = fileOf(fixture, path);
  return semanticTokens(fixture.snapshot(), uri).map(
    ({ span, state }) => `${text.slice(span.start, span.end)} ${state}`,
  );
}

/** A file with the hints where they are shown, between braces. */
export function hinted(drawn: string, path = 'one.review.md'): string {
  const fixture = readFixture(drawn);
  const { uri, text } = fileOf(fixture, path);
  const shown = inlayHints(fixture.snapshot(), uri, { start: 0, end: text.length });
  return [...shown]
    .reverse()
    .reduce((all, { offset, words }) => `${all.slice(0, offset)} {${words}}${all.slice(offset)}`, text);
}

/** `words of the line: what stands above it` of each lens of a file. */
export function lensesOf(drawn: string, path = 'one.review.md'): string[] {
  const fixture = readFixture(drawn);
  const { uri, text } = fileOf(fixture, path);
  return codeLenses(fixture.snapshot(), uri).map(
    ({ span, words }) => `${text.slice(span.start, span.end)}: ${words}`,
  );
}

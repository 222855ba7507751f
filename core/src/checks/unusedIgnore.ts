/*
 * `unused-ignore`: an ignore comment that silences nothing, because it names no check, gives no reason, or because
 * what it was written for is gone. A comment for a check that is switched off, or not made yet, waits and is
 * left in peace. The fix takes the comment away and nothing else.
 */
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { Document } from '../document/document';
import { ignoreWord, type Suppression } from '../syntax/suppression';
import { nearestName } from '../text/editDistance';
import { readDocument } from '../document/readDocument';
import { sameReading } from '../document/sameContent';
import { lineAround, type Span, span } from '../text/span';
import type { SuppressionCheck, SuppressionEffect, CheckFix } from './check';
import { languageCodes } from './codes';

export const unusedIgnore: SuppressionCheck = {
  about: 'suppressions',
  code: 'unused-ignore',
  severity: 'warning',
  title: 'An ignore comment silences nothing',
  why: 'It looks as if something were wrong and agreed. What it was written for is mended, or is still reported.',
  run(ignore, effect) {
    const message = describe(ignore, effect);
    return message === undefined ? undefined : { span: ignore.span, message };
  },
  fix(ignore, document, silences) {
    const nearest = nearestName(ignore.code, languageCodes);
    const isMeant = !isKnown(ignore.code) && ignore.reason !== undefined && nearest !== undefined;
    const renames: CheckFix[] =
      isMeant && silences(nearest)
        ? [
            {
              title: `Change to ${nearest}`,
              edits: [{ span: ignore.codeSpan, text: nearest }],
              preferred: true,
            },
          ]
        : [];
    const place = removalOf(ignore, document);
    if (!place) return renames;
    return [...renames, { title: 'Remove the comment', edits: [place], preferred: isDone(ignore) }];
  },
  fixTogether(ignores, document) {
    return new Map(removalsOf(ignores.filter(isDone), document));
  },
};

/** Whether a comment has done what it was written for, so that it can only go. */
function isDone({ code, reason }: Suppression): boolean {
  return isKnown(code) && reason !== undefined;
}

function isKnown(code: string): boolean {
  return (languageCodes as readonly string[]).includes(code);
}

function describe({ code, reason }: Suppression, effect: SuppressionEffect): string | undefined {
  if (code === '') {
    return `This comment names no check, so it silences nothing; write “${ignoreWord} unknown-standard: why”, with the name of the check in the list of problems.`;
  }
  if (!isKnown(code)) {
    const nearest = nearestName(code, languageCodes);
    const advice = nearest === undefined ? 'docs/checks.md lists them all.' : `did you mean “${nearest}”?`;
    return `“${code}” is not a check, so this comment silences nothing; ${advice}`;
  }
  if (reason === undefined) return 'This comment silences nothing yet; give a reason after the colon.';
  if (effect !== 'nothing') return undefined;
  return `On the line below there is no “${code}” to silence, so this comment can go.`;
}

/** What goes with each of some comments: all together, or where words would change those of either half. */
function removalsOf(ignores: readonly Suppression[], document: Document): [number, TextEdit][] {
  const [first] = ignores;
  if (!first) return [];
  if (ignores.length === 1) {
    const edit = removalOf(first, document);
    return edit ? [[first.span.start, edit]] : [];
  }
  const removals = ignores.flatMap((ignore): [number, TextEdit][] =>
    candidatesOf(ignore, document.text)
      .slice(0, 1)
      .map((edit) => [ignore.span.start, edit]),
  );
  const edits = removals.map(([, edit]) => edit);
  const isApart = edits.every(({ span }, i) => span.end <= (edits[i + 1]?.span.start ?? Infinity));
  if (isApart && readsTheSame(document, edits)) return removals;
  const half = ignores.length >> 1;
  return [ignores.slice(0, half), ignores.slice(half)].flatMap((some) => removalsOf(some, document));
}

/** What goes with the comment: its whole line where it stands alone on it; undefined where words would change. */
function removalOf(ignore: Suppression, document: Document): TextEdit | undefined {
  return candidatesOf(ignore, document.text).find((edit) => readsTheSame(document, [edit]));
}

/** Whether a document without some comments says the same. */
function readsTheSame({ text, model }: Document, edits: readonly TextEdit[]): boolean {
  const after = readDocument(applyEdits(text, edits), model);
  return sameReading(model, after) && after.suppressions.length === model.suppressions.length - edits.length;
}

/** The ways to take a comment out, the best first. */
function candidatesOf({ span: place }: Suppression, text: string): TextEdit[] {
  const before = text.slice(lineAround(text, place.start).start, place.start);
  const after = /^[^\r\n]*/.exec(text.slice(place.end))?.[0] ?? '';
  const lineEnd = /^(?:\r\n|\n|\r)?/.exec(text.slice(place.end + after.length))?.[0].length ?? 0;
  const isAlone = /^[ \t>]*$/.test(before) && after.trim() === '';
  const whole = span(place.start - before.length, place.end + after.length + lineEnd);
  const blank = before.endsWith(' ') && /\S/.test(before) ? 1 : 0;
  const beside = inWord.test(after.charAt(0)) ? 0 : blank;
  const candidates = [...(isAlone ? [whole] : []), span(place.start - beside, place.end), place];
  // Two words must not become one.
  const joins = ({ start, end }: Span): boolean =>
    inWord.test(text.charAt(start - 1)) && inWord.test(text.charAt(end));
  return candidates.map((gone) => ({ span: gone, text: joins(gone) ? ' ' : '' }));
}

/** A character of a word, half of one that takes two units included. */
const inWord = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

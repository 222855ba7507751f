/*
 * What has become of the findings of an earlier time: which are new, which are changed and which are gone. A
 * finding has no name, so it is known by what it says. The same words on the same standards are the same finding,
 * wherever they have been moved to; the file, the order and the reviewer's initials are no part of it.
 */
import type { Theme } from '../catalogue/readCatalogue';
import { keywords, printId, type CitedId } from '../syntax/citation';
import type { PlacedFinding } from '../coverage/coverage';
import { likeness, wordSet } from '../text/similarity';
import { slice } from '../text/span';

/** A finding of one time, with the theme that it stands in, if any. */
export interface TimedFinding extends PlacedFinding {
  readonly theme?: Theme;
  /** As they are written, each in one line. */
  readonly citations: readonly string[];
}

/** A finding of now that was not there as it is; `before` is what it was changed from, undefined for a new one. */
export interface Change {
  readonly now: TimedFinding;
  readonly before?: TimedFinding;
}

export interface Changes {
  /** New and changed findings, in the order of now. */
  readonly changes: readonly Change[];
  /** Findings of before that nothing has become of, in the order of before. */
  readonly removed: readonly TimedFinding[];
}

/**
 * From here on, two findings of one document or one theme are one that was changed: half of all their words are in
 * common. In the reviews that it was tried on, findings that have nothing to do with each other share two fifths at most.
 */
export const changedFrom = 0.5;

/** Compares the findings of two times; each is matched once at most, the surest matches first. */
export function compareFindings(before: readonly TimedFinding[], now: readonly TimedFinding[]): Changes {
  const old = new Set(before);
  const anew = new Set(now);
  const changedTo = new Map<TimedFinding, TimedFinding>();
  const pair = (a: TimedFinding, b: TimedFinding): void => {
    old.delete(a);
    anew.delete(b);
  };
  const places = [({ document }: TimedFinding) => document.uri, () => 'anywhere'];

  for (const place of places) {
    matchEqual(old, anew, (one) => `${place(one)}\n${said(one)}\n${citedIn(one).join()}`, pair);
  }
  // The same words with another judgement or other citations are changed; so are words of which most stand.
  const change = (a: TimedFinding, b: TimedFinding): void => {
    pair(a, b);
    changedTo.set(b, a);
  };
  for (const place of places) {
    matchEqual(old, anew, (one) => `${place(one)}\n${fold(one.finding.words)}`, change);
  }
  for (const [a, b] of alike([...old], [...anew])) if (old.has(a) && anew.has(b)) change(a, b);
  return {
    changes: now.flatMap((one): Change[] => {
      const was = changedTo.get(one);
      if (was) return [{ now: one, before: was }];
      return anew.has(one) ? [{ now: one }] : [];
    }),
    removed: before.filter((one) => old.has(one)),
  };
}

/** Pairs findings with the same key, in their order. */
function matchEqual(
  old: ReadonlySet<TimedFinding>,
  anew: ReadonlySet<TimedFinding>,
  keyOf: (finding: TimedFinding) => string,
  pair: (before: TimedFinding, now: TimedFinding) => void,
): void {
  const waiting = new Map<string, TimedFinding[]>();
  for (const one of old) {
    const key = keyOf(one);
    const list = waiting.get(key);
    if (list) list.push(one);
    else waiting.set(key, [one]);
  }
  for (const one of [...anew]) {
    const match = waiting.get(keyOf(one))?.shift();
    if (match) pair(match, one);
  }
}

/** The pairs of one document or theme that are alike, the most alike first. */
function alike(old: readonly TimedFinding[], anew: readonly TimedFinding[]): [TimedFinding, TimedFinding][] {
  const words = new Map([...old, ...anew].map((one) => [one, wordSet(one.finding.words)]));
  const none = new Set<string>();
  const pairs = old.flatMap((a) =>
    anew
      .filter((b) => a.document.uri === b.document.uri || (a.theme && a.theme === b.theme))
      .map((b) => ({ a, b, share: likeness(words.get(a) ?? none, words.get(b) ?? none) })),
  );
  return pairs
    .filter(({ share }) => share >= changedFrom)
    .sort((one, other) => other.share - one.share)
    .map(({ a, b }) => [a, b]);
}

function said({ finding }: TimedFinding): string {
  return `${finding.kind}\n${fold(finding.words)}`;
}

function fold(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** What a finding cites, each thing once, in an order of its own: how a list is split up does not matter. */
function citedIn({ document, finding }: TimedFinding): readonly string[] {
  const print = ({ prefix, id }: CitedId): string => printId(prefix, id);
  const cited = finding.citations.flatMap(({ kind, parts, span, malformed }) => {
    if (malformed) return [slice(document.text, span)];
    return parts.map(({ from, to }) => `${keywords[kind]} ${print(from)}${to ? `-${print(to)}` : ''}`);
  });
  return [...new Set(cited)].sort();
}

/*
 * Marks behind `@`: who wrote a finding, who leads on an action and by when. The team's initials come from the cover,
 * leads and days from what the actions of the review say already, and days are counted from today, which only the host
 * knows. Elsewhere an `@` is a reviewer's own.
 */
import { isQuicklyCounted } from '../../coverage/states';
import { addDays, addMonths, dayInWords, readDay, readLastDay, weekdayOf, type Day } from '../../text/date';
import { summarise } from '../../review/summary';
import { kindOfHeading, type SectionKind } from '../../syntax/sectionKind';
import { findAnnotations, type AnnotationName } from '../../syntax/annotations';
import type { Review } from '../../review/review';
import { span, touches } from '../../text/span';
import { sortKey, type CompletionItem } from './item';
import { lineBefore, trimEndOf } from '../../text/ends';

/** What can be offered: the words to insert, and what they mean. */
interface Choice {
  readonly label: string;
  readonly text: string;
  readonly detail?: string;
  readonly description?: string;
  readonly isFollowed?: boolean;
}

/** How far from today a date is offered, in months. */
const months = [
  [1, 'in one month'],
  [3, 'in three months'],
  [6, 'in half a year'],
  [12, 'in a year'],
] as const;

/** The marks, or values of one, that fit behind an `@` in a document; `today` is a day such as `2026-10-02`. */
export function completeAnnotation(
  { uri, text }: { readonly uri: string; readonly text: string },
  offset: number,
  review: Review,
  today: string | undefined,
): CompletionItem[] {
  const line = lineBefore(text, offset, 500);
  const inside = /(?:^|[\s(])@(by|lead|due)\(((?:[^()]|\([^()]*\))*(?:\([^()]*)?)$/i.exec(line);
  const begun = /(?:^|[\s(])@([a-z]*)$/i.exec(line);
  if ((!inside && !begun) || !isInItem(text, offset)) return [];
  const kind = sectionKindAt(text, offset);
  const isFinding = kind === 'strengths' || kind === 'development';
  if (!isFinding && kind !== 'actions') return [];
  const said: Said = { text, set: review, others: marksOfOthers(review, uri, text, offset), today };
  if (inside) {
    const [, name = '', typed = ''] = inside;
    const rest = /^[^()\r\n@[\]]*(?=\))/.exec(text.slice(offset, offset + 200))?.[0];
    const close = rest === undefined ? ')' : '';
    const place = { start: offset - typed.length, end: offset + (rest?.length ?? 0) };
    const choices = valuesOf(name.toLowerCase() as AnnotationName, typed, said);
    return toItems(
      choices.map((choice) => ({ ...choice, text: `${choice.text}${close}` })),
      place,
    );
  }
  const typed = begun?.[1] ?? '';
  const rest = /^[a-z]*/i.exec(text.slice(offset, offset + 20))?.[0] ?? '';
  if (text[offset + rest.length] === '(') return [];
  const names: readonly AnnotationName[] = isFinding ? ['by'] : ['lead', 'due'];
  const choices = names.flatMap((name): Choice[] => {
    const values = name === 'lead' ? [] : valuesOf(name, '', said);
    const whole = values.map((value) => {
      return { ...value, label: `@${name}(${value.label})`, text: `@${name}(${value.text})` };
    });
    return whole.length > 0 ? whole : [{ label: `@${name}(…)`, text: `@${name}(`, isFollowed: true }];
  });
  return toItems(choices, { start: offset - typed.length - 1, end: offset + rest.length });
}

/** What values are chosen from: `others` are the marks of the review but for the one that is typed. */
interface Said {
  readonly text: string;
  readonly set: Review;
  readonly others: readonly { readonly name: AnnotationName; readonly value: string; readonly day?: Day }[];
  readonly today: string | undefined;
}

/** Those of the document itself come from its text; those of other documents from their summaries. */
function marksOfOthers(review: Review, uri: string, text: string, offset: number): Said['others'] {
  const own = findAnnotations(text)
    .filter(({ span: place }) => !touches(place, offset))
    .map((mark) => ({ ...mark, ...dayOf(mark.value) }));
  const documents = isQuicklyCounted(review)
    ? review.documents.filter((document) => document.uri !== uri)
    : [];
  const actions = documents.flatMap((document) => summarise(document, review.context).actions);
  return [...own, ...actions.flatMap(({ leads, dues }) => [...leads, ...dues])];
}

function dayOf(value: string): { day?: Day } {
  const day = readDay(value);
  return day === undefined ? {} : { day };
}

function valuesOf(name: AnnotationName, typed: string, { set: review, others, today }: Said): Choice[] {
  if (name === 'by')
    return review.settings.team.map(({ initials, name: person }) => {
      const { value } = initials;
      return { label: value, text: value, ...(person !== undefined && { detail: ` ${person}` }) };
    });
  if (name === 'lead') {
    const leads = others.filter((mark) => mark.name === 'lead' && mark.value !== '');
    return countEach(leads.map(({ value }) => value)).map(([value, count]) => {
      return { label: value, text: value, detail: ` leads ${count} ${count === 1 ? 'action' : 'actions'}` };
    });
  }
  const written = readDay(typed) ?? readLastDay(typed);
  const own = written === undefined || written === typed ? [] : [toChoice(written)];
  const used = countEach(others.flatMap(({ name: other, day }) => (other === 'due' && day ? [day] : [])))
    .map(([day]) => day)
    .filter((day) => today === undefined || day >= today)
    .sort();
  const later = today === undefined ? [] : daysFrom(today);
  const choices = [
    ...own,
    ...later.map(([day, words]) => toChoice(day, words)),
    ...used.map((day) => toChoice(day, 'as in another action')),
  ];
  return choices.filter(({ text }, i) => choices.findIndex((other) => other.text === text) === i);
}

function toChoice(day: Day, words?: string): Choice {
  const detail = words !== undefined && { detail: ` ${words}` };
  return { label: day, text: day, description: dayInWords(day), ...detail };
}

/** Days on which people work, some months from a day, and the end of the financial year. */
function daysFrom(today: Day): [day: Day, words: string][] {
  const later = months.map(([count, words]): [Day, string] => [workday(addMonths(today, count)), words]);
  const year = Number(today.slice(0, 4)) + (today.slice(5) < '03-31' ? 0 : 1);
  return [...later, [`${String(year).padStart(4, '0')}-03-31`, 'the end of the financial year']];
}

/** The day itself, or the Monday behind its weekend. */
function workday(day: Day): Day {
  return addDays(day, { 0: 1, 6: 2 }[weekdayOf(day)] ?? 0);
}

/** Each of some words with how often it stands there, the most frequent first. */
function countEach(words: readonly string[]): [word: string, count: number][] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** Whether the paragraph around an offset is a list item's. */
function isInItem(text: string, offset: number): boolean {
  const lines = text
    .slice(Math.max(0, offset - 4000), offset)
    .split(/\r\n|\n|\r/)
    .reverse();
  const end = lines.findIndex((line) => line.trim() === '');
  const own = end < 0 ? lines : lines.slice(0, end);
  return own.some((line) => /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line)) || /^[ \t]/.test(lines[0] ?? '');
}

/** The text without what is in square brackets. */
function withoutBrackets(text: string): string {
  let bare = '';
  let at = 0;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', at)) {
    const close = text.indexOf(']', open);
    if (close < 0) break;
    bare += text.slice(at, open);
    at = close + 1;
  }
  return bare + text.slice(at);
}

/** The text of a heading without the number signs that may close it. */
function withoutClosing(heading: string): string {
  const whole = trimEndOf(heading, /[ \t]/);
  const bare = trimEndOf(whole, /#/);
  return bare.length < whole.length && /[ \t]$/.test(bare) ? trimEndOf(bare, /[ \t]/) : heading;
}

/** What the headings above an offset make of its items, told from their lines. */
function sectionKindAt(text: string, offset: number): SectionKind {
  const headings = [...text.slice(0, offset).matchAll(/^ {0,3}(#{1,6})[ \t]+([^\r\n]*)/gm)].reverse();
  let level = 7;
  for (const [, marks = '', words = ''] of headings) {
    if (marks.length >= level) continue;
    level = marks.length;
    const kind = kindOfHeading(withoutClosing(withoutBrackets(words)));
    if (kind) return kind;
  }
  return 'narrative';
}

function toItems(
  choices: readonly Choice[],
  { start, end }: { start: number; end: number },
): CompletionItem[] {
  return choices.map(({ label, text, detail, description, isFollowed }, i) => ({
    label,
    ...(detail !== undefined && { detail }),
    ...(description !== undefined && { description }),
    kind: 'mark',
    // A day can be found by its words, as `three` or `Monday`.
    filterText: description === undefined ? label : `${label}${detail ?? ''} ${description}`,
    sortText: sortKey(0, i),
    edit: { span: span(start, end), text },
    ...(isFollowed && { isFollowed }),
  }));
}

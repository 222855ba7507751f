/*
 * Marks behind `@`: who wrote a finding, who leads on an action and by when. The team's initials come from the cover,
 * leads from what the document says already, and dates are counted from today, which only the host knows. Elsewhere an
 * `@` is a reviewer's own.
 */
import { kindOfHeading, type SectionKind } from '../heading';
import { findMarks } from '../marks';
import type { ReviewSet } from '../reviewSet';
import { span } from '../span';
import { sortKey, type CompletionItem } from './completionItem';

/** What can be offered: the words to insert, and what they mean. */
interface Choice {
  readonly label: string;
  readonly text: string;
  readonly detail?: string;
  readonly isFollowed?: boolean;
}

/** How far from today a date is offered, in months. */
const months = [
  [1, 'in one month'],
  [3, 'in three months'],
  [6, 'in half a year'],
] as const;

/** The marks, or values of one, that fit behind an `@`; `today` is a day such as `2026-10-02`. */
export function completeMark(
  text: string,
  offset: number,
  set: ReviewSet,
  today: string | undefined,
): CompletionItem[] {
  const line = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - 500), offset))?.[0] ?? '';
  const inside = /(?:^|[\s(])@(by|lead|due)\(([^()]*)$/i.exec(line);
  const begun = /(?:^|[\s(])@([a-z]*)$/i.exec(line);
  if ((!inside && !begun) || !isInItem(text, offset)) return [];
  const kind = sectionKindAt(text, offset);
  const isFinding = kind === 'strengths' || kind === 'development';
  if (!isFinding && kind !== 'actions') return [];
  if (inside) {
    const [, name = '', typed = ''] = inside;
    const rest = /^[^()\r\n@[\]]*(?=\))/.exec(text.slice(offset, offset + 200))?.[0];
    const close = rest === undefined ? ')' : '';
    const place = { start: offset - typed.length, end: offset + (rest?.length ?? 0) };
    const choices = valuesOf(name.toLowerCase(), typed, text, set, today);
    return toItems(
      choices.map((choice) => ({ ...choice, text: `${choice.text}${close}` })),
      place,
    );
  }
  const typed = begun?.[1] ?? '';
  const rest = /^[a-z]*/i.exec(text.slice(offset, offset + 20))?.[0] ?? '';
  if (text[offset + rest.length] === '(') return [];
  const names = isFinding ? ['by'] : ['lead', 'due'];
  const choices = names.flatMap((name): Choice[] => {
    const values = name === 'lead' ? [] : valuesOf(name, '', text, set, today);
    const whole = values.map((value) => {
      return { ...value, label: `@${name}(${value.label})`, text: `@${name}(${value.text})` };
    });
    return whole.length > 0 ? whole : [{ label: `@${name}(…)`, text: `@${name}(`, isFollowed: true }];
  });
  return toItems(choices, { start: offset - typed.length - 1, end: offset + rest.length });
}

function valuesOf(
  name: string,
  typed: string,
  text: string,
  set: ReviewSet,
  today: string | undefined,
): Choice[] {
  if (name === 'by')
    return set.settings.team.map(({ initials, name: person }) => {
      const { value } = initials;
      return { label: value, text: value, ...(person !== undefined && { detail: ` ${person}` }) };
    });
  if (name === 'lead') {
    const said = findMarks(text).filter((mark) => mark.name === 'lead' && mark.value !== typed.trim());
    const leads = [...new Set(said.map(({ value }) => value))].filter((value) => value !== '');
    return leads.map((value) => ({ label: value, text: value }));
  }
  const written = readDay(typed);
  const own = written === undefined || written === typed ? [] : [{ label: written, text: written }];
  const later =
    today === undefined
      ? []
      : months.map(([count, words]) => {
          const day = addMonths(today, count);
          return { label: day, text: day, detail: ` ${words}` };
        });
  return [...own, ...later];
}

/** A day as it is written here, `15.11.26` or `15/11/2026`, in the form that is read everywhere. */
function readDay(written: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(written.trim()) ?? [];
  const whole = `${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year !== '' && Number(day) <= daysIn(whole) && Number(day) > 0 ? whole : undefined;
}

/** The same day some months later, or the last of that month. */
function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const total = year * 12 + month - 1 + count;
  const begun = `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
  return `${begun}-${String(Math.min(date, daysIn(begun))).padStart(2, '0')}`;
}

/** How many days the month of a day has; none for a month that there is not. */
function daysIn(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
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

/** What the headings above an offset make of its items, told from their lines. */
function sectionKindAt(text: string, offset: number): SectionKind {
  const headings = [...text.slice(0, offset).matchAll(/^ {0,3}(#{1,6})[ \t]+([^\r\n]*)/gm)].reverse();
  let level = 7;
  for (const [, marks = '', words = ''] of headings) {
    if (marks.length >= level) continue;
    level = marks.length;
    const kind = kindOfHeading(words.replace(/\[[^\]]*\]/g, '').replace(/[ \t]+#+[ \t]*$/, ''));
    if (kind) return kind;
  }
  return 'narrative';
}

function toItems(
  choices: readonly Choice[],
  { start, end }: { start: number; end: number },
): CompletionItem[] {
  return choices.map(({ label, text, detail, isFollowed }, i) => ({
    label,
    ...(detail !== undefined && { detail }),
    kind: 'mark',
    filterText: label,
    sortText: sortKey(0, i),
    edit: { span: span(start, end), text },
    ...(isFollowed && { isFollowed }),
  }));
}

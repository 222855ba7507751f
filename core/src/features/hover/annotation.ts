/*
 * What a mark says, in Markdown: who a lead is and on what else they lead, which weekday a date is and how long it is
 * until then, whose initials stand in `@by(…)`. How long it is only those know who are told what day it is today.
 */
import { countOf } from '../../coverage/labels';
import { dayInWords, daysBetween, type Day } from '../../text/date';
import type { Document } from '../../document/document';
import { summarise, type SummaryAction } from '../../review/summary';
import { findAnnotations } from '../../syntax/annotations';
import type { Due } from '../../document/fragment';
import { documentPath, type Review } from '../../review/review';
import { slice, touches, type Span } from '../../text/span';
import { literal, shorten } from '../text';

/** How many of somebody's actions are listed. */
const listedActions = 8;

/** What the mark at an offset says, and where it stands; undefined where there is none, or none that says anything. */
export function describeAnnotation(
  review: Review,
  document: Document,
  offset: number,
  today: Day | undefined,
): { readonly span: Span; readonly markdown: string } | undefined {
  const { actions, findings } = document.model;
  const action = actions.find((each) => touches(each.span, offset));
  const lead = action?.leads.find((mark) => touches(mark.span, offset));
  if (lead) return { span: lead.span, markdown: describeLead(review, lead.value) };
  const due = action?.dues.find((mark) => touches(mark.span, offset));
  if (due) return describeDue(due, today);
  const finding = findings.find((each) => each.by !== undefined && touches(each.span, offset));
  const marks = finding ? findAnnotations(slice(document.text, finding.span), finding.span.start) : [];
  const by = marks.find((mark) => mark.name === 'by' && touches(mark.span, offset));
  return by && { span: by.span, markdown: describeReviewer(review, by.value) };
}

function describeLead(review: Review, lead: string): string {
  const led = review.documents.flatMap((document) =>
    summarise(document, review.context)
      .actions.filter(({ leads }) => leads.some(({ value }) => isSame(value, lead)))
      .map((action) => describeAction(action, documentPath(review, document.uri))),
  );
  const more = led.length > listedActions ? [`- … and ${led.length - listedActions} more`] : [];
  const title = `**${literal(lead)}** leads on ${countOf(led.length, 'action')} of this review:`;
  return [title, [...led.slice(0, listedActions), ...more].join('\n')].join('\n\n');
}

function describeAction({ words, dues }: SummaryAction, path: string): string {
  const days = dues.map(({ day, value }) =>
    day === undefined ? literal(value) : dayInWords(day, 'en', false),
  );
  const when = days.length === 0 ? 'no date yet' : `by ${days.join(', ')}`;
  return `- ${literal(shorten(words, 80)) || '(no words yet)'} (${literal(path)}, ${when})`;
}

function describeDue(
  { day, span }: Due,
  today: Day | undefined,
): { span: Span; markdown: string } | undefined {
  if (day === undefined) return undefined;
  const distance = today === undefined ? [] : [howLong(daysBetween(today, day))];
  return { span, markdown: [`**${dayInWords(day)}**`, ...distance].join('\n\n') };
}

/** `In 43 days, about 6 weeks.` */
function howLong(days: number): string {
  const near: Readonly<Record<number, string>> = { [-1]: 'Yesterday.', 0: 'Today.', 1: 'Tomorrow.' };
  const known = near[days];
  if (known !== undefined) return known;
  const count = Math.abs(days);
  const about = count < 14 ? '' : `, about ${roughly(count)}`;
  return days > 0 ? `In ${count} days${about}.` : `${count} days ago${about}.`;
}

function roughly(days: number): string {
  if (days < 70) return countOf(Math.round(days / 7), 'week');
  if (days < 700) return countOf(Math.round(days / 30.44), 'month');
  return countOf(Math.round(days / 365.25), 'year');
}

function describeReviewer(review: Review, initials: string): string {
  const member = review.settings.team.find((each) => each.initials.value === initials);
  if (!member) return `**${literal(initials)}** is not in the team of the cover.`;
  const { name, role } = member;
  const who = name === undefined ? `**${literal(initials)}**` : `**${literal(name)}** (${literal(initials)})`;
  return role === undefined ? who : `${who}, ${literal(role)}`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

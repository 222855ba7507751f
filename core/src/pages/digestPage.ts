/*
 * A digest as one page: its headings, sentences and lists, in the order in which they are read. Markdown and the
 * preview print the same page, so that both say the same. Every text here is plain words, a reviewer's or ours;
 * making it harmless is the printers' work.
 */
import { describeSides } from '../checks/oneSidedStandard';
import { describeGaps } from '../checks/uncoveredStandards';
import { listWords } from '../text/lists';
import { printCoverageLine } from '../coverage/coverage';
import { capital, countOf, kindWords } from '../coverage/labels';
import { shorten } from '../features/text';
import { nameMember } from '../review/leads';
import { documentName, type Review } from '../review/review';
import { excludedBy, reasonOf } from '../review/scope';
import type { Span } from '../text/span';
import type { TimedFinding } from './changes';
import type { Digest, DigestEntry, SilentElement, ThemeEntries } from './digest';

/** A line of a list. */
export interface PageItem {
  /** Says what it is, before its words. */
  readonly label: string;
  readonly words: string;
  /** The finding that the words are those of. */
  readonly finding?: TimedFinding;
  /** Where it can be read; undefined for what is not there any more. */
  readonly place?: { readonly uri: string; readonly span: Span };
  /** What it was before. */
  readonly before?: PageItem;
}

export interface PageSection {
  readonly key: string;
  readonly title: string;
  /** Sentences in front of the list. */
  readonly sentences: readonly string[];
  readonly items: readonly PageItem[];
  readonly sections: readonly PageSection[];
}

export interface DigestPage {
  readonly set: Review;
  readonly title: string;
  readonly subject?: string;
  readonly sentences: readonly string[];
  readonly sections: readonly PageSection[];
}

/** The page of a digest. */
export function digestPage(digest: Digest): DigestPage {
  const { set: review, coverage } = digest;
  const subject = review.settings.subject?.value;
  return {
    set: review,
    title: `Today’s findings: ${review.title}`,
    ...(subject !== undefined && subject !== review.title && { subject }),
    sentences: [printHistory(digest), printCounts(digest), `${printCoverageLine(coverage)}.`],
    sections: [
      ...newSections(digest),
      ...removedSections(digest),
      gapSection(digest),
      ...oneSidedSections(digest),
      ...singleSourceSections(digest),
      silentSection(digest),
      ...scopeSections(digest),
    ],
  };
}

function printHistory({ set: review, asked, history }: Digest): string {
  const { today, since } = asked;
  const written = `Put together on ${today}.`;
  if (history.kind === 'dates') {
    const { documents } = history;
    const days = [...new Set(documents.map(({ day }) => day))].sort();
    const named = days.map((day) => {
      const names = documents
        .filter((one) => one.day === day)
        .map((one) => documentName(review, one.document.uri));
      return `${listWords(names)} (${day})`;
    });
    const verb = documents.length === 1 ? 'It is' : 'They are';
    const what = documents.length === 0 ? 'There are none.' : `${verb} ${named.join('; ')}.`;
    return `${written} There is no history here, so whole documents dated since ${since} are shown. ${what}`;
  }
  const { state } = history;
  if (state === undefined)
    return `${written} Since ${since} everything is new: the history holds nothing from before.`;
  return `${written} What is new and changed since ${since} was found by comparing with ${state}.`;
}

function printCounts({ counts, removed, history }: Digest): string {
  if (history.kind === 'dates') return `${countOf(counts.dated, 'finding')} in these documents.`;
  const gone = removed.length;
  if (counts.new + counts.changed + gone === 0) return 'No finding is new, changed or gone.';
  return `${countOf(counts.new, 'new finding')}, ${counts.changed} changed, ${gone} gone.`;
}

function newSections({ set: review, themes, history }: Digest): PageSection[] {
  if (themes.length === 0) return [];
  const title = history.kind === 'dates' ? 'Findings' : 'New and changed';
  return [
    {
      key: 'new',
      title,
      sentences: [],
      items: [],
      sections: themes.map((theme) => themeSection(review, theme)),
    },
  ];
}

function themeSection(review: Review, { theme, reviewers }: ThemeEntries): PageSection {
  // Two catalogues may both have a theme 1.
  const key = `new ${theme ? `${theme.id} ${theme.title}` : ''}`;
  const sections = reviewers.map(({ reviewer, entries }) =>
    section(`${key} ${reviewer ?? ''}`, reviewerTitle(review, reviewer), entries.map(entryItem)),
  );
  const title = theme ? `Theme ${theme.id}: ${theme.title}` : 'Without a theme';
  return { key, title, sentences: [], items: [], sections };
}

function reviewerTitle({ settings }: Review, reviewer: string | undefined): string {
  if (reviewer === undefined) return 'No initials given';
  const name = settings.team.find(({ initials }) => initials.value === reviewer)?.name;
  return name === undefined ? reviewer : `${reviewer}, ${name}`;
}

function entryItem({ change, now, before }: DigestEntry): PageItem {
  const kind = kindWords[now.finding.kind];
  const turned = before !== undefined && before.finding.kind !== now.finding.kind;
  const label = {
    new: `New ${kind}`,
    changed: turned ? `Now ${kind === 'strength' ? 'a' : 'an'} ${kind}` : `Changed ${kind}`,
    dated: capital(kind),
  }[change];
  return {
    ...findingItem(label, now),
    place: { uri: now.document.uri, span: now.finding.span },
    ...(before && {
      before: findingItem(turned ? `Before, ${kindWords[before.finding.kind]}` : 'Before', before),
    }),
  };
}

function findingItem(label: string, finding: TimedFinding): PageItem {
  return { label, words: finding.finding.words, finding };
}

function removedSections({ set: review, removed }: Digest): PageSection[] {
  if (removed.length === 0) return [];
  const items = removed.map((one) => {
    const { finding, document, reviewer } = one;
    const kind = kindWords[finding.kind];
    const by = reviewer === undefined ? '' : ` by ${reviewer}`;
    return findingItem(`${capital(kind)}${by}, in ${documentName(review, document.uri)}`, one);
  });
  const sentence = 'These words stood in the review before and stand in it no more.';
  return [{ ...section('gone', 'Gone', items), sentences: [sentence] }];
}

function gapSection({ gaps }: Digest): PageSection {
  const items = gaps.map((gap): PageItem => {
    const { document, span } = gap.place;
    return { label: '', words: describeGaps(gap), place: { uri: document.uri, span } };
  });
  return section('gaps', 'Not addressed yet', items, 'Every element and standard in scope is addressed.');
}

function oneSidedSections({ oneSided }: Digest): PageSection[] {
  if (!oneSided) return [];
  const items = oneSided.map((theme): PageItem => {
    const { document, span } = theme.place;
    return { label: '', words: describeSides(theme), place: { uri: document.uri, span } };
  });
  return [section('one-sided', 'One-sided so far', items, 'No standard has findings of one kind only.')];
}

function singleSourceSections({ singleSource }: Digest): PageSection[] {
  if (!singleSource) return [];
  const items = singleSource.map(({ found, kind, evidence }): PageItem => {
    const { document, finding, reviewer } = found;
    const by = reviewer === undefined ? '' : `, ${reviewer}`;
    const label = `${capital(kind)} only (${evidence.join(', ')})${by}`;
    return { label, words: shorten(finding.words, 100), place: { uri: document.uri, span: finding.span } };
  });
  const title = 'On one kind of evidence only';
  return [section('single-source', title, items, 'No finding rests on one kind of evidence only.')];
}

function silentSection({ set: review, silent }: Digest): PageSection {
  const hasLeads = review.settings.team.some(({ leads }) => leads.length > 0);
  const none = hasLeads
    ? 'Every lead has written on what they lead on.'
    : 'The cover does not say who leads on what: “leads:” in its “team:” does.';
  return section('silent', 'Leads who have not written yet', silent.map(silentItem), none);
}

function silentItem({ element, leads, others }: SilentElement): PageItem {
  const names = leads.map(nameMember);
  const verb = leads.length === 1 ? 'leads and has' : 'lead and have';
  const rest =
    others.length === 0
      ? 'nor has anybody else'
      : `${listWords(others)} ${others.length === 1 ? 'has' : 'have'}`;
  const words = `${listWords(names)} ${verb} written no finding on it yet; ${rest}.`;
  return { label: `Element ${element.id}, ${element.title}`, words };
}

function scopeSections({ set: review }: Digest): PageSection[] {
  const items = review.settings.exclusions.map((exclusion): PageItem => {
    return {
      label: excludedBy(review, exclusion),
      words: reasonOf(exclusion),
      place: { uri: review.cover.uri, span: exclusion.span },
    };
  });
  return items.length === 0 ? [] : [section('scope', 'Out of scope', items)];
}

function section(key: string, title: string, items: readonly PageItem[], none?: string): PageSection {
  const sentences = items.length === 0 && none !== undefined ? [none] : [];
  return { key, title, sentences, items, sections: [] };
}

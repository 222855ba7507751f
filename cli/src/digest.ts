/*
 * `critical-friend digest`: what is new and changed in reviews since a day or a revision. Where a review is kept in
 * a git repository, the texts of that time are compared; elsewhere the days on which its documents were written say
 * which to show. The value is what `--format json` prints.
 */
import { stat } from 'node:fs/promises';
import {
  digest,
  digestPage,
  folderOf,
  printDigestMarkdown,
  type Asked,
  type Digest,
  type TimedFinding,
  type Earlier,
  type Review,
} from '../../core/src';
import { linesOf, toRange, utf16 } from '../../server/src/lsp/positions';
import { pathOf } from '../../server/src/lsp/uris';
import type { Calendar } from '../../server/src/hosts/localDate';
import { printCoverFaults } from './coverFaults';
import { load, noReview } from './load/load';
import { findRepository, type Commit, type Repository } from './repository';
import { readSince, type Since } from './since';
import { CannotRun, plain, type Shipped, type Terminal } from './terminal';
import { readLimit, TimedWorkspace } from './load/timed';

/** What is asked of `digest` besides the paths. */
export interface DigestOptions {
  readonly since: string | undefined;
  readonly calendar: Calendar;
  /** Whether files outside the folders that a cover names are left out too. */
  readonly inside?: boolean;
}

interface CountedFinding {
  readonly kind: 'strength' | 'development';
  readonly file: string;
  readonly reviewer: string | null;
  readonly words: string;
  /** As written. */
  readonly citations: readonly string[];
}
interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What `digest` prints. Line and character are zero-based, in UTF-16 units; days are `2026-10-02`. */
export interface DigestReport {
  readonly schemaVersion: 1;
  readonly today: string;
  readonly since: string;
  readonly reviews: readonly {
    readonly cover: string;
    readonly title: string;
    /** What was compared with; `commit` is null where the history holds nothing from before. */
    readonly history:
      | { readonly kind: 'git'; readonly commit: string | null }
      | { readonly kind: 'dates'; readonly documents: readonly { file: string; date: string }[] };
    readonly inScope: number;
    readonly excluded: number;
    readonly covered: number;
    readonly findings: readonly (CountedFinding & {
      readonly change: 'new' | 'changed' | 'dated';
      readonly range: Range;
      readonly theme: string | null;
      readonly before: CountedFinding | null;
    })[];
    readonly removed: readonly CountedFinding[];
    readonly gaps: readonly { theme: string; elements: readonly string[]; standards: readonly string[] }[];
    readonly oneSided: readonly { standard: string; only: 'strength' | 'development' }[];
    readonly singleSource: readonly (CountedFinding & {
      evidenceKind: string;
      evidence: readonly string[];
    })[];
    readonly silentLeads: readonly {
      element: string;
      leads: readonly string[];
      reviewers: readonly string[];
    }[];
  }[];
}

/** A review with its digest; paths are as the user would write them. */
export interface ReviewDigest {
  readonly digest: Digest;
  readonly commit?: Commit;
  readonly show: (uri: string) => string;
}

/** All digests of one run. */
export interface Digests {
  readonly asked: Asked;
  readonly reviews: readonly ReviewDigest[];
}

/** The digests of the reviews at `paths`. */
export async function readDigests(
  paths: readonly string[],
  { since: given, calendar, inside = false }: DigestOptions,
  terminal: Terminal,
  shipped: readonly Shipped[],
): Promise<Digests> {
  const since = readSince(given, calendar);
  const { snapshot, sets, show } = await load(paths, terminal, shipped, { inside });
  if (sets.length === 0) throw noReview(paths);
  printCoverFaults(sets, snapshot, show, terminal);
  const asked: Asked = { today: calendar.today, since: since.words };
  const reviews: ReviewDigest[] = [];
  for (const set of sets) {
    const { earlier, commit } = await lookBack(set, since, calendar, terminal);
    reviews.push({ digest: digest(snapshot, set, earlier, asked), ...(commit && { commit }), show });
  }
  return { asked, reviews };
}

interface LookedBack {
  readonly earlier: Earlier;
  readonly commit?: Commit;
}

async function lookBack(
  set: Review,
  since: Since,
  calendar: Calendar,
  terminal: Terminal,
): Promise<LookedBack> {
  const folder = pathOf(folderOf(set.cover.uri)) ?? '';
  const found = await findRepository(folder);
  if (found && 'why' in found) {
    const refused = `The git history of "${plain(found.root)}" is not read: the folder ${found.why}.`;
    if (since.kind !== 'day')
      throw new CannotRun(
        `${refused} Give a day such as ${calendar.today}, or a copy of the repository that is yours.`,
      );
    terminal.stderr.write(
      `critical-friend: ${refused} The days on which documents were written are used instead.\n`,
    );
  }
  const repository = found && 'why' in found ? undefined : found;
  try {
    const head = repository && (await repository.head());
    if (repository && head && (await isKept(set, repository, head, folder))) {
      const commit =
        since.kind === 'day'
          ? await repository.before(calendar.startOf(since.day))
          : await repository.revision(since.words);
      const earlier = await textsOf(repository, commit, folder, calendar, readLimit(terminal.readSeconds));
      return { ...(commit && { commit }), earlier };
    }
  } catch (failure) {
    if (failure instanceof CannotRun) throw failure;
    throw new CannotRun(
      `The git history of "${plain(folder)}" cannot be read. Try whether "git log" can, or give a folder without one.`,
    );
  }
  if (since.kind === 'day')
    return { earlier: { kind: 'dates', since: since.day, written: await writtenDays(set, calendar) } };
  throw new CannotRun(
    repository
      ? `The review "${plain(set.title)}" is in no commit yet, so there is nothing to find "${since.words}" in. Commit it, or give a day such as ${calendar.today}.`
      : `"${plain(folder)}" is not in a git repository, so "${since.words}" means nothing here. Give a day such as ${calendar.today}.`,
  );
}

/** Whether the review is kept in the repository, and does not only lie in its folder. */
async function isKept(set: Review, repository: Repository, head: Commit, folder: string): Promise<boolean> {
  const kept = await repository.documents(head, folder);
  return set.documents.some(({ uri }) => kept.has(uri));
}

async function textsOf(
  repository: Repository,
  commit: Commit | undefined,
  folder: string,
  calendar: Calendar,
  limit: number,
): Promise<Earlier> {
  if (!commit) return { kind: 'texts', documents: new Map() };
  const timed = new TimedWorkspace([]);
  for (const [uri, text] of await repository.documents(commit, folder)) timed.setFile(uri, text);
  // Without one of them, everything in it would seem to be new.
  for (const uri of timed.readAll(limit))
    throw new CannotRun(
      `"${plain(pathOf(uri) ?? uri)}" of commit ${commit.hash.slice(0, 7)} could not be read within ${limit} seconds. Compare with another time.`,
    );
  const { workspace } = timed;
  const state = `commit ${commit.hash.slice(0, 7)} of ${calendar.dayOf(commit.time)}`;
  return { kind: 'texts', documents: workspace.snapshot().documents, state };
}

async function writtenDays(set: Review, calendar: Calendar): Promise<ReadonlyMap<string, string>> {
  const days = set.documents.map(async ({ uri }): Promise<[string, string] | []> => {
    const found = await stat(pathOf(uri) ?? '').catch(() => undefined);
    return found ? [uri, calendar.dayOf(found.mtime)] : [];
  });
  return new Map((await Promise.all(days)).filter((day) => day.length === 2));
}

/** The digests as numbers and words. */
export function toDigestReport({ asked, reviews }: Digests): DigestReport {
  return { schemaVersion: 1, ...asked, reviews: reviews.map(toReview) };
}

/** The digests as pages of Markdown. */
export function printDigests({ reviews }: Digests): string {
  return reviews
    .map(({ digest: found }) => {
      const texts = new Map(found.set.documents.map((document) => [document.uri, document]));
      const lineOf = linesOf({ document: (uri) => texts.get(uri) });
      return printDigestMarkdown(digestPage(found), lineOf);
    })
    .join('\n');
}

function toReview({ digest: found, commit, show }: ReviewDigest): DigestReport['reviews'][number] {
  const { set, history, coverage, gaps, oneSided, singleSource, silent, removed } = found;
  const { inScope, excluded, covered } = coverage;
  const counted = ({ document, finding, reviewer, citations }: TimedFinding): CountedFinding => ({
    kind: finding.kind,
    file: show(document.uri),
    reviewer: reviewer ?? null,
    words: finding.words,
    citations,
  });
  const entries = found.themes.flatMap(({ reviewers }) => reviewers.flatMap((by) => by.entries));
  return {
    cover: show(set.cover.uri),
    title: set.title,
    history:
      history.kind === 'texts'
        ? { kind: 'git', commit: commit?.hash ?? null }
        : {
            kind: 'dates',
            documents: history.documents.map(({ document, day }) => ({
              file: show(document.uri),
              date: day,
            })),
          },
    inScope,
    excluded,
    covered,
    findings: entries.map(({ change, now, before }) => ({
      change,
      ...counted(now),
      range: toRange(utf16, now.document, now.finding.span),
      theme: now.theme?.id ?? null,
      before: before ? counted(before) : null,
    })),
    removed: removed.map(counted),
    gaps: gaps.map(({ theme, elements, standards }) => ({
      theme: theme.id,
      elements: elements.map(({ id }) => id),
      standards: standards.map(({ id }) => id),
    })),
    oneSided: (oneSided ?? []).flatMap(({ only }) =>
      (['strength', 'development'] as const).flatMap((kind) =>
        only[kind].map(({ id }) => ({ standard: id, only: kind })),
      ),
    ),
    singleSource: (singleSource ?? []).map(({ found: one, kind, evidence }) => ({
      ...counted(one),
      evidenceKind: kind,
      evidence,
    })),
    silentLeads: silent.map(({ element, leads, others }) => ({
      element: element.id,
      leads: leads.map(({ initials }) => initials.value),
      reviewers: others,
    })),
  };
}

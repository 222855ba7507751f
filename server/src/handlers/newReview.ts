/*
 * The requests behind *New Review…*: what a review can be made of, and the files of a new one. Nothing is written here;
 * the client does that, where it can be undone. A client that knows none of them loses the command and nothing more.
 */
import type * as lsp from 'vscode-languageserver';
import { newReview, readMember, type Snapshot } from '../../../core/src';
import { failureLine } from '../hosts/host';
import * as protocol from '../protocol';
import { normalUri } from '../lsp/uris';
import type { Asking } from './handler';

/** Answers what can be chosen, and the files that come of a choice. */
export function answerBeginning(connection: lsp.Connection, { answer, session }: Asking): void {
  const choices = answer('Choices for a new review', () => readChoices(session.now().snapshot));
  connection.onRequest(protocol.newReviewChoicesRequest, async () => {
    // In a window that was woken up by this question the catalogues of the folder are still being read.
    await session
      .whenAllRead()
      .catch((failure: unknown) => session.log(failureLine('Reading the folders', failure)));
    return choices(undefined);
  });
  connection.onRequest<protocol.NewReviewResult | null, unknown>(
    protocol.newReviewRequest,
    answer('New review', (params: protocol.NewReviewParams) => begin(session.now().snapshot, params)),
  );
}

/** The catalogues that have an id, each once, those that come with the product first. */
function readChoices({ shipped, catalogues }: Snapshot): protocol.NewReviewChoicesResult {
  const byId = new Map<string, protocol.ChosenStandards>();
  for (const { catalogue } of [...shipped, ...catalogues.values()]) {
    const { id, title, themes } = catalogue;
    if (id === '' || byId.has(id)) continue;
    const elements = themes.flatMap((theme) =>
      theme.elements.map((element) => ({ id: element.id, title: element.title, theme: theme.title })),
    );
    byId.set(id, { id, title, elements });
  }
  return { standards: [...byId.values()] };
}

function begin(snapshot: Snapshot, params: protocol.NewReviewParams): protocol.NewReviewResult {
  const reviewers: NonNullable<ReturnType<typeof readMember>>[] = [];
  for (const words of params.reviewers) {
    const member = readMember(
      words,
      reviewers.map(({ initials }) => initials),
    );
    if (member) reviewers.push(member);
  }
  const { title, subject, date, standards } = params;
  const exclusions = params.exclusions.map(({ id, reason }) => ({ kind: 'std' as const, ids: id, reason }));
  const plan = { title, subject, date, standards, reviewers, exclusions };
  const made = newReview(plan, normalUri(params.folder).replace(/\/$/, ''), snapshot);
  return 'refused' in made ? made : { files: made };
}

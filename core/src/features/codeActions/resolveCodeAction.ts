/*
 * Does what an offer named, on the snapshot of the moment in which it is taken: time may have passed since the light
 * bulb was opened, and somebody was asked for a reason. The answer is the edit, or in a sentence why there is none.
 */
import { citedAs, standardsOf } from '../../catalogue/index';
import type { Diagnostic, Fix, Refusal } from '../../text/diagnostic';
import { recordEditions } from '../../review/editions';
import type { Review } from '../../review/review';
import { addExclusion, commentExclusion, type ScopeEdit } from '../../settings/scopeEdit';
import { stubFor } from '../../coverage/findingStub';
import { isUnread } from '../../document/unread';
import type { Snapshot } from '../../review/snapshot';
import { diagnostics } from '../../diagnostics/diagnostics';
import { fixAll } from './fixAll';
import { fixesOf } from './quickFixes';
import { ignoreHere } from './suppressHere';
import { recordTitle, type Task } from './codeActions';

const changed: Refusal = {
  refused: 'The text has changed meanwhile, so nothing was done. Open the light bulb there again.',
};

/** The edit of a task in a file; `reason` is what somebody answered, if they were asked. */
export function resolveCodeAction(snapshot: Snapshot, uri: string, task: Task, reason = ''): Fix | Refusal {
  const review = snapshot.reviewOf(uri);
  if (!review) return changed;
  switch (task.do) {
    case 'fix': {
      const found = findDiagnostics(snapshot, uri, task);
      const offered = found.flatMap((diagnostic) => fixesOf(snapshot, uri, diagnostic));
      return offered.find(({ title }) => title === task.title) ?? changed;
    }
    case 'fixAll':
      return fixAll(snapshot, uri, task.code) ?? changed;
    case 'addFinding':
      return addFinding(snapshot, uri, review, task) ?? changed;
    case 'exclude':
      return inCover(review, `Exclude ${task.excluded.ids.join(', ')} from scope`, (text) =>
        addExclusion(text, task.excluded, reason),
      );
    case 'include': {
      const exclusion = review.settings.exclusions.find(({ span }) => span.start === task.start);
      if (!exclusion) return changed;
      return inCover(review, 'Include in the scope again', (text) => commentExclusion(text, exclusion.span));
    }
    case 'record':
      return inCover(review, recordTitle, (text) => recordEditions(text, review.catalogues));
    case 'ignore': {
      const [found] = findDiagnostics(snapshot, uri, task);
      return (found && ignoreHere(snapshot, uri, found, reason)) ?? changed;
    }
  }
}

function findDiagnostics(
  snapshot: Snapshot,
  uri: string,
  { code, start }: { readonly code: string; readonly start: number },
): Diagnostic[] {
  return diagnostics(snapshot, uri).filter((found) => found.code === code && found.span.start === start);
}

function addFinding(
  snapshot: Snapshot,
  uri: string,
  review: Review,
  { id, kind, heading }: Task & { do: 'addFinding' },
): Fix | undefined {
  const document = snapshot.documents.get(uri);
  const section = document?.model.sections.find((candidate) => candidate.heading.start === heading);
  if (!document || !section) return undefined;
  for (const file of review.catalogues) {
    const standard = standardsOf(file.catalogue).find(
      (candidate) => citedAs(file.catalogue, candidate) === id,
    );
    if (!standard) continue;
    return {
      title: `Add a finding for ${id}`,
      uri,
      ...stubFor(standard, file, kind, document, section.heading, review),
    };
  }
  return undefined;
}

function inCover({ cover }: Review, title: string, edit: (text: string) => ScopeEdit): Fix | Refusal {
  if (isUnread(cover))
    return { refused: 'The cover was left unread, so it was not changed. Choose Try Again in it first.' };
  const result = edit(cover.text);
  return 'refused' in result ? result : { title, uri: cover.uri, ...result };
}

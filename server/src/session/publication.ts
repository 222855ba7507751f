/*
 * What is published about the documents of a session: the diagnostics of each review, those of open documents first.
 */
import type * as lsp from 'vscode-languageserver';
import * as core from '../../../core/src';
import { failureLine } from '../hosts/host';
import { toPublished, type Context } from '../lsp/positions';
import { Publisher, type Extent, type Group } from './publishDiagnostics';

/** What publishing needs of a session. */
export interface Publication {
  readonly connection: lsp.Connection;
  snapshot(): core.Snapshot;
  openUris(): string[];
  /** How much may be said of a document. */
  extentOf(uri: string): Group['extent'];
  contextOf(snapshot: core.Snapshot): Context;
  /** A URI as the client wrote it. */
  printUri(uri: string): string;
  /** Called when everything has been published. */
  settled(): void;
  log(line: string): void;
}

/** Publishes the diagnostics of a session; `quietPeriod` is how long a text rests first, in milliseconds. */
export function createPublisher(publication: Publication, quietPeriod: number): Publisher<core.Snapshot> {
  return new Publisher<core.Snapshot>(
    {
      snapshot: () => publication.snapshot(),
      open: () => publication.openUris(),
      groupOf: (snapshot, uri) => groupOf(publication, snapshot, uri),
      groups: (snapshot) => groupsOf(publication, snapshot),
      identity: (snapshot, uri, extent) => {
        const version = snapshot.documents.get(uri)?.version ?? snapshot.catalogues.get(uri)?.version;
        return { of: diagnosticsOf(snapshot, uri, extent), version };
      },
      read: (snapshot, uri, extent) => {
        const text = snapshot.document(uri) ?? { uri, text: '' };
        return toPublished(publication.contextOf(snapshot), text, diagnosticsOf(snapshot, uri, extent));
      },
      send: (params) => {
        const uri = publication.printUri(params.uri);
        // A client that has gone takes nothing any more, and its door ends the process.
        publication.connection.sendDiagnostics({ ...params, uri }).catch(() => undefined);
      },
      settled: () => {
        publication.settled();
      },
      failed: (failure) => {
        publication.log(failureLine('Diagnostics', failure));
      },
    },
    quietPeriod,
  );
}

/** The documents that are read together with one, and how they are read. */
export function groupOf(publication: Publication, snapshot: core.Snapshot, uri: string): Group {
  const review = snapshot.reviewOf(uri);
  if (!review) return { uris: [uri], extent: 'all', read: () => [].values() };
  const uris = review.documents.map((document) => document.uri);
  return { uris, extent: publication.extentOf(uri), read: () => core.readAhead(review) };
}

/** Everything that diagnostics are published for, what is open first. */
function* groupsOf(publication: Publication, snapshot: core.Snapshot): Generator<Group> {
  const catalogues = [...snapshot.catalogues.keys()];
  const links = snapshot.looseLinks().flatMap(({ uri, isFolder }) => (isFolder ? [] : [uri]));
  yield { uris: [...catalogues, ...links], extent: 'all', read: () => [].values() };
  const wanted = publication.openUris().flatMap((uri) => snapshot.reviewOf(uri) ?? []);
  for (const review of new Set([...wanted, ...snapshot.reviews()]))
    yield groupOf(publication, snapshot, review.cover.uri);
}

function diagnosticsOf(snapshot: core.Snapshot, uri: string, extent: Extent): readonly core.Diagnostic[] {
  return extent === 'all' ? core.diagnostics(snapshot, uri) : core.ownDiagnostics(snapshot, uri);
}

/*
 * The request behind *Import Standards…*: a file of somebody's own as a catalogue. What reads such files is loaded when the
 * first is sent. Nothing is written here; the client does that, where it can be undone.
 */
import type * as lsp from 'vscode-languageserver';
import { countStandards } from '../../../core/src';
import { failureLine } from '../host';
import { printAccount } from '../importing/account';
import { importStandards, type Sources } from '../importing/importing';
import * as protocol from '../protocol';
import type { Asking } from './asking';

/** Answers what comes of a file; `loadSources` is called when the first one is sent. */
export function answerImporting(
  connection: lsp.Connection,
  { session }: Asking,
  loadSources: (() => Promise<Sources>) | undefined,
): void {
  connection.onRequest(
    protocol.importStandardsRequest,
    async (
      params: protocol.ImportStandardsParams,
      token: lsp.CancellationToken,
    ): Promise<protocol.ImportStandardsResult | null> => {
      session.admit(token);
      try {
        const sources = await loadSources?.();
        return sources ? read(sources, params) : null;
      } catch (failure) {
        session.log(failureLine('Import', failure));
        return null;
      }
    },
  );
}

function read(
  sources: Sources,
  { name, bytes, target }: protocol.ImportStandardsParams,
): protocol.ImportStandardsResult {
  const given = { name, bytes: Uint8Array.from(atob(bytes), (unit) => unit.charCodeAt(0)) };
  const imported = importStandards(sources, given, target.replace(/\.standards\.md$/i, ''));
  if ('refused' in imported) return imported;
  return {
    text: imported.text,
    standards: countStandards(imported.catalogue),
    toLookAt: imported.notes.length,
    page: printAccount(name, target, imported),
  };
}

/*
 * Work that may take longer than a reader should wait for a hover: printing a report and reading a file of another
 * program. What is asked and what is made are plain data, so that it can be done in another thread. How a thread is
 * started and ended is not known here.
 */
import {
  countStandards,
  reportPrinters,
  type CitationStyle,
  type Office,
  type PrintedFile,
  type Report,
} from '../../../core/src';
import { printAccount } from '../importing/account';
import { importStandards, type Sources } from '../importing/importing';
import { limits, tooLargeToImport } from '../importing/limits';
import type { ExportedFile, ImportStandardsParams, ImportStandardsResult } from '../protocol';
import { fromBase64, toBase64 } from './base64';

/** What each kind of work is given, and what comes of it. */
export interface JobKinds {
  readonly export: {
    readonly asked: { readonly format: string; readonly citations: CitationStyle; readonly report: Report };
    readonly made: readonly ExportedFile[];
  };
  readonly import: {
    readonly asked: ImportStandardsParams;
    readonly made: ImportStandardsResult;
  };
}
export type JobKind = keyof JobKinds;
export type Asked<K extends JobKind> = JobKinds[K]['asked'];
export type Made<K extends JobKind> = JobKinds[K]['made'];

/** How the large libraries are loaded, each when it is first needed; without one, its work cannot be done. */
export interface Libraries {
  readonly loadOffice?: (() => Promise<Office>) | undefined;
  readonly loadSources?: (() => Promise<Sources>) | undefined;
}

/** Does some work in the thread in which it is called. */
export const doJob: { readonly [K in JobKind]: (asked: Asked<K>, libraries: Libraries) => Promise<Made<K>> } =
  {
    async export({ format, citations, report }, { loadOffice }) {
      const printer = reportPrinters.find((each) => each.format === format);
      if (!printer) throw new Error('There is no such format.');
      const office = printer.needsOffice ? await loadOffice?.() : undefined;
      return (await printer.print(report, { citations, ...(office && { office }) })).map(exported);
    },

    async import({ name, bytes, target }, { loadSources }) {
      if (bytes.length > Math.ceil(limits.bytes / 3) * 4) return { refused: tooLargeToImport(name) };
      const sources = await loadSources?.();
      if (!sources) throw new Error('There is nothing that reads such files.');
      const given = { name, bytes: fromBase64(bytes) };
      const imported = importStandards(sources, given, target.replace(/\.standards\.md$/i, ''));
      if ('refused' in imported) return imported;
      return {
        text: imported.text,
        standards: countStandards(imported.catalogue),
        toLookAt: imported.notes.length,
        page: printAccount(name, target, imported),
      };
    },
  };

function exported({ name, content }: PrintedFile): ExportedFile {
  const named = name === undefined ? {} : { name };
  return typeof content === 'string' ? { ...named, text: content } : { ...named, base64: toBase64(content) };
}

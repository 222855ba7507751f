/*
 * Every shape with all that is done with it, and the few that each run of the tests tries.
 */
import * as core from '../../../core/src';
import { costOfReading, costsInCore, costsInServer, costsOfFew, spend, type Costs } from './drive';
import { fileShapes } from './files';
import { folderShapes } from './folders';
import type { Measured } from './measure';
import { writtenShapes, type Folder } from './shapes';

function sizeOf({ files }: Folder): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

/** Checks a folder from nothing, and gives the milliseconds. */
function check({ files }: Folder): number {
  return costOfReading(() => {
    const workspace = new core.Workspace([]);
    for (const [uri, text] of Object.entries(files)) workspace.setFile(uri, text);
    const snapshot = workspace.snapshot();
    for (const uri of Object.keys(files)) core.diagnostics(snapshot, uri);
  });
}

/** All shapes. */
export const growthShapes: readonly Measured[] = [
  ...[...writtenShapes, ...folderShapes].map(({ name, folder }): Measured => {
    return {
      name,
      size: (n) => sizeOf(folder(n)),
      first: (n) => check(folder(n)),
      costs: async (n, isWhole) => {
        const made = folder(n);
        if (!isWhole) return costsOfFew(made);
        return new Map([...(await costsInCore(made)), ...(await costsInServer(made))]);
      },
    };
  }),
  ...fileShapes.map(({ name, file, read, use }): Measured => {
    const cost = (n: number): number => {
      const bytes = file(n);
      return costOfReading(() => {
        read(bytes);
      });
    };
    return {
      name,
      size: (n) => file(n).length,
      first: cost,
      costs: async (n, isWhole) => {
        const costs: Costs = new Map([['import', cost(n)]]);
        const bytes = file(n);
        if (use && isWhole) await spend(costs, 'export docx', () => use(bytes));
        return costs;
      },
    };
  }),
];

/** Those that each run of the tests tries. */
export const few: readonly string[] = [
  'citations in one line',
  'headings, each with a finding',
  'ignore comments, each over a finding',
  'rows of evidence, each cited',
  'documents that a cover names',
  'themes of a catalogue',
  'styles of a reference document, each based on the one before',
  'rows of a table to import',
];

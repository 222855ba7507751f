/*
 * `critical-friend standards`: the shipped catalogues, to read or to build on. The value holds words and ids
 * only; the places that the core remembers with them mean nothing outside.
 */
import { readCatalogue, type Catalogue } from '../../core/src';
import type { Shipped } from './terminal';

interface Worded {
  readonly id: string;
  readonly text: string;
}

/** What `standards` prints. */
export interface StandardsReport {
  readonly schemaVersion: 1;
  readonly catalogues: readonly {
    readonly id: string;
    readonly title: string;
    readonly themes: readonly {
      readonly id: string;
      readonly title: string;
      readonly elements: readonly {
        readonly id: string;
        readonly title: string;
        readonly aliases: readonly string[];
        readonly standards: readonly (Worded & { readonly printed?: string })[];
        readonly probes: readonly Worded[];
        readonly sources: readonly Worded[];
      }[];
    }[];
  }[];
}

/** The shipped catalogues as a value. */
export function readStandards(shipped: readonly Shipped[]): StandardsReport {
  return { schemaVersion: 1, catalogues: shipped.map(({ text }) => toValue(readCatalogue(text))) };
}

function toValue({ id, title, themes }: Catalogue): StandardsReport['catalogues'][number] {
  return {
    id,
    title,
    themes: themes.map((theme) => ({
      id: theme.id,
      title: theme.title,
      elements: theme.elements.map((element) => ({
        id: element.id,
        title: element.title,
        aliases: element.aliases,
        standards: element.standards.map(({ printed, ...standard }) => ({
          ...worded(standard),
          ...(printed !== undefined && { printed }),
        })),
        probes: element.probes.map(worded),
        sources: element.sources.map(worded),
      })),
    })),
  };
}

function worded({ id, text }: Worded): Worded {
  return { id, text };
}

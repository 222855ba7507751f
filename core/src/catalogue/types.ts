/*
 * What a catalogue of standards is made of: a tree of themes, elements and what stands in them, each with its
 * place in the text. Types only; catalogue.ts reads them.
 */
import type { Diagnostic } from '../text/diagnostic';
import type { Span } from '../text/span';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Its ids in the edition before. */
  readonly formerly: readonly string[];
  /** From its heading to the next of its rank. */
  readonly span: Span;
  readonly nameSpan: Span;
}
/** A paragraph below a theme's heading, or an item of a list there. */
export interface AboutBlock {
  readonly words: string;
  readonly isItem: boolean;
}
export interface Theme extends Named {
  readonly kind: 'theme';
  /** All of `about` in one line. */
  readonly description: string;
  readonly about: readonly AboutBlock[];
  readonly elements: readonly Element[];
}
export interface Element extends Named {
  readonly kind: 'element';
  readonly theme: Theme;
  readonly standards: readonly Standard[];
  readonly probes: readonly Probe[];
  readonly sources: readonly Source[];
}
interface Worded {
  readonly id: string;
  readonly text: string;
  readonly element: Element;
  readonly span: Span;
  readonly nameSpan: Span;
}
export interface Standard extends Worded {
  readonly kind: 'standard';
  /** The number that the published document prints, where it is another. */
  readonly printed?: string;
  /** Its ids in the edition before. */
  readonly formerly: readonly string[];
}
export interface Probe extends Worded {
  readonly kind: 'probe';
  /** Its ids in the edition before. */
  readonly formerly: readonly string[];
}
export interface Source extends Worded {
  readonly kind: 'source';
}
/** What a citation can resolve to. */
export type CatalogueItem = Theme | Element | Standard | Probe;

export interface Catalogue {
  readonly id: string;
  readonly title: string;
  readonly language?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly source?: string;
  readonly prefix?: string;
  /** The id of the catalogue that this one is a new edition of. */
  readonly replaces?: string;
  readonly themes: readonly Theme[];
  readonly faults: readonly Diagnostic[];
}

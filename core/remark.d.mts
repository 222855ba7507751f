/*
 * The types of `critical-friend/remark`, as the package has them: this file is copied into it and imports nothing of ours.
 * `test/remark.test.ts` compares it with the code.
 */
import type { Literal } from 'mdast';
import type { Plugin } from 'unified';

/**
 * Teaches `remark-parse` to read citations, such as `[std 6.1]`, as nodes of their own, and `remark-stringify` to print
 * them as they were written. It takes no options, and does not look up what a citation cites.
 */
export declare const remarkCitations: Plugin<[]>;
export default remarkCitations;

/** What a citation cites: `[std …]`, `[theme …]`, `[probe …]` or `[ev …]`. */
export type CitationKind = 'standard' | 'theme' | 'probe' | 'evidence';

/** A place in the text, in UTF-16 units from its start; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One id as written; `prefix` names a catalogue, as `cs` does in `cs:6.1`. */
export interface CitedId {
  readonly id: string;
  readonly prefix?: string;
  readonly span: Span;
}

/** One id, or a range of ids, of which `to` is the last. */
export interface CitedPart {
  readonly from: CitedId;
  readonly to?: CitedId;
  readonly span: Span;
}

/** What a citation contains. */
export interface Citation {
  readonly kind: CitationKind;
  readonly span: Span;
  /** Empty where the citation cannot be read. */
  readonly parts: readonly CitedPart[];
  /** Why it cannot be read. */
  readonly malformed?: Malformed;
}

export interface Malformed {
  /** One sentence for a person. */
  readonly message: string;
  /** How it was probably meant, where there is only one way to read it. */
  readonly reading?: { readonly text: string; readonly message: string };
}

/** A citation in a syntax tree. `value` is what is printed, brackets included; a node made by hand needs nothing else. */
export interface CitationNode extends Literal {
  type: 'citation';
  citation?: Citation;
}

/** A citation that a backslash makes text: `value` is without the backslash before the opening bracket. */
export interface EscapedCitationNode extends Literal {
  type: 'escapedCitation';
  citation?: Citation;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    citation: CitationNode;
    escapedCitation: EscapedCitationNode;
  }
  interface RootContentMap {
    citation: CitationNode;
    escapedCitation: EscapedCitationNode;
  }
}

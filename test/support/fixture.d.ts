import { Workspace, type ReviewSet, type Snapshot, type Span } from '../../core/src';
/** Where fixture files live, and where the shipped catalogue seems to. */
export declare const root = 'file:///review';
export declare const shippedUri = 'shipped:/ssia-childrens-services-2014.standards.md';
/** The text of the shipped catalogue. */
export declare const shippedText: string;
/** The shipped catalogue, read once for all fixtures. */
export declare const shippedFile: import('../../core/src').CatalogueFile;
export interface Expectation {
  readonly uri: string;
  readonly span: Span;
  readonly code: string;
  /** Words that the message must hold; any message where they are left out. */
  readonly message?: string;
}
export interface Fixture {
  readonly workspace: Workspace;
  readonly files: ReadonlyMap<string, string>;
  readonly cursor?: {
    readonly uri: string;
    readonly offset: number;
  };
  readonly expected: readonly Expectation[];
  snapshot(): Snapshot;
}
/** Reads a fixture; a text before the first `//-` line is the file `one.review.md`. */
export declare function readFixture(drawn: string): Fixture;
/** The only review of a fixture, or its first. */
export declare function firstSet(drawn: string): ReviewSet;
/** The text of a fixture's file. */
export declare function textOf(fixture: Fixture, path?: string): string;

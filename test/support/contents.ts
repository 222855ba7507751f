/*
 * What a document contains, for comparing two readings of it.
 */
import type { DocumentModel } from '../../core/src';
import { readChunk } from '../../core/src/document/chunk';
import type { Fragment } from '../../core/src/document/fragment';
import { fragmentOf, joinLabels, startState } from '../../core/src/document/readFragment';

/** Everything that a document contains, without what only makes reading fast. */
export function contents(model: DocumentModel): unknown {
  const { frontMatter, sections, findings, actions, citations } = model;
  const { evidence, evidenceTables, escaped, suppressions, intricate } = model;
  const lists = { evidence, evidenceTables, escaped, suppressions, intricate };
  return { frontMatter, sections, findings, actions, citations, ...lists };
}

/** What the Markdown parser reads of a whole text that has no front matter, without cutting it. */
export function readWhole(text: string): Fragment {
  const chunk = readChunk(text);
  return fragmentOf(chunk, startState, joinLabels([chunk]));
}

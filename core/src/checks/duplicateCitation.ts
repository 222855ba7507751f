/*
 * `duplicate-citation`: a finding cites the same thing twice. A part of a citation is a duplicate when all
 * that it cites was cited before in the same finding; an element and its standard are two things.
 */
import { resolveParts } from '../catalogue/resolveCitation';
import type { LocatedCitation } from '../document/fragment';
import type { ReviewContext } from '../review/context';
import { span, type Span } from '../text/span';
import type { CitedPart } from '../syntax/citation';
import { byPlace } from './byPlace';
import type { FragmentInContext, FragmentCheck } from './check';

interface Duplicate {
  readonly citation: LocatedCitation;
  readonly part: CitedPart;
  /** The position of the part in the citation. */
  readonly index: number;
}

function duplicates(fragment: FragmentInContext, context: ReviewContext): readonly Duplicate[] {
  const duplicated: Duplicate[] = [];
  for (const { citations } of fragment.findings) {
    // Most findings cite one thing.
    if (citations.length < 2 && (citations[0]?.parts.length ?? 0) < 2) continue;
    const seen = new Set<unknown>();
    for (const citation of citations) {
      const resolved = resolveParts(context.catalogues, citation);
      for (const [index, part] of citation.parts.entries()) {
        const found = resolved[index]?.found.map(({ item }) => item) ?? [];
        const name = `${citation.kind} ${part.from.prefix ?? ''}:${part.from.id}-${part.to?.id ?? ''}`;
        const cited: readonly unknown[] = found.length > 0 ? found : [name];
        if (cited.every((thing) => seen.has(thing))) duplicated.push({ citation, part, index });
        for (const thing of cited) seen.add(thing);
      }
    }
  }
  return duplicated;
}

const duplicatesAt = byPlace(duplicates, ({ part }) => part.span);

export const duplicateCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'findings',
  code: 'duplicate-citation',
  severity: 'hint',
  title: 'A finding cites the same thing twice',
  why: 'It counts once. The second is often a slip for another number.',
  run: (fragment, context) =>
    duplicates(fragment, context).map(({ part }) => {
      const ids = fragment.text.slice(part.span.start, part.span.end);
      return { span: part.span, message: `This finding has cited ${ids} before.` };
    }),
  fix(diagnostic, fragment, context) {
    const [found] = duplicatesAt(fragment, context, diagnostic.span);
    if (!found) return [];
    const edits = [{ span: removalOf(fragment.text, found), text: '' }];
    return [{ title: 'Remove the second citation', edits, preferred: true }];
  },
};

/** What goes with a part: the comma before it, or after it where it is the first; the brackets when it is alone. */
function removalOf(text: string, { citation, part, index }: Duplicate): Span {
  const before = citation.parts[index - 1];
  const after = citation.parts[index + 1];
  if (before) return span(before.span.end, part.span.end);
  if (after) return span(part.span.start, after.span.start);
  const space = text[citation.span.start - 1] === ' ' ? 1 : 0;
  return span(citation.span.start - space, citation.span.end);
}

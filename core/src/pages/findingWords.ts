/*
 * A finding's words as HTML: its Markdown, with each citation marked by what it means in the review. The findings and
 * the digest print the same words, so they are made once.
 */
import type { ElementContent } from 'hast';
import { wordingOf } from '../catalogue/index';
import { printId, type Citation } from '../syntax/citation';
import type { ReviewContext } from '../review/context';
import { faultOf, itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Review } from '../review/review';
import { reasonOf, scopeOf } from '../review/scope';
import type { Survey } from '../evidence/survey';
import { itemToHast, type CitationMark } from '../report/html/hast';
import { surveyFigure } from '../report/html/survey';
import type { Language } from '../settings/types';
import { memo } from '../text/memo';

/** How many items keep their printed words; typing leaves old ones behind. */
const mostPrinted = 5000;

/** The words of a list item, which are the same as long as its text and the context are. */
export function printWords({ context, settings }: Review, markdown: string): readonly ElementContent[] {
  return printer(context, settings.language)(markdown);
}

const printer = memo((context: ReviewContext, language: Language) => {
  const printed = new Map<string, readonly ElementContent[]>();
  const drawing = {
    mark: (citation: Citation) => mark(context, citation),
    draw: (survey: Survey) => surveyFigure(survey, language),
  };
  return (markdown: string): readonly ElementContent[] => {
    if (printed.size > mostPrinted) printed.clear();
    const words = printed.get(markdown) ?? itemToHast(markdown, drawing);
    printed.set(markdown, words);
    return words;
  };
});

function mark(context: ReviewContext, citation: Citation): CitationMark {
  if (citation.malformed) return { state: 'unknown', title: faultOf(context.catalogues, citation) };
  const parts = resolveParts(context.catalogues, citation);
  const items = itemsOf(parts);
  const missing = parts.flatMap((part) =>
    part.missing.map(({ id, prefix }) => printId(prefix ?? part.part.from.prefix, id)),
  );
  if (citation.kind === 'evidence') return { state: 'known', title: 'Evidence' };
  if (missing.length > 0) return { state: 'unknown', title: `Not in the catalogue: ${missing.join(', ')}` };
  const out = items.find((item) => scopeOf(context).has(item));
  const exclusion = out && scopeOf(context).get(out);
  if (exclusion) return { state: 'excluded', title: `Out of scope: ${reasonOf(exclusion)}` };
  return { state: 'known', title: items.map((item) => `${item.id} ${wordingOf(item)}`).join('\n') };
}

/*
 * What a check has found in a fragment, by the place where each thing begins. A fix asks for one place, and as many fixes
 * are asked for as there are problems in one finding: looking through all of them each time would cost their square.
 */
import { groupBy } from '../text/grouping';
import { memo } from '../text/memo';
import type { Span } from '../text/span';
import type { ReviewContext } from '../review/context';
import type { FragmentInContext } from './check';

/** Makes a function from a fragment and a place to what `list` finds there; it is worked out once for each fragment. */
export function byPlace<Found>(
  list: (fragment: FragmentInContext, context: ReviewContext) => Iterable<Found>,
  spanOf: (found: Found) => Span,
): (fragment: FragmentInContext, context: ReviewContext, place: Span) => readonly Found[] {
  const listed = memo((fragment: FragmentInContext, context: ReviewContext) =>
    groupBy(list(fragment, context), (found) => spanOf(found).start),
  );
  return (fragment, context, place) => listed(fragment, context).get(place.start) ?? [];
}

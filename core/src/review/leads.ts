/*
 * Who leads on what, as the team in the cover says. A theme's lead leads on all its elements; who leads on a
 * standard or a probe leads on its element. Whether anyone should lead on an element is not decided here.
 */
import { append } from '../text/grouping';
import { memo } from '../text/memo';
import type { Element } from '../catalogue/readCatalogue';
import { elementOf } from '../catalogue/index';
import type { ReviewContext } from './context';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';
import type { Member } from '../settings/types';

/** The members who lead on each element, in the order of the team; an element without a lead is not there. */
export const leadsOf = memo((context: ReviewContext): ReadonlyMap<Element, readonly Member[]> => {
  const leads = new Map<Element, Member[]>();
  for (const member of context.settings.team) {
    const items = member.leads.flatMap((cited) => itemsOf(resolveParts(context.catalogues, cited)));
    const elements = items.flatMap((item) =>
      item.kind === 'theme' ? item.elements : (elementOf(item) ?? []),
    );
    for (const element of new Set(elements)) append(leads, element, member);
  }
  return leads;
});

/** A member as lists say it: `NK (Nadia Karim)`. */
export function nameMember({ initials, name }: Member): string {
  return name === undefined ? initials.value : `${initials.value} (${name})`;
}

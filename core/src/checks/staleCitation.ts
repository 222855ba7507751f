/*
 * `stale-citation`: a finding cites a standard whose words have changed since the edition that the cover says the
 * review was made against. Only words count here, not numbers. Where the cover records no edition it is silent.
 */
import type { Standard } from '../catalogue/readCatalogue';
import { confirmWording, rewordedIn } from '../review/editions';
import type { ReviewContext } from '../review/context';
import { itemsOf } from '../catalogue/resolveCitation';
import { resolvedIn } from '../document/resolvedCitations';
import { byPlace } from './byPlace';
import { byPhase, type FragmentInContext, type FragmentCheck } from './check';

function staleItems(fragment: FragmentInContext, context: ReviewContext) {
  const reworded = rewordedIn(context);
  if (reworded.size === 0) return [];
  return resolvedIn(fragment.citations, context.catalogues).flatMap((here) => {
    const { place, kind } = here.citation;
    if (place !== 'finding' || kind !== 'standard') return [];
    const standards = itemsOf([here]).filter((item): item is Standard => item.kind === 'standard');
    return standards.flatMap((standard) =>
      reworded.has(standard) ? [{ span: here.part.span, standard }] : [],
    );
  });
}

const staleAt = byPlace(staleItems, ({ span }) => span);

function describe({ id }: Standard): string {
  return `Standard ${id} has other words since this was reviewed; read the finding against them.`;
}

export const staleCitation: FragmentCheck = {
  about: 'fragment',
  looksAt: 'citations',
  code: 'stale-citation',
  severity: byPhase,
  title: 'A finding cites a standard that has been reworded since the review was made',
  why: 'What was found may not answer the standard as it stands today. Somebody has to read both and decide.',
  run: (fragment, context) =>
    staleItems(fragment, context).map(({ span, standard }) => ({ span, message: describe(standard) })),
  fix(diagnostic, fragment, context, { cover }) {
    for (const { standard } of staleAt(fragment, context, diagnostic.span)) {
      if (describe(standard) !== diagnostic.message) continue;
      const edit = confirmWording(cover, context, standard);
      if (!edit) return [];
      return [{ title: `Reviewed, still valid: ${standard.id}`, uri: cover.uri, edits: [edit] }];
    }
    return [];
  },
};

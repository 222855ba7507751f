/*
 * `element-without-lead`: the team has leads, and nobody leads on some element in scope. It is reported once, on
 * the cover's `team:`, and on site only: later, who looks at what is settled by what was written.
 */
import { citedAs, elementsOf } from '../catalogue/index';
import { leadsOf } from '../review/leads';
import { scopeOf } from '../review/scope';
import type { ReviewCheck } from './check';
import { listWords } from '../text/lists';
export const elementWithoutLead: ReviewCheck = {
  about: 'review',
  code: 'element-without-lead',
  severity: { fieldwork: 'hint', drafting: 'off', moderation: 'off', final: 'off' },
  title: 'The team has leads, and nobody leads on an element',
  why: 'What nobody leads on is easily looked at by nobody. On site there is still time to share it out.',
  *run({ cover, context, settings }) {
    const team = settings.keys.find(({ value }) => value === 'team');
    if (!team || settings.team.every(({ leads }) => leads.length === 0)) return;
    const leads = leadsOf(context);
    const scope = scopeOf(context);
    const open = context.catalogues.flatMap(({ catalogue }) =>
      elementsOf(catalogue)
        .filter((element) => !leads.has(element) && !scope.has(element))
        .filter(({ standards }) => standards.length === 0 || standards.some((each) => !scope.has(each)))
        .map((element) => ({ id: citedAs(catalogue, element), title: element.title })),
    );
    const [first] = open;
    if (!first) return;
    const names = open.map(({ id, title }) => `${id} (${title})`);
    const elements = open.length === 1 ? 'element' : 'elements';
    const message = `Nobody leads on ${elements} ${listWords(names)} yet; add it to somebody’s leads, such as leads: [std ${first.id}].`;
    yield { document: cover, span: team.span, message };
  },
};

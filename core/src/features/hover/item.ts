/*
 * An item of a catalogue in words, as hovers show it in Markdown: its wording, where it belongs, who leads on it, and
 * what one review says about it. Words of a catalogue and of reviewers are shown literally.
 */
import type { CatalogueItem, Element, Standard } from '../../catalogue/readCatalogue';
import { elementOf, nameOf, themeOf, wordingOf } from '../../catalogue/index';
import { coverage, type PlacedFinding, type StandardCoverage } from '../../coverage/coverage';
import { isQuicklyCounted } from '../../coverage/states';
import { leadsOf, nameMember } from '../../review/leads';
import type { Review } from '../../review/review';
import { reasonOf, scopeOf } from '../../review/scope';
import { describeFinding } from './finding';
import { literal, shorten } from '../text';

/** An item as a review sees it. */
export function describeItem(review: Review, item: CatalogueItem): string {
  const printed =
    item.kind === 'standard' && item.printed !== undefined ? ` (printed ${literal(item.printed)})` : '';
  const lines = [`**${nameOf(item)}**${printed}: ${literal(wordingOf(item))}`];
  const element = elementOf(item);
  const theme = `Theme ${themeOf(item).id}: ${literal(themeOf(item).title)}`;
  if (item.kind === 'standard' || item.kind === 'probe') {
    lines.push(`*${theme} › Element ${element?.id}: ${literal(element?.title ?? '')}*`);
  } else if (item.kind === 'element') lines.push(`*${theme}*`);
  else if (item.description !== '') lines.push(literal(item.description));
  const exclusion = scopeOf(review.context).get(item);
  if (exclusion) lines.push(`**Out of scope:** ${literal(reasonOf(exclusion))}`);
  lines.push(...describeLeads(review, item), ...stateOf(review, item));
  return lines.join('\n\n');
}

/** Who leads on an item, where the cover has any leads: on a theme, element by element where they differ. */
function describeLeads(review: Review, item: CatalogueItem): string[] {
  const leads = leadsOf(review.context);
  if (leads.size === 0) return [];
  const namesOf = (element: Element): string => {
    const names = (leads.get(element) ?? []).map(nameMember).map(literal);
    return names.length > 0 ? names.join(', ') : 'nobody yet';
  };
  const elements = item.kind === 'theme' ? item.elements : [elementOf(item)].filter((each) => !!each);
  const lines = elements.map((element) => ({ element, names: namesOf(element) }));
  const isOne = new Set(lines.map(({ names }) => names)).size === 1;
  if (isOne) return [`**Leads:** ${lines[0]?.names}`];
  return [lines.map(({ element, names }) => `**Leads on element ${element.id}:** ${names}`).join('\\\n')];
}

/** What a review says about an item, in paragraphs. */
export function stateOf(review: Review, item: CatalogueItem): string[] {
  // While a large folder is still being read, nobody knows yet; a hover does not wait for it.
  if (!isQuicklyCounted(review)) return [];
  const { standards, elements } = coverage(review);
  if (item.kind === 'standard') {
    const entry = standards.find(({ standard }) => standard === item);
    return entry ? [describeCover(review, entry)] : [];
  }
  if (item.kind === 'probe') return [];
  const owned = elements.filter(({ element }) => element === item || themeOf(element) === item);
  const list = owned
    .flatMap((entry) => entry.standards)
    .map((entry) => `- ${entry.standard.id} ${stateWord(entry)}`);
  const self = elements.find(({ element }) => element === item);
  return [list.join('\n'), ...(self ? [describeCover(review, self)] : [])].filter((part) => part !== '');
}

function stateWord({ state, standard }: StandardCoverage & { standard: Standard }): string {
  const wording = literal(shorten(standard.text, 70));
  return `${wording} — *${{ covered: 'addressed', uncovered: 'not addressed yet', excluded: 'out of scope' }[state]}*`;
}

function describeCover(
  review: Review,
  entry: {
    strengths: readonly PlacedFinding[];
    development: readonly PlacedFinding[];
    mentions: readonly unknown[];
  },
): string {
  const { strengths, development, mentions } = entry;
  const mentioned =
    mentions.length > 0
      ? ` Mentioned ${mentions.length === 1 ? 'once' : `${mentions.length} times`} in the narrative.`
      : '';
  if (strengths.length + development.length === 0) return `No finding addresses it yet.${mentioned}`;
  const lines = [...strengths, ...development].map((placed) => `- ${describeFinding(review, placed)}`);
  return `Addressed by:\n\n${lines.join('\n')}\n\n${mentioned}`.trim();
}

/** The probes and possible sources of evidence of an element; empty where it has none. */
export function guidance(element: Element): string {
  const list = (title: string, texts: readonly string[]): string =>
    texts.length === 0
      ? ''
      : `**${title}**\n\n${texts.map((text, i) => `${i + 1}. ${literal(text)}`).join('\n')}`;
  const probes = list(
    `Probes of element ${element.id}`,
    element.probes.map((probe) => probe.text),
  );
  const sources = list(
    'Possible sources of evidence',
    element.sources.map((source) => source.text),
  );
  return [probes, sources].filter((part) => part !== '').join('\n\n');
}

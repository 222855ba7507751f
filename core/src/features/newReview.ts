/*
 * A new review from a plan: a cover, and a document for each theme in scope with the headings of its sections. Nothing
 * in it could count as a finding, and nothing in it is wrong: what is planned is read again by the same checks, and
 * where they have anything to say but that all is still to do, that is the answer. Nothing is written here.
 */
import type { Theme } from '../catalogue/readCatalogue';
import { citationBehind, citedAs, type CatalogueFile } from '../catalogue/index';
import { isCitable, printCitation } from '../syntax/citation';
import type { Refusal } from '../text/diagnostic';
import { sectionHeadings } from '../syntax/sectionKind';
import { foldBlanks, oneLine } from '../text/singleLine';
import { scopeOf } from '../review/scope';
import { subjectsOf, type Subject } from '../review/sectionTopics';
import type { Language } from '../settings/types';
import type { Snapshot } from '../review/snapshot';
import { Workspace } from '../review/workspace';
import { printYamlText } from '../syntax/yaml';
import { diagnostics } from '../diagnostics/diagnostics';

/** What somebody decides about a review before it begins. */
export interface Plan {
  readonly title: string;
  readonly subject?: string | undefined;
  /** Such as `2026-10`. */
  readonly date?: string | undefined;
  readonly language?: Language | undefined;
  /** As the cover names them: ids, or paths from its folder. */
  readonly standards: readonly string[];
  readonly reviewers: readonly PlannedMember[];
  readonly exclusions: readonly PlannedExclusion[];
}
export interface PlannedMember {
  readonly initials: string;
  readonly name?: string;
  readonly role?: string;
}
export interface PlannedExclusion {
  readonly kind: 'std' | 'theme' | 'probe';
  /** As a cover has them: `5`, or `6.1-6.3`. */
  readonly ids: string;
  readonly reason: string;
}

/** A file of the new review, by its name in the review's folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The files of a new review in a folder, or in a sentence what is wrong with the plan. */
export function newReview(
  plan: Plan,
  folder: string,
  { shipped, catalogues }: Pick<Snapshot, 'shipped' | 'catalogues'>,
): readonly NewFile[] | Refusal {
  if (oneLine(plan.title) === '') return { refused: 'A review needs a title.' };
  const bare = plan.exclusions.find(({ reason }) => oneLine(reason) === '');
  if (bare) return { refused: `Say why ${bare.ids} is left out; the reason is shown in the report.` };
  const workspace = new Workspace(shipped);
  for (const [uri, { text }] of catalogues) workspace.setFile(uri, text);
  const cover = { path: 'cover.review.md', text: printCover(plan) };
  const uriOf = (file: NewFile): string => `${folder}/${file.path}`;
  workspace.setFile(uriOf(cover), cover.text);
  const set = workspace.snapshot().reviewOf(uriOf(cover));
  const scope = set && scopeOf(set.context);
  const themes = (set?.catalogues ?? []).flatMap((file) =>
    file.catalogue.themes
      .filter((theme) => standardsOf(theme).some((standard) => !scope?.has(standard)))
      .map((theme) => ({ file, theme, made: printTheme(plan, file, theme) })),
  );
  const files = [cover, ...themes.map(({ made }) => made)];
  for (const file of files) workspace.setFile(uriOf(file), file.text);
  const snapshot = workspace.snapshot();
  const unnamed = themes.find(({ theme, made }) => subjectIn(snapshot, uriOf(made)) !== theme);
  if (unnamed) return { refused: printUnnamed(unnamed.file, unnamed.theme) };
  const all = files.flatMap((file) => diagnostics(snapshot, uriOf(file)));
  const wrong = all.find(({ severity }) => severity === 'error' || severity === 'warning');
  if (wrong) return { refused: wrong.message };
  return files;
}

const lineEnd = /[\r\n\u2028\u2029]/;

/** Reads `GP: Gwen Prosser, Head of service`, or a name alone; `taken` are the initials of those before. */
export function readMember(words: string, taken: readonly string[] = []): PlannedMember | undefined {
  const line = words.trim();
  const given = /^[\p{Lu}\d]{1,6}(?=[\s:]|$)/u.exec(line)?.[0] ?? /^([^\s:,]+)\s*:/.exec(line)?.[1];
  const after = line.slice(given?.length ?? 0).trimStart();
  const rest = given !== undefined && after.startsWith(':') ? after.slice(1) : after;
  if (lineEnd.test(rest)) return undefined;
  const [name = '', ...more] = rest.split(',').map((part) => part.trim());
  const role = more.join(', ');
  const derived = name
    .split(/[\s-]+/)
    .map((part) => /\p{L}/u.exec(part)?.[0].toUpperCase() ?? '')
    .join('');
  const wanted = given ?? derived;
  if (wanted === '') return undefined;
  let initials = wanted;
  for (let i = 2; taken.includes(initials); i++) initials = `${wanted}${i}`;
  return { initials, ...(name !== '' && { name }), ...(role !== '' && { role }) };
}

/** Reads `5: why`, `probe 6.23-6.27: why` or `theme 2: why`; the reason may be missing. */
export function readExclusion(words: string): PlannedExclusion | undefined {
  const colon = words.indexOf(':');
  const cited = words.slice(0, colon < 0 ? words.length : colon).trim();
  const reason = colon < 0 ? '' : words.slice(colon + 1).trim();
  if (cited === '' || lineEnd.test(reason)) return undefined;
  const [, kind = 'std', ids = cited] = /^(std|theme|probe)\s+(\S[^]*)$/i.exec(cited) ?? [];
  return { kind: kind.toLowerCase() as PlannedExclusion['kind'], ids, reason };
}

function printCover(plan: Plan): string {
  const language = plan.language ?? 'en';
  const lines = [`title: ${words(plan.title)}`];
  if (plan.subject !== undefined && oneLine(plan.subject) !== '')
    lines.push(`subject: ${words(plan.subject)}`);
  if (plan.date !== undefined) lines.push(`date: ${plan.date}`);
  const [only, ...others] = plan.standards.map(words);
  const standards =
    others.length === 0 ? ` ${only ?? ''}` : [only, ...others].map((one) => `\n  - ${one}`).join('');
  lines.push(`language: ${language}`, `standards:${standards}`, 'phase: fieldwork');
  if (plan.exclusions.length > 0) lines.push('scope:', '  exclude:');
  for (const { kind, ids, reason } of plan.exclusions)
    lines.push(`    - ${kind}: ${words(ids)}`, `      reason: ${words(reason)}`);
  if (plan.reviewers.length > 0) lines.push('team:');
  for (const { initials, name, role } of plan.reviewers) {
    lines.push(`  - initials: ${words(initials)}`);
    if (name !== undefined) lines.push(`    name: ${words(name)}`);
    if (role !== undefined) lines.push(`    role: ${words(role)}`);
  }
  const { introduction, about } = coverWords[language];
  return ['---', ...lines, '---', '', `# ${introduction}`, '', `<!-- ${about} -->`, ''].join('\n');
}

/** What the first heading of a document is about. */
function subjectIn(snapshot: Snapshot, uri: string): Subject | undefined {
  const set = snapshot.reviewOf(uri);
  const document = set?.documents.find((one) => one.uri === uri);
  return set && document && subjectsOf(set.catalogues, document)[0]?.own;
}

/** Why no heading of a review can name a theme, and what to do about it in which file. */
function printUnnamed({ uri, catalogue }: CatalogueFile, theme: Theme): string {
  const name = citedAs(catalogue, theme);
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const cited = printCitation('theme', name);
  if (isCitable(name))
    return `“${cited}” names another theme than “${theme.title}” of ${file}; give this theme another id, or the catalogue a “prefix:” of its own.`;
  const advice = /\d/.test(theme.id)
    ? 'Give the catalogue a “prefix:” of letters and figures'
    : `Give it an id with a figure, such as ${theme.id}1`;
  return `Nothing can name theme ${theme.id} of ${file}: “${cited}” is no citation, and the title “${theme.title}” names something else too. ${advice}, or the theme another title.`;
}

function printTheme(plan: Plan, { catalogue }: CatalogueFile, theme: Theme): NewFile {
  const language = plan.language ?? 'en';
  const [alone, ...others] = plan.reviewers;
  const who = alone && others.length === 0 ? ` ${words(alone.initials)}` : '';
  const name = citedAs(catalogue, theme);
  const title = foldBlanks(theme.title);
  const headings = (['strengths', 'development'] as const).map(
    (kind) => sectionHeadings[kind][language][0] ?? '',
  );
  const parts = [
    `---\nreviewer:${who}\n---`,
    `# ${title}${citationBehind(catalogue, theme)}`,
    ...headings.map((heading) => `## ${heading}`),
  ];
  return {
    path: `theme-${name.replace(/[^\p{L}\p{N}.]+/gu, '-')}.review.md`,
    text: `${parts.join('\n\n')}\n`,
  };
}

/** What the cover says besides its settings. */
const coverWords = {
  en: { introduction: 'Introduction', about: 'Why this review was done, when, by whom, and how.' },
  cy: { introduction: 'Cyflwyniad', about: 'Pam y gwnaed yr adolygiad hwn, pryd, gan bwy a sut.' },
} as const;

function standardsOf(theme: Theme): Theme['elements'][number]['standards'] {
  return theme.elements.flatMap((element) => element.standards);
}

function words(text: string): string {
  return printYamlText(oneLine(text));
}

/*
 * A catalogue in the OSCAL format of NIST (JSON): groups are themes, groups within them elements, controls standards.
 * The labels of its controls are seldom ids that a review can cite; then each gets a number and keeps its label as the
 * one that is printed. What is not wording, such as parameters and back matter, is not read.
 */
import { foldBlanks } from '../text/singleLine';
import { Draft, type Imported } from './draft';

type Json = Readonly<Record<string, unknown>>;

/** Deeper groups than any catalogue has. */
const deepest = 20;

/** Reads parsed JSON; undefined where it is no OSCAL catalogue. */
export function readOscal(json: unknown): Imported | undefined {
  const catalogue = isMap(json) && isMap(json.catalog) ? json.catalog : undefined;
  if (!catalogue) return undefined;
  const draft = new Draft();
  const metadata = isMap(catalogue.metadata) ? catalogue.metadata : {};
  const title = wordsOf(metadata.title);
  const edition = wordsOf(metadata.version);
  if (title !== '') draft.settings.title = title;
  if (edition !== '') draft.settings.edition = edition;
  const loose = listOf(catalogue.controls);
  if (loose.length > 0) {
    draft.openTheme('', title);
    readControls(draft, loose);
  }
  for (const group of listOf(catalogue.groups)) {
    const theme = draft.openTheme(idOf(group), wordsOf(group.title));
    for (const part of listOf(group.parts)) theme.about.push({ words: wordsOf(part.prose), isItem: false });
    theme.about = theme.about.filter(({ words }) => words !== '');
    readGroup(draft, group, 0);
  }
  const columns = ['groups: themes', 'groups in groups: elements', 'controls: standards'];
  return { ...draft.finish(), columns };
}

function readGroup(draft: Draft, group: Json, depth: number): void {
  const own = listOf(group.controls);
  if (own.length > 0) {
    draft.openElement(idOf(group), wordsOf(group.title));
    readControls(draft, own);
  }
  if (depth > deepest) {
    draft.note(`group ${idOf(group)}`, 'Its groups are nested too deeply to be read.');
    return;
  }
  for (const below of listOf(group.groups)) {
    if (listOf(below.controls).length === 0 && listOf(below.groups).length === 0)
      draft.note(`group ${idOf(below)}`, `“${wordsOf(below.title)}” has no controls, so it is left out.`);
    readGroup(draft, below, depth + 1);
  }
}

function readControls(draft: Draft, controls: readonly Json[], depth = 0): void {
  for (const control of controls) {
    const label = idOf(control);
    const parts = listOf(control.parts);
    const prose = parts.filter(({ name }) => name === 'statement').map((part) => proseOf(part, 0));
    const words = [wordsOf(control.title), ...prose].filter((each) => each !== '').join(': ');
    draft.addStandard(`control ${label}`, label, words);
    for (const part of parts) {
      const name = String(part.name);
      if (/objective|assessment/.test(name) && proseOf(part, 0) !== '') draft.addProbe(proseOf(part, 0));
      else if (name !== 'statement' && proseOf(part, 0) !== '')
        draft.note(`control ${label}`, `Its part “${name}” has no place in a catalogue.`);
    }
    if (depth < deepest) readControls(draft, listOf(control.controls), depth + 1);
  }
}

/** What a control or a group is called: its label, or else its id, with dots where a citation wants them. */
function idOf(item: Json): string {
  const label = listOf(item.props).find(({ name }) => name === 'label')?.value ?? item.id;
  return wordsOf(label).replace(/\s/g, '');
}

function proseOf(part: Json, depth: number): string {
  const below = depth < deepest ? listOf(part.parts).map((each) => proseOf(each, depth + 1)) : [];
  return [wordsOf(part.prose), ...below].filter((each) => each !== '').join(' ');
}

function wordsOf(value: unknown): string {
  return typeof value === 'string' ? foldBlanks(value) : '';
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isMap) : [];
}

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/*
 * A catalogue in the making, from a source that may number things in its own way. Ids that can be cited are kept;
 * a standard whose number belongs to another element gets one of its own and keeps the other as the one that is printed.
 * What could not be placed is noted with its place in the source, and nothing is left out without a note.
 */
import { foldBlanks } from '../text/singleLine';
import { readRemarks } from '../catalogue/idAnnotations';
import type { CatalogueData, CatalogueSettings, StandardData } from './data';

/** Something that a person should know about the source, at a place such as `line 12` or `row 3`. */
export interface ImportNote {
  readonly place: string;
  readonly message: string;
}

/** What an import gives. */
export interface Imported {
  readonly data: CatalogueData;
  readonly notes: readonly ImportNote[];
  /** How the columns of a table were understood, for people to check. */
  readonly columns: readonly string[];
}

interface DraftNamed {
  id: string;
  title: string;
  aliases: string[];
  formerly: string[];
}
interface DraftStandard {
  id: string;
  text: string;
  printed?: string;
  formerly: string[];
  place: string;
}
/** An element while it is filled. */
export interface DraftElement extends DraftNamed {
  standards: DraftStandard[];
  probes: { text: string; formerly: string[] }[];
  sources: string[];
}
/** A theme while it is filled. */
export interface DraftTheme extends DraftNamed {
  about: { words: string; isItem: boolean }[];
  elements: DraftElement[];
}

/** Letters and figures with dots between them, and a figure somewhere: what a citation can hold. */
const citable = /^(?=.*\d)[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/;

/** Collects a catalogue from its source, in the order of the source. */
export class Draft {
  readonly settings: Partial<Record<keyof CatalogueSettings, string>> = {};
  readonly themes: DraftTheme[] = [];
  readonly notes: ImportNote[] = [];

  get theme(): DraftTheme | undefined {
    return this.themes[this.themes.length - 1];
  }

  get element(): DraftElement | undefined {
    const { elements } = this.theme ?? { elements: [] };
    return elements[elements.length - 1];
  }

  note(place: string, message: string): void {
    this.notes.push({ place, message });
  }

  openTheme(id: string, title: string): DraftTheme {
    const theme: DraftTheme = { id, title, aliases: [], formerly: [], about: [], elements: [] };
    this.themes.push(theme);
    return theme;
  }

  openElement(id: string, title: string): DraftElement {
    const theme = this.theme ?? this.openTheme('', '');
    const element: DraftElement = {
      ...{ id, title, aliases: [], formerly: [] },
      ...{ standards: [], probes: [], sources: [] },
    };
    theme.elements.push(element);
    return element;
  }

  addStandard(
    place: string,
    id: string,
    words: string,
    more: { printed?: string; formerly?: string[] } = {},
  ): void {
    const element = this.element ?? this.openElement('', this.theme?.title ?? '');
    const { text, printed = more.printed, formerly } = readRemarks(foldBlanks(words), true);
    element.standards.push({
      ...{ id, text, place, formerly: [...formerly, ...(more.formerly ?? [])] },
      ...(printed !== undefined && printed !== '' && { printed }),
    });
  }

  addProbe(words: string, formerly: string[] = []): void {
    const element = this.element ?? this.openElement('', this.theme?.title ?? '');
    const read = readRemarks(foldBlanks(words));
    element.probes.push({ text: read.text, formerly: [...read.formerly, ...formerly] });
  }

  addSource(words: string): void {
    const element = this.element ?? this.openElement('', this.theme?.title ?? '');
    element.sources.push(foldBlanks(words));
  }

  /** The catalogue, with every id that is missing or cannot be cited filled in. */
  finish(): { readonly data: CatalogueData; readonly notes: readonly ImportNote[] } {
    let elements = 0;
    const taken = new Set<string>();
    const themes = this.themes.map((theme, i) => ({
      ...theme,
      id: citable.test(theme.id) ? theme.id : String(i + 1),
      title: theme.title === '' ? `Theme ${i + 1}` : theme.title,
      elements: theme.elements.map((element) => {
        elements++;
        const id = this.idOf(element, String(elements));
        const title = element.title === '' ? theme.title || `Element ${id}` : element.title;
        return { ...element, id, title, standards: this.number(element, id, taken) };
      }),
    }));
    return { data: { settings: this.settings, themes }, notes: this.notes };
  }

  /** An element's own id, or what the ids of its standards begin with, or else its place. */
  private idOf({ id, standards }: DraftElement, place: string): string {
    if (citable.test(id)) return id;
    const stems = new Set(standards.map((standard) => /^(.*)\.[^.]+$/.exec(standard.id)?.[1] ?? ''));
    const [stem = ''] = stems;
    return stems.size === 1 && citable.test(stem) ? stem : place;
  }

  private number(element: DraftElement, owner: string, taken: Set<string>): StandardData[] {
    const isOwn = ({ id }: DraftStandard): boolean => citable.test(id) && id.startsWith(`${owner}.`);
    const own = new Set(element.standards.filter(isOwn).map(({ id }) => id));
    // Numbers that are known to be taken lead on to a later one, so that many that want the same do not count up each time.
    const later = new Map<number, number>();
    const free = (wanted: number): string => {
      let n = wanted;
      const tried: number[] = [];
      for (;;) {
        const next = later.get(n);
        const id = `${owner}.${n}`;
        if (next === undefined && !own.has(id) && !taken.has(id)) break;
        tried.push(n);
        n = next ?? n + 1;
      }
      for (const each of tried) later.set(each, n);
      return `${owner}.${n}`;
    };
    return element.standards.flatMap((standard, i): StandardData[] => {
      const { place, id: given, ...rest } = standard;
      if (rest.text === '') {
        this.note(place, `Standard ${given} has no words, so it is left out.`);
        return [];
      }
      const isKept = isOwn(standard) && !taken.has(given);
      const last = /\.(\d{1,4})$/.exec(given)?.[1];
      const id = isKept ? given : free(last === undefined ? i + 1 : Number(last));
      taken.add(id);
      if (isKept || given === '') return [{ id, ...rest }];
      const why = isOwn(standard)
        ? `The number ${given} stands twice; this one is ${id}.`
        : `The number ${given} is none of element ${owner}; the standard is ${id}, and keeps ${given} as printed.`;
      this.note(place, why);
      const keeps = !isOwn(standard) && rest.printed === undefined && /^\S+$/.test(given);
      return [{ id, ...rest, ...(keeps && { printed: given }) }];
    });
  }
}

/*
 * What a heading's text says: the kind of section that it opens, and the form in which it is compared with
 * the titles of a catalogue. Both languages are always known, whatever the report's language is.
 */
import { trimEndOf } from '../text/ends';

/** What stands in a section: only the list items of the first two kinds are findings. */
export type SectionKind = 'strengths' | 'development' | 'suggestions' | 'actions' | 'evidence' | 'narrative';

/** The headings that name each kind; the first of each language is the one that completion offers. */
export const sectionHeadings: Readonly<
  Record<Exclude<SectionKind, 'narrative'>, { en: string[]; cy: string[] }>
> = {
  strengths: { en: ['Strengths'], cy: ['Cryfderau'] },
  development: { en: ['Areas for development', 'Areas for improvement'], cy: ['Meysydd i’w datblygu'] },
  suggestions: { en: ['Suggestions', 'Recommendations', 'Suggested activities'], cy: ['Argymhellion'] },
  actions: { en: ['Actions', 'Action plan'], cy: ['Camau gweithredu', 'Cynllun gweithredu'] },
  evidence: { en: ['Evidence'], cy: ['Tystiolaeth'] },
};

const kindByTitle = new Map<string, SectionKind>(
  Object.entries(sectionHeadings).flatMap(([kind, { en, cy }]) =>
    [...en, ...cy].map((title): [string, SectionKind] => [foldTitle(title), kind as SectionKind]),
  ),
);

/** The kind that a heading's words name, or undefined where they name none. */
export function kindOfHeading(title: string): SectionKind | undefined {
  return kindByTitle.get(foldTitle(title));
}

/**
 * The form in which titles are compared: `**4. Strengths:**` and `strengths` are the same. Numbering, a
 * leading “Theme 3:” or “Element 6:”, case, kinds of apostrophe and closing punctuation do not count.
 */
export function foldTitle(title: string): string {
  const bare = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/&/g, ' and ')
    .replace(/[*_`]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:theme|element|thema|elfen) \d+(?:\.\d+)*\s*[:.)–-]?\s*/, '')
    .replace(/^\(?\d+(?:\.\d+)*[.):]?\s+/, '');
  return trimEndOf(bare, /[\s:.;,–-]/);
}

/** Whether a title is the same as one of some others, in that form. */
export function isSameTitle(title: string, ...others: readonly (string | undefined)[]): boolean {
  return others.some((other) => other !== undefined && foldTitle(other) === foldTitle(title));
}

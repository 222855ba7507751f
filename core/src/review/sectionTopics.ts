/*
 * Which theme or element a section is about: the nearest heading above it, itself included, that cites one
 * (`[theme 3]`, `[std 6]`) or whose words are a title or another name of one. Levels do not matter, because
 * published reports use them at odd depths.
 */
import type { CatalogueItem, Element, Theme } from '../catalogue/readCatalogue';
import { elementOf, indexOf, themeOf, type CatalogueFile } from '../catalogue/index';
import type { Document } from '../document/document';
import { foldTitle } from '../syntax/sectionKind';
import type { Fragment, Section } from '../document/fragment';
import { memo } from '../text/memo';
import { itemsOf, resolveParts } from '../catalogue/resolveCitation';

export type Subject = Theme | Element;

/** What each section of a document is about: `own` is named by its heading, `subject` perhaps above it. */
export interface SectionSubject {
  readonly own?: Subject;
  readonly subject?: Subject;
}

type Files = readonly CatalogueFile[];

const none: readonly never[] = [];

/** What each heading of a fragment names. */
export function namedIn(fragment: Fragment, files: Files): readonly (Subject | undefined)[] {
  return fragment.sections.length === 0 ? none : namedByHeadings(fragment, files);
}

const namedByHeadings = memo(({ sections }: Fragment, files: Files) =>
  sections.map((section) => namedBy(files, section)),
);

/** The subjects of all sections of a document, in their order. */
export function subjectsOf(files: Files, document: Document): readonly SectionSubject[] {
  let subject: Subject | undefined;
  return document.model.fragments.flatMap(({ fragment }) =>
    namedIn(fragment, files).map((own) => {
      subject = own ?? subject;
      return { ...(own && { own }), ...(subject && { subject }) };
    }),
  );
}

/** The theme of a finding: that of its section, or else of the first thing that it cites. */
export function themeOfFinding(
  subject: Subject | undefined,
  cited: readonly CatalogueItem[],
): Theme | undefined {
  const item = subject ?? cited[0];
  return item && themeOf(item);
}

function namedBy(files: Files, section: Section): Subject | undefined {
  for (const citation of section.citations) {
    if (citation.kind !== 'theme' && citation.kind !== 'standard') continue;
    const [item] = itemsOf(resolveParts(files, citation));
    if (item) return item.kind === 'theme' ? item : elementOf(item);
  }
  const title = foldTitle(section.title);
  for (const file of files) {
    const item = indexOf(file.catalogue).titles.get(title);
    if (item) return item;
  }
  return undefined;
}

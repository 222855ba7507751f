/*
 * Headings that name a part of the report which is no section of findings: the acknowledgement and the contact details
 * of the cover, and the general findings. Both languages are known, whatever the report's is.
 */
import { foldTitle } from '../syntax/sectionKind';

export type SpecialKind = 'acknowledgement' | 'contact' | 'general';

const titles: Readonly<Record<SpecialKind, readonly string[]>> = {
  acknowledgement: [
    'Acknowledgement',
    'Acknowledgements',
    'Thanks',
    'Cydnabyddiaeth',
    'Cydnabyddiaethau',
    'Diolch',
    'Diolchiadau',
  ],
  contact: ['Contact', 'Contacts', 'Contact details', 'Cyswllt', 'Cysylltu', 'Manylion cyswllt'],
  general: [
    'General findings',
    'Overall findings',
    'Main findings',
    'Key findings',
    'Key messages',
    'Canfyddiadau cyffredinol',
    'Prif ganfyddiadau',
    'Negeseuon allweddol',
    'Prif negeseuon',
  ],
};

/** The part that a heading outside of any theme names; what stands in front of the contents comes from the cover only. */
export function specialHeading(title: string, isCover: boolean): SpecialKind | undefined {
  const folded = foldTitle(title);
  const kinds: readonly SpecialKind[] = isCover ? ['acknowledgement', 'contact', 'general'] : ['general'];
  return kinds.find((kind) => titles[kind].some((each) => foldTitle(each) === folded));
}

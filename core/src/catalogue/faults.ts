/*
 * What can be wrong in a catalogue of standards: the one list of codes, weights and reasons. Reading a catalogue
 * finds them; a cover's `checks:` says nothing about them, because a catalogue may serve several reviews.
 */
import type { Severity } from '../text/diagnostic';

interface CatalogueFault {
  readonly severity: Severity;
  /** What it complains about, in a few words. */
  readonly title: string;
  /** Why that matters to whoever keeps the catalogue. */
  readonly why: string;
}

/** All faults by code, in the order of the documentation. */
export const catalogueFaults = {
  'missing-id': {
    severity: 'error',
    title: 'A catalogue or a standard has no id',
    why: 'Nobody can cite it: a cover names the catalogue by its id, and a finding the standard.',
  },
  'duplicate-id': {
    severity: 'error',
    title: 'Two themes, elements or standards have the same id',
    why: 'A citation means the first of them, and the second can never be covered.',
  },
  'misplaced-id': {
    severity: 'error',
    title: 'A standard stands in another element than its id says, or an element before any theme',
    why: 'Ranges and gaps are counted by element, so it would be counted in the wrong place.',
  },
  'id-without-figure': {
    severity: 'warning',
    title: 'The id of a standard has no figure in it',
    why: 'Nobody can cite it: words in brackets without a figure, such as `[theme park]`, are left alone.',
  },
  'missing-words': {
    severity: 'error',
    title: 'A standard has an id and no words',
    why: 'Nobody who cites it can read what it asks for.',
  },
  'unknown-heading': {
    severity: 'warning',
    title: 'A heading, or a list, is none that a catalogue has',
    why: 'What stands below it is not read, so its standards are missing.',
  },
  'element-without-standards': {
    severity: 'warning',
    title: 'An element has no standards',
    why: 'It can be cited as a whole only. Often its list stands under a heading that is not read.',
  },
  'invalid-setting': {
    severity: 'error',
    title: 'The first lines of a catalogue cannot be read',
    why: 'Without its id no review can name the catalogue.',
  },
  'unknown-setting': {
    severity: 'warning',
    title: 'A key in the first lines of a catalogue is not one that it knows',
    why: 'It has no effect; it is usually a slip of the keyboard.',
  },
} as const satisfies Record<string, CatalogueFault>;

export type CatalogueFaultCode = keyof typeof catalogueFaults;

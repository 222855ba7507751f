/*
 * What a survey is: a question that was answered on a scale, with a count for each rating or only how many answered and
 * their mean; and its figures, which are worked out here once, for whoever shows them. Reading one is surveyReader.ts.
 */
import type { SettingFault, Sourced } from '../settings/types';
import { moveSpan, type Span } from '../text/span';

/** Ratings are the whole numbers from `low` to `high`. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** How many chose a rating, which may lie off the scale. */
export interface Answer {
  readonly rating: number;
  readonly count: number;
  readonly ratingSpan: Span;
  readonly countSpan: Span;
}

/** A mean as it is written, with its figures behind the point. */
export interface WrittenMean extends Sourced<number> {
  readonly decimals: number;
}

export interface Survey {
  readonly id?: Sourced<string>;
  readonly title?: Sourced<string>;
  readonly question?: Sourced<string>;
  readonly scale?: Sourced<Scale>;
  /** Each rating once, in the order in which they are written. */
  readonly answers: readonly Answer[];
  /** How many answered, where that is written. */
  readonly n?: Sourced<number>;
  readonly mean?: WrittenMean;
  /** The whole block with its fences. */
  readonly span: Span;
  /** The line that opens it. */
  readonly head: Span;
  /** What is wrong in it, apart from what its figures say about each other. */
  readonly faults: readonly SettingFault[];
}

/** The keys of a survey, with what each is for. */
export const surveyKeys = {
  id: 'What a finding cites, as in [ev S1].',
  title: 'What the survey is called, and when it was held.',
  question: 'What was asked, in the words that were used.',
  scale: 'The lowest and the highest rating, such as -5..5.',
  responses: 'How many chose each rating, such as {1: 0, 2: 4, 3: 11}.',
  n: 'How many answered, where the responses are not known one by one.',
  mean: 'The mean of the answers, where the responses are not known one by one.',
} as const;

/** The most ratings that a scale has. */
export const mostRatings = 101;

/** One bar of the distribution; `share` is of those who answered, from 0 to 1. */
export interface Bar {
  readonly rating: number;
  readonly count: number;
  readonly share: number;
}

export interface SurveyFigures {
  /** Every rating of the scale from the lowest on; none where the responses are not known one by one. */
  readonly bars: readonly Bar[];
  readonly scale?: Scale;
  /** How many answered. */
  readonly n?: number;
  readonly mean?: number;
  /** The standard deviation of the answers that were given: their squared distances from the mean are divided by n. */
  readonly spread?: number;
}

/** The figures of a survey: from the responses, or where there are none, those that are written. Ratings off the scale do not count. */
export function surveyFigures(survey: Survey): SurveyFigures {
  const { answers, scale: written } = survey;
  const scale = written?.value ?? scaleOf(answers);
  const base = scale && { scale };
  if (answers.length === 0 || !scale) {
    const { n, mean } = survey;
    return { bars: [], ...base, ...(n && { n: n.value }), ...(mean && { mean: mean.value }) };
  }
  const counts = new Map(answers.map(({ rating, count }) => [rating, count]));
  const ratings = Array.from({ length: scale.high - scale.low + 1 }, (_, i) => scale.low + i);
  const pairs = ratings.map((rating) => ({ rating, count: counts.get(rating) ?? 0 }));
  const n = pairs.reduce((sum, { count }) => sum + count, 0);
  const bars = pairs.map((pair) => ({ ...pair, share: n === 0 ? 0 : pair.count / n }));
  if (n === 0) return { bars, scale, n };
  const mean = bars.reduce((sum, { rating, count }) => sum + rating * count, 0) / n;
  const squares = bars.reduce((sum, { rating, count }) => sum + count * (rating - mean) ** 2, 0);
  return { bars, scale, n, mean, spread: Math.sqrt(squares / n) };
}

/** Where no scale is written, the ratings that were chosen make one. */
function scaleOf(answers: readonly Answer[]): Scale | undefined {
  let [low, high] = [Infinity, -Infinity];
  for (const { rating } of answers) {
    low = Math.min(low, rating);
    high = Math.max(high, rating);
  }
  return answers.length > 0 && high - low < mostRatings ? { low, high } : undefined;
}

/** A number as people read it: a true minus, and no more than some figures behind the point. */
export function printNumber(value: number, decimals = 1): string {
  const rounded = value.toFixed(decimals);
  const isZero = Number(rounded) === 0;
  return (isZero ? rounded.replace('-', '') : rounded).replace('-', '−');
}

/** `−5 to 5`. */
export function printScale({ low, high }: Scale): string {
  return `${printNumber(low, 0)} to ${printNumber(high, 0)}`;
}

/** A survey as it stands further down by some characters. */
export function moveSurvey(survey: Survey, by: number): Survey {
  const move = (place: Span): Span => moveSpan(place, by);
  const moveValue = <T extends { readonly span: Span }>(value: T): T => ({
    ...value,
    span: move(value.span),
  });
  const { id, title, question, scale, n, mean } = survey;
  return {
    ...survey,
    ...(id && { id: moveValue(id) }),
    ...(title && { title: moveValue(title) }),
    ...(question && { question: moveValue(question) }),
    ...(scale && { scale: moveValue(scale) }),
    ...(n && { n: moveValue(n) }),
    ...(mean && { mean: moveValue(mean) }),
    answers: survey.answers.map((answer) => ({
      ...answer,
      ratingSpan: move(answer.ratingSpan),
      countSpan: move(answer.countSpan),
    })),
    span: move(survey.span),
    head: move(survey.head),
    faults: survey.faults.map(moveValue),
  };
}

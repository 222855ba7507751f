/*
 * `survey-mismatch`: the figures of a survey cannot all be right. A rating lies off its scale, the counts do not add up
 * to `n`, or the mean is another one than the counts give. Which of them is wrong only those know who held the survey.
 */
import { surveysIn } from '../evidence/entry';
import type { Complaint } from '../text/diagnostic';
import { printNumber, printScale, surveyFigures, type Survey } from '../evidence/survey';
import type { FragmentCheck } from './check';

export const surveyMismatch: FragmentCheck = {
  about: 'fragment',
  looksAt: 'evidence',
  code: 'survey-mismatch',
  severity: 'error',
  title: 'The figures of a survey do not agree with each other',
  why: 'A figure that is wrong once makes people doubt the others, and the findings that rest on them.',
  *run({ evidence }) {
    for (const survey of surveysIn(evidence)) {
      const off = offScale(survey);
      yield* off;
      yield* wrongCount(survey);
      if (off.length === 0) yield* wrongMean(survey);
    }
  },
};

function offScale({ scale, answers }: Survey): Complaint[] {
  if (!scale) return [];
  const { low, high } = scale.value;
  return answers
    .filter(({ rating }) => rating < low || rating > high)
    .map(({ rating, ratingSpan }) => {
      const message = `Rating ${printNumber(rating, 0)} is not on the scale, which goes from ${printScale(scale.value)}.`;
      return { span: ratingSpan, message };
    });
}

function* wrongCount({ answers, n }: Survey): Iterable<Complaint> {
  if (!n || answers.length === 0) return;
  const sum = answers.reduce((total, { count }) => total + count, 0);
  if (sum === n.value) return;
  yield { span: n.span, message: `The responses add up to ${sum}, and “n” says that ${n.value} answered.` };
}

function* wrongMean(survey: Survey): Iterable<Complaint> {
  const { mean, answers, scale, n } = survey;
  if (!mean) return;
  const place = mean.span;
  const written = printNumber(mean.value, mean.decimals);
  if (answers.length === 0) {
    if (scale && (mean.value < scale.value.low || mean.value > scale.value.high)) {
      const message = `A mean of ${written} is not on the scale, which goes from ${printScale(scale.value)}.`;
      yield { span: place, message };
    } else if (n?.value === 0) {
      yield { span: place, message: `There is no mean where nobody answered, and “n” says 0.` };
    }
    return;
  }
  const counted = surveyFigures(survey).mean;
  if (counted === undefined) {
    yield { span: place, message: 'There is no mean where nobody answered, and all counts are 0.' };
    return;
  }
  // A mean may be rounded to the figures that it is written with, up or down where it lies half-way.
  if (Math.abs(counted - mean.value) <= 0.5 * 10 ** -mean.decimals + 1e-9) return;
  const shown = printNumber(counted, Math.max(1, mean.decimals));
  yield { span: place, message: `The responses have a mean of ${shown}, and “mean” says ${written}.` };
}

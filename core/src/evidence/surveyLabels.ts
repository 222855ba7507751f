/*
 * The words that stand around the figures of a survey, in both languages of reports: one table, so that the chart, the
 * table beside it and whatever is printed without a picture say the same.
 */
import type { Language } from '../settings/types';
import { printNumber, type SurveyFigures } from './survey';

/** What is said of a survey in one language. */
export interface SurveyText {
  readonly survey: string;
  readonly rating: string;
  readonly answers: string;
  readonly share: string;
  readonly mean: string;
  readonly spread: string;
  readonly distribution: string;
  readonly noFigures: string;
  readonly answered: (n: number) => string;
  readonly onScale: (low: string, high: string) => string;
  /** `8 chose 1`. */
  readonly chose: (count: number, rating: string) => string;
}

export const surveyTexts: Readonly<Record<Language, SurveyText>> = {
  en: {
    survey: 'Survey',
    rating: 'Rating',
    answers: 'Answers',
    share: 'Share',
    mean: 'mean',
    spread: 'standard deviation',
    distribution: 'Distribution of the answers',
    noFigures: 'No figures yet',
    answered: (n) => `${n} answered`,
    onScale: (low, high) => `on a scale from ${low} to ${high}`,
    chose: (count, rating) => `${count} chose ${rating}`,
  },
  cy: {
    survey: 'Arolwg',
    rating: 'Sgôr',
    answers: 'Atebion',
    share: 'Cyfran',
    mean: 'cymedr',
    spread: 'gwyriad safonol',
    distribution: 'Dosbarthiad yr atebion',
    noFigures: 'Dim ffigurau eto',
    answered: (n) => `Atebodd ${n}`,
    onScale: (low, high) => `ar raddfa o ${low} i ${high}`,
    chose: (count, rating) => `dewisodd ${count} ${rating}`,
  },
};

/** What a chart of the answers shows, for those who do not see it. */
export function describeFigures(figures: SurveyFigures, language: Language): string {
  const { chose } = surveyTexts[language];
  const chosen = figures.bars.filter(({ count }) => count > 0);
  const counts = chosen.map(({ count, rating }) => chose(count, printNumber(rating, 0))).join(', ');
  const sentence = figuresSentence(figures, language);
  return counts === '' ? sentence : `${sentence} ${counts.charAt(0).toUpperCase()}${counts.slice(1)}.`;
}

/** `35 answered on a scale from −5 to 5: mean 1.8, standard deviation 1.4.` */
export function figuresSentence({ n, mean, spread, scale }: SurveyFigures, language: Language): string {
  const text = surveyTexts[language];
  const where = [
    ...(n === undefined ? [] : [text.answered(n)]),
    ...(scale ? [text.onScale(printNumber(scale.low, 0), printNumber(scale.high, 0))] : []),
  ].join(' ');
  const told = [
    ...(mean === undefined ? [] : [`${text.mean} ${printNumber(mean)}`]),
    ...(spread === undefined ? [] : [`${text.spread} ${printNumber(spread)}`]),
  ].join(', ');
  if (n === undefined && mean === undefined) return `${text.noFigures}.`;
  const sentence = [where, told].filter((words) => words !== '').join(': ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

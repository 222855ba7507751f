/*
 * What a report shows of a survey, whatever it is printed as: its name, what was asked, its figures in a sentence, and the
 * numbers of its chart as a table. A survey that cannot be read in full keeps its own words besides.
 */
import type { Language } from '../settings/types';
import { printNumber, surveyFigures, type Survey, type SurveyFigures } from '../evidence/survey';
import { figuresSentence, surveyTexts } from '../evidence/surveyLabels';

/** With more ratings than this a chart says less in words: counts and ratings would stand upon each other. */
export const mostLabelled = 21;

export interface SurveyShown {
  readonly name: string;
  readonly question?: string;
  readonly sentence: string;
  readonly figures: SurveyFigures;
  /** What the table and the chart are called. */
  readonly title: string;
  readonly head: readonly string[];
  /** Rating, answers and share; none where the answers are not known one by one. */
  readonly rows: readonly (readonly string[])[];
}

/** A survey as people see it in a report of a language. */
export function showSurvey(survey: Survey, language: Language): SurveyShown {
  const { id, title, question } = survey;
  const text = surveyTexts[language];
  const figures = surveyFigures(survey);
  const named = [id?.value, title?.value].filter((words) => words !== undefined).join('. ');
  const name = named === '' ? text.survey : named;
  return {
    name,
    ...(question && { question: question.value }),
    sentence: figuresSentence(figures, language),
    figures,
    title: `${text.distribution}: ${name}`,
    head: [text.rating, text.answers, text.share],
    rows: figures.bars.map(({ rating, count, share }) => [
      printNumber(rating, 0),
      String(count),
      `${Math.round(share * 100)}%`,
    ]),
  };
}

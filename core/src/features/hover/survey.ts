/*
 * A survey in Markdown, as hovers show it: what was asked, its figures in a sentence, and how often each rating was
 * chosen. A bar of the table is drawn for the eye; the figures beside it say the same.
 */
import { printNumber, surveyFigures, type Survey, type SurveyFigures } from '../../evidence/survey';
import { figuresSentence } from '../../evidence/surveyLabels';
import { literal } from '../text';

/** The longest bar, in characters. */
const longestBar = 16;

/** What a survey says, in paragraphs. */
export function describeSurvey(survey: Survey): string[] {
  const figures = surveyFigures(survey);
  const asked = survey.question?.value;
  const sentence = figuresSentence(figures, 'en');
  return [
    ...(asked === undefined ? [] : [`“${literal(asked)}”`]),
    sentence,
    ...(figures.bars.length === 0 ? [] : [printTable(figures)]),
  ];
}

function printTable({ bars }: SurveyFigures): string {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const rows = bars.map(({ rating, count, share }) => {
    const bar = '█'.repeat(Math.round((count / most) * longestBar));
    return `| ${printNumber(rating, 0)} | ${count} | ${Math.round(share * 100)}% | ${bar} |`;
  });
  return ['| Rating | Answers | Share | |', '| ---: | ---: | ---: | :--- |', ...rows].join('\n');
}

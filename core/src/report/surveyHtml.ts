/*
 * A survey as HTML: what was asked, its figures in a sentence, the chart of the distribution and the table of the same
 * numbers beside it. Everything is made here from the model, and nothing of it is a reviewer's markup.
 */
import type { Element as HtmlElement, ElementContent } from 'hast';
import type { Language } from '../settingTypes';
import { printNumber, surveyFigures, type Survey, type SurveyFigures } from '../survey';
import { h } from './hast';
import { surveyChart } from './surveyChart';
import { figuresSentence, surveyTexts } from '../surveyText';

/** A survey as a figure; `after` stands below it, such as the way to its place in the text. */
export function surveyFigure(survey: Survey, language: Language, after?: ElementContent): HtmlElement {
  const { id, title, question } = survey;
  const figures = surveyFigures(survey);
  const name = [id?.value, title?.value].filter((words) => words !== undefined).join('. ');
  const shown = name === '' ? surveyTexts[language].survey : name;
  return h(
    'figure',
    { className: 'survey' },
    h(
      'figcaption',
      {},
      h('p', { className: 'survey-title' }, shown),
      question === undefined ? undefined : h('p', { className: 'survey-question' }, question.value),
      h('p', { className: 'survey-sentence' }, figuresSentence(figures, language)),
    ),
    figures.bars.length === 0
      ? undefined
      : h(
          'div',
          { className: 'survey-figures' },
          surveyChart(figures, language),
          surveyTable(figures, language, shown),
        ),
    after,
  );
}

/** The numbers of the chart. */
function surveyTable({ bars }: SurveyFigures, language: Language, name: string): HtmlElement {
  const { rating, answers, share, distribution } = surveyTexts[language];
  const head = (words: string): HtmlElement => h('th', { scope: 'col' }, words);
  return h(
    'table',
    { className: 'survey-table' },
    h('caption', {}, `${distribution}: ${name}`),
    h('thead', {}, h('tr', {}, head(rating), head(answers), head(share))),
    h(
      'tbody',
      {},
      bars.map((bar) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, printNumber(bar.rating, 0)),
          h('td', {}, String(bar.count)),
          h('td', {}, `${Math.round(bar.share * 100)}%`),
        ),
      ),
    ),
  );
}

/*
 * A survey as HTML: what was asked, its figures in a sentence, the chart of the distribution and the table of the same
 * numbers beside it. Everything is made here from the model, and nothing of it is a reviewer's markup.
 */
import type { Element as HtmlElement, ElementContent } from 'hast';
import type { Language } from '../../settings/types';
import type { Survey } from '../../evidence/survey';
import { h } from './hast';
import { surveyChart } from './surveyChart';
import { showSurvey, type SurveyShown } from '../surveyShown';

/** A survey as a figure; `after` stands below it, such as the way to its place in the text. */
export function surveyFigure(survey: Survey, language: Language, after?: ElementContent): HtmlElement {
  const shown = showSurvey(survey, language);
  const { name, question, sentence, figures, rows } = shown;
  return h(
    'figure',
    { className: 'survey' },
    h(
      'figcaption',
      {},
      h('p', { className: 'survey-title' }, name),
      question === undefined ? undefined : h('p', { className: 'survey-question' }, question),
      h('p', { className: 'survey-sentence' }, sentence),
    ),
    rows.length === 0
      ? undefined
      : h('div', { className: 'survey-figures' }, surveyChart(figures, language), surveyTable(shown)),
    after,
  );
}

/** The numbers of the chart. */
function surveyTable({ title, head, rows }: SurveyShown): HtmlElement {
  const heads = head.map((words) => h('th', { scope: 'col' }, words));
  const cells = ([first, ...rest]: readonly string[]): HtmlElement =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, first),
      rest.map((words) => h('td', {}, words)),
    );
  return h(
    'table',
    { className: 'survey-table' },
    h('caption', {}, title),
    h('thead', {}, h('tr', {}, heads)),
    h('tbody', {}, rows.map(cells)),
  );
}

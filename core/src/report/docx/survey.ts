/*
 * The picture of a survey's answers in Word: a chart of Word's own, so that whoever edits the report can give it other
 * colours or another size. What it shows stands in its alternative text.
 */
import { Paragraph, type FileChild } from 'docx';
import { ChartRun } from 'docx/charts';
import type { Language } from '../../settings/types';
import { describeFigures, surveyTexts } from '../../evidence/surveyLabels';
import { mostLabelled, type SurveyShown } from '../surveyShown';
import { xmlText } from '../xmlText';

/** In pixels, of which 96 make an inch. */
const size = { width: 560, height: 230 } as const;

/** The chart of the answers; none where they are not known one by one. */
export function printDocxChart({ figures, title, rows }: SurveyShown, language: Language): FileChild[] {
  if (rows.length === 0) return [];
  const plain = (words: string): string => xmlText(words).replace(/\s+/g, ' ');
  const chart = new ChartRun({
    type: 'column',
    categories: rows.map(([rating = '']) => rating),
    series: [
      {
        name: surveyTexts[language].answers,
        values: figures.bars.map(({ count }) => count),
        color: '1F3864',
      },
    ],
    legend: false,
    gapWidth: 40,
    valueAxis: { visible: false, gridlines: false, minimum: 0 },
    ...(rows.length <= mostLabelled && { dataLabels: { value: true, position: 'outsideEnd' } }),
    transformation: size,
    altText: {
      name: plain(title),
      title: plain(title),
      description: plain(describeFigures(figures, language)),
    },
  });
  return [new Paragraph({ keepNext: true, children: [chart] })];
}

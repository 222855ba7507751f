/*
 * The distribution of a survey as a picture of bars: one for each rating, its count above it, a broken line at the
 * mean. It is drawn in the colour of the text around it, so that it is as plain in the dark, in high contrast and on
 * paper, and nothing is told by colour. Its title and description say in words what it shows.
 */
import type { Element as SvgElement } from 'hast';
import type { Language } from '../../settings/types';
import { printNumber, type Bar, type SurveyFigures } from '../../evidence/survey';
import { h } from './hast';
import { describeFigures, surveyTexts } from '../../evidence/surveyLabels';
import { mostLabelled } from '../surveyShown';

/** All in units of the picture, which grows and shrinks with what it stands in. */
const size = { bar: 34, gap: 10, height: 130, above: 40, below: 26, margin: 12, font: 13 } as const;

/** The chart; undefined where the answers are not known one by one. */
export function surveyChart(figures: SurveyFigures, language: Language): SvgElement | undefined {
  const { bars, mean } = figures;
  const [first] = bars;
  if (!first) return undefined;
  const step = bars.length > mostLabelled ? 14 : size.bar + size.gap;
  const width = Math.max(bars.length * step + 2 * size.margin, 180);
  const left = (width - bars.length * step) / 2;
  const bottom = size.above + size.height;
  const middleOf = (rating: number): number => left + (rating - first.rating + 0.5) * step;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const isLabelled = labelled(bars);
  const text = surveyTexts[language];
  return h(
    'svg',
    {
      className: 'survey-chart',
      role: 'img',
      viewBox: `0 0 ${round(width)} ${bottom + size.below}`,
      width: round(width),
      height: bottom + size.below,
      fontSize: size.font,
      textAnchor: 'middle',
      fill: 'currentColor',
    },
    h('title', {}, text.distribution),
    h('desc', {}, describeFigures(figures, language)),
    line(left, bottom, left + bars.length * step, bottom),
    bars.flatMap((bar) => {
      const middle = middleOf(bar.rating);
      const height = (bar.count / most) * size.height;
      const thick = bars.length > mostLabelled ? 10 : size.bar;
      return [
        h('rect', {
          className: 'survey-bar',
          x: round(middle - thick / 2),
          y: round(bottom - height),
          width: thick,
          height: round(height),
        }),
        ...(bar.count > 0 && bars.length <= mostLabelled
          ? [words(middle, bottom - height - 5, String(bar.count))]
          : []),
        ...(isLabelled(bar) ? [words(middle, bottom + size.font + 5, printNumber(bar.rating, 0))] : []),
      ];
    }),
    mean === undefined
      ? undefined
      : [
          line(middleOf(mean), size.font + 6, middleOf(mean), bottom, '5 4'),
          words(clamp(middleOf(mean), 60, width - 60), size.font, `${text.mean} ${printNumber(mean)}`),
        ],
  );
}

/** Which ratings are written below their bars: all, or where they are many every fifth or tenth. */
function labelled(bars: readonly Bar[]): (bar: Bar) => boolean {
  if (bars.length <= mostLabelled) return () => true;
  const every = bars.length > 51 ? 10 : 5;
  return ({ rating }) => rating % every === 0;
}

function line(x1: number, y1: number, x2: number, y2: number, dashes?: string): SvgElement {
  const broken = dashes === undefined ? {} : { strokeDashArray: dashes };
  const ends = { x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) };
  return h('line', { ...ends, stroke: 'currentColor', strokeWidth: 1.5, ...broken });
}

function words(x: number, y: number, said: string): SvgElement {
  return h('text', { x: round(x), y: round(y) }, said);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Two figures behind the point are finer than any screen, and the same on every machine. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

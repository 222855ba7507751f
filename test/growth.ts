/*
 * `npm run measure:growth`: how the cost of everything grows with every shape, as a table. It takes some three hours of one core.
 * Words choose the shapes whose names contain one of them.
 */
import { growthShapes } from './support/growth/all';
import { bound, growthOf } from './support/growth/measure';

async function main(words: readonly string[]): Promise<void> {
  console.log(
    '| shape | n | checking n, 4n, 16n (ms) | steepest | ratio |\n| --- | ---: | ---: | --- | ---: |',
  );
  for (const shape of growthShapes) {
    if (words.length > 0 && !words.some((word) => shape.name.includes(word))) continue;
    const { n, growth } = await growthOf(shape, true);
    const [first] = growth;
    const [steepest] = [...growth].sort((a, b) => b.ratio - a.ratio);
    const costs = first?.costs.map((cost) => cost.toFixed(0)).join(', ') ?? '';
    const ratio = steepest?.ratio ?? 0;
    const steep = growth.filter((each) => each.ratio >= bound);
    const mark = steep.length === 0 ? '' : ` (too steep: ${steep.map(({ what }) => what).join(', ')})`;
    console.log(`| ${shape.name} | ${n} | ${costs} | ${steepest?.what ?? ''} | ${ratio.toFixed(1)}${mark} |`);
  }
}

void main(process.argv.slice(2));

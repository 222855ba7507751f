/*
 * Prints how well personal data is found. The mistakes of the half that was in view are listed with `--mistakes`;
 * those of the other half never are, or it would soon be in view too.
 */
import { halves, mistakes, printScores, score } from './measure';

for (const which of [...halves.map((half) => [half]), halves]) {
  console.log(`${which.join(' and ')}\n\n${printScores(score(which))}\n`);
}
if (process.argv.includes('--mistakes')) {
  const { missed, alarms } = mistakes('tuning');
  console.log(['missed', ...missed, '', 'false alarms', ...alarms].join('\n'));
}

import assert from 'node:assert/strict';
import { checkDiagnostics, checkOffer, fixTitles, hoverAt, offersAt } from '../../support/check';
import { applyEdits, fixes, readCatalogue } from '../../../core/src';
import { standardsOf } from '../../../core/src/catalogue/index';
import { fingerprintOf } from '../../../core/src/review/editions';
import { readFixture } from '../../support/fixture';
import { now, old } from '../../support/twoEditions';
import { itWeighs, unfinished } from '../../support/weight';

const record = `own-2026: ${standardsOf(readCatalogue(old))
  .map(({ id, text }) => `${id} ${fingerprintOf(text)}`)
  .join(', ')}`;
const cover = (more: string): string => `---\nstandards: ./now.standards.md\n${more}---\n`;
const review = (body: string, more = `reviewed-against:\n  ${record}\n`): string =>
  `//- cover.review.md\n${cover(more)}//- now.standards.md\n${now}//- one.review.md\n${body}`;

describe('stale-citation', () => {
  it('tells that a standard has other words than those that were reviewed against', () => {
    const first = `own-2026: 1.1 ${fingerprintOf('Children feel at home')}`;
    checkDiagnostics(
      review(
        `
## Strengths
- Children are safe at home [std 2.1].
                                 ^^^ stale-citation: Standard 2.1 has other words since this was reviewed
- Children decide with us [std 2.1-2.2].
                               ^^^^^^^ stale-citation: 2.1
`,
        `reviewed-against:\n  ${first}\n`,
      ),
      'stale-citation',
    );
  });

  it('is quiet about a number that was another standard’s', () => {
    // The words of 2.1 of that time are those of 3.1 now.
    const schools = `own-2026: 2.1 ${fingerprintOf('Children go to school')}`;
    checkDiagnostics(
      review('## Strengths\n- Children are safe [std 2.1] [std 3.1].\n', `reviewed-against:\n  ${schools}\n`),
      'stale-citation',
    );
  });

  it('is quiet about words that stayed, about narrative, and where no edition is recorded', () => {
    checkDiagnostics(
      review('We asked about [std 2.1].\n\n## Strengths\n- Children decide [std 2.4] [std 2].\n'),
      'stale-citation',
    );
    checkDiagnostics(review('## Strengths\n- Children are safe [std 2.1].\n', ''), 'stale-citation');
  });

  it('shows the words of both editions while the earlier one is at hand', () => {
    const drawn = `${review('## Strengths\n- Children are safe [std 2.$01].\n')}//- old.standards.md\n${old}`;
    assert.match(
      hoverAt(drawn)?.markdown ?? '',
      /\*\*Reworded since this was reviewed\.\*\* It was 1\.1 then\. Children feel \*\*safe\*\* at home/,
    );
    const alone = hoverAt(review('## Strengths\n- Children are safe [std 2.$01].\n'))?.markdown ?? '';
    assert.match(alone, /put the earlier edition beside it/);
  });

  it('takes “Reviewed, still valid” for all findings that cite the standard', () => {
    const drawn = review('## Strengths\n- Children are safe [std 2.$01].\n- At home too [std 2.1].\n');
    assert.ok(fixTitles(drawn).includes('Reviewed, still valid: 2.1'));
    const fixture = readFixture(drawn);
    const { uri = '', offset = 0 } = fixture.cursor ?? {};
    const chosen = fixes(fixture.snapshot(), uri, { start: offset, end: offset }).find(({ fix }) =>
      fix.title.startsWith('Reviewed'),
    );
    assert.ok(chosen);
    const text = applyEdits(fixture.files.get(chosen.fix.uri) ?? '', chosen.fix.edits);
    const judged = record.replace(
      fingerprintOf('Children feel at home'),
      fingerprintOf('Children feel safe at home'),
    );
    assert.equal(`${text}\n`, cover(`reviewed-against:\n  ${judged}\n`));
    checkDiagnostics(drawn.replace('$0', '').replace(record, judged), 'stale-citation');
  });

  it('records the edition of today from the line that names it', () => {
    const drawn = `//- cover.review.md\n---\nstandards: ./old.standards$0.md\nphase: drafting\n---\n//- old.standards.md\n${old}`;
    const after = `---\nstandards: ./old.standards.md\nphase: drafting\nreviewed-against:\n  ${record}\n---\n`;
    checkOffer(drawn, 'Record the edition of the standards', after.trimEnd());
    const recorded = `//- cover.review.md\n${after.replace('old.st', 'old$0.st')}//- old.standards.md\n${old}`;
    assert.ok(!offersAt(recorded).some(({ title }) => title.startsWith('Record')));
  });

  it('reports a record that cannot be read on its value', () => {
    checkDiagnostics(
      `//- cover.review.md
---
standards: ssia-childrens-services-2014
reviewed-against:
  own-2026: 1.1 today
            ^^^^^^^^^ invalid-setting: “1.1 today” is no id with a fingerprint
---
`,
      'invalid-setting',
      'unknown-setting',
    );
  });

  itWeighs(
    'stale-citation',
    unfinished,
    `## Strengths\n- Safe [std 2.1]\n//- now.standards.md\n${now}`,
    `standards: ./now.standards.md\nreviewed-against:\n  ${record}\n`,
  );
});

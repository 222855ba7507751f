import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';

describe('invalid-date', () => {
  it('sees what is no day, no day of the calendar, and a day in another form', () => {
    checkDiagnostics(
      `
## Actions
- A @lead(Ann) @due(soon)
                    ^^^^ invalid-date: “soon” is not a date; write a day such as 2026-11-15.
- B @lead(Ann) @due(November 2026)
                    ^^^^^^^^^^^^^ invalid-date: does not say which day; write one, such as 2026-11-30
- C @lead(Ann) @due(2026-02-30)
                    ^^^^^^^^^^ invalid-date: February 2026 has 28 days
- D @lead(Ann) @due( 15.11.26 )
                     ^^^^^^^^ invalid-date: “15.11.26” is Sunday 15 November 2026; write 2026-11-15
- E @lead(Ann) @due(Monday 15 November 2026)
                    ^^^^^^^^^^^^^^^^^^^^^^^ invalid-date: 15 November 2026 is a Sunday, not a Monday
- F @lead(Ann) @due(11/15/2026)
                    ^^^^^^^^^^ invalid-date: has no month 15: the day comes before the month here
- G @lead(Ann) @due(32.13.26)
                    ^^^^^^^^ invalid-date: there is no month 13
- H @lead(Ann)
  - outline @due(2026-11-15)
  - the rest @due(31.9.26)
                  ^^^^^^^ invalid-date: September 2026 has 30 days
`,
      'invalid-date',
    );
  });

  it('is quiet about days, about placeholders, and where nothing is an action', () => {
    checkDiagnostics(
      `
## Actions
- A @lead(Ann) @due(2026-11-15)
- A @lead(Ann) @due(2028-02-29)
- A @lead(Ann) @due(TBC)
- A @lead(Ann) \`@due(soon)\`
## Suggestions
- A @due(soon)
`,
      'invalid-date',
    );
  });

  const plan = (due: string): string => `## Actions\n- A @lead(Ann) @due(${due}) at last\n`;
  for (const due of [
    '15.11.$026',
    '15/11/2026$0',
    '$015 November 2026',
    'Sunday 15 Nov. 26$0',
    '11/1$05/2026',
  ]) {
    it(`offers the one reading of ${due}`, () => {
      checkFix(plan(due), 'Change to 2026-11-15', plan('2026-11-15'));
    });
  }

  it('offers nothing where people have to say which day they mean', () => {
    for (const due of ['so$0on', 'Novem$0ber 2026', '31.9.2$06', 'Monday 15 Novem$0ber 2026'])
      assert.deepEqual(fixTitles(plan(due)), [], due);
  });
});

import assert from 'node:assert/strict';
import { checkDiagnostics, checkFix, fixTitles } from '../../support/check';
import { itWeighs } from '../../support/weight';

/** A review against an edition in which 5.1 is 6.1, 5.2 was split, 5.3 was joined to 6.1, and element 5 is 6. */
const review = (body: string): string => `//- cover.review.md
---
standards: ./new.standards.md
---
//- new.standards.md
---
id: new-2027
replaces: old-2026
---

# Theme 1: Homes

Formerly: 4

## Element 6: Home life

Formerly: 5

### Standards

- 6.1 Children feel at home (formerly 5.1, 5.3)
- 6.2 Children have a say (formerly 5.2)
- 6.3 Children are heard (formerly 5.2)

### Probes

1. Children can say what they like (formerly 5.4)
//- one.review.md
${body}`;

const quiet = ['former-number', 'unknown-standard', 'malformed-citation'];

describe('former-number', () => {
  it('tells what a number of the edition before is now', () => {
    checkDiagnostics(
      review(`
# Homes [theme 4]
               ^ former-number: it is 1 now
## Strengths
- Children are at home [std 5.1].
                            ^^^ former-number: 5.1 is a number of the edition before; it is 6.1 now.
- Also [std 5] and [probe 5.4].
            ^ former-number: it is 6 now
                          ^^^ former-number: it is 6.1 now
`),
      ...quiet,
    );
  });

  it('asks to choose where a standard was split', () => {
    checkDiagnostics(
      review(`
## Strengths
- Children are heard [std 5.2].
                          ^^^ former-number: 5.2 of the edition before has become 6.2 and 6.3; choose
`),
      ...quiet,
    );
    assert.deepEqual(fixTitles(review('## Strengths\n- Children are heard [std 5.2$0].\n')).slice(0, 3), [
      'Change to 6.2',
      'Change to 6.3',
      'Change to 6.2, 6.3',
    ]);
  });

  it('is quiet about ids of today, and about numbers that nobody has had', () => {
    checkDiagnostics(
      review(`
## Strengths
- Children are at home [std 6.1, 6.2-6.3] [std 5.9].
                                               ^^^ unknown-standard
`),
      ...quiet,
    );
  });

  it('counts the finding for what the number is now', () => {
    checkDiagnostics(
      review(`
# Homes [theme 1]
## Strengths
- Children are at home [std 5.1, 6.2, 6.3].
`),
      'uncovered-standards',
    );
  });

  it('offers the number of today', () => {
    const after = '## Strengths\n- At home [std 6.1, 6.2].\n';
    checkFix(review('## Strengths\n- At home [std 5.1$0, 6.2].\n'), 'Change to 6.1', after);
  });

  it('writes a range as what it has become, once each', () => {
    const drawn = review('## Strengths\n- At home [std 5.1-5.3$0].\n').replace(' (formerly 5.2)', '');
    checkDiagnostics(drawn.replace('$0', ''), 'unknown-standard');
    const titles = fixTitles(drawn);
    assert.ok(titles.includes('Change to 6.1, 6.3'), titles.join(' / '));
  });

  itWeighs(
    'former-number',
    'warning',
    '## Strengths\n- At home [std 5.1]\n//- new.standards.md\n---\nid: new\n---\n# Theme 1: A\n## Element 6: A\n### Standards\n- 6.1 A (formerly 5.1)\n',
    'standards: ./new.standards.md\n',
  );
});

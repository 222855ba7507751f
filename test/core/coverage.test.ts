import assert from 'node:assert/strict';
import { coverage, printCoverageLine, type Coverage, type StandardCoverage } from '../../core/src';
import { readFixture } from '../support/fixture';

function coverageOf(drawn: string): Coverage {
  const fixture = readFixture(drawn);
  const [set] = fixture.snapshot().reviews();
  assert.ok(set);
  return coverage(set);
}

const coveredIds = (found: Coverage): string[] => idsIn(found, 'covered');

function idsIn(found: Coverage, state: string): string[] {
  return found.standards.filter((entry) => entry.state === state).map(({ standard }) => standard.id);
}

function elementsIn(found: Coverage, state: string): string[] {
  return found.elements.filter((entry) => entry.state === state).map(({ element }) => element.id);
}

function entryOf(found: Coverage, id: string): StandardCoverage {
  const entry = found.standards.find(({ standard }) => standard.id === id);
  assert.ok(entry, `no standard ${id}`);
  return entry;
}

/** What a single strength with these words covers. */
function coveredBy(item: string): string[] {
  return coveredIds(coverageOf(`## Strengths\n- ${item}\n`));
}

describe('a standard is covered', () => {
  it('by a finding that cites it directly, in a list or in a range', () => {
    assert.deepEqual(coveredBy('Visits [std 6.1]'), ['6.1']);
    assert.deepEqual(coveredBy('Visits [std 6.1, 1.2]'), ['1.2', '6.1']);
    assert.deepEqual(coveredBy('Visits [std 1.2-1.4]'), ['1.2', '1.3', '1.4']);
    assert.deepEqual(coveredBy('Visits [std 1.2–1.4, 8.1]'), ['1.2', '1.3', '1.4', '8.1']);
  });

  it('by a strength and by an area for development alike', () => {
    const found = coverageOf(
      '## Strengths\n- A [std 1.1]\n## Areas for development\n- B [std 1.1]\n- C [std 1.2]\n',
    );
    assert.deepEqual(coveredIds(found), ['1.1', '1.2']);
    assert.equal(entryOf(found, '1.1').strengths.length, 1);
    assert.equal(entryOf(found, '1.1').development.length, 1);
  });

  it('by its nested items', () => {
    assert.deepEqual(coveredBy('Data shows:\n  - fewer visits [std 6.1]\n    - at night [std 6.2]'), [
      '6.1',
      '6.2',
    ]);
  });

  it('not by a citation of its element', () => {
    const found = coverageOf('## Strengths\n- Visits [std 6]\n');
    assert.deepEqual(coveredIds(found), []);
    assert.deepEqual(elementsIn(found, 'covered'), ['6']);
  });

  it('not by a citation of its theme, nor of a probe', () => {
    const found = coverageOf('## Strengths\n- Visits [theme 3] [probe 6.12]\n');
    assert.deepEqual(coveredIds(found), []);
    assert.deepEqual(elementsIn(found, 'covered'), []);
  });

  it('not by a stub or a placeholder', () => {
    for (const stub of [
      '[std 6.1]',
      'TODO [std 6.1]',
      'TBC [std 6.1]',
      '… [std 6.1]',
      'xx [std 6.1]',
      '[ ] [std 6.1]',
    ]) {
      assert.deepEqual(coveredBy(stub), [], stub);
    }
    assert.deepEqual(elementsIn(coverageOf('## Strengths\n- … [std 6]\n'), 'covered'), []);
  });

  it('not by a mention, a heading, a suggestion, an action or the evidence', () => {
    const found = coverageOf(`# Delivery [std 6.1]
Visits are on time [std 6.1].

- A list [std 6.2]
## Suggestions
- Visit more [std 1.1]
## Actions
- Visit more [std 1.2]
## Evidence
- Plans [std 1.3]
## Strengths
A paragraph among findings [std 1.4].
`);
    assert.deepEqual(coveredIds(found), []);
    assert.equal(entryOf(found, '6.1').mentions.length, 1);
  });

  it('not by code, comments, an escaped or a malformed citation', () => {
    assert.deepEqual(coveredBy('Visits `[std 6.1]` <!-- [std 6.1] --> \\[std 6.1] [std 6.1;]'), []);
  });

  it('not by an unknown id, nor by one that only begins alike', () => {
    assert.deepEqual(coveredBy('Visits [std 6.10, 6.11, 16.1, 06.1]'), []);
  });

  it('by the number that was printed for it, where that is no id of its own', () => {
    assert.deepEqual(coveredBy('Visits [std 7.2]'), ['6.2']);
    assert.deepEqual(coveredBy('Visits [std 7.1]'), ['7.1']);
    assert.deepEqual(coveredBy('Visits [std 7.1-7.2]'), ['6.2', '7.1']);
  });

  it('by a range whose ends the catalogue has not, as far as it has', () => {
    assert.deepEqual(coveredBy('Visits [std 6.0-6.9]'), ['6.1', '6.2']);
    assert.deepEqual(coveredBy('Visits [std 6.1-6.10]'), ['6.1', '6.2']);
  });

  it('by a range of elements, as elements', () => {
    const found = coverageOf('## Strengths\n- Visits [std 6-7]\n');
    assert.deepEqual(coveredIds(found), []);
    assert.deepEqual(elementsIn(found, 'covered'), ['6', '7']);
  });
});

describe('an element is addressed', () => {
  it('by a finding that cites any of its standards', () => {
    assert.deepEqual(elementsIn(coverageOf('## Strengths\n- A [std 6.2, 1.1]\n'), 'covered'), ['1', '6']);
  });

  it('once by a finding that cites several of them', () => {
    const [one] = coverageOf('## Strengths\n- A [std 1, 1.1, 1.2]\n').elements;
    assert.equal(one?.strengths.length, 1);
  });
});

describe('coverage counts', () => {
  const drawn = `
//- cover.review.md
---
reviewer: AA
---
//- one.review.md
---
reviewer: BB
---
## Strengths
- A [std 1.1]
- B [std 1.1, 1.1-1.2] @by(CC)
## Areas for development
- C [std 1.1] @by(CC)

In the narrative [std 1.1], and again [std 1.1, 1.2].
//- two.review.md
## Strengths
- D [std 1.1]
`;
  const found = coverageOf(drawn);

  it('strengths, areas for development and mentions apart', () => {
    const entry = entryOf(found, '1.1');
    assert.deepEqual([entry.strengths.length, entry.development.length, entry.mentions.length], [3, 1, 2]);
    const next = entryOf(found, '1.2');
    assert.deepEqual([next.strengths.length, next.development.length, next.mentions.length], [1, 0, 1]);
  });

  it('a finding that cites a standard twice once', () => {
    assert.deepEqual(
      entryOf(found, '1.1').strengths.map(({ finding }) => finding.words),
      ['A', 'B', 'D'],
    );
  });

  it('reviewers by @by and by document, each once, and nobody where nobody is named', () => {
    assert.deepEqual(entryOf(found, '1.1').reviewers, ['BB', 'CC']);
    assert.deepEqual(
      entryOf(found, '1.1').strengths.map(({ reviewer }) => reviewer),
      ['BB', 'CC', undefined],
    );
  });
});

describe('what the scope excludes', () => {
  const cover = (exclude: string, body = ''): Coverage =>
    coverageOf(`
//- cover.review.md
---
scope:
  exclude:
${exclude}
---
${body}
`);

  it('is counted apart, never as a gap and never as covered', () => {
    const found = cover('    - { std: 5, reason: Agreed }', '## Strengths\n- A [std 5.1, 1.1]');
    assert.deepEqual(idsIn(found, 'excluded'), ['5.1', '5.2']);
    assert.deepEqual(elementsIn(found, 'excluded'), ['5']);
    assert.deepEqual(coveredIds(found), ['1.1']);
    assert.deepEqual([found.inScope, found.excluded, found.covered], [16, 2, 1]);
  });

  it('keeps its reason', () => {
    const found = cover('    - { std: 5, reason: Agreed }');
    assert.equal(entryOf(found, '5.1').exclusion?.reason, 'Agreed');
    assert.equal(entryOf(found, '6.1').exclusion, undefined);
  });

  it('still shows the findings that cite it', () => {
    assert.equal(
      entryOf(cover('    - { std: 5, reason: x }', '## Strengths\n- A [std 5.1]'), '5.1').strengths.length,
      1,
    );
  });

  it('cascades from a theme to its elements and standards', () => {
    const found = cover('    - { theme: 2, reason: x }');
    assert.deepEqual(idsIn(found, 'excluded'), ['3.1', '3.2', '4.1', '4.2', '5.1', '5.2']);
    assert.deepEqual(elementsIn(found, 'excluded'), ['3', '4', '5']);
  });

  it('may be one standard, a range or a list, and leaves the element in scope', () => {
    assert.deepEqual(idsIn(cover('    - { std: 1.1, reason: x }'), 'excluded'), ['1.1']);
    const found = cover('    - { std: 1.1-1.3, reason: x }\n    - { std: [6.1, 8], reason: x }');
    assert.deepEqual(idsIn(found, 'excluded'), ['1.1', '1.2', '1.3', '6.1', '8.1']);
    assert.deepEqual(elementsIn(found, 'excluded'), ['8']);
  });

  it('may be probes, which changes no figure', () => {
    const found = cover('    - { probe: 6.23-6.27, reason: x }');
    assert.deepEqual([found.inScope, found.excluded], [18, 0]);
  });

  it('has the reason of the first where two meet', () => {
    const found = cover('    - { std: 5.1, reason: First }\n    - { theme: 2, reason: Second }');
    assert.equal(entryOf(found, '5.1').exclusion?.reason, 'First');
    assert.equal(entryOf(found, '5.2').exclusion?.reason, 'Second');
  });

  it('counts without a reason too', () => {
    assert.equal(cover('    - std: 5').excluded, 2);
  });

  it('is what the cover says, not another document', () => {
    const found = coverageOf(`
//- cover.review.md
//- one.review.md
---
scope: { exclude: [{ std: 5, reason: x }] }
---
`);
    assert.equal(found.excluded, 0);
  });
});

describe('every figure has its denominator', () => {
  it('in words', () => {
    assert.equal(
      printCoverageLine({ covered: 14, inScope: 16, excluded: 2 }),
      '14 of 16 standards in scope covered (2 excluded)',
    );
    assert.equal(
      printCoverageLine({ covered: 0, inScope: 18, excluded: 0 }),
      '0 of 18 standards in scope covered',
    );
    assert.equal(
      printCoverageLine({ covered: 1, inScope: 1, excluded: 17 }),
      '1 of 1 standard in scope covered (17 excluded)',
    );
  });

  it('and covered, uncovered and excluded are the whole catalogue', () => {
    const found = coverageOf('## Strengths\n- A [std 1.1, 8.1]\n');
    assert.equal(found.standards.length, 18);
    assert.equal(found.inScope + found.excluded, 18);
    assert.equal(idsIn(found, 'uncovered').length, found.inScope - found.covered);
  });
});

describe('coverage of several catalogues', () => {
  it('lists the standards of each, and a prefix chooses', () => {
    const found = coverageOf(`
//- own.standards.md
---
id: own
prefix: ow
---
# Theme 1: Ours
## Element 1: Ours
### Standards
- 1.1 Ours
//- cover.review.md
---
standards: [ssia-childrens-services-2014, ./own.standards.md]
---
## Strengths
- A [std ow:1.1]
- B [std 1.2]
`);
    assert.equal(found.standards.length, 19);
    assert.deepEqual(
      found.standards
        .filter(({ state }) => state === 'covered')
        .map(({ standard }) => standard.text.slice(0, 11)),
      ['The council', 'Ours'],
    );
  });
});

import assert from 'node:assert/strict';
import { applyEdits, resolveCodeAction, coverage, coverageTree, type CoverageNode } from '../../../core/src';
import { slice } from '../../../core/src/text/span';
import { exampleWorkspace } from '../../support/example';
import { readFixture, root, type Fixture } from '../../support/fixture';

const drawn = `
//- cover.review.md
---
title: A review
standards: ./own.standards.md
scope:
  exclude:
    - { std: 2, reason: Looked at last year }
---
//- own.standards.md
---
id: own
---
# Theme 1: Outcomes
## Element 1: Safety
### Standards
- 1.1 People are safe
- 1.2 People are heard
- 1.3 People are helped
## Element 2: Money
### Standards
- 2.1 Money is spent well
# Theme 2: Leadership
## Element 3: Plans
### Standards
- 3.1 There is a plan
//- one.review.md
---
reviewer: AA
---
# Safety [std 1]
## Strengths
- They are safe at home. [std 1.1]
- They are safe at school. [std 1.1, 1] [ev F1]
- The element as such is known. [std 1]
## Areas for development
- They are not safe online. [std 1.1] @by(BB)

Others said so too [std 1.2].

## Evidence

| Id | Kind |
| --- | --- |
| F1 | Focus group |
`;

/** The tree with everything open, as indented lines: label, description and, in brackets, state and gap. */
function draw(fixture: Fixture, ...open: string[]): string[] {
  const lines = (nodes: readonly CoverageNode[], indent: string): string[] =>
    nodes.flatMap(({ label, description, state, gap, children }) => [
      `${indent}${label}: ${description} (${state}${gap ? ', gap' : ''})`,
      ...lines(children ?? [], `${indent}  `),
    ]);
  const asked = open.length > 0 ? new Set(open) : everything;
  return lines(coverageTree(fixture.snapshot().reviews(), asked), '');
}
const everything = { has: () => true } as unknown as ReadonlySet<string>;

function nodesOf(fixture: Fixture): CoverageNode[] {
  const flat = (node: CoverageNode): CoverageNode[] => [node, ...(node.children ?? []).flatMap(flat)];
  return coverageTree(fixture.snapshot().reviews(), everything).flatMap(flat);
}

function nodeNamed(fixture: Fixture, label: string): CoverageNode {
  const node = nodesOf(fixture).find((each) => each.label === label);
  assert.ok(node, `no node ${label}`);
  return node;
}

/** The words at a node's place. */
function wordsAt(fixture: Fixture, { place }: CoverageNode): string {
  assert.ok(place);
  return slice(fixture.files.get(place.uri) ?? '', place.span);
}

describe('the tree of coverage', () => {
  it('goes from reviews to findings, with counts in words', () => {
    assert.deepEqual(draw(readFixture(drawn)), [
      'A review: 1 of 4 covered (1 excluded) (partly, gap)',
      '  Theme 1: 1 of 3 covered (1 excluded) · Outcomes (partly, gap)',
      '    Element 1: 1 of 3 covered · Safety (partly, gap)',
      '      1.1: 2 strengths, 1 area for development · People are safe (covered)',
      '        They are safe at home.: AA, one (covered)',
      '        They are safe at school.: AA, one (covered)',
      '        They are not safe online.: BB, one (covered)',
      '      1.2: not addressed, mentioned once · People are heard (uncovered, gap)',
      '      1.3: not addressed · People are helped (uncovered, gap)',
      '      The element as such is known.: AA, one (covered)',
      '    Element 2: excluded · Money (excluded)',
      '      2.1: excluded · Looked at last year (excluded)',
      '  Theme 2: 0 of 1 covered · Leadership (uncovered, gap)',
      '    Element 3: 0 of 1 covered · Plans (uncovered, gap)',
      '      3.1: not addressed · There is a plan (uncovered, gap)',
    ]);
  });

  it('gives what is below a node only where it is open', () => {
    const fixture = readFixture(drawn);
    const cover = `${root}/cover.review.md`;
    assert.deepEqual(draw(fixture, 'nothing').length, 1);
    assert.deepEqual(draw(fixture, cover).length, 3);
    const [review] = coverageTree(fixture.snapshot().reviews(), new Set());
    assert.equal(review?.opens, true);
    assert.equal(review.children, undefined);
  });

  it('says the important word first to a screen reader', () => {
    const fixture = readFixture(drawn);
    assert.equal(nodeNamed(fixture, '1.3').spoken, 'Standard 1.3, not addressed: People are helped');
    assert.equal(nodeNamed(fixture, '2.1').spoken, 'Standard 2.1, excluded: Looked at last year');
    assert.equal(
      nodeNamed(fixture, 'They are not safe online.').spoken,
      'Area for development by BB: They are not safe online.',
    );
  });

  it('tells in the tooltip who, how often, and what is one-sided', () => {
    assert.equal(
      nodeNamed(readFixture(drawn), '1.1').tooltip,
      'Standard 1.1: People are safe\n\n2 strengths, 1 area for development.\n\nReviewers: AA, BB.\n\nEvidence: focus group.',
    );
    const oneSided = readFixture('## Strengths\n- Yes. [std 6.1]\n');
    assert.match(nodeNamed(oneSided, '6.1').tooltip, /Only strengths so far\.$/);
  });

  it('tells in the tooltip who leads on an element, the phase, and every exclusion with its reason', () => {
    const team = 'team:\n  - { initials: AA, name: A. Author, leads: [std 1] }\nscope:';
    const fixture = readFixture(drawn.replace('scope:', team));
    assert.match(nodeNamed(fixture, 'Element 1').tooltip, /\nLeads: AA \(A\. Author\)$/);
    assert.match(nodeNamed(fixture, 'Element 3').tooltip, /\nNobody leads on it yet$/);
    assert.doesNotMatch(nodeNamed(readFixture(drawn), 'Element 1').tooltip, /lead/i);
    assert.match(
      nodeNamed(fixture, 'A review').tooltip,
      /\nPhase: drafting\. .*\nOut of scope: std 2: Looked at last year$/,
    );
  });

  it('says what can be done about the scope of each theme, element and standard, and does it', () => {
    const fixture = readFixture(drawn);
    const offered = (label: string): string | undefined => nodeNamed(fixture, label).scope?.title;
    assert.equal(offered('Theme 2'), 'Exclude theme 2 from scope…');
    assert.equal(offered('Element 3'), 'Exclude element 3 from scope…');
    assert.equal(offered('1.2'), 'Exclude standard 1.2 from scope…');
    assert.equal(offered('Element 2'), 'Include element 2 in the scope again');
    assert.equal(offered('A review'), undefined);
    const cover = `${root}/cover.review.md`;
    const carry = (label: string): void => {
      const { task } = nodeNamed(fixture, label).scope ?? {};
      assert.ok(task);
      const fix = resolveCodeAction(fixture.snapshot(), cover, task, 'Agreed on site');
      assert.ok('edits' in fix);
      fixture.workspace.setFile(
        fix.uri,
        applyEdits(fixture.snapshot().document(fix.uri)?.text ?? '', fix.edits),
      );
    };
    carry('Element 3');
    assert.match(nodeNamed(fixture, 'Element 3').tooltip, /\nExcluded: Agreed on site/);
    assert.equal(offered('Element 3'), 'Include element 3 in the scope again');
    carry('Element 3');
    assert.equal(offered('Element 3'), 'Exclude element 3 from scope…');
  });

  it('leads to the finding, to where a gap can be mended, and to the reason of an exclusion', () => {
    const fixture = readFixture(drawn);
    assert.equal(wordsAt(fixture, nodeNamed(fixture, '1.1')), '- They are safe at home. [std 1.1]');
    assert.equal(wordsAt(fixture, nodeNamed(fixture, '1.3')), '# Safety [std 1]');
    assert.equal(wordsAt(fixture, nodeNamed(fixture, '2.1')), '2');
    assert.equal(wordsAt(fixture, nodeNamed(fixture, '3.1')), './own.standards.md');
  });

  it('names its nodes once each, also where a catalogue in the making gives an id twice', () => {
    const twice = drawn.replace('- 1.2 People', '- 1.1 People').replace('# Theme 2', '# Theme 1');
    for (const text of [drawn, twice]) {
      const ids = nodesOf(readFixture(text)).map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it('keeps the names of its nodes while words are changed and findings come in elsewhere', () => {
    const before = nodesOf(readFixture(drawn)).map(({ id }) => id);
    const edited = drawn
      .replace('at home', 'in their homes')
      .replace('## Strengths', '## Strengths\n- Another. [std 1.2]');
    const after = new Set(nodesOf(readFixture(edited)).map(({ id }) => id));
    assert.deepEqual(
      before.filter((id) => !after.has(id)),
      [],
    );
  });

  it('has the figures of the coverage of the example', () => {
    const snapshot = exampleWorkspace().snapshot();
    const [set] = snapshot.reviews();
    assert.ok(set);
    const figures = coverage(set);
    const [review] = coverageTree([set], new Set());
    assert.equal(
      review?.description,
      `${figures.covered} of ${figures.inScope} covered (${figures.excluded} excluded)`,
    );
  });
});

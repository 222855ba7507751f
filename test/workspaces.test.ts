/*
 * The review that tests of every view read, counted from its text and from the model: whoever changes one of its
 * documents sees here what it is meant to hold.
 */
import assert from 'node:assert/strict';
import { coverage } from '../core/src';
import { allOf, morfaBayFiles, morfaBayWorkspace } from './support/morfaBay';

const texts = [...morfaBayFiles.values()];
const count = (pattern: RegExp): number => texts.reduce((sum, text) => sum + allOf(pattern, text).length, 0);

/** The points of the sections that hold findings, as a person would count them. */
function writtenFindings(): number {
  return texts
    .flatMap((text) => allOf(/^## (?:Strengths|Areas for development)\n+((?:(?!#).*\n)*)/gm, text))
    .reduce((sum, [, section = '']) => sum + allOf(/^- /gm, section).length, 0);
}

describe('the review of Morfa Bay', () => {
  const [set, ...others] = morfaBayWorkspace().snapshot().reviews();
  const documents = set?.documents ?? [];

  it('has eight documents by four reviewers', () => {
    assert.equal(others.length, 0);
    assert.equal(documents.length, 8);
    assert.deepEqual(set?.unknownDocuments, []);
    const initials = texts.flatMap((text) => allOf(/^reviewer: (\w+)$/gm, text).map(([, who = '']) => who));
    assert.deepEqual([...new Set(initials)].sort(), ['CB', 'HT', 'NK', 'OF']);
  });

  it('has forty findings with words, in the text and in the model', () => {
    assert.equal(writtenFindings(), 40);
    const findings = documents.flatMap((document) => document.model.findings);
    assert.equal(findings.filter(({ empty }) => !empty).length, 40);
  });

  it('has thirty entries of evidence, one survey and ten actions', () => {
    assert.equal(count(/^\| *[A-Z]+\d+ *\|/gm), 30);
    assert.equal(count(/^```survey$/gm), 1);
    const actions = texts.flatMap((text) => allOf(/^## Actions\n+((?:(?!#).*\n)*)/gm, text));
    assert.deepEqual(
      actions.map(([, section = '']) => allOf(/^- /gm, section).length),
      [10],
    );
  });

  it('leaves out, leaves open and disagrees where it says so', () => {
    assert.ok(set);
    const { standards } = coverage(set);
    const idsOf = (state: string): string[] =>
      standards.filter((entry) => entry.state === state).map(({ standard }) => standard.id);
    assert.deepEqual(idsOf('excluded'), ['2.3']);
    assert.deepEqual(idsOf('uncovered'), ['4.2', '5.2']);
    const disputed = standards.filter(({ strengths, development }) =>
      strengths.some(({ reviewer }) => development.some((other) => other.reviewer !== reviewer)),
    );
    assert.deepEqual(
      disputed.map(({ standard }) => standard.id),
      ['7.1', '8.1'],
    );
  });
});

import assert from 'node:assert/strict';
import { readDocument, type Action } from '../../core/src';

const plan = (items: string, heading = '## Action plan'): string => `${heading}\n\n${items}\n`;

function actionsOf(text: string): readonly Action[] {
  return readDocument(text).actions;
}

describe('an action', () => {
  it('is an item below a heading of actions, with its words, lead and date', () => {
    const text = plan('- Write a plan for placements [std 8.1] @lead(PO Placement Service) @due(2026-11-15)');
    const [action] = actionsOf(text);
    assert.ok(action);
    assert.equal(action.words, 'Write a plan for placements');
    assert.deepEqual(
      action.citations.map(({ span }) => text.slice(span.start, span.end)),
      ['[std 8.1]'],
    );
    const [lead] = action.leads;
    const [due] = action.dues;
    assert.ok(lead && due);
    assert.equal(text.slice(lead.span.start, lead.span.end), '@lead(PO Placement Service)');
    assert.equal(text.slice(lead.valueSpan.start, lead.valueSpan.end), lead.value);
    assert.equal(due.day, '2026-11-15');
    assert.equal(readDocument(text).sections[action.section]?.title, 'Action plan');
    assert.equal(text.slice(action.head.start, action.head.end), text.split('\n')[2]?.slice(2));
  });

  for (const heading of [
    '# Actions',
    '### **Camau gweithredu:**',
    '## 4. ACTION PLAN',
    '## Cynllun gweithredu',
  ]) {
    it(`stands below ${heading}`, () => assert.equal(actionsOf(plan('- Write a plan', heading)).length, 1));
  }

  it('is none elsewhere, and no finding', () => {
    assert.deepEqual(actionsOf(plan('- Write a plan @lead(AA)', '## Suggestions')), []);
    const { actions, findings } = readDocument(plan('- Write a plan [std 8.1]'));
    assert.deepEqual([actions.length, findings.length], [1, 0]);
  });

  it('may have several leads and steps, also in what is below it', () => {
    const [action] = actionsOf(
      plan(
        '- A plan @lead(Ann) and *then* @lead(Bob)\n  - outline @due(31.10.14)\n  - all of it @due(31 March 2015)',
      ),
    );
    assert.deepEqual(
      action?.leads.map(({ value }) => value),
      ['Ann', 'Bob'],
    );
    assert.deepEqual(
      action.dues.map(({ day }) => day),
      ['2014-10-31', '2015-03-31'],
    );
    assert.equal(action.words, 'A plan and then outline all of it');
  });

  it('is led by whoever a mark names, brackets and wrapped lines included', () => {
    const [first, second] = actionsOf(
      plan('- A @lead(Head of Service (Children) )\n- B @LEAD(PO Placement\n  Service) @due( 15.11.26 )'),
    );
    assert.equal(first?.leads[0]?.value, 'Head of Service (Children)');
    assert.equal(first.words, 'A');
    assert.equal(second?.leads[0]?.value, 'PO Placement Service');
    assert.equal(second.words, 'B');
    assert.deepEqual([second.dues[0]?.value, second.dues[0]?.day], ['15.11.26', '2026-11-15']);
  });

  it('is led by nobody while a placeholder stands there, and keeps a date that cannot be read', () => {
    const [action] = actionsOf(plan('- A @lead() @lead(TBC) @due(…) @due(soon) `@lead(code)`'));
    assert.deepEqual(action?.leads, []);
    assert.deepEqual(
      action.dues.map(({ value, day }) => [value, day]),
      [['soon', undefined]],
    );
  });

  it('does not cover what it cites', () => {
    const { citations } = readDocument(plan('- A [std 6.1]'));
    assert.deepEqual(
      citations.map(({ place, finding }) => [place, finding]),
      [['narrative', undefined]],
    );
  });
});

import assert from 'node:assert/strict';
import { diagnostics, readPrivateWords, type Workspace } from '../../../core/src';
import { checkDiagnostics } from '../../support/check';
import { readFixture, root } from '../../support/fixture';
import { morfaBayWorkspace } from '../../support/morfaBay';
import { itWeighs } from '../../support/weight';

describe('personal-data', () => {
  it('sees what identifies a person in a finding', () => {
    checkDiagnostics(
      `
## Strengths
- The file of 999 526 0182 is complete. [std 6.1]
              ^^^^^^^^^^^^ personal-data: “999 … 82” looks like an NHS number
- Ring 07700 900123 or write to mari@example.org [std 6.1]
       ^^^^^^^^^^^^ personal-data: “077 … 23” looks like a telephone number
                                ^^^^^^^^^^^^^^^^ personal-data: “ma …” looks like an e-mail address
- J, born 14/03/2009, moved to LL99 4QT [std 6.1]
          ^^^^^^^^^^ personal-data: “14 …” looks like a date of birth
                               ^^^^^^^^ personal-data: “LL …” looks like a postcode
- His number is AB 12 34 56 C [std 6.1]
                ^^^^^^^^^^^^^ personal-data: “AB … C” looks like a National Insurance number
`,
      'personal-data',
    );
  });

  it('sees it in narrative, actions, evidence, headings and comments too', () => {
    checkDiagnostics(
      `
# A visit to LL99 4QT
             ^^^^^^^^ personal-data
The family can be reached on 01632 960123.
                             ^^^^^^^^^^^^ personal-data
## Actions
- Ask mari@example.org for the file.
      ^^^^^^^^^^^^^^^^ personal-data
## Evidence
| Id | Kind | Description |
| --- | --- | --- |
| I1 | interview | Mother, born 3 May 1990 |
                                ^^^^^^^^^^ personal-data
<!-- her number: 07700 900123 -->
                 ^^^^^^^^^^^^ personal-data
`,
      'personal-data',
    );
  });

  it('is quiet about the figures, dates, roads and laws that reviews are full of, and about front matter', () => {
    checkDiagnostics(
      `
---
title: Written by mari@example.org
---
## Strengths
- On 14/03/2026 the M4 was closed; 87 of 120 answered; s.47 of the 2014 Act. [std 6.1] @by(AA)
- £1,250,000 for CF10 and SW1, ICS reference 0412345 [std 6.2]
`,
      'personal-data',
    );
  });

  it('never says a datum in full', () => {
    const said = (words: string): string => {
      const found = diagnostics(readFixture(words).snapshot(), `${root}/one.review.md`);
      return found.map(({ message }) => message).join('\n');
    };
    for (const datum of [
      '999 526 0182',
      '9995260182',
      '07700 900123',
      '+44 1632 960123',
      'mari.ellis@example.org',
      'LL99 4QT',
      'AB123456C',
    ]) {
      const message = said(`Her file is ${datum}.`);
      assert.match(message, /looks like an? /, datum);
      assert.ok(!message.includes(datum.slice(0, 5)), message);
      assert.ok(!message.includes(datum.slice(-4)), message);
    }
  });

  itWeighs('personal-data', ['warning', 'warning', 'warning', 'error'], 'Her file is 999 526 0182.\n');

  it('has nothing to say about the large review', () => {
    const snapshot = morfaBayWorkspace().snapshot();
    for (const uri of snapshot.documents.keys()) {
      assert.deepEqual(
        diagnostics(snapshot, uri).filter(({ code }) => code === 'personal-data'),
        [],
      );
    }
  });
});

describe('personal-data with a private list', () => {
  const watching = (list: string, text: string): Workspace => {
    const { workspace } = readFixture(text);
    workspace.watchFor(readPrivateWords(list));
    return workspace;
  };
  const found = (workspace: Workspace, uri = `${root}/one.review.md`): string[] => {
    const snapshot = workspace.snapshot();
    const text = snapshot.document(uri)?.text ?? '';
    return diagnostics(snapshot, uri)
      .filter(({ code }) => code === 'personal-data')
      .map(({ span }) => text.slice(span.start, span.end));
  };

  it('sees whole words, whatever their case, accents and possessives', () => {
    const text =
      'SIÂN’s plan, Sian, Sia\u0302n, Sianed and Lansiân. Huw\nPenri met O’Hara-Price; Penri alone. **Huw** Penri.';
    assert.deepEqual(found(watching("# names\n\nsiân\nHuw Penri\no'hara\n  # Sianed\n", text)), [
      'SIÂN',
      'Sian',
      'Sia\u0302n',
      'Huw\nPenri',
      'O’Hara',
      'Huw** Penri',
    ]);
  });

  it('takes the longest phrase, and lines without a letter say nothing', () => {
    assert.deepEqual(
      found(watching('Huw\nHuw Penri Jones\nHuw Penri\n12\n…', 'Huw Penri Jones met Huw, 12 times.')),
      ['Huw Penri Jones', 'Huw'],
    );
  });

  it('does not say the word', () => {
    const workspace = watching('Zorblax', '## Strengths\n- ZORBLAX moved house. [std 6.1]\n');
    const all = diagnostics(workspace.snapshot(), `${root}/one.review.md`);
    const [only, ...others] = all.filter(({ code }) => code === 'personal-data');
    assert.equal(others.length, 0);
    assert.match(only?.message ?? '', /private list/);
    assert.doesNotMatch(JSON.stringify(all), /zorblax/i);
  });

  it('follows the list', () => {
    const workspace = watching('Huw', 'Huw and Mair.');
    assert.deepEqual(found(workspace), ['Huw']);
    workspace.watchFor(readPrivateWords('Mair'));
    assert.deepEqual(found(workspace), ['Mair']);
    workspace.watchFor(undefined);
    assert.deepEqual(found(workspace), []);
  });
});

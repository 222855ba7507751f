import assert from 'node:assert/strict';
import { diagnostics, documentSymbols, workspaceSymbols } from '../../../core/src';
import { coverage } from '../../../core/src/coverage/coverage';
import { knownEvidence } from '../../../core/src/review/evidenceRegister';
import { registerOf } from '../../../core/src/review/evidenceRegister';
import {
  allDiagnostics,
  checkCompletion,
  checkDiagnostics,
  checkFix,
  completions,
  definitionsAt,
  hoverAt,
  referencesAt,
} from '../../support/check';
import { renamed } from '../../support/checkNames';
import { foldsOf } from '../../support/checkShown';
import { readFixture, root } from '../../support/fixture';

const block = `\`\`\`survey
id: S1
title: Practitioners, October 2026
question: How has *practice* changed?
scale: -1..1
responses: {-1: 1, 1: 3}
\`\`\``;
const review = (text: string, cover = ''): string => `
//- cover.review.md
# Method

${block}
${cover}
//- one.review.md
${text}
`;
const citing = '# Delivery [theme 3]\n\n## Strengths\n\n- Practice is better. [std 6.1] [ev s1]\n';

describe('a survey as evidence', () => {
  it('is what a citation of its id means', () => {
    assert.deepEqual(definitionsAt(review(citing.replace('[ev s1]', '[ev s$01]'))), ['cover.review.md: S1']);
    assert.deepEqual(referencesAt(review(citing.replace('[ev s1]', '[ev s$01]')), true), [
      'cover.review.md: S1',
      'one.review.md: s1',
    ]);
    assert.deepEqual(referencesAt(review(citing).replace('id: S1', 'id: S$01')), ['one.review.md: s1']);
    assert.ok(!allDiagnostics(readFixture(review(citing))).some(({ code }) => code.endsWith('-evidence')));
  });

  it('is of the kind survey wherever evidence is counted', () => {
    const [set] = readFixture(review(citing)).snapshot().reviews();
    assert.ok(set);
    const entry = coverage(set).standards.find(({ standard }) => standard.id === '6.1');
    assert.deepEqual(entry?.evidenceKinds, ['survey']);
  });

  it('tells its figures and who rests on it, on the citation and on the block', () => {
    const figures = [
      '**Evidence S1**: Practitioners, October 2026',
      '*Survey*',
      '“How has \\*practice\\* changed?”',
      '4 answered on a scale from −1 to 1: mean 0.5, standard deviation 0.9.',
      [
        '| Rating | Answers | Share | |',
        '| ---: | ---: | ---: | :--- |',
        '| −1 | 1 | 25% | █████ |',
        '| 0 | 0 | 0% |  |',
        '| 1 | 3 | 75% | ████████████████ |',
      ].join('\n'),
      'Cited by:',
      '- Strength (one.review.md): Practice is better.',
    ].join('\n\n');
    const cited = hoverAt(review(citing.replace('[ev s1]', '[ev s$01]')));
    assert.deepEqual([cited?.words, cited?.markdown], ['s1', figures]);
    const own = hoverAt(review(citing).replace('scale', 'sc$0ale'));
    assert.deepEqual([own?.words, own?.markdown], [block, figures]);
  });

  it('tells what is known, where it has no id and no responses', () => {
    const drawn = '```survey\ntitle: Foster carers$0\nscale: 0..10\nn: 15\nmean: 7.5\n```\n';
    assert.equal(
      hoverAt(drawn)?.markdown,
      [
        '**Survey**: Foster carers',
        '15 answered on a scale from 0 to 10: mean 7.5.',
        'It has no id yet, so no finding can cite it.',
      ].join('\n\n'),
    );
    assert.match(hoverAt('```survey\n$0\n```\n')?.markdown ?? '', /No figures yet/);
  });

  it('is unused until something cites it, and asks for an id', () => {
    checkDiagnostics(
      `
\`\`\`survey
id: S1
    ^^ unused-evidence: Nothing cites S1 yet
\`\`\`

\`\`\`survey
^^^^^^^^^ unused-evidence: This survey has no id yet
title: Staff
\`\`\`
`,
      'unused-evidence',
      'duplicate-evidence',
    );
  });

  it('makes no register that every finding has to cite', () => {
    const only = review('## Strengths\n- Visits are on time [std 6.1]');
    const count = (drawn: string): number =>
      allDiagnostics(readFixture(drawn)).filter(({ code }) => code === 'finding-without-evidence').length;
    assert.equal(count(only), 0);
    assert.equal(
      count(review('## Strengths\n- Visits are on time [std 6.1]', register('D1', 'document'))),
      1,
    );
  });

  const register = (id: string, kind: string): string =>
    `\n## Evidence\n\n| Id | Kind | Description |\n| --- | --- | --- |\n| ${id} | ${kind} | Held in May |\n`;

  for (const kind of ['survey', 'Arolwg', '']) {
    it(`is one with a row of its id and kind “${kind}”`, () => {
      const fixture = readFixture(review(citing, register('s1', kind)));
      const [set] = fixture.snapshot().reviews();
      assert.ok(set);
      const { entries } = registerOf(set);
      assert.deepEqual(
        entries.map(({ evidence, survey }) => [evidence.description, survey?.survey.title?.value]),
        [['Held in May', 'Practitioners, October 2026']],
      );
      assert.deepEqual([...knownEvidence(set)], [['S1', 'survey']]);
      assert.ok(!allDiagnostics(fixture).some(({ code }) => code.endsWith('-evidence')));
      const at = review(citing.replace('[ev s1]', '[ev s$01]'), register('s1', kind));
      assert.deepEqual(definitionsAt(at), ['cover.review.md: s1', 'cover.review.md: S1']);
      assert.match(hoverAt(at)?.markdown ?? '', /Held in May[^]*mean 0\.5/);
    });
  }

  it('is renamed in its block, in its row and wherever it is cited', () => {
    const cited = citing.replace('ev s1', 'ev S1');
    const before = (text: string): string => review(text, register('S1', 'survey')).slice(1);
    const after = before(cited).replaceAll('S1', 'S9');
    assert.equal(renamed(before(cited.replace('ev S1', 'ev S$01')), 'S9'), after);
    assert.equal(renamed(before(cited).replace('id: S1', 'id: S$01'), 'S9'), after);
  });

  it('has another id than what is no survey, and than another survey', () => {
    const codes = (cover: string): string[] =>
      allDiagnostics(readFixture(review(citing, cover)))
        .map(({ code }) => code)
        .filter((code) => code === 'duplicate-evidence');
    assert.equal(codes(register('S1', 'interview')).length, 1);
    assert.equal(codes(block).length, 1);
    assert.equal(codes(register('S2', 'survey')).length, 0);
  });

  it('does not take the place of the register that a quick fix begins', () => {
    const drawn = review(`${citing}- Plans are made. [std 6.2] [ev D$07]\n`);
    const fixture = readFixture(drawn);
    assert.equal(
      diagnostics(fixture.snapshot(), `${root}/one.review.md`).filter(
        ({ code }) => code === 'unknown-evidence',
      ).length,
      1,
    );
    checkFix(
      drawn,
      'Add D7 to the evidence register',
      `# Method\n\n${block}\n\n## Evidence\n\n| Id | Kind | Description | Date | Reviewer |\n| --- | --- | --- | --- | --- |\n| D7 |  |  |  |  |\n`,
    );
  });
});

describe('what is wrong in a survey', () => {
  it('is reported on the very value, and mended', () => {
    checkDiagnostics(
      `
\`\`\`survey
questoin: How?
^^^^^^^^ unknown-setting: did you mean “question”?
scale: -5 to 5
       ^^^^^^^ invalid-setting: “-5 to 5” is written -5..5 here
n: some
   ^^^^ invalid-setting: does not say how many answered
\`\`\`
`,
      'invalid-setting',
      'unknown-setting',
    );
    checkFix('```survey\nscale: 1 t$0o 5\n```\n', 'Change to 1..5', '```survey\nscale: 1..5\n```\n');
    checkFix('```survey\nquestoi$0n: How?\n```\n', 'Change to question', '```survey\nquestion: How?\n```\n');
  });
});

describe('completion in a survey', () => {
  const labels = (drawn: string): string[] => completions(drawn).map(({ label }) => label);
  const at = (lines: string): string =>
    `${review('Words')}//- two.review.md\n\`\`\`survey\n${lines}\n\`\`\`\n`;
  const after = (lines: string): string => `\`\`\`survey\n${lines}\n\`\`\`\n`;

  it('offers the keys that are missing, with what they are for', () => {
    assert.deepEqual(labels(at('id: S2\n$0\nscale: 1..5')), ['title', 'question', 'responses', 'n', 'mean']);
    checkCompletion(at('id: S2\nque$0'), 'question', after('id: S2\nquestion: '));
    checkCompletion(at('que$0: How?'), 'question', after('question: How?'));
    assert.match(completions(at('$0'))[0]?.documentation ?? '', /\[ev S1\]/);
  });

  it('offers an id that is free, and scales', () => {
    assert.deepEqual(labels(at('id: $0')), ['S2']);
    assert.deepEqual(labels(at('scale: $0')), ['-5..5', '0..10', '1..5', '1..4']);
    checkCompletion(at('scale: -$0'), '-5..5', after('scale: -5..5'));
  });

  it('offers the ratings that are missing, on one line or several', () => {
    checkCompletion(
      at('scale: -1..1\nresponses: $0'),
      '{-1: … 1: }',
      after('scale: -1..1\nresponses: {-1: , 0: , 1: }'),
    );
    assert.deepEqual(labels(at('scale: -2..2\nresponses: {-2: 4, 0: 1, $0}')), ['-1', '1', '2']);
    checkCompletion(at('scale: -2..2\nresponses: {-$0}'), '-1', after('scale: -2..2\nresponses: {-1: }'));
    assert.deepEqual(labels(at('scale: -1..1\nresponses:\n  -1: 4\n  $0')), ['0', '1']);
    checkCompletion(at('scale: -1..1\nresponses:\n  -$0'), '-1', after('scale: -1..1\nresponses:\n  -1: '));
    assert.deepEqual(labels(at('responses: {$0}')), []);
  });

  it('offers the block itself behind a fence', () => {
    checkCompletion(
      `${review('Words')}//- two.review.md\n- A point\n\n  \`\`\`s$0\n`,
      'survey',
      '- A point\n\n  ```survey\n  id: S2\n  title: \n  question: \n  scale: -5..5\n  responses: {}\n  ```\n',
    );
    checkCompletion(
      '```$0\n```\n',
      'survey',
      '```survey\nid: S1\ntitle: \nquestion: \nscale: -5..5\nresponses: {}\n```\n',
    );
    checkCompletion('```sur$0\nid: S1\n```\n', 'survey', '```survey\nid: S1\n```\n');
  });

  it('is not offered in words, and in no other code', () => {
    for (const drawn of [
      '```yaml\n$0\n```\n',
      '```ym$0\n',
      at('title: Sta$0'),
      at('n: $0'),
      '```survey\nid: S1\n```\n$0',
    ])
      assert.deepEqual(labels(drawn), [], drawn);
  });
});

describe('a survey in lists', () => {
  it('stands in the outline, in the finding that holds it', () => {
    const drawn = `## Strengths\n- Morale is high\n\n  ${block.replaceAll('\n', '\n  ')}\n\n## Method\n\n${block}\n`;
    const draw = (uri: string): unknown =>
      documentSymbols(readFixture(drawn).snapshot(), uri).map(({ name, children }) => [
        name,
        children.map((child) => [child.kind, child.children.map(({ kind }) => kind)]),
      ]);
    assert.deepEqual(draw(`${root}/one.review.md`), [
      ['Strengths', [['finding', ['survey']]]],
      ['Method', [['survey', []]]],
    ]);
    const found = workspaceSymbols(readFixture(drawn).snapshot(), 's1 practitioners');
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['survey', 'survey'],
    );
  });

  it('folds', () => {
    assert.ok(foldsOf(`Words\n\n${block}\n`).includes('```survey … ```'));
  });
});

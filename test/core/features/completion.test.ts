import assert from 'node:assert/strict';
import { checkCompletion, completions } from '../../support/check';

const labels = (drawn: string): string[] => completions(drawn).map(({ label }) => label);

const cover = `
//- cover.review.md
---
scope:
  exclude:
    - { std: 4.2, reason: Left to next year }
team:
  - { initials: AA }
  - { initials: BB }
---
`;

describe('completion of a citation', () => {
  it('offers standards and elements inside an open one only', () => {
    for (const text of [
      '[std $0',
      '[std 6.$0',
      '[std $0]',
      '- Visits [std $0',
      '# Delivery [std $0',
      '[STD $0',
      '[std$0',
    ]) {
      assert.ok(labels(text).includes('6.1'), text);
    }
    for (const text of [
      '$0',
      '[$0',
      '[st$0',
      'std $0',
      '[std 6.1]$0',
      '[std 6.1] $0',
      '[stdout $0',
      '[see $0',
      '\\[std $0',
      '`[std $0`',
      'Write `[std $0]` or `[std 6]`',
      '[std 6.1 [x $0',
      '[ev $0',
      '[std\n\n$0',
    ]) {
      assert.deepEqual(labels(text), [], text);
    }
  });

  it('offers probes inside [probe and themes inside [theme', () => {
    assert.equal(labels('[probe $0').length, 100);
    assert.ok(labels('[probe 6.$0').includes('6.12'));
    assert.deepEqual(labels('[theme $0'), ['1', '2', '3', '4']);
  });

  it('offers what can be cited, and in a heading the title of what cannot', () => {
    const files = (text: string): string => `
//- cover.review.md
---
standards: ./a.standards.md
---
//- a.standards.md
---
id: a
---
# Theme A: Homes
## Element B: Care
### Standards
- B.1 Fed
//- one.review.md
${text}`;
    assert.deepEqual(labels(files('[theme $0')), []);
    assert.deepEqual(labels(files('[std $0')), ['B.1']);
    assert.deepEqual(labels(files('# Ho$0')), ['Homes']);
  });

  it('puts unaddressed standards of the section’s theme first, then its others, then the rest, excluded last', () => {
    const shown = labels(`${cover}
//- one.review.md
# Leadership [theme 2]
## Strengths
- Leaders lead [std 3.1, 5]
- Plans [std $0`);
    assert.deepEqual(shown.slice(0, 4), ['3.2', '4.1', '5.1', '5.2']);
    assert.ok(shown.indexOf('3.1') > shown.indexOf('5.2'));
    assert.ok(shown.indexOf('1.1') > shown.indexOf('3.1'));
    assert.equal(shown[shown.length - 1], '4.2');
    assert.equal(shown.length, 26);
  });

  it('says what is out of scope, and why', () => {
    const item = completions(`${cover}\n//- one.review.md\n[std $0`).find(({ label }) => label === '4.2');
    assert.equal(item?.excluded, true);
    assert.equal(item.description, 'excluded');
    assert.match(item.documentation ?? '', /Left to next year/);
  });

  it('shows id, wording, element and state', () => {
    const item = completions('[std $0').find(({ label }) => label === '6.1');
    assert.match(item?.detail ?? '', /^ Partners have robust/);
    assert.equal(item?.description, 'not addressed');
    assert.match(
      item.documentation ?? '',
      /Standard 6\.1.*printed 7\.1[^]*Partners have[^]*Element 6[^]*Theme 3/,
    );
    assert.equal(item.excluded, undefined);
  });

  it('finds a standard by its words: strategy finds 4.2', () => {
    const found = completions('[std strategy$0').filter(({ filterText }) => /strateg/i.test(filterText));
    assert.ok(found.some(({ label }) => label === '4.2'));
    assert.ok(found.every(({ filterText, label }) => filterText.includes(label)));
    checkCompletion('[std strategy$0', '4.2', '[std 4.2]');
  });

  it('adds the bracket and the space that are missing', () => {
    checkCompletion('- Visits [std $0', '6.1', '- Visits [std 6.1]');
    checkCompletion('- Visits [std$0', '6.1', '- Visits [std 6.1]');
    checkCompletion('- Visits [std$0]', '6.1', '- Visits [std 6.1]');
    checkCompletion('- Visits [std $0]', '6.1', '- Visits [std 6.1]');
    checkCompletion('- Visits [std $0 and more', '6.1', '- Visits [std 6.1] and more');
    checkCompletion('- Visits [std $0 and [std 6.2]', '6.1', '- Visits [std 6.1] and [std 6.2]');
    checkCompletion('- Visits [theme$0', '3', '- Visits [theme 3]');
    checkCompletion('- Visits [std $0\n- Plans]', '6.1', '- Visits [std 6.1]\n- Plans]');
  });

  it('leaves the cursor behind the citation, so that Enter begins the next finding', () => {
    checkCompletion('- Visits [std $0', '6.1', '- Visits [std 6.1]$0');
    checkCompletion('- Visits [std $0]', '6.1', '- Visits [std 6.1]$0');
    checkCompletion('- Visits [std 6.$0]. More', '6.1', '- Visits [std 6.1]$0. More');
    checkCompletion('- Visits [std 6.1, $0]', '6.2', '- Visits [std 6.1, 6.2]$0');
    checkCompletion('- Visits [std $0, 6.2]', '6.1', '- Visits [std 6.1$0, 6.2]');
    checkCompletion('- Visits [std $0 ]', '6.1', '- Visits [std 6.1$0 ]');
  });

  it('replaces the id under the cursor, and nothing else', () => {
    checkCompletion('[std 6.$01]', '6.2', '[std 6.2]');
    checkCompletion('[std 1.1, 6.$0, 8.1]', '6.2', '[std 1.1, 6.2, 8.1]');
    checkCompletion('[std $06.1]', '7.1', '[std 7.1]');
  });

  it('completes a second id, and leaves out the first', () => {
    checkCompletion('[std 6.1, $0', '6.2', '[std 6.1, 6.2]');
    checkCompletion('[std 6.1,$0]', '6.2', '[std 6.1,6.2]');
    assert.equal(labels('[std 6.1, $0').includes('6.1'), false);
  });

  it('completes the end of a range', () => {
    checkCompletion('[std 1.1-$0', '1.3', '[std 1.1-1.3]');
    checkCompletion('[std 1.1–1.$0]', '1.3', '[std 1.1–1.3]');
  });

  it('goes on over one line end, as a formatter wraps', () => {
    checkCompletion('- Visits [std\n  $0', '6.1', '- Visits [std\n  6.1]');
    checkCompletion('> Visits [std 6.1,\n> $0', '6.2', '> Visits [std 6.1,\n> 6.2]');
    checkCompletion('- Visits [std plans\n  6.$0]', '6.1', '- Visits [std plans\n  6.1]');
  });

  it('writes the prefix of a catalogue that has one', () => {
    const drawn = `
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
[std ow$0`;
    assert.ok(labels(drawn).includes('ow:1.1'));
    checkCompletion(
      drawn,
      'ow:1.1',
      '---\nstandards: [ssia-childrens-services-2014, ./own.standards.md]\n---\n[std ow:1.1]',
    );
  });

  it('is the same with CR LF and a byte order mark', () => {
    checkCompletion(
      '\uFEFF# One\r\n- Visits [std $0\r\n- Plans',
      '6.1',
      '\uFEFF# One\r\n- Visits [std 6.1]\r\n- Plans',
    );
  });
});

describe('completion of front matter', () => {
  it('offers the keys that are not there yet', () => {
    const keys = labels('---\ntitle: A\n$0\n---\n');
    assert.ok(keys.includes('subject') && keys.includes('scope') && keys.includes('phase'));
    assert.equal(keys.includes('title'), false);
    checkCompletion('---\nph$0\n---\n', 'phase', '---\nphase: \n---\n');
  });

  it('offers a document beside the cover only what counts there', () => {
    assert.deepEqual(labels(`${cover}\n//- one.review.md\n---\n$0\n---\n`), ['title', 'date', 'reviewer']);
  });

  it('offers the keys of scope, team and checks', () => {
    assert.deepEqual(labels('---\nscope:\n  $0\n---\n'), ['exclude']);
    assert.deepEqual(labels('---\nscope:\n  exclude:\n    - $0\n---\n'), [
      'std',
      'theme',
      'probe',
      'reason',
      'agreed',
    ]);
    assert.deepEqual(labels('---\nteam:\n  - $0\n---\n'), ['initials', 'name', 'role', 'leads']);
    assert.ok(labels('---\nchecks:\n  $0\n---\n').includes('one-sided-standard'));
  });

  it('offers known values', () => {
    assert.deepEqual(labels('---\nphase: $0\n---\n'), ['fieldwork', 'drafting', 'moderation', 'final']);
    assert.deepEqual(labels('---\nlanguage: $0\n---\n'), ['en', 'cy']);
    assert.deepEqual(labels('---\nchecks:\n  unknown-standard: $0\n---\n'), [
      'off',
      'hint',
      'information',
      'warning',
      'error',
    ]);
    assert.ok(labels('---\nstandards: $0\n---\n').includes('ssia-childrens-services-2014'));
    assert.deepEqual(labels(`${cover}\n//- one.review.md\n---\nreviewer: $0\n---\n`), ['AA', 'BB']);
    checkCompletion('---\nphase: mo$0\n---\n', 'moderation', '---\nphase: moderation\n---\n');
  });

  it('offers a catalogue of the folder, and the documents of the review', () => {
    const drawn = `
//- own.standards.md
---
id: own
---
//- one.review.md
//- cover.review.md
---
standards: $0
---
`;
    assert.deepEqual(labels(drawn), ['ssia-childrens-services-2014', './own.standards.md']);
    const documents = drawn.replace('standards: $0', 'documents:\n  - $0');
    assert.deepEqual(labels(documents), ['cover.review.md', 'one.review.md']);
  });

  it('works before the block is closed, and stops behind it', () => {
    assert.ok(labels('---\nph$0').includes('phase'));
    assert.deepEqual(labels('---\ntitle: A\n---\nph$0'), []);
    assert.deepEqual(labels('ph$0'), []);
  });

  it('offers nothing where a key or a value stands in full', () => {
    for (const text of ['phase$0', 'pha$0se', 'phase$0: final', 'phase: final$0', 'phase: fi$0nal'])
      assert.deepEqual(labels(`---\n${text}\n---\n`), [], text);
  });

  it('adds no colon where one stands', () => {
    checkCompletion('---\nph$0: final\n---\n', 'phase', '---\nphase: final\n---\n');
  });

  it('says behind which keys there is something to choose', () => {
    const followed = (text: string): string[] =>
      completions(`---\n${text}\n---\n`)
        .filter(({ isFollowed }) => isFollowed)
        .map(({ label }) => label);
    assert.deepEqual(followed('$0'), ['language', 'standards', 'phase', 'documents']);
    assert.deepEqual(followed('ph$0: final'), []);
    assert.ok(followed('checks:\n  $0').includes('one-sided-standard'));
    assert.deepEqual(followed('scope:\n  exclude:\n    - $0'), ['std', 'theme', 'probe']);
  });

  it('offers no keys where a value of one’s own is written', () => {
    assert.deepEqual(labels('---\ntitle: $0\n---\n'), []);
    assert.deepEqual(labels('---\ntitle: A council $0\n---\n'), []);
  });
});

describe('completion of ids in front matter', () => {
  const settings = (text: string): string => `//- cover.review.md\n---\n${text}\n---\n`;

  it('offers what can be left out of the scope', () => {
    const shown = labels(settings('scope:\n  exclude:\n    - std: $0'));
    assert.equal(shown.length, 26);
    assert.deepEqual(shown.slice(0, 3), ['1', '1.1', '1.2']);
    assert.deepEqual(labels(settings('scope:\n  exclude:\n    - theme: $0')), ['1', '2', '3', '4']);
    assert.equal(labels(settings('scope:\n  exclude:\n    - probe: 6.$0')).length, 100);
    checkCompletion(
      settings('scope:\n  exclude:\n    - std: 4.$0').replace(/\n$/, ''),
      '4.2',
      '---\nscope:\n  exclude:\n    - std: 4.2\n---',
    );
    for (const text of ['- { std: $0', '- { reason: x, std: $0 }', '- reason: x\n      std: $0'])
      assert.ok(labels(settings(`scope:\n  exclude:\n    ${text}`)).includes('4.2'), text);
    assert.ok(labels(settings('scope: { exclude: [{ std: $0 }] }')).includes('4.2'));
  });

  it('offers a second id, and the end of a range', () => {
    const exclude = 'scope:\n  exclude:\n    - ';
    const after = (text: string, label: string, wanted: string): void =>
      checkCompletion(`---\n${exclude}${text}`, label, `---\n${exclude}${wanted}`);
    after('std: [4.1, $0]', '4.2', 'std: [4.1, 4.2]');
    after('std: 4.1, $0', '4.2', 'std: 4.1, 4.2');
    after('probe: 6.1-$0', '6.12', 'probe: 6.1-6.12');
    after('{ std: [4.1, $0] }', '4.2', '{ std: [4.1, 4.2] }');
  });

  it('says what it offers, and what is left out already', () => {
    const text = 'scope:\n  exclude:\n    - { std: 5, reason: Another year }\n    - std: $0';
    const item = completions(settings(text)).find(({ label }) => label === '5');
    assert.equal(item?.description, 'excluded');
    assert.match(item.documentation ?? '', /Another year/);
  });

  it('offers themes and elements to lead on, and then standards', () => {
    const shown = labels(settings('team:\n  - { initials: AA, leads: [$0'));
    assert.deepEqual(shown.slice(0, 3), ['theme 1', 'std 1', 'std 2']);
    assert.equal(shown.length, 30);
    checkCompletion(
      '---\nteam:\n  - { initials: AA, leads: [std 3, $0] }',
      'theme 4',
      '---\nteam:\n  - { initials: AA, leads: [std 3, theme 4] }',
    );
    checkCompletion('---\nteam:\n  - leads: [std $0]', 'std 3', '---\nteam:\n  - leads: [std 3]');
    checkCompletion(
      '---\nteam:\n  - leads:\n      - the$0',
      'theme 4',
      '---\nteam:\n  - leads:\n      - theme 4',
    );
    checkCompletion(
      '---\nteam:\n  - leads: [std 3.$0, theme 4]',
      'std 3.1',
      '---\nteam:\n  - leads: [std 3.1, theme 4]',
    );
  });

  it('offers keys and values inside braces', () => {
    assert.deepEqual(labels('---\nteam:\n  - { initials: AA, $0 }'), ['name', 'role', 'leads']);
    assert.deepEqual(labels('---\nchecks: { unknown-standard: $0 }').slice(0, 2), ['off', 'hint']);
    assert.ok(labels('---\nchecks: { unknown-standard: off, $0 }').includes('printed-number'));
    assert.equal(labels('---\nchecks: { unknown-standard: off, $0 }').includes('unknown-standard'), false);
    assert.ok(labels('---\ndocuments: [one.review.md, $0]').includes('one.review.md'));
  });

  it('offers nothing in a reason, a name or a comment', () => {
    for (const text of [
      'scope:\n  exclude:\n    - reason: std $0',
      'team:\n  - name: A. Author, $0',
      'title: a, b$0',
      'team: # who $0',
    ])
      assert.deepEqual(labels(settings(text)), [], text);
  });

  it('offers nothing more where an id stands in full', () => {
    for (const text of ['scope:\n  exclude:\n    - std: 4.2$0', 'team:\n  - leads: [std 3$0]'])
      assert.deepEqual(labels(settings(text)), [], text);
  });
});

describe('completion where the catalogue is missing', () => {
  const problems = (drawn: string): string[] =>
    completions(drawn).flatMap(({ kind, label, documentation }) =>
      kind === 'problem' ? [`${label}: ${documentation}`] : [],
    );

  it('says in one line which is not there, and what to do', () => {
    const drawn = '//- cover.review.md\n---\nstandards: [none, ./nothing.standards.md]\n---\n- A [std 6.$0';
    const [said, ...more] = problems(drawn);
    assert.deepEqual(more, []);
    assert.match(said ?? '', /“none” are not there: cover\.review\.md names .* Change the name there/);
    assert.equal(completions(drawn).length, 1);
  });

  it('says which one cannot be read', () => {
    const drawn =
      '//- own.standards.md\n---\nid: own\n---\n# Standards of ours\n//- cover.review.md\n---\nstandards: own\n---\n[std $0';
    const [said, ...more] = problems(drawn);
    assert.deepEqual(more, []);
    assert.match(
      said ?? '',
      /No standards can be read from own\.standards\.md: Open own\.standards\.md and mend/,
    );
  });

  it('stands behind what other catalogues have', () => {
    const drawn = '//- cover.review.md\n---\nstandards: [ssia-childrens-services-2014, none]\n---\n[std 6.$0';
    assert.equal(problems(drawn).length, 1);
    assert.equal(completions(drawn).at(-1)?.kind, 'problem');
    assert.equal(completions(drawn).length, 27);
    assert.deepEqual(problems('[std $0'), []);
  });

  it('changes nothing when it is chosen', () => {
    const drawn = (text: string): string => `//- cover.review.md\n---\nstandards: none\n---\n${text}`;
    for (const text of ['[std 6.$0]', '[std $0', '[std 6.1, 6$0.2]', '[theme $0']) {
      const [item] = completions(drawn(text));
      assert.ok(item);
      const whole = drawn(text).replace('//- cover.review.md\n', '');
      checkCompletion(drawn(text), item.label, whole);
    }
    const inSettings = '//- cover.review.md\n---\nstandards: none\nscope:\n  exclude:\n    - std: 5$0\n---\n';
    assert.equal(problems(inSettings).length, 1);
  });
});

describe('completion of a mark', () => {
  const one = (text: string): string =>
    `${cover.replace('{ initials: AA }', '{ initials: AA, name: A. Author }')}//- one.review.md\n${text}`;

  it('offers who wrote a finding', () => {
    assert.deepEqual(labels(one('## Strengths\n- On time @$0')), ['@by(AA)', '@by(BB)']);
    checkCompletion(one('## Strengths\n- On time @b$0'), '@by(BB)', '## Strengths\n- On time @by(BB)$0');
    checkCompletion(
      one('## Strengths\n- On time\n  and well @by(A$0)'),
      'AA',
      '## Strengths\n- On time\n  and well @by(AA$0)',
    );
    checkCompletion(one('## Strengths\n- On time @by($0'), 'AA', '## Strengths\n- On time @by(AA)');
    assert.equal(completions(one('## Strengths\n- On time @by($0'))[0]?.detail, ' A. Author');
    checkCompletion('## Strengths\n- On time @$0', '@by(…)', '## Strengths\n- On time @by($0');
  });

  it('offers the lead and the date of an action, counted from today', () => {
    const actions = '# Plan\n## Actions\n- Write it @lead(PO Placement Service)\n';
    assert.deepEqual(
      completions(`${actions}- Do it @$0`, '2026-08-31').map(
        ({ label, detail }) => `${label}${detail ?? ''}`,
      ),
      [
        '@lead(…)',
        '@due(2026-09-30) in one month',
        '@due(2026-11-30) in three months',
        '@due(2027-03-01) in half a year',
        '@due(2027-08-31) in a year',
        '@due(2027-03-31) the end of the financial year',
      ],
    );
    assert.deepEqual(labels(`${actions}- Do it @$0`), ['@lead(…)', '@due(…)']);
    checkCompletion(
      `${actions}- Do it @lead($0)`,
      'PO Placement Service',
      `${actions}- Do it @lead(PO Placement Service)`,
    );
  });

  it('offers a date as it is read everywhere', () => {
    const at = (typed: string): string[] =>
      completions(`## Actions\n- Do it @due(${typed}$0)`, '2026-10-02').map(({ label }) => label);
    const later = ['2026-11-02', '2027-01-04', '2027-04-02', '2027-10-04', '2027-03-31'];
    assert.deepEqual(at('15.11.26'), ['2026-11-15', ...later]);
    assert.deepEqual(at('November 2026'), ['2026-11-30', ...later]);
    assert.deepEqual(at('29/2/2027'), later);
    assert.deepEqual(at('2026-11-15'), later);
    checkCompletion(
      '## Actions\n- Do it @due(5.1.27$0)',
      '2027-01-05',
      '## Actions\n- Do it @due(2027-01-05)',
    );
  });

  it('offers the leads and days of all actions of the review, and never what is being typed', () => {
    const drawn = (typed: string): string => `
//- cover.review.md
## Actions
- A @lead(Head of Service (Children)) @due(15.11.26)
- B @lead(PO Placement Service)
//- one.review.md
## Actions
- C @lead(PO Placement Service) @due(2026-10-20)
- D @${typed}
`;
    const at = (typed: string): string[] =>
      completions(drawn(typed), '2026-11-01').map(({ label, detail }) => `${label}${detail ?? ''}`);
    const leads = ['PO Placement Service leads 2 actions', 'Head of Service (Children) leads 1 action'];
    assert.deepEqual(at('lead($0)'), leads);
    assert.deepEqual(at('lead(Head of Service ($0'), leads);
    assert.deepEqual(at('lead(Brand n$0ew)'), leads);
    assert.ok(at('due($0)').includes('2026-11-15 as in another action'));
    assert.ok(!at('due($0)').some((day) => day.startsWith('2026-10-20')), 'what is past is not offered');
    const [first] = completions(drawn('due($0)'), '2026-11-01');
    assert.equal(first?.description, 'Tuesday 1 December 2026');
    assert.match(first.filterText, /in one month Tuesday/);
  });

  it('is not offered elsewhere', () => {
    for (const text of [
      'Words @$0',
      '- Words @$0',
      '## Evidence\n- Words @$0',
      '## Strengths\nWords @$0',
      '## Strengths\n- Mail a@$0',
      '## Strengths\n- Said `@$0`',
      '## Strengths\n- Words\n\n```\n- code @$0',
      '## Strengths\n- Words @$0by(AA)',
    ])
      assert.deepEqual(labels(one(text)), [], text);
  });
});

describe('completion of an ignore comment', () => {
  it('offers the comment, and then the checks', () => {
    checkCompletion('<!--$0 -->', 'review-ignore-next-line', '<!-- review-ignore-next-line $0 -->');
    checkCompletion('<!-- rev$0 -->', 'review-ignore-next-line', '<!-- review-ignore-next-line $0 -->');
    const shown = labels('- A\n  <!-- review-ignore-next-line $0 -->\n- B');
    assert.ok(shown.includes('unknown-standard') && shown.includes('finding-without-words'));
    checkCompletion(
      '<!-- review-ignore-next-line un$0 -->',
      'unknown-standard',
      '<!-- review-ignore-next-line unknown-standard: $0 -->',
    );
    checkCompletion(
      '<!-- review-ignore-next-line un$0: agreed -->',
      'unknown-standard',
      '<!-- review-ignore-next-line unknown-standard: agreed -->',
    );
    assert.match(completions('<!-- review-ignore-next-line $0')[0]?.documentation ?? '', /A citation names/);
  });

  it('offers nothing in a reason, in another comment and outside', () => {
    for (const text of [
      '<!-- review-ignore-next-line unknown-standard: $0 -->',
      '<!-- a note $0 -->',
      '<!-- a note --> $0',
      'review-ignore-next-line $0',
    ])
      assert.deepEqual(labels(text), [], text);
  });
});

describe('completion in code and links', () => {
  it('offers no citation', () => {
    for (const text of [
      '```\n[std $0\n```',
      '~~~ text\nA\n[std $0',
      '- A\n  ```\n  [std $0\n  ```\n',
      '<!-- [std $0 -->',
      '<!--\n\n[std $0',
      '[theme par$0k](page.md)',
      '[ev charging$0](x)',
      '[probe $0it][link]',
    ])
      assert.deepEqual(labels(text), [], text);
  });

  it('offers one again behind them', () => {
    for (const text of [
      '```\nA\n```\n[std $0',
      '- A\n  ```\n  code\n- B [std $0',
      '> ```\n> code\n\nWords [std $0',
      '``` a ``` [std $0',
      '<!-- a -->\n[std $0',
      '`<!--` [std $0',
      'Words <!-- open\n\n[std $0',
      '[std $0](x.md)',
      '[std 6.$0](x.md)',
    ])
      assert.ok(labels(text).includes('6.1'), text);
  });
});

describe('completion of a heading', () => {
  it('offers sections, and what the catalogue has, behind #', () => {
    const shown = labels('## $0');
    assert.deepEqual(shown.slice(0, 5), [
      'Strengths',
      'Areas for development',
      'Suggestions',
      'Actions',
      'Evidence',
    ]);
    assert.ok(shown.includes('Commissioning [std 7]'));
    assert.ok(shown.some((label) => label.endsWith('[theme 3]')));
    checkCompletion('## Ar$0\n\n- One', 'Areas for development', '## Areas for development\n\n- One');
  });

  it('speaks the language of the report first, and then the other', () => {
    const welsh = labels('//- cover.review.md\n---\nlanguage: cy\n---\n# $0');
    assert.deepEqual(welsh.slice(0, 2), ['Cryfderau', 'Meysydd i’w datblygu']);
    assert.equal(welsh[welsh.length - 1], 'Evidence');
    const english = labels('# $0');
    assert.equal(english[0], 'Strengths');
    assert.equal(english[english.length - 1], 'Tystiolaeth');
  });

  it('offers only titles in which a word begins with what is typed', () => {
    assert.deepEqual(labels('## Listening$0'), []);
    assert.deepEqual(labels('## Lis$0'), []);
    assert.deepEqual(labels('## stren$0'), ['Strengths']);
    assert.deepEqual(labels('## dev$0'), ['Areas for development']);
    assert.deepEqual(labels('## areas for d$0'), ['Areas for development']);
    assert.deepEqual(labels('## I’w dat$0'), ['Meysydd i’w datblygu']);
    assert.deepEqual(labels('## Commi$0'), [
      'Service delivery, effective practice and commissioning [theme 3]',
      'Commissioning [std 7]',
    ]);
    assert.deepEqual(labels('## trengths$0'), []);
  });

  it('folds case and accents', () => {
    const drawn = `
//- own.standards.md
---
id: own
prefix: ow
---
# Theme 1: Tŷ a Theulu
## Element 1: Llais
//- cover.review.md
---
standards: ./own.standards.md
---
## `;
    assert.deepEqual(labels(`${drawn}ty$0`), ['Tŷ a Theulu [theme ow:1]', 'Tystiolaeth']);
    assert.deepEqual(labels(`${drawn}TŶ$0`), ['Tŷ a Theulu [theme ow:1]', 'Tystiolaeth']);
    assert.deepEqual(labels(`${drawn}llais$0`), []);
    assert.deepEqual(labels(`${drawn}lla$0`), ['Llais [std ow:1]']);
  });

  it('offers nothing where a title stands in full', () => {
    for (const text of [
      'Strengths$0',
      'strengths$0',
      'Stren$0gths',
      'Cryfderau$0',
      'Commissioning$0',
      'Commissioning [std 7]$0',
    ])
      assert.deepEqual(labels(`## ${text}`), [], text);
  });

  it('offers nothing elsewhere', () => {
    for (const text of ['#$0', 'a # $0', '    # $0', '####### $0']) assert.deepEqual(labels(text), [], text);
  });
});

describe('completion everywhere', () => {
  it('knows nothing about other files', () => {
    assert.deepEqual(labels('//- own.standards.md\n[std $0'), []);
  });
});

import assert from 'node:assert/strict';
import { readDocument } from '../../core/src';
import { readSettings } from '../../core/src/settings/readSettings';
import type { Settings } from '../../core/src/settings/types';
import { costOf, growthOf } from '../support/cost';
import { itUnlessQuick } from '../support/depth';

function settingsOf(yaml: string): { text: string; settings: Settings } {
  const text = `---\n${yaml}\n---\n`;
  return { text, settings: readSettings(text, readDocument(text).frontMatter?.yaml) };
}

/** Each fault as `code “words”`, where the words are sliced by its span. */
function faultsOf(yaml: string): string[] {
  const { text, settings } = settingsOf(yaml);
  return settings.faults.map(({ code, span }) => `${code} “${text.slice(span.start, span.end)}”`);
}

/** The one fault of some front matter: its words, its message and what it would be replaced by. */
function onlyFault(yaml: string): { words: string; message: string; replacement?: string | undefined } {
  const { text, settings } = settingsOf(yaml);
  assert.equal(settings.faults.length, 1, JSON.stringify(settings.faults));
  const [fault] = settings.faults;
  return {
    words: text.slice(fault?.span.start, fault?.span.end),
    message: fault?.message ?? '',
    replacement: fault?.replacement,
  };
}

describe('settings', () => {
  it('have defaults', () => {
    const { settings } = settingsOf('');
    assert.equal(settings.language, 'en');
    assert.equal(settings.phase, 'drafting');
    assert.deepEqual(
      [settings.standards, settings.exclusions, settings.team, settings.documents],
      [[], [], [], []],
    );
    assert.equal(settings.checks.size, 0);
    assert.equal(settings.title, undefined);
    assert.deepEqual(settings.faults, []);
  });

  it('are all read, each with its place', () => {
    const { text, settings } = settingsOf(`title: Children's services peer review
subject: "Aberwen: County Borough Council"
date: 2026-10
language: cy                # en or cy
reviewer: AA
standards: ssia-childrens-services-2014
phase: moderation
documents: [cover.review.md, theme-1.review.md]
checks:
  one-sided-standard: off
  uncovered-standards: error`);
    assert.deepEqual(settings.faults, []);
    assert.equal(settings.title?.value, "Children's services peer review");
    assert.equal(settings.subject?.value, 'Aberwen: County Borough Council');
    assert.equal(settings.date?.value, '2026-10');
    assert.equal(settings.language, 'cy');
    assert.equal(settings.reviewer?.value, 'AA');
    assert.equal(settings.phase, 'moderation');
    assert.deepEqual(
      settings.standards.map(({ value }) => value),
      ['ssia-childrens-services-2014'],
    );
    const sliced = settings.documents.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(sliced, ['cover.review.md', 'theme-1.review.md']);
    assert.deepEqual(
      [...settings.checks].map(([code, { severity, span }]) => [
        code,
        severity,
        text.slice(span.start, span.end),
      ]),
      [
        ['one-sided-standard', 'off', 'one-sided-standard'],
        ['uncovered-standards', 'error', 'uncovered-standards'],
      ],
    );
  });

  it('take one catalogue or a list of them', () => {
    assert.deepEqual(
      settingsOf('standards:\n  - a\n  - ./own.standards.md').settings.standards.map(({ value }) => value),
      ['a', './own.standards.md'],
    );
  });

  it('read the team, and what each leads on', () => {
    const { text, settings } = settingsOf(
      'team:\n  - { initials: AA, name: A. Author, role: Social worker, leads: [std 3, theme 4, 7] }\n  - initials: BB',
    );
    assert.deepEqual(settings.faults, []);
    const [first, second] = settings.team;
    assert.equal(first?.initials.value, 'AA');
    assert.equal(first.name, 'A. Author');
    assert.equal(first.role, 'Social worker');
    assert.deepEqual(
      first.leads.map(({ kind, parts }) => `${kind} ${text.slice(parts[0]?.span.start, parts[0]?.span.end)}`),
      ['standard 3', 'theme 4', 'standard 7'],
    );
    assert.equal(second?.initials.value, 'BB');
    assert.equal(second.name, undefined);
  });

  it('read the scope, with places of every id', () => {
    const { text, settings } = settingsOf(`scope:
  exclude:
    - std: 5
      reason: The council asked
      agreed: Director, 2026-09-01
    - probe: 6.23-6.27
      reason: Outside
    - std: [6.1, 7]
      reason: "Quoted"
    - theme: "4"
      reason: Later`);
    assert.deepEqual(settings.faults, []);
    const shown = settings.exclusions.map(({ kind, parts, reason }) => {
      const ids = parts.map(({ span }) => text.slice(span.start, span.end)).join(' ');
      return `${kind} ${ids}: ${reason}`;
    });
    assert.deepEqual(shown, [
      'standard 5: The council asked',
      'probe 6.23-6.27: Outside',
      'standard 6.1 7: Quoted',
      'theme 4: Later',
    ]);
    assert.equal(settings.exclusions[0]?.agreed, 'Director, 2026-09-01');
  });

  it('take ids from the text: 5.10 stays 5.10, whatever YAML makes of it', () => {
    for (const id of ['5.10', '6.0', '1e3', '0o14', '0x1', '012', '5.1']) {
      const { settings } = settingsOf(`scope:\n  exclude:\n    - std: ${id}\n      reason: x`);
      assert.equal(settings.exclusions[0]?.parts[0]?.from.id, id);
    }
    assert.equal(settingsOf('title: no').settings.title?.value, 'no');
    assert.equal(settingsOf('title: 2026').settings.title?.value, '2026');
    assert.equal(settingsOf('reviewer: ON').settings.reviewer?.value, 'ON');
    assert.equal(
      settingsOf('checks:\n  unknown-standard: off').settings.checks.get('unknown-standard')?.severity,
      'off',
    );
  });

  describe('blame the very value:', () => {
    const cases: [what: string, yaml: string, words: string, message: RegExp, replacement?: string][] = [
      ['an unknown key', 'titel: x', 'titel', /“titel” is not a setting; did you mean “title”\?/, 'title'],
      ['a key like no other', 'colour: red', 'colour', /known are title, subject/],
      ['a phase', 'phase: draft', 'draft', /takes fieldwork, drafting, moderation, final/],
      ['a phase nearly right', 'phase: draftng', 'draftng', /Did you mean “drafting”/, 'drafting'],
      ['a language', 'language: cz', 'cz', /takes en, cy/, 'cy'],
      ['a month that is none', 'date: 2026-13', '2026-13', /“2026-13” is not a date/],
      ['a day that is none', 'date: 2026-02-30', '2026-02-30', /is not a date/],
      ['a UK date', 'date: 1/10/2026', '1/10/2026', /write 2026-10-01/, '2026-10-01'],
      [
        'a severity',
        'checks:\n  unknown-standard: loud',
        'loud',
        /takes off, hint, information, warning, error/,
      ],
      [
        'a severity nearly right',
        'checks:\n  unknown-standard: eror',
        'eror',
        /Did you mean “error”/,
        'error',
      ],
      ['a list for a title', 'title: [a, b]', '[a, b]', /“title” takes one line of words/],
      ['a map for standards', 'standards: { a: b }', '{ a: b }', /takes a name, or a list/],
      ['a word for scope', 'scope: none', 'none', /“scope” takes “exclude:”/],
      ['an unknown key in scope', 'scope:\n  excluded: []', 'excluded', /did you mean “exclude”/, 'exclude'],
      ['a word for exclude', 'scope:\n  exclude: 5', '5', /“exclude” takes a list/],
      ['a word in exclude', 'scope:\n  exclude: [5]', '5', /“std: 5” and “reason: …”/],
      [
        'an exclusion of nothing',
        'scope:\n  exclude:\n    - { reason: x }',
        '{ reason: x }',
        /does not say what it leaves out/,
      ],
      [
        'an id that cannot be read',
        'scope:\n  exclude:\n    - { std: five, reason: x }',
        'five',
        /“five” cannot be read/,
      ],
      [
        'a range that runs backwards',
        'scope:\n  exclude:\n    - { std: 6.2-6.1, reason: x }',
        '6.2-6.1',
        /backwards/,
      ],
      ['a word for team', 'team: us', 'us', /“team” takes a list/],
      ['a member without initials', 'team:\n  - { name: A }', '{ name: A }', /has no initials/],
      [
        'an unknown key of a member',
        'team:\n  - { initials: A, nam: B }',
        'nam',
        /did you mean “name”/,
        'name',
      ],
      [
        'a lead on nothing',
        'team:\n  - { initials: A, leads: [strategy] }',
        'strategy',
        /write std 3 or theme 4/,
      ],
      ['a word for checks', 'checks: off', 'off', /“checks” takes lines/],
    ];
    for (const [what, yaml, words, message, replacement] of cases) {
      it(what, () => {
        const fault = onlyFault(yaml);
        assert.equal(fault.words, words);
        assert.match(fault.message, message);
        assert.equal(fault.replacement, replacement);
      });
    }

    it('an exclusion without reason, on what it leaves out', () => {
      assert.deepEqual(faultsOf('scope:\n  exclude:\n    - std: 5'), ['exclusion-without-reason “5”']);
      assert.deepEqual(faultsOf('scope:\n  exclude:\n    - std: 5\n      reason: " "'), [
        'exclusion-without-reason “5”',
      ]);
      assert.deepEqual(faultsOf('scope:\n  exclude:\n    - std: 5\n      reason:'), [
        'exclusion-without-reason “5”',
      ]);
    });
  });

  it('keep what is right beside what is wrong', () => {
    const { settings } = settingsOf('titel: x\nphase: draft\nsubject: Aberwen\nlanguage: cy');
    assert.equal(settings.subject?.value, 'Aberwen');
    assert.equal(settings.language, 'cy');
    assert.equal(settings.phase, 'drafting');
    assert.equal(settings.faults.length, 2);
  });

  it('keep an exclusion that gives no reason', () => {
    assert.equal(settingsOf('scope:\n  exclude:\n    - std: 5').settings.exclusions.length, 1);
  });

  it('take keys without a value for nothing', () => {
    const { settings } = settingsOf('title:\nphase:\nstandards:\nscope:\nteam:\ndocuments:\nchecks:\ndate:');
    assert.deepEqual(settings.faults, []);
    assert.equal(settings.phase, 'drafting');
  });
});

describe('broken YAML', () => {
  const broken = [
    'title: [a, b',
    'title: {a: b',
    'title: "a',
    "title: 'a",
    'title: a: b',
    'title:a',
    '\ttitle: a',
    'scope:\n\texclude: x',
    '- a\n- b',
    '42',
    'just words',
    'title: x\ntitle: y',
    '? [a]\n: b',
    '[a]: b',
    ': b',
    '&a title: *a',
    'title: &a x\nsubject: *a',
    'title: &a [*a]',
    'title: *missing',
    '<<: { title: x }',
    'title: !!js/function "x"',
    'title: !!binary "aGk="',
    'title: !!set {a, b}',
    'title: |\n  several\n  lines',
    'title: >-\n  folded [std 9.9]\n  lines',
    'title: x\n...\nsubject: y',
    '%YAML 1.2',
    '# only a comment',
    '}{][',
    '"',
    '\u0000',
    'a\u2028b: c',
    'title: \uD800',
    '{'.repeat(500),
    'team:\n - initials:\n    - [',
    '__proto__: x\nconstructor: y\ntoString: z',
    'checks:\n  __proto__: off\n  constructor: error',
  ];
  for (const yaml of broken) {
    it(`${JSON.stringify(yaml.slice(0, 40))} never throws, and its faults lie in it`, () => {
      const { text, settings } = settingsOf(yaml);
      for (const { span, message } of settings.faults) {
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length, message);
        assert.ok(message.length > 10 && !message.includes('\n'), message);
      }
    });
  }

  const slips: [yaml: string, words: string, message: RegExp][] = [
    ['title: Review: Aberwen', 'Review: Aberwen', /a value with “: ” in it stands in quotes/],
    ['title: "Review', 'w', /a closing quote or bracket is missing/],
    ['documents: [a, b', 'b', /a closing quote or bracket is missing/],
    ['title: x\ntitle: y', 'title: y', /this key stands here twice/],
    ['title: x\n subject: y', 'x', /the line below it begins too far to the right/],
    ['documents:\n  - a\n - b', ' - b', /under the dash of the item above/],
  ];
  for (const [yaml, words, message] of slips) {
    it(`${JSON.stringify(yaml)} is one fault, and says what to do`, () => {
      const fault = onlyFault(yaml);
      assert.equal(fault.words, words);
      assert.match(fault.message, message);
    });
  }

  it('says where the second line of an exclusion begins', () => {
    for (const [blanks, message] of [
      ['    ', /begin it under the first letter of the line above/],
      ['     ', /begin it under the first letter of the line above/],
      ['       ', /the line below it begins too far to the right/],
    ] as const) {
      const { settings } = settingsOf(`scope:\n  exclude:\n    - std: 5\n${blanks}reason: x`);
      assert.ok(
        settings.faults.some((fault) => message.test(fault.message)),
        JSON.stringify(settings.faults),
      );
    }
  });

  it('indented with a tab says so', () => {
    const { settings } = settingsOf('scope:\n\texclude: x');
    assert.ok(settings.faults.some(({ message }) => message.includes('indent with spaces')));
  });

  it('is reported', () => {
    for (const yaml of [
      'title: [a, b',
      'title: "a',
      '- a\n- b',
      '42',
      'just words',
      'title: x\ntitle: y',
      'title: *a',
    ]) {
      assert.ok(settingsOf(yaml).settings.faults.length > 0, yaml);
    }
  });

  it('refuses anchors and aliases, so that no bomb goes off', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      const before = String.fromCharCode(96 + i);
      const name = String.fromCharCode(97 + i);
      lines.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { settings } = settingsOf([...lines, 'title: *l'].join('\n'));
    assert.equal(settings.title, undefined);
    assert.ok(settings.faults.some(({ message }) => message.includes('Anchors and aliases')));
  });

  for (const open of ['[', '{', '- ', '? ', '[{']) {
    itUnlessQuick(`of 100,000 ${JSON.stringify(open)} is refused quickly`, () => {
      const hostile = `title: x\nscope: ${open.repeat(100_000)}`;
      const { text, settings } = settingsOf(hostile);
      const harmless = costOf(() => settingsOf(`title: x\nsubject: ${'x'.repeat(100_000)}`));
      assert.ok(costOf(() => settingsOf(hostile)) < 20 * harmless);
      assert.ok(settings.faults.length > 0);
      assert.ok(settings.faults.every(({ span }) => span.end <= text.length));
    });
  }

  it('is not taken for a line of dashes in a comment', () => {
    assert.deepEqual(settingsOf(`# ${'-'.repeat(80)}\ntitle: x # ${'- '.repeat(10)}`).settings.faults, []);
  });

  itUnlessQuick('of many keys costs what follows their number', () => {
    const keys = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: x`).join('\n');
    assert.ok(settingsOf(keys(5_000)).settings.faults.length > 0);
    assert.ok(growthOf((count) => settingsOf(keys(count)), 2_500) < 11);
  });
});

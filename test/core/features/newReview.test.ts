/*
 * A new review: what stands in its files, that nothing in them counts or is wrong, whatever somebody calls things, and
 * how people write whom and what.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  coverage,
  diagnostics,
  newReview,
  readExclusion,
  readMember,
  Workspace,
  type NewFile,
  type Plan,
  type Snapshot,
} from '../../../core/src';
import { runs } from '../../support/awkward';
import { tiny } from '../../support/serverTexts';

const lettered = tiny
  .replace('id: tiny', 'id: lettered')
  .replace(
    /# Theme 1: Outcomes[^]*/,
    '# Theme A: Homes\n\n## Element A.1: Home\n\n### Standards\n\n- A.1.1 Fed\n',
  );
const shipped = Object.entries({
  tiny,
  lettered,
  'no%20name': `${lettered.replace('lettered', 'no-name')}\n# Theme B: Homes\n\n## Element 2: Care\n\n### Standards\n\n- 2.1 Heard\n`,
  prefixed: tiny.replace('id: tiny', 'id: prefixed\nprefix: a-b').replace('Leadership', 'Outcomes'),
  twice: tiny.replace('id: tiny', 'id: twice').replace('Theme 2: Leadership', 'Theme 1: Again'),
}).map(([name, text]) => ({ uri: `file:///product/${name}.standards.md`, text }));
const nothing = new Workspace(shipped).snapshot();
const plan: Plan = { title: 'A review', standards: ['tiny'], reviewers: [], exclusions: [] };

function filesOf(asked: Partial<Plan>): readonly NewFile[] {
  const made = newReview({ ...plan, ...asked }, 'file:///new', nothing);
  if ('refused' in made) assert.fail(made.refused);
  return made;
}

function refusalOf(asked: Partial<Plan>): string {
  const made = newReview({ ...plan, ...asked }, 'file:///new', nothing);
  return 'refused' in made ? made.refused : assert.fail('It was not refused.');
}

function open(files: readonly NewFile[]): Snapshot {
  const workspace = new Workspace(shipped);
  for (const { path, text } of files) workspace.setFile(`file:///new/${path}`, text);
  return workspace.snapshot();
}

describe('newReview', () => {
  it('is a cover, and a document for each theme with its sections', () => {
    const exclusions = [{ kind: 'std' as const, ids: '3', reason: 'Reviewed separately: see # 4' }];
    const reviewers = [{ initials: 'GP', name: 'Gwen Prosser', role: 'Head of service' }, { initials: 'MH' }];
    const asked = { subject: 'Aberwen', date: '2026-10', exclusions, reviewers };
    assert.deepEqual(
      filesOf({ ...asked, exclusions: [] }).map(({ path }) => path),
      ['cover.review.md', 'theme-1.review.md', 'theme-2.review.md'],
    );
    const [cover, theme, ...others] = filesOf(asked);
    // Everything that theme 2 holds is left out.
    assert.equal(others.length, 0);
    assert.equal(
      cover?.text,
      `---
title: A review
subject: Aberwen
date: 2026-10
language: en
standards: tiny
phase: fieldwork
scope:
  exclude:
    - std: 3
      reason: "Reviewed separately: see # 4"
team:
  - initials: GP
    name: Gwen Prosser
    role: Head of service
  - initials: MH
---

# Introduction

<!-- Why this review was done, when, by whom, and how. -->
`,
    );
    assert.equal(
      theme?.text,
      '---\nreviewer:\n---\n\n# Outcomes [theme 1]\n\n## Strengths\n\n## Areas for development\n',
    );
  });

  it('names a theme that cannot be cited by its title, and its gaps stand there', () => {
    const files = filesOf({ standards: ['lettered'] });
    assert.match(files[1]?.text ?? '', /^# Homes$/m);
    assert.equal(files[1]?.path, 'theme-A.review.md');
    const [set] = open(files).reviews();
    assert.ok(set);
    const messages = diagnostics(open(files), 'file:///new/theme-A.review.md').map(({ message }) => message);
    assert.deepEqual(messages, ['Theme A: no finding addresses element A.1 (A.1.1) yet.']);
  });

  for (const [what, standards, said] of [
    [
      'has no figure, and the title of another one',
      'no-name',
      'Nothing can name theme B of no name.standards.md: “[theme B]” is no citation, and the title “Homes” names something else too. Give it an id with a figure, such as B1, or the theme another title.',
    ],
    [
      'has a prefix that no citation can hold, and the title of another one',
      'prefixed',
      'Nothing can name theme 2 of prefixed.standards.md: “[theme a-b:2]” is no citation, and the title “Outcomes” names something else too. Give the catalogue a “prefix:” of letters and figures, or the theme another title.',
    ],
    [
      'has an id that another one has',
      'twice',
      '“[theme 1]” names another theme than “Again” of twice.standards.md; give this theme another id, or the catalogue a “prefix:” of its own.',
    ],
  ] as const) {
    it(`says which theme of which file ${what}, and what to do`, () => {
      assert.equal(refusalOf({ standards: [standards] }), said);
    });
  }

  it('names the reviewer of every document where there is one only, and speaks Welsh', () => {
    const [cover, theme] = filesOf({ reviewers: [{ initials: 'GP' }], language: 'cy' });
    assert.match(cover?.text ?? '', /language: cy[^]*# Cyflwyniad/);
    assert.match(
      theme?.text ?? '',
      /^---\nreviewer: GP\n---\n[^]*## Cryfderau\n\n## Meysydd i’w datblygu\n$/,
    );
  });

  it('counts for nothing, and only what is still to do is said about it', () => {
    const snapshot = open(filesOf({}));
    const [set] = snapshot.reviews();
    assert.ok(set);
    const { covered, inScope, standards } = coverage(set);
    assert.deepEqual([covered, inScope], [0, 4]);
    assert.ok(
      standards.every((one) => one.strengths.length + one.development.length + one.mentions.length === 0),
    );
    const codes = set.documents.flatMap(({ uri }) => diagnostics(snapshot, uri).map(({ code }) => code));
    assert.deepEqual([...new Set(codes)], ['uncovered-standards']);
    assert.equal(set.documents.flatMap(({ model }) => model.findings).length, 0);
  });

  it('says what is wrong with a plan, and makes nothing of it', () => {
    assert.match(refusalOf({ title: ' ' }), /needs a title/);
    assert.match(refusalOf({ title: '\u0000' }), /needs a title/);
    assert.match(refusalOf({ standards: ['tinny'] }), /no catalogue “tinny”; did you mean “tiny”/);
    assert.match(
      refusalOf({ exclusions: [{ kind: 'std', ids: '9', reason: 'Why not' }] }),
      /The catalogue has no standard 9/,
    );
    assert.match(refusalOf({ exclusions: [{ kind: 'std', ids: '1', reason: '' }] }), /Say why 1 is left out/);
    assert.match(
      refusalOf({ exclusions: [{ kind: 'std', ids: 'a; b', reason: 'x' }] }),
      /“a; b” cannot be read/,
    );
  });

  it('keeps every title, name and reason, whatever signs are in them', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('- a', '# b', 'c: d', '"', "'", '[', '…'),
    );
    const fold = (words: string): string => {
      // eslint-disable-next-line no-control-regex -- as the plan's words are folded.
      return words.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
    };
    fc.assert(
      fc.property(text, text, text, text, (title, subject, name, reason) => {
        const exclusions = [{ kind: 'probe' as const, ids: '1.1', reason }];
        const asked = { ...plan, title, subject, reviewers: [{ initials: 'AA', name }], exclusions };
        const made = newReview(asked, 'file:///new', nothing);
        if ('refused' in made) {
          assert.ok(fold(title) === '' || fold(reason) === '', made.refused);
          return;
        }
        const [set] = open(made).reviews();
        assert.equal(set?.settings.title?.value, fold(title));
        assert.equal(set.settings.subject?.value ?? '', fold(subject));
        assert.equal(set.settings.team[0]?.name ?? '', fold(name));
        assert.equal(set.settings.exclusions[0]?.reason, fold(reason));
        assert.equal(coverage(set).covered, 0);
      }),
      runs(200),
    );
  });
});

describe('readMember', () => {
  for (const [words, initials, name, role] of [
    ['GP: Gwen Prosser, Head of service, north', 'GP', 'Gwen Prosser', 'Head of service, north'],
    ['GP Gwen Prosser', 'GP', 'Gwen Prosser'],
    ['Gwen Prosser', 'GP', 'Gwen Prosser'],
    ['siân Ellis-Jones, lead', 'SEJ', 'siân Ellis-Jones', 'lead'],
    ['GP', 'GP'],
    ['gp: Gwen', 'gp', 'Gwen'],
  ] as const) {
    it(`takes ${words} for ${initials}`, () => {
      const expected = { initials, ...(name && { name }), ...(role && { role }) };
      assert.deepEqual(readMember(words), expected);
    });
  }

  it('gives two people two initials, and nobody none', () => {
    assert.equal(readMember('Gareth Price', ['GP'])?.initials, 'GP2');
    assert.equal(readMember('Gareth Price', ['GP', 'GP2'])?.initials, 'GP3');
    assert.equal(readMember(' '), undefined);
    assert.equal(readMember(', lead'), undefined);
  });
});

describe('readExclusion', () => {
  it('reads what is left out, and why', () => {
    assert.deepEqual(readExclusion('5: Reviewed separately: in May'), {
      kind: 'std',
      ids: '5',
      reason: 'Reviewed separately: in May',
    });
    assert.deepEqual(readExclusion('Probe 6.23-6.27 : out of scope'), {
      kind: 'probe',
      ids: '6.23-6.27',
      reason: 'out of scope',
    });
    assert.deepEqual(readExclusion('theme 2'), { kind: 'theme', ids: '2', reason: '' });
    assert.equal(readExclusion(': why'), undefined);
  });
});

/*
 * The gate: what stands in the way before a report leaves, that it says the same as the checks of the phase `final`
 * whatever phase the cover is in, and what its page says.
 */
import assert from 'node:assert/strict';
import { diagnostics, gate, gatePage, printDigestMarkdown, printPageHtml, Workspace } from '../../core/src';
import { linesOf } from '../../server/src/lsp/positions';
import { exampleFiles } from '../support/example';
import { firstSet, readFixture, shippedFile } from '../support/fixture';

const catalogue = `//- own.standards.md
---
id: own
---
# Theme 1: Homes
## Element 1: Home life
### Standards
- 1.1 Children are heard
- 1.2 Children are fed
`;

/** A review of two standards, with more on its cover and more in its document. */
const review = (more: { cover?: string; body?: string; strengths?: string } = {}): string => `${catalogue}
//- cover.review.md
---
title: Homes
phase: drafting
standards: ./own.standards.md
team: [{ initials: AA, name: Ann Able }, { initials: BB }, { initials: CC }]
${more.cover ?? ''}---
//- one.review.md
---
reviewer: AA
---
# Homes [theme 1]
## Strengths
- Children are heard at every visit. [std 1.1]
- Children say that the food is good. [std 1.2]
${more.strengths ?? ''}${more.body ?? ''}`;

/** What stands in the way: `kind: the words there`. */
function draw(drawn: string): string[] {
  const set = firstSet(drawn);
  const texts = new Map([...set.documents, ...set.catalogues].map(({ uri, text }) => [uri, text]));
  return gate(set).kinds.flatMap(({ name, points }) =>
    points.map(({ place: { uri, span } }) => `${name}: ${texts.get(uri)?.slice(span.start, span.end) ?? ''}`),
  );
}

describe('the gate', () => {
  it('is open where nothing stands in the way', () => {
    assert.deepEqual(draw(review()), []);
    const page = gatePage(gate(firstSet(review())));
    assert.deepEqual(page.sections, []);
    assert.deepEqual(page.sentences, [
      'Nothing stands in the way of the final report.',
      'The cover says “phase: drafting”, so the report is marked as a draft: write “phase: final” there now.',
    ]);
  });

  for (const [kind, more, words] of [
    ['placeholders', { strengths: '- TODO [std 1.1]\n' }, 'TODO [std 1.1]'],
    ['citations', { strengths: '- They sleep well.\n' }, 'They sleep well.'],
    [
      'evidence',
      { body: '\n# Evidence\n\n| Id | Kind |\n| --- | --- |\n| FG1 | focus group |\n' },
      'Children are heard at every visit.',
    ],
    ['actions', { body: '\n## Actions\n\n- Ask the children. @due(2026-11-15)\n' }, 'Ask the children.'],
    ['actions', { body: '\n## Actions\n\n- Ask the children. @lead(BB)\n' }, 'Ask the children.'],
    ['personal', { strengths: '- Ring 07700 900123 about it. [std 1.1]\n' }, '07700'],
    ['ignores', { body: '\n<!-- review-ignore-next-line personal-data: -->\n' }, '<!-- review-ignore'],
    ['exclusions', { cover: 'scope:\n  exclude:\n    - std: 1.2\n' }, '1.2'],
    ['errors', { strengths: '- They are safe. [std 1.7]\n' }, '1.7'],
  ] as const) {
    it(`is shut by ${kind}: ${words}`, () => {
      const drawn = draw(review(more));
      assert.ok(
        drawn.some((line) => line.startsWith(`${kind}: `) && line.includes(words)),
        drawn.join('\n'),
      );
    });
  }

  it('is shut by gaps in scope, and by errors in the catalogue', () => {
    const gap = review().replace('- Children say that the food is good. [std 1.2]\n', '');
    assert.deepEqual(draw(gap), ['gaps: # Homes [theme 1]']);
    assert.deepEqual(
      draw(gap.replace('phase: drafting', 'scope: { exclude: [{ std: 1.2, reason: Agreed }] }')),
      [],
    );
    const twice = review().replace('- 1.2 Children are fed', '- 1.2 Children are fed\n- 1.2 Twice');
    assert.deepEqual(draw(twice).at(-1), 'errors: 1.2');
  });

  it('is not shut by what an ignore comment with a reason silences', () => {
    const silenced =
      '\n<!-- review-ignore-next-line personal-data: the published number of the council -->\n\n';
    assert.equal(draw(review({ body: '\nRing 07700 900123.\n' })).length, 1);
    assert.deepEqual(draw(review({ body: `${silenced}Ring 07700 900123.\n` })), []);
  });

  it('leaves to the cover what it has made lighter, and says so', () => {
    const off = review({
      strengths: '- They sleep well.\n',
      cover: 'checks:\n  finding-without-citation: off\n',
    });
    assert.deepEqual(draw(off), []);
    const [section] = gatePage(gate(firstSet(off))).sections;
    assert.equal(section?.title, 'What is not counted here');
    assert.deepEqual(
      section.items.map(({ label, words }) => `${label}: ${words}`),
      ['finding-without-citation: switched off'],
    );
  });

  describe('about contradictions', () => {
    const against = '\n## Areas for development\n\n- Children wait long to be heard. [std 1.1] @by(BB)\n';

    it('is shut by what one person alone saw, on either side', () => {
      const [kind] = gate(firstSet(review({ body: against }))).kinds;
      assert.equal(kind?.name, 'contradictions');
      assert.deepEqual(
        kind.points.map(({ message }) => message),
        [
          'Only AA sees a strength in standard 1.1; BB sees an area for development.',
          'Only BB sees an area for development in standard 1.1; AA sees a strength.',
        ],
      );
    });

    it('is not shut by a side on which a second person has written', () => {
      const second = '- They are asked every week. [std 1.1] @by(CC)\n';
      const [kind] = gate(firstSet(review({ strengths: second, body: against }))).kinds;
      assert.deepEqual(
        kind?.points.map(({ message }) => message),
        ['Only BB sees an area for development in standard 1.1; AA and CC see a strength.'],
      );
    });

    it('is not shut where the narrative says so', () => {
      const said = '\n# What we did not agree on\n\nOn [std 1.1] the team saw different homes.\n';
      assert.deepEqual(draw(review({ body: against + said })), []);
    });
  });

  it('says of the example, in every phase, what the checks say in the phase final', () => {
    for (const phase of ['fieldwork', 'drafting', 'moderation', 'final'] as const) {
      const workspace = new Workspace([shippedFile]);
      for (const [uri, text] of exampleFiles)
        workspace.setFile(uri, text.replace(/^phase: \w+$/m, `phase: ${phase}`));
      const [set] = workspace.snapshot().reviews();
      assert.ok(set);
      const found = gate(set).kinds.flatMap(({ points }) =>
        points.map(({ code, place }) => `${place.uri} ${place.span.start} ${code}`),
      );
      workspace.assume({ phase: 'final' });
      const snapshot = workspace.snapshot();
      const errors = set.documents.flatMap(({ uri }) =>
        diagnostics(snapshot, uri)
          .filter(({ severity }) => severity === 'error')
          .map(({ code, span }) => `${uri} ${span.start} ${code}`),
      );
      assert.ok(errors.length > 5);
      assert.deepEqual(
        errors.filter((line) => !found.includes(line)),
        [],
        phase,
      );
      const more = found.filter((line) => !errors.includes(line));
      assert.ok(
        more.every((line) => /(?:undefined|exclusion-without-reason|unused-ignore)$/.test(line)),
        more.join('\n'),
      );
    }
  });

  it('has a page with each place, the words of a review escaped', () => {
    const fixture = readFixture(review({ strengths: '- They sleep <well> [std 1.9]\n' }));
    const snapshot = fixture.snapshot();
    const [set] = snapshot.reviews();
    assert.ok(set);
    const page = gatePage(gate(set));
    const html = printPageHtml(page, linesOf(snapshot));
    assert.match(html, /<h2>Other errors \(1\)<\/h2>/);
    assert.match(
      html,
      /<button type="button" class="place" data-uri="file:\/\/\/review\/one\.review\.md" data-start="\d+" data-line="7">one, line 8<\/button>/,
    );
    const markdown = printDigestMarkdown(page, linesOf(snapshot));
    assert.match(markdown, /^# Before it leaves: Homes\n\n1 point stands in the way of the final report\./);
    assert.match(markdown, /^- .*1\.9.* \(one, line 8\)$/m);
  });
});

/*
 * What has become of findings between two times, and the page that says so. The earlier time is drawn as a fixture
 * of its own.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  digest,
  digestPage,
  printDigestHtml,
  printDigestMarkdown,
  type Digest,
  type Earlier,
  type LineOf,
  type Snapshot,
} from '../../core/src';
import { runs } from '../support/awkward';
import { exampleFiles } from '../support/example';
import { readFixture, root } from '../support/fixture';
import { checkGolden } from '../support/golden';
import { checkPlain, hostile } from '../support/hostile';
import { morfaBayFiles, morfaBayWorkspace } from '../support/morfaBay';

const asked = { today: '2026-10-02', since: '2026-10-02' };

function texts(drawn: string): Earlier {
  const { documents } = readFixture(drawn).snapshot();
  return { kind: 'texts', documents, state: 'commit 1a2b3c4 of 2026-10-01' };
}

function digestOf(now: Snapshot, earlier: Earlier): Digest {
  const [set] = now.reviews();
  assert.ok(set);
  return digest(now, set, earlier, asked);
}

/** What has changed, a line each: `theme reviewer: change words < words before`; what is gone with a minus. */
function changes(before: string, now: string): string[] {
  const { themes, removed } = digestOf(readFixture(now).snapshot(), texts(before));
  const lines = themes.flatMap(({ theme, reviewers }) =>
    reviewers.flatMap(({ reviewer, entries }) =>
      entries.map(({ change, now: { finding }, before: was }) => {
        const place = `${theme?.id ?? '-'} ${reviewer ?? '-'}`;
        return `${place}: ${change} ${finding.words}${was ? ` < ${was.finding.words}` : ''}`;
      }),
    ),
  );
  return [...lines, ...removed.map(({ finding }) => `- ${finding.words}`)];
}

const lineOf =
  (snapshot: Snapshot): LineOf =>
  (uri, offset) =>
    (snapshot.document(uri)?.text.slice(0, offset).split('\n').length ?? 1) - 1;

function markdownOf(now: string, earlier: Earlier): string {
  const snapshot = readFixture(now).snapshot();
  return printDigestMarkdown(digestPage(digestOf(snapshot, earlier)), lineOf(snapshot));
}

describe('digest: what has become of a finding', () => {
  const one = '# A [theme 1]\n## Strengths\n';

  it('nothing, when its words stand', () => {
    assert.deepEqual(changes(`${one}- Words here. [std 1.1]\n`, `${one}- Words here. [std 1.1]\n`), []);
  });

  it('nothing, when it is moved in its list, wrapped, or its citations are put in another order', () => {
    assert.deepEqual(
      changes(
        `${one}- Words are here. [std 1.1, 2.1]\n- Others are there. [std 2.1]\n`,
        `${one}\n* Others are there. [std 2.1]\n* Words are\n  here. [std 2.1] [std 1.1]\n`,
      ),
      [],
    );
  });

  it('nothing, when it is moved to another document, or its document is called otherwise', () => {
    const cover = '//- cover.review.md\n---\ntitle: A\n---\n';
    assert.deepEqual(
      changes(
        `${cover}//- a.review.md\n${one}- Words here. [std 1.1]\n- Stays. [std 1.1]\n//- b.review.md\n${one}`,
        `${cover}//- c.review.md\n${one}- Stays. [std 1.1]\n//- b.review.md\n${one}- Words here. [std 1.1]\n`,
      ),
      [],
    );
  });

  it('it is new when nothing before is like it', () => {
    assert.deepEqual(
      changes(`${one}- Stays. [std 1.1]\n`, `${one}- Stays. [std 1.1]\n- Quite another. [std 1.1]\n`),
      ['1 -: new Quite another.'],
    );
  });

  it('it is new when a stub has got its words', () => {
    assert.deepEqual(changes(`${one}- TODO [std 1.1]\n`, `${one}- Families are heard. [std 1.1]\n`), [
      '1 -: new Families are heard.',
    ]);
  });

  it('it is changed when half of the words stand, and says what it was', () => {
    assert.deepEqual(
      changes(`${one}- one two three four [std 1.1]\n`, `${one}- one two five six [std 1.1]\n`),
      ['1 -: changed one two five six < one two three four'],
    );
    assert.deepEqual(
      changes(`${one}- one two three four [std 1.1]\n`, `${one}- one five six seven [std 1.1]\n`),
      ['1 -: new one five six seven', '- one two three four'],
    );
  });

  it('it is changed when it is judged otherwise, or cites something else', () => {
    assert.deepEqual(
      changes(
        `${one}- The same words. [std 1.1]\n## Areas for development\n`,
        `${one}## Areas for development\n- The same words. [std 1.1]\n`,
      ),
      ['1 -: changed The same words. < The same words.'],
    );
    assert.deepEqual(
      changes(`${one}- The same words. [std 1.1]\n`, `${one}- The same words. [std 1.1] [ev FG2]\n`),
      ['1 -: changed The same words. < The same words.'],
    );
  });

  it('it is changed from the one that it is most like', () => {
    assert.deepEqual(
      changes(
        `${one}- one two three four [std 1.1]\n- one two three five [std 1.1]\n`,
        `${one}- one two three five six [std 1.1]\n- one two three four [std 1.1]\n`,
      ),
      ['1 -: changed one two three five six < one two three five'],
    );
  });

  it('like words in another theme of another document are another finding', () => {
    const a = '//- a.review.md\n# A [theme 1]\n## Strengths\n';
    const b = '//- b.review.md\n# B [theme 2]\n## Strengths\n';
    const cover = '//- cover.review.md\n';
    assert.deepEqual(
      changes(
        `${cover}${a}- one two three four [std 1.1]\n${b}`,
        `${cover}${a}${b}- one two three five [std 3.1]\n`,
      ),
      ['2 -: new one two three five', '- one two three four'],
    );
  });

  it('each of two findings with the same words counts', () => {
    assert.deepEqual(
      changes(`${one}- Twice. [std 1.1]\n`, `${one}- Twice. [std 1.1]\n- Twice. [std 1.1]\n`),
      ['1 -: new Twice.'],
    );
  });

  it('it is gone with its document, and a stub was never there', () => {
    const cover = '//- cover.review.md\n';
    assert.deepEqual(
      changes(`${cover}//- a.review.md\n${one}- It was here. [std 1.1]\n- TODO [std 1.1]\n`, cover),
      ['- It was here.'],
    );
  });

  it('documents of other reviews say nothing of this one', () => {
    assert.deepEqual(
      changes(
        `//- a/cover.review.md\n${one}- In A. [std 1.1]\n//- b/cover.review.md\n${one}- In B. [std 1.1]\n//- b/x.review.md\n${one}- Gone from B. [std 1.1]\n`,
        `//- a/cover.review.md\n${one}- In A. [std 1.1]\n//- b/cover.review.md\n${one}- In B. [std 1.1]\n`,
      ),
      [],
    );
  });

  it('nothing is lost: what is not the same is new, changed or gone, each once', () => {
    const word = fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon');
    const finding = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
    const review = fc.tuple(fc.array(finding, { maxLength: 6 }), fc.array(finding, { maxLength: 6 }));
    const draw = ([strengths, development]: [string[], string[]]): string => {
      const list = (words: string[]): string => words.map((each) => `- ${each} [std 1.1]\n`).join('');
      return `# A [theme 1]\n## Strengths\n${list(strengths)}## Areas for development\n${list(development)}`;
    };
    fc.assert(
      fc.property(review, review, (before, now) => {
        const result = digestOf(readFixture(draw(now)).snapshot(), texts(draw(before)));
        const kept = now.flat().length - result.counts.new - result.counts.changed;
        assert.equal(before.flat().length, kept + result.counts.changed + result.removed.length);
        assert.ok(kept >= 0);
        const same = digestOf(readFixture(draw(now)).snapshot(), texts(draw(now)));
        assert.deepEqual([same.counts, same.removed], [{ new: 0, changed: 0, dated: 0 }, []]);
      }),
      runs(200),
    );
  });
});

describe('digest: who and where', () => {
  it('stands by theme in the catalogue’s order and by reviewer in the team’s', () => {
    assert.deepEqual(
      changes(
        '//- cover.review.md\n',
        `
//- cover.review.md
---
team: [{ initials: ZZ }, { initials: BB }]
---
## Strengths
- Of no theme.
//- x.review.md
---
reviewer: BB
---
# B [theme 2]
## Strengths
- Second. [std 3.1]
# A [theme 1]
## Strengths
- First of BB. [std 1.1]
- First of ZZ. [std 1.1] @by(ZZ)
- First of QQ. [std 1.1] @by(QQ)
`,
      ),
      [
        '1 ZZ: new First of ZZ.',
        '1 BB: new First of BB.',
        '1 QQ: new First of QQ.',
        '2 BB: new Second.',
        '- -: new Of no theme.',
      ],
    );
  });

  const led = `
//- cover.review.md
---
team:
  - { initials: AA, name: A. Author, leads: [std 1, theme 2] }
  - { initials: SR, leads: [std 2] }
scope: { exclude: [{ std: 4, reason: Agreed }] }
---
# A [theme 1]
## Strengths
- By SR only. [std 1.1] @by(SR)
- By SR. [std 2.1] @by(SR)
`;

  it('names the elements on which no lead has written', () => {
    const { silent } = digestOf(readFixture(led).snapshot(), { kind: 'texts', documents: new Map() });
    const said = silent.map(({ element, leads, others }) => [
      element.id,
      leads.map(({ initials }) => initials.value).join(),
      others.join(),
    ]);
    // Theme 2 has the elements 3 to 5, of which 4 is left out.
    assert.deepEqual(said, [
      ['1', 'AA', 'SR'],
      ['3', 'AA', ''],
      ['5', 'AA', ''],
    ]);
  });

  it('says so in words', () => {
    const markdown = markdownOf(led, { kind: 'texts', documents: new Map() });
    assert.match(markdown, /AA \(A\. Author\) leads and has written no finding on it yet; SR has\.\n/);
    assert.match(
      markdown,
      /AA \(A\. Author\) leads and has written no finding on it yet; nor has anybody else\.\n/,
    );
    assert.match(markdown, /- \*\*std 4:\*\* Agreed \(cover, line 5\)\n/);
  });
});

describe('digest: what is thin', () => {
  const thin = `
//- cover.review.md
---
team: [{ initials: AA }]
---
# A [theme 1]
## Strengths
- Said in both groups. [std 1.1] [ev FG1, FG2]
- Said and seen. [std 1.2, 1.3] [ev FG1] [ev O1] @by(AA)
- Seen once. [std 1.2] [ev O1] @by(AA)
- TODO [std 1.4] [ev O1]
- Nobody knows what X9 is. [std 1.2] [ev FG1, X9]
## Areas for development
- Not said by all. [std 1.1, 2.1]
## Evidence
| Id | Kind | Description |
| --- | --- | --- |
| FG1 | Focus group | Carers |
| FG2 | Focus groups | Parents |
| O1 | Observation | A meeting |
`;
  const sections = (drawn: string): string =>
    markdownOf(drawn, { kind: 'texts', documents: new Map() }).replace(/^[^]*\n(?=## Not addressed)/, '');

  it('names the standards that have findings of one kind only', () => {
    assert.match(
      sections(thin),
      /## One-sided so far\n\n- Theme 1: 1\.2 and 1\.3 have only strengths; 2\.1 has only areas for development\. \(cover, line 4\)\n/,
    );
  });

  it('names the findings that rest on one kind of evidence', () => {
    assert.match(
      sections(thin),
      /only\n\n- \*\*Focus group only \(FG1, FG2\):\*\* Said in both groups\. \(cover, line 6\)\n- \*\*Observation only \(O1\), AA:\*\* Seen once\. \(cover, line 8\)\n\n/,
    );
  });

  it('says that nothing is thin, and says nothing of what the cover has switched off', () => {
    const none = sections(
      '# A [theme 1]\n## Strengths\n- A. [std 1.1]\n## Areas for development\n- B. [std 1.1]\n',
    );
    assert.match(none, /No standard has findings of one kind only\.\n/);
    assert.doesNotMatch(none, /one kind of evidence/, 'there is no register');
    const both = thin.replaceAll('[ev FG1, FG2]', '[ev FG1, O1]');
    assert.match(
      sections(both.replace('once. [std 1.2] [ev O1]', 'once. [std 1.2]')),
      /No finding rests on one kind of evidence only\.\n/,
    );
    const off = sections(
      thin.replace('team:', 'checks: { one-sided-standard: off, single-source: off }\nteam:'),
    );
    assert.doesNotMatch(off, /One-sided|one kind of evidence/);
  });
});

describe('digest without a history', () => {
  const now = `
//- cover.review.md
---
title: A
---
//- a.review.md
---
date: 2026-10-02
---
# A [theme 1]
## Strengths
- Dated today. [std 1.1]
//- b.review.md
---
date: 2026-09-30
---
# A [theme 1]
## Strengths
- Dated before. [std 1.1]
//- c.review.md
---
date: 2026-09-30
---
# A [theme 1]
## Strengths
- Dated before, written today. [std 1.1]
//- d.review.md
---
date: 2026-10
---
# A [theme 1]
## Strengths
- A month is no day. [std 1.1]
`;
  const written = new Map([
    [`${root}/b.review.md`, '2026-10-01'],
    [`${root}/c.review.md`, '2026-10-02'],
  ]);

  it('shows whole documents, by the later of the day that they state and the day that they were written', () => {
    const markdown = markdownOf(now, { kind: 'dates', since: '2026-10-02', written });
    assert.match(
      markdown,
      /There is no history here, so whole documents dated since 2026-10-02 are shown\. They are a and c \(2026-10-02\)\./,
    );
    assert.deepEqual(
      [...markdown.matchAll(/\*\*Strength:\*\* (.*?) \\\[/g)].map(([, words]) => words),
      ['Dated today.', 'Dated before, written today.'],
    );
  });

  it('says each day once', () => {
    const markdown = markdownOf(now, { kind: 'dates', since: '2026-10-01', written });
    assert.match(markdown, /are shown\. They are b \(2026-10-01\); a and c \(2026-10-02\)\.\n/);
  });

  it('says that there are none', () => {
    const markdown = markdownOf(now, { kind: 'dates', since: '2026-10-03', written });
    assert.match(markdown, /are shown\. There are none\.\n\n0 findings in these documents\.\n/);
    assert.doesNotMatch(markdown, /## Findings/);
  });
});

describe('digest page', () => {
  it('of the example, against an emptier one, is what the golden holds', () => {
    const draw = (files: ReadonlyMap<string, string>): string =>
      [...files].map(([uri, text]) => `//- ${uri.slice(root.length + 1)}\n${text}`).join('\n');
    const before = new Map(exampleFiles);
    before.delete(`${root}/theme-4-performance.review.md`);
    const theme2 = `${root}/theme-2-leadership.review.md`;
    const older = (before.get(theme2) ?? '')
      .replace(
        'is scarcely visible in those for housing, leisure and regeneration',
        'is missing in those for housing',
      )
      .replace(
        "- Children's wellbeing",
        "- Two partners asked what their part is. [std 4.1]\n- Children's wellbeing",
      );
    before.set(theme2, older);
    checkGolden('digest/aberwen.md', markdownOf(draw(exampleFiles), texts(draw(before))));
  });

  it('of the large review, against the same without one reviewer’s documents, is what the golden holds', () => {
    const now = morfaBayWorkspace().snapshot();
    const before = readFixture('').workspace;
    for (const [uri, text] of morfaBayFiles) if (!/^reviewer: NK$/m.test(text)) before.setFile(uri, text);
    const { documents } = before.snapshot();
    const earlier: Earlier = { kind: 'texts', documents, state: 'commit 1a2b3c4 of 2026-11-23' };
    checkGolden('digest/morfa-bay.md', printDigestMarkdown(digestPage(digestOf(now, earlier)), lineOf(now)));
  });

  it(`is plain markup in the preview, whatever the words are (${hostile.length} findings)`, () => {
    const list = (words: readonly string[]): string =>
      words.map((each) => `- Words ${each} [std 1.1]\n`).join('');
    const evil = '<img src=x onerror=alert(1)>';
    const settings = `---\ntitle: '${evil}'\nreviewer: '${evil}'\nscope: { exclude: [{ std: 5, reason: '${evil}' }] }\n---\n`;
    const snapshot = readFixture(`${settings}# A [theme 1]\n## Strengths\n${list(hostile)}`).snapshot();
    const earlier = texts(
      `# A [theme 1]\n## Strengths\n${list([...hostile].map((words) => `${words} before`))}- ${evil} gone [std 1.2]\n`,
    );
    const html = printDigestHtml(digestPage(digestOf(snapshot, earlier)), lineOf(snapshot));
    checkPlain(html);
    assert.match(html, /<h1>Today’s findings: &#x3C;img src=x onerror=alert\(1\)><\/h1>/);
    assert.match(html, /class="before"/);
    const keys = [...html.matchAll(/data-key="([^"]*)"/g)].map(([, key]) => key);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('says that nothing was there before, and that nothing is new', () => {
    const one = '# A [theme 1]\n## Strengths\n- A few words. [std 1.1]\n';
    assert.match(
      markdownOf(one, { kind: 'texts', documents: new Map() }),
      /Since 2026-10-02 everything is new: the history holds nothing from before\.\n\n1 new finding, 0 changed, 0 gone\./,
    );
    assert.match(markdownOf(one, texts(one)), /No finding is new, changed or gone\./);
  });
});

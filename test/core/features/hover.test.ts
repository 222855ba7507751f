import assert from 'node:assert/strict';
import { hoverAt } from '../../support/check';

/** What is said at the cursor; fails where nothing is. */
function said(drawn: string): string {
  const hover = hoverAt(drawn);
  assert.ok(hover, 'no hover');
  return hover.markdown;
}

describe('hover', () => {
  it('is about the id under the cursor', () => {
    assert.equal(hoverAt('Visits [std 6.1, 6.$02].')?.words, '6.2');
    assert.equal(hoverAt('Visits [std $06.1, 6.2].')?.words, '6.1');
    assert.equal(hoverAt('Visits [std 1.$01-1.3].')?.words, '1.1');
    assert.equal(hoverAt('Visits [std 1.1-1.$03].')?.words, '1.3');
  });

  it('is about the whole citation on its keyword', () => {
    const hover = hoverAt('Visits [s$0td 1.1, 6.2].');
    assert.equal(hover?.words, '[std 1.1, 6.2]');
    assert.match(hover.markdown, /Standard 1\.1[^]*Standard 6\.2/);
  });

  it('is about the second where two citations touch', () => {
    assert.match(said('[std 1.1]$0[std 6.2]'), /Standard 6\.2/);
  });

  it('tells wording, theme, element and the printed number', () => {
    const text = said('Visits [std 6.$01].');
    assert.match(text, /\*\*Standard 6\.1\*\* \(printed 7\.1\): Partners have robust/);
    assert.match(text, /Theme 3: Service delivery.* › Element 6: Delivery and effective practice/);
  });

  it('tells the probes and the sources of the element', () => {
    const text = said('Visits [std 6.$01].');
    assert.match(text, /Probes of element 6\*\*\n\n1\. /);
    assert.match(text, /\n28\. /);
    assert.match(text, /Possible sources of evidence\*\*\n\n1\. /);
  });

  const led = (text: string): string => `
//- cover.review.md
---
team:
  - { initials: AA, name: A. *Author*, leads: [std 6] }
  - { initials: BB, leads: [theme 1] }
---
//- one.review.md
${text}`;

  it('tells who leads on it, element by element where they differ', () => {
    assert.match(said(led('Visits [std 6.$01].')), /\*\*Leads:\*\* AA \(A\. \\\*Author\\\*\)/);
    assert.match(
      said(led('# Delivery [theme $03]')),
      /\*\*Leads on element 6:\*\* AA .*\n\*\*Leads on element 7:\*\* nobody yet/,
    );
    assert.match(said(led('# Outcomes [theme $01]')), /\*\*Leads:\*\* BB\n/);
    assert.doesNotMatch(said('Visits [std 6.$01].'), /Leads/);
  });

  it('tells of a heading what it names, by citation or title', () => {
    const hover = hoverAt(led('Words\n\n# Del$0ivery [std 6]\n\nWords'));
    assert.equal(hover?.words, '# Delivery [std 6]');
    assert.match(hover.markdown, /Element 6\*\*: Delivery and effective practice[^]*Leads:\*\* AA/);
    assert.match(said('## Comm$0issioning'), /Element 7\*\*: Commissioning/);
    assert.equal(hoverAt('# Theme 1: Outcomes [theme 1]\n\n## Str$0engths'), undefined);
  });

  it('tells that nothing addresses it yet', () => {
    assert.match(
      said('# Delivery\n\n- Visits [std 6.$01].'),
      /No finding addresses it yet\. Mentioned once in the narrative/,
    );
  });

  it('tells which findings address it, and who wrote them where', () => {
    const text = said(`
//- cover.review.md
//- one.review.md
---
reviewer: AA
---
## Strengths
- Visits are on time [std 6.$01]
## Areas for development
- Plans are *late* [std 6.1-6.2] @by(BB)

Mentioned [std 6.1].
//- deep/two.review.md
## Strengths
- People say so [std 6.1]
- TODO [std 6.1]
`);
    assert.match(text, /- Strength \(one\.review\.md, AA\): Visits are on time\n/);
    assert.match(text, /- Area for development \(one\.review\.md, BB\): Plans are late/);
    assert.match(text, /- Strength \(deep\/two\.review\.md\): People say so/);
    assert.match(text, /Mentioned once in the narrative/);
    assert.doesNotMatch(text, /TODO/);
  });

  it('tells what is out of scope, and why', () => {
    const text = said(`
//- cover.review.md
---
scope: { exclude: [{ std: 5, reason: Reviewed elsewhere, agreed: Director }] }
---
Mentioned [std 5.$01].
`);
    assert.match(text, /\*\*Out of scope:\*\* Reviewed elsewhere \(agreed: Director\)/);
  });

  it('tells of an element which of its standards are addressed', () => {
    const text = said('## Strengths\n- Visits [std 6.1]\n\nSee [std $06].');
    assert.match(text, /\*\*Element 6\*\*: Delivery and effective practice/);
    assert.match(text, /- 6\.1 .* — \*addressed\*/);
    assert.match(text, /- 6\.2 .* — \*not addressed yet\*/);
  });

  it('tells of a theme what it is about', () => {
    const text = said('# Delivery [theme $03]');
    assert.match(text, /\*\*Theme 3\*\*: Service delivery/);
    assert.match(text, /This theme looks at the effectiveness/);
    assert.match(text, /- 7\.1 /);
  });

  it('tells the wording of a probe', () => {
    assert.match(said('[probe 6.1$02]'), /\*\*Probe 6\.12\*\*: \S.*\n\n\*Theme 3: .* › Element 6/);
  });

  it('counts what a long range has more', () => {
    assert.match(said('[pro$0be 6.1-6.10]'), /… and 4 more\./);
  });

  it('tells of a printed number the standard that it was printed for', () => {
    assert.match(said('[std 7.$02]'), /Standard 6\.2\*\* \(printed 7\.2\)/);
  });

  it('takes a reviewer’s words for words', () => {
    const text = said(
      '## Strengths\n- A \\<script>alert\\(1)\\</script> \\[x](javascript:y) `|*_` [std 6.$01]',
    );
    assert.doesNotMatch(text, /[^\\]<script/);
    assert.doesNotMatch(text, /[^\\]\[x[^\\]*\]\(/);
  });

  it('says nothing elsewhere', () => {
    for (const text of [
      'Vis$0its [std 6.1]',
      '[std 9.$09]',
      '[std si$0x]',
      '[ev FG$02]',
      '`[std 6.$01]`',
      '\\[std 6.$01]',
      '$0',
    ]) {
      assert.equal(hoverAt(text), undefined, text);
    }
  });
});

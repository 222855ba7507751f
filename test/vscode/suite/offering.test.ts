import { completions, labelOf, textOf } from '../support/ask';
import { equal, includes, ok } from '../support/expect';
import { ready } from '../support/extension';
import { closeAll, open, placeOf, replace } from '../support/folder';
import { until } from '../support/until';

describe('While somebody writes, there are offered', () => {
  before(ready);
  afterEach(closeAll);

  /** What is offered behind words that replace others in a document. */
  const offered = async (name: string, words: string, by: string): Promise<string[]> => {
    const document = await open(name);
    await replace(document, words, by);
    return (await completions(document, placeOf(document, by, by.length))).map(labelOf);
  };

  it('leads and dates behind the @ of an action', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '## Areas for development', '## Actions');
    const labels = await offered('theme-1.review.md', 'family set. [std 1.4]', 'family set. @');
    ok(labels.includes('@lead(…)'), labels.join());
    ok(
      labels.some((label) => /^@due\(\d{4}-\d\d-\d\d\)$/.test(label)),
      labels.join(),
    );
  });

  it('the team behind the @ of a finding, and as reviewers', async () => {
    const marks = await offered('theme-1.review.md', 'family set. [std 1.4]', 'family set. @');
    ok(marks.includes('@by(AA)') && marks.includes('@by(BB)'), marks.join());
    equal(await offered('theme-1.review.md', 'reviewer: AA', 'reviewer: '), ['AA', 'BB']);
  });

  it('standards for the scope', async () => {
    const labels = await offered('cover.review.md', 'std: 2', 'std: ');
    ok(labels.includes('4.2') && labels.includes('5'), labels.join());
  });

  it('what somebody leads on', async () => {
    const labels = await offered('cover.review.md', 'leads: [theme 1', 'leads: [');
    ok(labels.includes('theme 1') && labels.includes('std 4.2'), labels.join());
  });

  it('the codes of checks, in the cover and in an ignore comment', async () => {
    const inCover = await offered('cover.review.md', 'documents: [', 'checks:\n  ');
    ok(inCover.includes('one-sided-standard'), inCover.join());
    const comment = '<!-- review-ignore-next-line ';
    const inText = await offered('theme-1.review.md', 'Closing summaries', comment);
    ok(inText.includes('finding-without-citation'), inText.join());
  });

  it('probes and sources of the standard that is looked at', async () => {
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std ');
    const at = placeOf(document, 'family set. [std ', 17);
    const item = (await completions(document, at)).find((one) => labelOf(one) === '1.2');
    includes(textOf(item?.documentation), 'Probes');
  });

  it('one line that says why, where the standards cannot be found', async () => {
    const cover = await open('cover.review.md');
    await replace(cover, 'standards: ssia-childrens-services-2014', 'standards: none-such');
    const document = await open('theme-1.review.md');
    await replace(document, '[std 1.4]', '[std ');
    const line = await until('the cover has been read', async () => {
      const items = await completions(document, placeOf(document, 'family set. [std ', 17));
      const [only, ...others] = items.filter(({ documentation }) => textOf(documentation) !== '');
      return others.length === 0 && only;
    });
    includes(`${labelOf(line)} ${textOf(line.documentation)}`, 'none-such');
  });
});

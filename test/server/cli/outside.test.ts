/*
 * A text that names a catalogue or a document outside of the folder that somebody chose: it is not read, however the way
 * to it is written. What a person names on the command line is.
 */
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { Desk } from '../../support/serverCli';

const secret = `---
id: own
title: A secret catalogue
---

# Theme 1: Secret theme

## Element 1: Secret element

### Standards

- 1.1 Secret standard
`;
const theme = '# Findings [theme 1]\n\n## Strengths\n\n- People told us so. [std 1.1]\n';
const cover = (standards: string, documents: string): string =>
  `---\ntitle: A review\nstandards: ${JSON.stringify(standards)}\ndocuments: [cover.review.md, ${JSON.stringify(documents)}]\n---\n`;

describe('what a text names outside of its folder', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk({
      'secret.standards.md': secret,
      'secret.review.md': '# Secret narrative\n\nSecret words.\n',
      'r/one.review.md': theme,
    });
  });
  afterEach(() => {
    desk.folder.remove();
  });

  it('is not read, in any way of writing the path', async () => {
    const { path: home } = desk.folder;
    const ways = [
      '../',
      './../',
      '..\\',
      '%2e%2e/',
      '..%2f',
      'x/../../',
      `${home}/`,
      `file://${home}/`,
      '/../../',
    ];
    for (const way of ways) {
      desk.folder.write('r/cover.review.md', cover(`${way}secret.standards.md`, `${way}secret.review.md`));
      for (const line of ['check .', 'coverage .', 'status .', 'report . --format html']) {
        const { out, err } = await desk.run(line, 'r');
        assert.doesNotMatch(out + err, /Secret|A secret/, `${line} with ${way}`);
      }
      const { out } = await desk.run('check .', 'r');
      assert.match(out, /There is no catalogue/, way);
    }
  });

  it('is read when a person chooses the folder above', async () => {
    desk.folder.write('r/cover.review.md', cover('../secret.standards.md', 'one.review.md'));
    const { out } = await desk.run(`report ${path.join('r')} --format html`);
    assert.match(out, /Secret standard/);
  });
});

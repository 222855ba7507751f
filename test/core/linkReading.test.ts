/*
 * What other tools take for a link after a citation, compared with one expression for each form. The expressions say
 * what is meant, and take time that grows with the square of the white space or worse, so they are tried on short texts.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readsAsLink } from '../../core/src/syntax/linkAmbiguity';
import { runs } from '../support/awkward';
import { assertLinear } from '../support/growth';

const destination = String.raw`(?:<[^<>\r\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*)`;
const title = String.raw`(?:"[^"]*"|'[^']*'|\([^()]*\))`;
const space = String.raw`[ \t]*(?:\r\n|\n|\r)?[ \t]*`;
const gap = String.raw`(?:[ \t]+|[ \t]*(?:\r\n|\n|\r)[ \t]*)`;
const resource = new RegExp(String.raw`^\(${space}${destination}(?:\s${space}${title})?${space}\)`);
const definition = new RegExp(
  String.raw`^:${space}(?:<[^<>\r\n]*>|[^\s<]\S*)(?:${gap}${title})?[ \t]*(?=\r|\n|$)`,
);

const signs = ['(', ')', '<', '>', '"', "'", ' ', ' ', '\t', '\n', '\r', '\r\n', '\u00a0', ':', 'a', 'b.md'];
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((drawn) => drawn.join(''));

describe('readsAsLink', () => {
  it('reads a resource as the expression does', () => {
    fc.assert(
      fc.property(texts, texts, (inner, rest) => {
        for (const text of [`(${inner})${rest}`, `(${inner}`, `( ${inner} "t" )`, `(${inner}\n't'${rest})`])
          assert.equal(readsAsLink(text, 0, false) === 'link', resource.test(text), JSON.stringify(text));
      }),
      runs(3000),
    );
  });

  it('reads a definition as the expression does', () => {
    fc.assert(
      fc.property(texts, (inner) => {
        for (const text of [`:${inner}`, `: a${inner}`, `: <a> ${inner}\n`, `:\n a "t"${inner}`])
          assert.equal(
            readsAsLink(text, 0, true) === 'definition',
            definition.test(text),
            JSON.stringify(text),
          );
      }),
      runs(3000),
    );
  });

  it('takes a title for one only after white space', () => {
    assert.equal(readsAsLink(': a.md"Some words"', 0, true), undefined);
    assert.equal(readsAsLink(': a.md "Some words"', 0, true), 'definition');
  });

  for (const [name, textOf] of [
    ['space', (n: number) => `(${' '.repeat(n)}a${' '.repeat(n)}x`],
    ['quotation marks', (n: number) => `: ${'a"'.repeat(n)} x`],
  ] as const) {
    it(`takes time in proportion to the length of the text: ${name}`, () => {
      assertLinear(textOf, (text) => void readsAsLink(text, 0, true));
    });
  }
});

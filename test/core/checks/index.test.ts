import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checks, languageCodes, readDocument } from '../../../core/src';
import { concerns } from '../../../core/src/checks/check';
import { awkwardText, runs } from '../../support/awkward';
import { firstSet } from '../../support/fixture';

const camelCase = (code: string): string =>
  code.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

describe('every check', () => {
  for (const { code, title, why } of checks) {
    const file = join(__dirname, `${camelCase(code)}.test.ts`);

    it(`${code} is tested where it fires and where it is quiet`, () => {
      assert.ok(existsSync(file), `there is no ${file}`);
      const drawn = readFileSync(file, 'utf8').match(/checkDiagnostics\([^]*?\n {2}\}\);/g) ?? [];
      const fires = drawn.filter((test) => new RegExp(`\\^ ${code}(?![a-z-])`).test(test));
      assert.ok(fires.length > 0, 'no fixture in which it fires');
      assert.ok(drawn.length > fires.length, 'no fixture in which it is quiet');
    });

    it(`${code} has a title and a reason in sentences`, () => {
      assert.match(title, /^[A-Z][^.]{10,}[^.]$/);
      assert.match(why, /^[A-Z].{20,}\.$/);
    });
  }

  it('has a kebab-case code of the language, once', () => {
    const codes = checks.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const code of codes) assert.ok((languageCodes as readonly string[]).includes(code), code);
    for (const code of languageCodes) assert.match(code, /^[a-z]+(?:-[a-z]+)+$/);
    assert.equal(new Set(languageCodes).size, languageCodes.length);
  });

  it('stands in the list in the order of the language', () => {
    const places = checks.map(({ code }) => (languageCodes as readonly string[]).indexOf(code));
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('finds nothing in a fragment that has nothing of what it looks at', () => {
    const context = firstSet('# Delivery [theme 3]\n## Strengths\n- Done [std 6.1]\n').context;
    fc.assert(
      fc.property(awkwardText, (text) => {
        for (const { fragment } of readDocument(text).fragments) {
          const inContext = { ...fragment, subjectOf: () => undefined };
          for (const check of checks) {
            if (check.about !== 'fragment' || concerns(check, fragment)) continue;
            assert.deepEqual([...check.run(inContext, context)], [], check.code);
          }
        }
      }),
      runs(300),
    );
  });

  it('has a file of its own', () => {
    const files = readdirSync(join(__dirname, '../../../core/src/checks'));
    for (const { code } of checks) assert.ok(files.includes(`${camelCase(code)}.ts`), code);
  });
});

/*
 * The lint of regular expressions, on sources of our own: it must see every way in which one comes into being, and fail
 * on each that could hold the editor.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What lint prints about these files, and whether it passes. */
function lint(files: Readonly<Record<string, string>>): { passes: boolean; output: string } {
  const root = mkdtempSync(join(tmpdir(), 'patterns-test-'));
  try {
    for (const [name, text] of Object.entries({ ...files, 'core/src/text/pattern.ts': ours })) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), text);
    }
    const script = join(__dirname, '../scripts/lint-patterns.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--root', root], {
      encoding: 'utf8',
    });
    return { passes: status === 0, output: stderr + stdout };
  } finally {
    rmSync(root, { recursive: true });
  }
}

const ours =
  "export function pattern(source: string, flags = ''): RegExp {\n  return new RegExp(source, flags);\n}\n";
const imported = "import { pattern } from './pattern';\n";

describe('the lint of regular expressions', () => {
  it('passes what matches in one way only', () => {
    const { passes, output } = lint({
      'core/src/a.ts': `${imported}const word = '[a-z]+';\nexport const a = pattern(\`^\${word}: \${word}$\`, 'i');\n`,
      'client/media/b.ts': 'export const b = /^(?:x|yz)+$/u;\n',
      'language-configuration.json': '{ "wordPattern": "[a-z]+" }',
    });
    assert.ok(passes, output);
    assert.match(output, /^3 regular expressions \(3 different, 1 built\): 0 to fix/m);
  });

  it('names each that could take time that grows faster than its text', () => {
    const { passes, output } = lint({
      'core/src/a.ts': 'export const a = (t: string) => t.replace(/\\s+$/, "");\n',
      'server/src/b.ts': '// a comment\nexport const b = /^(?:x{2,}|\\p{P})*$/u;\n',
      'client/src/c.ts': 'export const c = `${/x*x*y/.test("")}`;\n',
      'client/media/d.ts': 'export const d = [/^(?=.*a.*b)/];\n',
      'core/src/e.ts': `${imported}const some = '\\\\s*';\nexport const e = { in: pattern(some + some + 'x', 'g') };\n`,
      'language-configuration.json': '{ "onEnterRules": [{ "beforeText": "^(?:a|a)*$" }] }',
    });
    assert.ok(!passes);
    for (const [place, expression] of [
      ['core/src/a.ts:1', '/\\s+$/'],
      ['server/src/b.ts:2', '/^(?:x{2,}|\\p{P})*$/u'],
      ['client/src/c.ts:1', '/x*x*y/'],
      ['client/media/d.ts:1', '/^(?=.*a.*b)/'],
      ['core/src/e.ts', '/\\s*\\s*x/g'],
      ['language-configuration.json', '/^(?:a|a)*$/'],
    ] as const)
      assert.ok(output.includes(`${place}: ${expression} is `), `${place}: ${output}`);
    assert.match(output, /6 to fix/);
  });

  it('fails on a call of pattern() that it cannot follow', () => {
    const { passes, output } = lint({
      'core/src/a.ts': `${imported}export const a = (t: string) => pattern(t);\n`,
      'core/src/b.ts': `${imported}export const b = [pattern].map((p) => p('x'));\n`,
      'core/src/c.ts': "import { pattern as c } from './pattern';\nexport const d = c('x');\n",
      'core/src/d.ts': "export { pattern } from './pattern';\n",
      'core/src/e.ts': `${imported}export const e = Date.now() < 0 ? pattern('x') : undefined;\n`,
    });
    assert.ok(!passes);
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      assert.match(output, new RegExp(`^core/src/${name}\\.ts.*pattern`, 'm'), output);
  });
});

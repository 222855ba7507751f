/*
 * The pages that are made from the code. `UPDATE_GOLDEN=1 npx mocha` writes them again; a check that is
 * missing here, or says something else than its file, fails.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks, languageCodes, type Check } from '../core/src';

const page = join(__dirname, '../docs/checks.md');
const phases = ['fieldwork', 'drafting', 'moderation', 'final'] as const;

describe('docs/checks.md', () => {
  it('describes every check', () => {
    const wanted = printPage();
    if (process.env.UPDATE_GOLDEN === '1' || !existsSync(page)) writeFileSync(page, wanted);
    assert.equal(readFileSync(page, 'utf8'), wanted);
  });
});

describe('checks', () => {
  it('have codes of the language, each once, in kebab-case', () => {
    const codes = checks.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    assert.deepEqual(
      codes.filter(
        (code) => !(languageCodes as readonly string[]).includes(code) || !/^[a-z]+(-[a-z]+)*$/.test(code),
      ),
      [],
    );
  });
});

function printPage(): string {
  const summary = checks.map((check) => `- [\`${check.code}\`](#${check.code}): ${weight(check)}`);
  const later = languageCodes.filter((code) => !checks.some((check) => check.code === code));
  return [
    '# Checks',
    'This page is made from the code. A cover sets the weight of any check, or switches it off, in `checks:`.',
    summary.join('\n'),
    ...checks.map(describeCheck),
    '## Not checked yet',
    'A cover may name these codes already; they have no effect yet:',
    `${later.map((code) => `\`${code}\``).join(', ')}.`,
  ]
    .join('\n\n')
    .concat('\n');
}

function describeCheck(check: Check): string {
  const fix = check.fix
    ? 'There is a quick fix where one is clear.'
    : 'It has no quick fix: a person must decide.';
  return `## ${check.code}\n\n${check.title}.\n\n${check.why}\n\nWeight: ${weight(check)}. ${fix}`;
}

function weight({ severity }: Check): string {
  if (typeof severity === 'string') return severity;
  return phases.map((phase) => `${severity[phase]} in ${phase}`).join(', ');
}

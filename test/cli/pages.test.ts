/*
 * What is written about the command line against the program: its help names each option that it takes and no other, the
 * README names everything that it can do, and no page shows a line that it would not understand.
 */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { helps, subcommands } from '../../cli/src/help';
import { optionKinds } from '../../cli/src/optionKinds';
import { verbHelps, verbs } from '../../cli/src/standards/help';
import { verbOptions } from '../../cli/src/standards/words';
import { Desk } from '../support/serverCli';

const root = path.join(__dirname, '../..');
const pages = ['README.md', 'standards/README.md', 'examples/README.md', 'SECURITY.md', 'CHANGELOG.md']
  .concat(readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`))
  .concat(readdirSync(path.join(root, 'docs/editors')).map((name) => `docs/editors/${name}`))
  .filter((name) => name.endsWith('.md'));
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

/** The options that some words name, with two dashes. */
const named = (words: string): string[] =>
  [...new Set([...words.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name = '']) => name))].sort();

/** The options of a subcommand, or of a verb of `standards`. */
function optionsOf(command: string): string[] {
  const [name = '', verb] = command.split(' ');
  if (verb !== undefined) return [...verbOptions[verb as keyof typeof verbOptions], 'help'];
  if (name === 'lsp') return ['stdio', 'node-ipc', 'socket', 'pipe', 'help'];
  return [...Object.keys(optionKinds[name as keyof typeof optionKinds]), 'help'];
}

/** Every line of a page that calls the program, behind its name: `check reviews --fix`. */
function linesOf(text: string): string[] {
  const code = [...text.matchAll(/^```\w*\n([^]*?)^```$/gm)].map(([, block = '']) => block);
  const inline = [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, words = '']) => words,
  );
  return [...code.flatMap((block) => block.split('\n')), ...inline].flatMap((line) => {
    const called = /(?:node dist\/cli\.js|(?<![\w/.-])critical-friend)(?: ([a-z-][^#"']*))?$/.exec(
      line.replace(/\s+#.*$/, ''),
    );
    return called?.[1] === undefined ? [] : [called[1].trim()];
  });
}

/** `standards import` of `standards import ours.csv`, or undefined where there is no such command. */
function commandOf(line: string): string | undefined {
  const [name = '', second = ''] = line.split(' ');
  if (name === 'standards' && (verbs as readonly string[]).includes(second)) return `${name} ${second}`;
  return (subcommands as readonly string[]).includes(name) ? name : undefined;
}

describe('what is written about the command line', () => {
  it('is a help with each option of a subcommand, and no other', () => {
    for (const name of subcommands) assert.deepEqual(named(helps[name]), optionsOf(name).sort(), name);
    for (const verb of verbs)
      assert.deepEqual(named(verbHelps[verb]), optionsOf(`standards ${verb}`).sort(), verb);
  });

  it('is a help with --inside wherever a folder of documents is read', () => {
    const others = ['init', 'standards', 'lsp', 'import', 'validate', 'diff', 'export'];
    const all = [...Object.entries(helps), ...Object.entries(verbHelps)];
    const without = all.filter(([, help]) => !named(help).includes('inside')).map(([name]) => name);
    assert.deepEqual(without, others);
  });

  it('is a README that names everything it can do', () => {
    const lines = linesOf(read('README.md'));
    const commands = new Set(lines.map(commandOf));
    assert.deepEqual(
      subcommands.filter((name) => !commands.has(name)),
      [],
    );
    for (const verb of verbs) assert.ok(read('README.md').includes(`\`standards ${verb}\``), verb);
  });

  it('is understood, on every page', () => {
    let count = 0;
    for (const page of pages) {
      for (const line of linesOf(read(page))) {
        if (line.startsWith('--')) continue;
        const command = commandOf(line);
        assert.ok(command !== undefined, `${page}: ${line}`);
        const known = optionsOf(command);
        for (const option of named(line)) assert.ok(known.includes(option), `${page}: ${line}`);
        count++;
      }
      // `standards import` in a sentence.
      for (const [, verb = ''] of read(page).matchAll(/`standards ([a-z]+)/g))
        assert.ok((verbs as readonly string[]).includes(verb), `${page}: standards ${verb}`);
    }
    assert.ok(count > 20, `${count} lines`);
  });

  it('is a README whose lines run as they stand there', async () => {
    const desk = new Desk({ 'ours.csv': 'Ref,Standard\n1.1,Children are heard\n' });
    desk.ask = (question) => Promise.resolve(question.startsWith('Title') ? 'A review' : '');
    cpSync(path.join(root, 'examples'), path.join(desk.folder.path, 'examples'), { recursive: true });
    const [block = ''] = /^```sh\nnode dist\/cli\.js [^]*?^```$/m.exec(read('README.md')) ?? [];
    const lines = linesOf(block);
    assert.deepEqual(new Set(lines.map(commandOf)).size, lines.length);
    for (const line of lines) {
      // The library for Word is loaded in a bundle only, so the same report is made of plain Markdown here.
      const { code, err } = await desk.run(line.replaceAll('docx', 'md'));
      assert.notEqual(code, 2, `${line}: ${err}`);
    }
  });
});

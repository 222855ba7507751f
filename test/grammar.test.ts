/*
 * What is coloured as a citation, and what is not. The grammar builds on VS Code's own Markdown grammar, which
 * is no package of ours: a small stand-in with the same scope names takes its place, and where a VS Code lies
 * in the cache folder the same expectations hold against the real one. Colours are a theme's business; only
 * scopes are looked at.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, Registry, parseRawGrammar } from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const root = path.resolve(__dirname, '..');
const ours = path.join(root, 'syntaxes/review.tmLanguage.json');

/** The part of a Markdown grammar that ours leans on: the scope names are those of VS Code's. */
const standIn = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#frontMatter' }, { include: '#block' }],
  repository: {
    frontMatter: {
      begin: '\\A(-{3})$',
      end: '^-{3}$',
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [{ match: '^\\w+(?=:)', name: 'entity.name.tag.yaml' }],
    },
    block: {
      patterns: [
        {
          match: '^#{1,6}\\s+(.*)$',
          captures: { '1': { name: 'entity.name.section.markdown', patterns: [{ include: '#inline' }] } },
        },
        { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
        { begin: '^<!--', end: '-->', name: 'comment.block.html' },
        {
          begin: '^([*+-])([ \\t])',
          while: '^ {2}',
          patterns: [{ include: '#link-def' }, { include: '#paragraph' }],
        },
        { include: '#link-def' },
        { include: '#paragraph' },
      ],
    },
    'link-def': { match: '\\[[^\\]]+\\]:.*$', name: 'meta.link.reference.def.markdown' },
    paragraph: {
      begin: '(^|\\G)(?=\\S)',
      while: '(^|\\G)(?=\\S)',
      name: 'meta.paragraph.markdown',
      patterns: [{ include: '#inline' }],
    },
    inline: {
      patterns: [
        { match: '<!--.*?-->', name: 'comment.block.html' },
        { match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' },
        { match: '\\\\[-`*\\[\\]\\\\]', name: 'constant.character.escape.markdown' },
        { begin: '\\*\\*', end: '\\*\\*', name: 'markup.bold.markdown', patterns: [{ include: '#inline' }] },
        { match: '\\[[^\\]]*\\]\\([^)]*\\)', name: 'meta.link.inline.markdown' },
      ],
    },
  },
};

const loaded = loadWASM(
  readFileSync(createRequire(__filename).resolve('vscode-oniguruma/release/onig.wasm')),
);

/** Where an editor keeps grammars; a rule whose own grammar is missing is left out, so more than one is needed. */
const editorFiles: Readonly<Record<string, string>> = {
  'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'text.html.derivative': 'html/syntaxes/html-derivative.tmLanguage.json',
  'text.html.basic': 'html/syntaxes/html.tmLanguage.json',
  'source.yaml': 'yaml/syntaxes/yaml.tmLanguage.json',
  'source.yaml.1.2': 'yaml/syntaxes/yaml-1.2.tmLanguage.json',
};

type Base = (scope: string) => string | undefined;

/** The grammars to build on: the stand-in, and those of the editors in the cache folder. */
function bases(): [string, Base][] {
  const cache = path.join(root, '.vscode-test');
  const names = existsSync(cache) ? readdirSync(cache) : [];
  const editors = names.map((name): [string, Base] => {
    const extensions = path.join(cache, name, 'node_modules/code-server/lib/vscode/extensions');
    return [
      name,
      (scope) => {
        const file = path.join(extensions, editorFiles[scope] ?? 'none');
        return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
      },
    ];
  });
  const known: Base = (scope) => (scope === standIn.scopeName ? JSON.stringify(standIn) : undefined);
  return [['a stand-in', known], ...editors.filter(([, base]) => base(standIn.scopeName) !== undefined)];
}

/** Our grammar on top of a base. */
async function load(base: Base): Promise<IGrammar> {
  await loaded;
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) => {
      const text = scope === 'text.html.markdown.review' ? readFileSync(ours, 'utf8') : base(scope);
      return Promise.resolve(text === undefined ? null : parseRawGrammar(text, `${scope}.json`));
    },
  });
  const grammar = await registry.loadGrammar('text.html.markdown.review');
  assert.ok(grammar);
  return grammar;
}

function tokens(grammar: IGrammar, text: string) {
  let stack = INITIAL;
  return text.split('\n').flatMap((line) => {
    const result = grammar.tokenizeLine(line, stack);
    stack = result.ruleStack;
    return result.tokens.map((t) => ({ text: line.slice(t.startIndex, t.endIndex), scopes: t.scopes }));
  });
}

for (const [name, base] of bases()) {
  describe(`The grammar over ${name}`, () => {
    let grammar: IGrammar;
    before(async () => void (grammar = await load(base)));

    /** What is coloured as a citation, without its brackets, in order. */
    const citations = (text: string): string =>
      tokens(grammar, text)
        .filter((t) => t.scopes.includes('meta.citation.review'))
        .map((t) => t.text)
        .join('')
        .replaceAll('][', '|')
        .replace(/^\[|\]$/g, '');
    /** The innermost scopes of the first token with this text. */
    const scope = (text: string, word: string): string | undefined =>
      tokens(grammar, text)
        .find((t) => t.text.trim() === word)
        ?.scopes.at(-1);

    for (const [text, expected] of [
      ['Words [std 6.1] more', 'std 6.1'],
      ['- A finding. [std 6.1, 6.2-6.4] [probe 6.12]', 'std 6.1, 6.2-6.4|probe 6.12'],
      ['- Two that touch [std 6.1][STD 6.2–6.3]', 'std 6.1|STD 6.2–6.3'],
      ['## Service delivery [theme 3]', 'theme 3'],
      ['- A prefix [std cs:6.1]', 'std cs:6.1'],
      ['- Evidence [ev FG2, D4]', 'ev FG2, D4'],
      ['- **Bold [std 6.1]**', 'std 6.1'],
      ['- [std 6.1](x.md) is no link', 'std 6.1'],
      ['- [std 6.1]: is no definition', 'std 6.1'],
      ['[std 6.1]: is no definition', 'std 6.1'],
      ['[std 6.1] begins a line, [std 6.2] follows', 'std 6.1|std 6.2'],
      ['- A backslash of its own \\\\[std 6.1]', 'std 6.1'],
      ['- `[std 6.1]` is code', ''],
      ['```\n[std 6.1]\n```', ''],
      ['<!-- [std 6.1] -->', ''],
      ['- Words <!-- [std 6.1] --> words', ''],
      ['---\ntitle: [std 6.1]\n---', ''],
      ['- A backslash \\[std 6.1]', ''],
      ['- An unfinished [std 6.', ''],
      ['- [std six], [std], [standard 6.1], [std 6.1;]', ''],
      ['- [a link](std.md) and [std]', ''],
    ] as const) {
      it(`${JSON.stringify(text)} cites ${expected || 'nothing'}`, () =>
        assert.equal(citations(text), expected));
    }

    it('tells the parts of a citation apart', () => {
      const text = 'Words [std cs:6.1, 6.2-6.4][ev FG2]';
      assert.equal(scope(text, 'std'), 'keyword.other.citation.review');
      assert.equal(scope(text, 'cs'), 'entity.name.namespace.review');
      assert.equal(scope(text, '6.1'), 'constant.numeric.standard.review');
      assert.equal(scope(text, ','), 'punctuation.separator.citation.review');
      assert.equal(scope(text, '-'), 'keyword.operator.range.review');
      assert.equal(scope(text, 'FG2'), 'variable.other.constant.evidence.review');
    });

    it('reads a survey as YAML, to its fence and no further', () => {
      const text = '```survey\nid: S1 # [std 6.1]\n```\nWords [std 6.2]\n```surveys\nid: S2\n```\n';
      const inside = tokens(grammar, text).filter((t) => t.scopes.includes('meta.embedded.block.yaml'));
      assert.equal(inside.map((t) => t.text).join(''), 'id: S1 # [std 6.1]');
      assert.equal(citations(text), 'std 6.2');
    });

    it('knows the attributes of findings and actions', () => {
      const text = '- Words @by(AA) @lead(PO Placement Service) @due(2026-11-15)';
      // Light themes colour what Markdown calls attributes and strings red, like an error.
      const name = 'variable.parameter.attribute.review';
      for (const word of ['by', 'lead', 'due']) assert.equal(scope(text, word), name);
      assert.equal(scope(text, 'PO Placement Service'), 'meta.attribute.value.review');
      assert.equal(scope('- A @lead(Head (Children))', 'Head (Children)'), 'meta.attribute.value.review');
      assert.equal(scope('- Write to someone@by(AA)', 'by'), undefined);
    });

    it('keeps what Markdown says about the words around a citation', () => {
      const bold = tokens(grammar, '[std 6.1]: then **bold**').find((t) => t.text === 'bold');
      assert.ok(bold?.scopes.includes('markup.bold.markdown'));
    });

    it('reads front matter as something embedded', () => {
      const key = tokens(grammar, '---\ntitle: A review\n---\n').find((t) => t.text.includes('title'));
      assert.ok(key?.scopes.includes('meta.embedded.block.frontmatter'));
    });
  });
}

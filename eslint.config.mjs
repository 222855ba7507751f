// The rules: type-checked TypeScript everywhere, and the walls between the rooms of the house.
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const noHost = (message, ...group) => ({ group, message });

export default defineConfig(
  globalIgnores(['dist/', 'out/', 'coverage/', '.vscode-test/', 'test-results/', 'node_modules/']),
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-restricted-imports': ['error', { patterns: [noHost('vscode is for the client only', 'vscode')] }],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noHost('the core has no host', 'vscode', 'vscode-languageserver*', 'node:*', 'fs', 'path'),
          ],
        },
      ],
    },
  },
  {
    // scripts/lint-patterns.mjs judges literals and what pattern() makes, so there may be nothing else.
    files: ['core/**/*.ts', 'server/**/*.ts', 'cli/**/*.ts', 'client/**/*.ts'],
    ignores: ['core/src/text/pattern.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':not(TSTypeReference) > Identifier[name="RegExp"]',
          message:
            'Write a literal, or call pattern() (core/src/text/pattern.ts), so that lint sees the expression.',
        },
        {
          selector:
            'CallExpression[callee.property.name=/^(match|matchAll|search)$/][arguments.0.type=/^(TemplateLiteral|BinaryExpression)$/], ' +
            'CallExpression[callee.property.name=/^(match|matchAll|search)$/] > Literal.arguments[regex=undefined]',
          message: 'This makes an expression of a text. Write a literal, or use includes() or indexOf().',
        },
      ],
    },
  },
  { files: ['client/**/*.ts', 'test/vscode/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: named(
        'console process URL fetch AbortSignal setTimeout clearTimeout Buffer document window NodeFilter Element',
        'performance requestAnimationFrame MessageChannel PerformanceObserver',
        'describe it before after beforeEach afterEach',
      ),
    },
  },
);

function named(...lists) {
  return Object.fromEntries(lists.flatMap((list) => list.split(' ')).map((name) => [name, 'readonly']));
}

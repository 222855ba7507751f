/*
 * The texts that protocol tests share: a small catalogue that stands for the shipped one, a small review, and
 * what tells its documents apart.
 */
import type * as lsp from 'vscode-languageserver';

/** The shipped catalogue of the tests: two themes, three elements, four standards. */
export const tiny = `---
id: tiny
title: Tiny standards
---

# Theme 1: Outcomes

## Element 1: Results

### Standards

- 1.1 People are safe and say so
- 1.2 The strategy is written down

### Probes

1. Ask people whether they are safe

### Sources of evidence

1. Case files

## Element 2: Voices

### Standards

- 2.1 Children are heard

# Theme 2: Leadership

## Element 3: Vision

### Standards

- 3.1 Leaders know what they want
`;

/** The folder that the shipped catalogue is said to lie in. */
export const standardsFolder = 'file:///product/standards';

/** The documents of a small review in the folder `file:///team`. */
export const cover = 'file:///team/cover.review.md';
export const one = 'file:///team/one.review.md';
export const two = 'file:///team/deep/two.review.md';

/** A cover that lets gaps pass, so that a document's diagnostics are those of its own words. */
export const coverText = '---\ntitle: A review\nstandards: tiny\nchecks:\n  uncovered-standards: off\n---\n';

/** A document with these findings, all of them strengths of theme 1. */
export const document = (...findings: string[]): string =>
  ['# Theme 1: Outcomes', '', '## Strengths', '', ...findings.map((words) => `- ${words}`), ''].join('\n');

export const clean = document('People told us so. [std 1.1]');
export const wrong = document('People told us so. [std 9.9]');

/** What the folder holds at first: the second document is clean, the first is not. */
export const files = { [cover]: coverText, [one]: wrong, [two]: clean };

export const isWrong = (params: lsp.PublishDiagnosticsParams): boolean =>
  params.diagnostics.some((diagnostic) => diagnostic.code === 'unknown-standard');
export const isClean = (params: lsp.PublishDiagnosticsParams): boolean => params.diagnostics.length === 0;

/** The codes of diagnostics, in their order. */
export function codes(params: lsp.PublishDiagnosticsParams): unknown[] {
  return params.diagnostics.map((diagnostic) => diagnostic.code);
}

/** The text without the marker `$0`, and the position where it stood. */
export function cursor(marked: string): { text: string; position: lsp.Position } {
  const at = marked.indexOf('$0');
  if (at < 0) throw new Error('The fixture has no $0.');
  const before = marked.slice(0, at).split('\n');
  return {
    text: marked.slice(0, at) + marked.slice(at + 2),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

/*
 * The expressions that `pattern()` makes. Each file that calls it is bundled with a `pattern` of its own that also
 * takes down what it made and for which file, and the bundle is run.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from 'esbuild';

/** What `pattern()` makes in each of these files, in their order. */
export async function builtIn(root, files) {
  if (files.length === 0) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'patterns-'));
  try {
    const outfile = path.join(folder, 'patterns.cjs');
    await build({
      stdin: {
        contents: files.map((file) => `import ${JSON.stringify(`./${file}`)};`).join('\n'),
        resolveDir: root,
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      treeShaking: false,
      ignoreAnnotations: true,
      loader: { '.md': 'text' },
      logLevel: 'error',
      plugins: [recording(root)],
    });
    globalThis.builtPatterns = [];
    createRequire(import.meta.url)(outfile);
    return globalThis.builtPatterns;
  } finally {
    rmSync(folder, { recursive: true });
    delete globalThis.builtPatterns;
  }
}

/** Gives each importer of `pattern` one that knows the importer. */
function recording(root) {
  return {
    name: 'recording',
    setup(build) {
      build.onResolve({ filter: /\/pattern$/ }, ({ importer }) => ({
        path: path.relative(root, importer).split(path.sep).join('/'),
        namespace: 'recording',
      }));
      build.onLoad({ filter: /.*/, namespace: 'recording' }, ({ path: file }) => ({
        contents: `export function pattern(source, flags = '') {
          const { source: written } = new RegExp(source, flags);
          globalThis.builtPatterns.push({ file: ${JSON.stringify(file)}, source: written, flags });
          return new RegExp(source, flags);
        }`,
      }));
    },
  };
}

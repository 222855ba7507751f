// `npm run look [-- WORDS]`: a person at VS Code in a browser, with pictures of each step in two colour themes in
// `test-results/screenshots`. It gates nothing: what a step asserts is tested by `npm test`. Words choose the files.

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
spawn(process.execPath, ['scripts/test-vscode.mjs', ...process.argv.slice(2)], {
  cwd: root,
  env: { ...process.env, LOOK: 'yes' },
  stdio: 'inherit',
});

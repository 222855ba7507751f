// Finds a desktop VS Code to test in: the one that is named, or one that can be downloaded.
//
// It starts nothing. Where there is none it says why and stays quiet about it otherwise, since the
// VS Code from npm is as good. The surprising fact: the command `code` is a script that returns at
// once, so the program behind it is what tests need.

import { access, realpath } from 'node:fs/promises';
import path from 'node:path';

import { root } from './install.mjs';

/** @typedef {{ executable: string, web: boolean }} Desktop */

/** The oldest version that the manifest allows, and the newest. */
const downloads = [
  { version: '1.100.0', web: false },
  { version: 'stable', web: false },
  { version: 'stable', web: true },
];

/** How long the download site may take to answer, in milliseconds. */
const patience = 4000;

/**
 * The desktop hosts to test in, or why there are none.
 * @param {(line: string) => void} say
 * @returns {Promise<{ desktops: Desktop[], reason: string }>}
 */
export async function findDesktops(say) {
  const named = process.env.CRITICAL_FRIEND_VSCODE;
  if (named) {
    const executable = await programOf(named);
    return { desktops: [false, true].map((web) => ({ executable, web })), reason: '' };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { desktops: [], reason: 'there is no display for a desktop VS Code' };
  }
  if (!(await isDownloadable())) return { desktops: [], reason: 'no desktop VS Code can be downloaded here' };
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  const desktops = [];
  for (const { version, web } of downloads) {
    say(`Fetching the desktop VS Code ${version} ...`);
    const executable = await downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test') });
    desktops.push({ executable, web });
  }
  return { desktops, reason: '' };
}

/** Asks once, and briefly: the downloader itself would try for minutes. */
async function isDownloadable() {
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * The program behind the command `code`; anything else is taken as it is.
 * @param {string} named
 */
async function programOf(named) {
  const file = await realpath(named).catch(() => {
    throw new Error(`CRITICAL_FRIEND_VSCODE is set to ${named}, and there is no such file.`);
  });
  const folder = path.dirname(file);
  if (path.basename(folder) !== 'bin') return file;
  const candidates = ['../code', '../Code.exe', '../../../MacOS/Electron', '../code-insiders', '../codium'];
  for (const candidate of candidates) {
    const program = path.resolve(folder, candidate);
    if (
      await access(program).then(
        () => true,
        () => false,
      )
    )
      return program;
  }
  return file;
}

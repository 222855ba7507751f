/*
 * The page with the files of a report: a button for each, which hands the file to the browser. A link that is on no page
 * is followed by the browser itself, which is what a download needs.
 */
import type { Downloadable } from '../src/pages/messages';

/** Fills the page. */
export function showDownloads(page: HTMLElement, files: readonly Downloadable[]): void {
  const title = document.createElement('h1');
  title.textContent = 'The report is ready';
  const controls = document.createElement('div');
  controls.className = 'controls';
  for (const { name, bytes } of files) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `Download ${name}`;
    button.addEventListener('click', () => download(name, bytes));
    controls.append(button);
  }
  const hint = document.createElement('p');
  hint.textContent = 'Close this page when you have it. The review itself is as it was.';
  page.replaceChildren(title, controls, hint);
}

function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(bytes)]));
  link.download = name;
  link.click();
}

/*
 * Says something to a person in a notice that shows all of its words: VS Code cuts one without a button to a single line.
 * Nobody waits for the button to be pressed.
 */
import { window } from 'vscode';

const read = 'OK';

/** Something to know. */
export function inform(words: string): void {
  void window.showInformationMessage(words, read);
}

/** Something that was not done, and what to do about it. */
export function warn(words: string): void {
  void window.showWarningMessage(words, read);
}

/** Something that has failed; it stays until it has been read. */
export function alarm(words: string): void {
  void window.showErrorMessage(words, read);
}

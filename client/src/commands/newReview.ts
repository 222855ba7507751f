/*
 * *New Review…*: asks what a review is called, whom it is about, by which standards, by whom and without what, and
 * writes a cover and a document for each theme. What is in the documents is the server's. Nothing that is there already
 * is touched, and Escape at any question cancels. Undo in the editor never removes the files; *Remove What Was Created*
 * does, after a question.
 */
import { Uri, commands, env, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { newReviewChoicesRequest, newReviewRequest } from '../../../server/src/protocol';
import type {
  ChosenStandards,
  NewReviewChoicesResult,
  NewReviewParams,
  NewReviewResult,
} from '../../../server/src/protocol';
import type { Created } from './removeCreated';
import { createFiles, NotCreated } from '../files/createFiles';
import { dayOf } from '../days';
import { nameOf } from '../files/fileNames';
import { isThere, openedFolderOf } from '../files/exists';
import { reasonOf } from '../files/replaceFiles';
import { alarm, warn } from '../notify';

const title = 'New Review';

/** Asks, and creates the review; nothing happens where a question is cancelled. */
export async function beginReview(client: BaseLanguageClient, created: Created): Promise<void> {
  const choices = await client
    .sendRequest<NewReviewChoicesResult | null>(newReviewChoicesRequest)
    .catch(() => null);
  if (!choices) {
    alarm('A review cannot be begun now, because the language server is not running.');
    return;
  }
  const asked = await askAll(choices.standards);
  const folder = asked && (await askFolder(asked.title));
  if (!asked || !folder) return;
  const params: NewReviewParams = { ...asked, folder: client.code2ProtocolConverter.asUri(folder) };
  let made: NewReviewResult | null | undefined;
  do {
    // Undefined where the server is not running, which is not a reason to ask everything again.
    made = await client.sendRequest<NewReviewResult | null>(newReviewRequest, params).catch(() => undefined);
    if (made === undefined && !(await wantsToTryAgain())) return;
  } while (made === undefined);
  if (!made || 'refused' in made) {
    warn(made?.refused ?? 'The review could not be begun; the log says why.');
    return;
  }
  await write(folder, made.files, created, asked.title);
}

type Asked = Omit<NewReviewParams, 'folder'>;

async function wantsToTryAgain(): Promise<boolean> {
  const again = 'Try Again';
  const choice = await window.showErrorMessage(
    'The review has not been begun yet, because the checks of Critical Friend were not running just then. Your answers are kept.',
    again,
  );
  return choice === again;
}

async function askAll(known: readonly ChosenStandards[]): Promise<Asked | undefined> {
  const name = await ask('What is the title of the review?', "Children's services peer review", true);
  if (name === undefined) return undefined;
  const subject = await ask('Which council or body is reviewed? Leave this empty to decide later.');
  if (subject === undefined) return undefined;
  const standards = await askStandards(known);
  if (!standards) return undefined;
  const who = 'Who reviews? Names with semicolons between them; leave this empty to decide later.';
  const reviewers = await ask(who, 'Gwen Prosser; Martin Hale');
  if (reviewers === undefined) return undefined;
  const exclusions = await askExclusions(standards);
  if (!exclusions) return undefined;
  return {
    title: name,
    ...(subject !== '' && { subject }),
    date: dayOf(new Date()).slice(0, 7),
    standards: [standards.id],
    reviewers: reviewers.split(';').filter((one) => one.trim() !== ''),
    exclusions,
  };
}

async function ask(prompt: string, example?: string, isNeeded = false): Promise<string | undefined> {
  const words = await window.showInputBox({
    title,
    prompt,
    ignoreFocusOut: true,
    ...(example !== undefined && { placeHolder: `For example: ${example}` }),
    validateInput: (value) =>
      isNeeded && value.trim() === '' ? 'Write something, or press Escape to leave all as it is.' : undefined,
  });
  return words?.trim();
}

async function askStandards(known: readonly ChosenStandards[]): Promise<ChosenStandards | undefined> {
  if (known.length < 2) return known[0];
  const items = known.map((standards) => {
    const { title: label, id } = standards;
    // A catalogue without a title goes by its id.
    return { label, description: id === label ? '' : id, standards };
  });
  const placeHolder = 'By which standards?';
  return (await window.showQuickPick(items, { title, placeHolder, ignoreFocusOut: true }))?.standards;
}

async function askExclusions({ elements }: ChosenStandards): Promise<Asked['exclusions'] | undefined> {
  const items = elements.map(({ id, title: label, theme }) => {
    return { label: `${id} ${label}`, detail: theme, id };
  });
  const placeHolder = 'Tick what is left out, or press Enter to keep everything.';
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder,
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  if (!chosen) return undefined;
  const exclusions: { id: string; reason: string }[] = [];
  for (const { id, label } of chosen) {
    const prompt = `Why is “${label}” left out of the review? The reason is shown in the report.`;
    const reason = await ask(prompt, undefined, true);
    if (reason === undefined) return undefined;
    exclusions.push({ id, reason });
  }
  return exclusions;
}

interface Place extends QuickPickItem {
  /** Missing where it is still to be chosen. */
  readonly folder?: Uri;
}

/** Where the review goes: into an opened folder that has none, below one, or somewhere else. */
async function askFolder(name: string): Promise<Uri | undefined> {
  const opened = workspace.workspaceFolders ?? [];
  if (opened.length === 0) return chooseFolder();
  const below = name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const places: Place[] = [];
  for (const { uri, name: label } of opened) {
    const isFree = !(await isThere(Uri.joinPath(uri, 'cover.review.md')));
    if (isFree) places.push({ label: `In the folder “${label}”`, folder: uri });
    if (below !== '')
      places.push({
        label: `In a new folder “${below}”`,
        description: label,
        folder: Uri.joinPath(uri, below),
      });
  }
  if (opened.every(({ uri }) => uri.scheme === 'file') || env.remoteName !== undefined)
    places.push({ label: 'In another folder…' });
  const placeHolder = 'Where should the review go?';
  const place = await window.showQuickPick(places, { title, placeHolder, ignoreFocusOut: true });
  return place && (place.folder ?? (await chooseFolder()));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const openLabel = 'Begin the Review Here';
  const options = { canSelectFiles: false, canSelectFolders: true, canSelectMany: false, openLabel };
  return (await window.showOpenDialog(options))?.[0];
}

async function write(
  folder: Uri,
  texts: readonly { path: string; text: string }[],
  created: Created,
  name: string,
): Promise<void> {
  const files = texts.map(({ path, text }) => ({
    uri: Uri.joinPath(folder, path),
    bytes: new TextEncoder().encode(text),
  }));
  const isNew = !(await isThere(folder));
  try {
    await workspace.fs.createDirectory(folder);
    await createFiles(workspace.fs, files, openedFolderOf(folder));
  } catch (failure) {
    sayWhyNot(failure);
    if (isNew) await workspace.fs.delete(folder, { recursive: false }).then(undefined, () => undefined);
    return;
  }
  created.remember(files, isNew ? folder : undefined);
  if (!workspace.getWorkspaceFolder(folder)) {
    await commands.executeCommand('vscode.openFolder', folder);
    return;
  }
  await window.showTextDocument(Uri.joinPath(folder, 'cover.review.md'));
  void created.offer(`“${name}” was created: ${files.length} files.`);
}

function sayWhyNot(failure: unknown): void {
  if (!(failure instanceof NotCreated)) {
    const why = reasonOf({ reason: failure });
    alarm(
      `The review could not be written into this folder${why === undefined ? '' : `: ${why}`}. Choose another folder.`,
    );
    return;
  }
  const called = nameOf(failure.uri);
  if (failure.left.length > 0) {
    const names = failure.left.map(nameOf).join(', ');
    alarm(
      `The review was not created, because “${called}” could not be written. Someone has changed these files since, so they are still there: ${names}.`,
    );
  } else if (failure.isTaken)
    warn(`There is a “${called}” in this folder already. Nothing was written; choose another folder.`);
  else {
    const why = reasonOf(failure);
    alarm(
      `The review could not be written into this folder, because of “${called}”${why === undefined ? '' : `: ${why}`}. Nothing is left of it; choose another folder.`,
    );
  }
}

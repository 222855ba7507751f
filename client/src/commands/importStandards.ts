/*
 * *Import Standards…*: asks for a file that holds standards, such as a spreadsheet, and where the catalogue goes,
 * writes it and opens it. How the file was understood is on a page of its own, which a message leads to. Reading the
 * file is the server's; nothing that is there is replaced unasked, and Escape leaves everything as it is.
 */
import {
  Disposable,
  EventEmitter,
  FileType,
  ProgressLocation,
  Uri,
  commands,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

import { importStandardsRequest } from '../../../server/src/protocol';
import type { ImportStandardsParams, ImportStandardsResult } from '../../../server/src/protocol';
import type { Created } from './removeCreated';
import { createFiles, NotCreated } from '../files/createFiles';
import { nameOf } from '../files/fileNames';
import { isThere, openedFolderOf } from '../files/exists';
import { NotReplaced, replaceFiles, whyNotWritten } from '../files/replaceFiles';
import { warn } from '../notify';

const title = 'Import Standards';
const account = Uri.from({ scheme: 'critical-friend-import', path: 'Imported Standards.md' });
/** No catalogue and no table of one is larger. */
const largest = 20_000_000;

/** A catalogue that was made of a file. */
type Made = Extract<ImportStandardsResult, { readonly text: string }>;

/** Registers the command. */
export function importStandards(client: BaseLanguageClient, created: Created): Disposable {
  const changed = new EventEmitter<Uri>();
  let page = '';
  const run = async (): Promise<void> => {
    const made = await importOne(client, created);
    if (!made) return;
    page = made.page;
    changed.fire(account);
    const show = 'Show How It Was Read';
    const chosen = await window.showInformationMessage(describe(made), show);
    if (chosen === show) await window.showTextDocument(await workspace.openTextDocument(account));
  };
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(account.scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: () => page,
    }),
    commands.registerCommand('criticalFriend.importStandards', run),
  );
}

/** `198 standards were imported; 3 lines need a look.` */
function describe({ standards, toLookAt }: Made): string {
  const imported = standards === 1 ? '1 standard was imported' : `${standards} standards were imported`;
  if (toLookAt === 0) return `${imported}.`;
  return `${imported}; ${toLookAt === 1 ? '1 line needs' : `${toLookAt} lines need`} a look.`;
}

/** Asks, imports and opens the catalogue; undefined where nothing has come of it, which has been shown. */
async function importOne(client: BaseLanguageClient, created: Created): Promise<Made | undefined> {
  const source = await chooseSource();
  const bytes = source && (await read(source));
  if (!source || !bytes) return undefined;
  const name = nameOf(source);
  const suggested = `${name.replace(/\.[^.]*$/, '').replace(/\.standards$/i, '')}.standards.md`;
  // A file that is none is refused before anybody is asked where to.
  const first = await ask(client, { name, bytes, target: suggested });
  const target = first && (await chooseTarget(source, suggested));
  if (!target) return undefined;
  const called = nameOf(target.uri);
  const made = called === suggested ? first : await ask(client, { name, bytes, target: called });
  if (!made || !(await write(target, made.text, created))) return undefined;
  // What is shown of the import must not take its place.
  await window.showTextDocument(target.uri, { preview: false });
  return made;
}

async function chooseSource(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title,
    openLabel: 'Import',
    canSelectMany: false,
    filters: { 'Files with standards': ['xlsx', 'csv', 'tsv', 'md', 'html', 'htm', 'json'] },
    ...folder(),
  });
  return chosen?.[0];
}

/** The file as base64. */
async function read(source: Uri): Promise<string | undefined> {
  const name = nameOf(source);
  try {
    const { type, size } = await workspace.fs.stat(source);
    if ((type & FileType.File) === 0) {
      warn(`“${name}” is not an ordinary file. Check that it is the right one.`);
      return undefined;
    }
    if (size > largest) {
      warn(`“${name}” is larger than 20 MB, which no catalogue is. Save the part with the standards alone.`);
      return undefined;
    }
    const bytes = await workspace.fs.readFile(source);
    let units = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      units += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    return btoa(units);
  } catch {
    warn(`“${name}” cannot be read. Check who may open it, and whether another program holds it.`);
    return undefined;
  }
}

/** The catalogue of a file; undefined where it was cancelled, or a person has been told why there is none. */
async function ask(client: BaseLanguageClient, params: ImportStandardsParams): Promise<Made | undefined> {
  const shown = { location: ProgressLocation.Notification, cancellable: true };
  const result = await window.withProgress({ ...shown, title: `Reading “${params.name}”` }, (_, token) =>
    client
      .sendRequest<ImportStandardsResult | null>(importStandardsRequest, params, token)
      .catch(() => (token.isCancellationRequested ? undefined : null)),
  );
  if (result === undefined) return undefined;
  if (!result) {
    warn('The standards could not be imported, because the language server is not running as it should.');
    return undefined;
  }
  if ('refused' in result) {
    warn(result.refused);
    return undefined;
  }
  return result;
}

/** Where the catalogue goes. */
interface Target {
  readonly uri: Uri;
  /** Whether a person has agreed that the file there is replaced. */
  readonly isReplaced: boolean;
}

/** Where the catalogue goes, under a name that is one of a catalogue. */
async function chooseTarget(source: Uri, suggested: string): Promise<Target | undefined> {
  const beside = folder().defaultUri ?? Uri.joinPath(source, '..');
  const chosen = await window.showSaveDialog({
    title: 'Where the Standards Go',
    saveLabel: 'Save the Catalogue',
    defaultUri: Uri.joinPath(beside, suggested),
  });
  if (!chosen) return undefined;
  if (/\.standards\.md$/i.test(chosen.path)) return { uri: chosen, isReplaced: await isThere(chosen) };
  const name = `${nameOf(chosen).replace(/\.md$/i, '')}.standards.md`;
  const target = Uri.joinPath(chosen, '..', name);
  // The dialog has asked about the name that was given, and not about this one.
  if (!(await isThere(target))) return { uri: target, isReplaced: false };
  const replace = 'Replace';
  const words = `There is a “${name}” in this folder already. The names of catalogues end in .standards.md.`;
  const isReplaced = (await window.showWarningMessage(words, { modal: true }, replace)) === replace;
  return isReplaced ? { uri: target, isReplaced } : undefined;
}

async function write({ uri, isReplaced }: Target, text: string, created: Created): Promise<boolean> {
  const open = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open?.isDirty) {
    warn(`“${nameOf(uri)}” is open and has not been saved. Nothing was written; save or close it first.`);
    return false;
  }
  const files = [{ uri, bytes: new TextEncoder().encode(text) }];
  try {
    if (isReplaced) await replaceFiles(workspace.fs, files, () => false, openedFolderOf);
    else {
      await createFiles(workspace.fs, files, openedFolderOf(uri));
      created.remember(files, undefined);
    }
    return true;
  } catch (failure) {
    if (!(failure instanceof NotReplaced || failure instanceof NotCreated)) throw failure;
    warn(`${whyNotWritten(failure)} Choose another place.`);
    return false;
  }
}

/** Where dialogs begin: the first opened folder. */
function folder(): { readonly defaultUri?: Uri } {
  const [first] = workspace.workspaceFolders ?? [];
  return first ? { defaultUri: first.uri } : {};
}

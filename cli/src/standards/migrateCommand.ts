/*
 * `critical-friend standards migrate`: the citations of one review in the numbers of a new edition. Either everything is
 * written or nothing; what only a person can decide is listed with its place.
 */
import * as path from 'node:path';
import {
  applyEdits,
  createCatalogueFile,
  diagnostics,
  folderOf,
  isReviewPath,
  migrate,
  pathBelow,
  type CatalogueFile,
  type FileEdits,
  type Review,
} from '../../../core/src';
import { fileUri, pathOf } from '../../../server/src/lsp/uris';
import { load, type Loaded } from '../load/load';
import { encodeLike, isFaithful } from '../files/readFiles';
import type { NewContent } from '../files/replacement';
import { CannotRun, count, lineAt, plain, wrap } from '../terminal';
import { notSound, readSound, replaceAll } from './files';
import { hasErrors, nameOf, printWords } from './said';
import { only, seeHelp, type StandardsProgram, type Words } from './words';

type Question = ReturnType<typeof migrate>['forPeople'][number];

/** A review, and the edition that it is to cite. */
interface Task {
  readonly target: string;
  readonly loaded: Loaded;
  readonly set: Review;
  readonly next: Awaited<ReturnType<typeof readSound>>;
}

/** Migrates a review; resolves to the exit code. */
export async function migrateCommand(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('migrate', words, 'one review');
  const target = words.values.get('to');
  if (target === undefined)
    throw new CannotRun(`To which edition? Write --to and its file. ${seeHelp('migrate')}`);
  const next = await readSound(target, program, program.shipped);
  const inside = words.values.has('inside');
  const loaded = await load([given], program, program.shipped, { inside });
  const set = oneReview(given, loaded);
  const task: Task = { target, loaded, set, next };
  const from = editionBefore(task);
  const to = createCatalogueFile(next.file === undefined ? 'shipped:' : fileUri(next.file), next.text);
  const folder = path.dirname(pathOf(set.cover.uri) ?? '.');
  const { id } = next.catalogue;
  const called = next.file === undefined ? id : nameFrom(folder, next.file);
  const { files, rewritten, forPeople } = migrate(set, from, to, called);
  const after = contentsOf(files, task);
  const isDry = words.values.has('dry-run');
  const within = [folder, ...loaded.looked];
  if (!isDry) await replaceAll(after, program, { force: words.values.has('force'), within });
  const lines = [
    `${count(rewritten, 'citation')} ${isDry ? 'would be' : rewritten === 1 ? 'is' : 'are'} changed to the numbers of ${plain(id)}.`,
    ...files.map(({ uri, edits }) => `  ${loaded.show(uri)}: ${count(edits.length, 'change')}`),
  ];
  const asks = forPeople.flatMap((one) => printQuestion(one, set));
  if (asks.length > 0) lines.push('', 'For a person to decide, by lines as they were before:', ...asks);
  program.stdout.write(`${lines.join('\n')}\n`);
  return asks.length > 0 ? 1 : 0;
}

/** The one review that was read, and read as a whole; or throws CannotRun. */
function oneReview(given: string, { sets, show, unread }: Loaded): Review {
  if (unread.length > 0)
    throw new CannotRun(
      `${unread.map(({ file, why }) => `"${file}" ${why}.`).join(' ')} Nothing was changed, because its citations would be left behind. Mend or move it, and try again.`,
    );
  const [set, ...others] = sets;
  if (!set) throw new CannotRun(`No review found at "${plain(given)}". Give the folder of a review.`);
  if (others.length > 0)
    throw new CannotRun(
      `There are several reviews at "${plain(given)}": ${sets.map(({ cover }) => show(cover.uri)).join(', ')}. Name the folder of one.`,
    );
  return set;
}

/** The edition that the review uses and the new one replaces; or throws CannotRun. */
function editionBefore({ target, next, set, loaded: { show, snapshot } }: Task): CatalogueFile {
  const { id, replaces } = next.catalogue;
  if (set.catalogues.some(({ catalogue }) => catalogue.id === id))
    throw new CannotRun(`The review uses "${plain(id)}" already, so there is nothing to carry over.`);
  if (replaces === undefined)
    throw new CannotRun(
      `"${plain(target)}" does not say which edition it replaces. Add a line such as "replaces: ${plain(set.catalogues[0]?.catalogue.id ?? 'own-2026')}" to its first lines.`,
    );
  const errors = diagnostics(snapshot, set.cover.uri).filter(({ severity }) => severity === 'error');
  const unsure = (message: string): CannotRun =>
    new CannotRun(
      `"${show(set.cover.uri)}" has an error, so what the review uses is not sure, and nothing was changed. ${plain(message)}`,
    );
  // The advice to put a catalogue beside the review would be wrong for one that is there and may not be read.
  const refused = errors.find(({ code }) => code === 'outside-folder');
  if (refused) throw unsure(refused.message);
  const from = set.catalogues.find(({ catalogue }) => catalogue.id === replaces);
  if (!from) {
    const used = set.catalogues.map(({ catalogue }) => plain(catalogue.id)).join(', ');
    throw new CannotRun(
      `"${plain(target)}" replaces "${plain(replaces)}", and the review uses ${used === '' ? 'no catalogue that is here' : used}. Put the edition that it uses beside it, or mend "replaces:".`,
    );
  }
  if (hasErrors(from.catalogue)) throw notSound(show(from.uri));
  if (errors[0]) throw unsure(errors[0].message);
  return from;
}

/** The documents as they are to be written; or throws CannotRun. */
function contentsOf(files: readonly FileEdits[], { set, loaded }: Task): NewContent[] {
  const texts = new Map(set.documents.map(({ uri, text }) => [uri, text]));
  const contents: NewContent[] = [];
  for (const { uri, edits } of files) {
    const file = pathOf(uri);
    const was = loaded.files.get(uri);
    if (file === undefined || was === undefined || !isReviewPath(uri)) continue;
    // What could not be read as it is could not be written as it was.
    if (!isFaithful(was))
      throw new CannotRun(
        `"${loaded.show(uri)}" is not saved as UTF-8, so nothing was changed. Save it as UTF-8 first.`,
      );
    const content = encodeLike(applyEdits(texts.get(uri) ?? '', edits), was);
    contents.push({ file, content, read: was.bytes });
  }
  return contents;
}

/** A citation that a person has to look at, with its place, in lines. */
function printQuestion(asked: Question, set: Review): string[] {
  const { uri, span, why, before, after, words } = asked;
  const text = set.documents.find((document) => document.uri === uri)?.text ?? '';
  const shown = {
    removed: 'is gone; decide what the finding is about now',
    split: `has become ${after.map(({ id }) => id).join(', ')}; choose`,
    reworded: `has other words: ${printWords(words)}`,
  }[why];
  const place = `${plain(pathBelow(uri, folderOf(set.cover.uri)))}:${lineAt(text, span.start)}`;
  return wrap(`${nameOf(before)} ${shown}`, `  ${place}: `);
}

function nameFrom(folder: string, file: string): string {
  const relative = path.relative(folder, file).replaceAll(path.sep, '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

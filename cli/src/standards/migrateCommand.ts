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
} from '../../../core/src';
import { fileUri, pathOf } from '../../../server/src/lsp/uris';
import { load } from '../load/load';
import { encodeLike, isFaithful } from '../files/readFiles';
import type { NewContent } from '../files/replacement';
import { CannotRun, count, lineAt, plain, wrap } from '../terminal';
import { notSound, readSound, replaceAll } from './files';
import { hasErrors, nameOf, printWords } from './said';
import { only, seeHelp, type StandardsProgram, type Words } from './words';

/** Carries a review over; resolves to the exit code. */
export async function migrateCommand(words: Words, program: StandardsProgram): Promise<number> {
  const given = only('migrate', words, 'one review');
  const target = words.values.get('to');
  if (target === undefined)
    throw new CannotRun(`To which edition? Write --to and its file. ${seeHelp('migrate')}`);
  const next = await readSound(target, program, program.shipped);
  const { sets, show, snapshot, unread, files: read, looked } = await load([given], program, program.shipped);
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
  const { id, replaces } = next.catalogue;
  if (set.catalogues.some(({ catalogue }) => catalogue.id === id))
    throw new CannotRun(`The review uses "${plain(id)}" already, so there is nothing to carry over.`);
  if (replaces === undefined)
    throw new CannotRun(
      `"${plain(target)}" does not say which edition it replaces. Add a line such as "replaces: ${plain(set.catalogues[0]?.catalogue.id ?? 'own-2026')}" to its first lines.`,
    );
  const from = set.catalogues.find(({ catalogue }) => catalogue.id === replaces);
  if (!from) {
    const used = set.catalogues.map(({ catalogue }) => plain(catalogue.id)).join(', ');
    throw new CannotRun(
      `"${plain(target)}" replaces "${plain(replaces)}", and the review uses ${used === '' ? 'no catalogue that is here' : used}. Put the edition that it uses beside it, or mend "replaces:".`,
    );
  }
  if (hasErrors(from.catalogue)) throw notSound(show(from.uri));
  const faulty = diagnostics(snapshot, set.cover.uri).find(({ severity }) => severity === 'error');
  if (faulty)
    throw new CannotRun(
      `"${show(set.cover.uri)}" has an error, so what the review uses is not sure, and nothing was changed. ${faulty.message}`,
    );
  const to = createCatalogueFile(next.file === undefined ? 'shipped:' : fileUri(next.file), next.text);
  const folder = path.dirname(pathOf(set.cover.uri) ?? '.');
  const called = next.file === undefined ? id : nameFrom(folder, next.file);
  const { files, rewritten, forPeople } = migrate(set, from, to, called);
  const texts = new Map(set.documents.map(({ uri, text }) => [uri, text]));
  const lines: string[] = [];
  const after: NewContent[] = [];
  for (const { uri, edits } of files) {
    const file = pathOf(uri);
    const was = read.get(uri);
    if (file !== undefined && was !== undefined && isReviewPath(uri)) {
      // What could not be read as it stands could not be written as it stood.
      if (!isFaithful(was))
        throw new CannotRun(
          `"${show(uri)}" is not saved as UTF-8, so nothing was changed. Save it as UTF-8 first.`,
        );
      const content = encodeLike(applyEdits(texts.get(uri) ?? '', edits), was);
      after.push({ file, content, read: was.bytes });
    }
    lines.push(`  ${show(uri)}: ${count(edits.length, 'change')}`);
  }
  const isDry = words.values.has('dry-run');
  if (!isDry)
    await replaceAll(after, program, { force: words.values.has('force'), within: [folder, ...looked] });
  const head = `${count(rewritten, 'citation')} ${isDry ? 'would be' : rewritten === 1 ? 'is' : 'are'} written anew for ${plain(id)}.`;
  const asks = forPeople.flatMap(({ uri, span, why, before, after: now, words: changes }) => {
    const text = texts.get(uri) ?? '';
    const line = lineAt(text, span.start);
    const said = {
      removed: 'is gone; decide what the finding is about now',
      split: `has become ${now.map(({ id: become }) => become).join(', ')}; choose`,
      reworded: `has other words: ${printWords(changes)}`,
    }[why];
    return wrap(`${nameOf(before)} ${said}`, `  ${plain(pathBelow(uri, folderOf(set.cover.uri)))}:${line}: `);
  });
  if (asks.length > 0) lines.push('', 'For a person to decide, by lines as they were before:', ...asks);
  program.stdout.write(`${[head, ...lines].join('\n')}\n`);
  return asks.length > 0 ? 1 : 0;
}

function nameFrom(folder: string, file: string): string {
  const relative = path.relative(folder, file).replaceAll(path.sep, '/');
  return relative.startsWith('.') ? relative : `./${relative}`;
}

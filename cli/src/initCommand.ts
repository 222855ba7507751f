/*
 * `critical-friend init`: creates a review in a folder. What no option gives is asked for, where there is a
 * terminal; elsewhere only the title must be given. Either all files are written or none, and none that is there already
 * is touched.
 */
import * as path from 'node:path';
import {
  newReview,
  readExclusion,
  readMember,
  Workspace,
  type NewFile,
  type Plan,
  type Snapshot,
} from '../../core/src';
import { fileUri } from '../../server/src/lsp/uris';
import { exists, reasonOf } from './files/files';
import { NotMade, writeNew } from './files/newFiles';
import { optionKinds } from './optionKinds';
import { readWords, seeHelp } from './options';
import { readTextFile } from './files/readFiles';
import { readStandards } from './standards';
import { CannotRun, plain, type Program } from './terminal';

const kinds = optionKinds.init;

/** Runs `init`; resolves to the exit code. */
export async function initCommand(words: readonly string[], program: Program): Promise<number> {
  const options = readWords('init', words);
  const [given = '.', ...others] = options.paths;
  if (others.length > 0) throw new CannotRun(`"init" takes one folder. ${seeHelp('init')}`);
  const folder = path.resolve(program.cwd, given);
  if (await exists(path.join(folder, 'cover.review.md'))) throw inTheWay('cover.review.md', given);

  const all = (name: keyof typeof kinds): string[] =>
    options.all.filter((one) => one.name === name).map(({ value }) => value);
  const asker = new Asker(program);
  const title = options.value('title') ?? (await asker.must('Title of the review', kinds.title.ask));
  const subject = options.value('subject') ?? (await asker.may('Council or body that is reviewed'));
  const standards = options.has('standards') ? all('standards') : await askStandards(asker, program);
  const reviewers = options.has('reviewer')
    ? all('reviewer')
    : await asker.list('A reviewer, such as "GP: Gwen Prosser, Head of service"');
  const { named, snapshot } = await readCatalogues(standards, folder, program);
  const language: Plan['language'] = options.value('language') === 'cy' ? 'cy' : 'en';
  const fixed = { title, subject, standards: named, reviewers: readMembers(reviewers), language };
  const date = program.calendar.today.slice(0, 7);
  const asksWhat = 'Something that is left out, and why, such as "5: It is reviewed separately"';
  for (;;) {
    const exclusions = options.has('exclude') ? all('exclude') : await asker.list(asksWhat);
    const made = begin({ ...fixed, date, exclusions: exclusions.map(toExclusion) }, folder, snapshot);
    if (!('refused' in made)) return write(folder, given, made, title, program);
    if (!asker.isThere || options.has('exclude') || exclusions.length === 0)
      throw new CannotRun(`${made.refused} Nothing was written.`);
    program.stdout.write(`${made.refused} Once more:\n`);
  }
}

/** Asks at a terminal; where there is none, what may be left out is. */
class Asker {
  constructor(private readonly program: Program) {}

  get isThere(): boolean {
    return this.program.ask !== undefined;
  }

  async must(question: string, otherwise: string): Promise<string> {
    if (!this.program.ask) throw new CannotRun(otherwise);
    for (;;) {
      const words = await this.ask(`${question}: `);
      if (words !== '') return words;
    }
  }

  async may(question: string): Promise<string> {
    return this.program.ask ? this.ask(`${question} (Enter leaves it out): `) : '';
  }

  async list(question: string): Promise<string[]> {
    const found: string[] = [];
    for (let words = await this.may(question); words !== ''; words = await this.may('Another one'))
      found.push(words);
    return found;
  }

  private async ask(question: string): Promise<string> {
    const words = await this.program.ask?.(question);
    if (words === undefined) throw new CannotRun('Stopped. Nothing was written.');
    return words.trim();
  }
}

async function askStandards(asker: Asker, program: Program): Promise<string[]> {
  const { catalogues } = readStandards(program.shipped);
  const [first] = catalogues;
  const known = catalogues.map(({ id, title }) => `  ${plain(id)}: ${plain(title)}\n`).join('');
  if (asker.isThere) program.stdout.write(`The standards that come with critical-friend:\n${known}`);
  const words = await asker.may(
    `Standards, if not ${plain(first?.id ?? '')}: an id, or a .standards.md file`,
  );
  return [words === '' ? (first?.id ?? '') : words];
}

/** The catalogues as the cover names them, with what they hold. */
async function readCatalogues(
  given: readonly string[],
  folder: string,
  { cwd, shipped }: Program,
): Promise<{ named: string[]; snapshot: Snapshot }> {
  const workspace = new Workspace(shipped);
  const named: string[] = [];
  for (const words of given) {
    if (!/[\\/]|\.md$/i.test(words)) {
      named.push(words);
      continue;
    }
    const full = path.resolve(cwd, words);
    if (!/\.standards\.md$/i.test(full))
      throw new CannotRun(`"${plain(words)}" is no catalogue: their names end in .standards.md.`);
    const found = await readTextFile(full);
    if ('why' in found)
      throw new CannotRun(
        `"${plain(words)}" ${found.why}. Nothing was written: check what stands behind --standards.`,
      );
    workspace.setFile(fileUri(full), found.text);
    const way = path.relative(folder, full).replaceAll(path.sep, '/');
    named.push(way.startsWith('.') ? way : `./${way}`);
  }
  return { named, snapshot: workspace.snapshot() };
}

function readMembers(all: readonly string[]): Plan['reviewers'] {
  const members: Plan['reviewers'][number][] = [];
  for (const words of all) {
    const member = readMember(
      words,
      members.map(({ initials }) => initials),
    );
    if (!member) throw new CannotRun(`"${plain(words)}" is no name. ${kinds.reviewer.ask}`);
    members.push(member);
  }
  return members;
}

function toExclusion(words: string): Plan['exclusions'][number] {
  // What cannot be read is reported when the cover is read.
  return readExclusion(words) ?? { kind: 'std', ids: words, reason: '' };
}

function begin(plan: Plan, folder: string, snapshot: Snapshot): ReturnType<typeof newReview> {
  return newReview(plan, fileUri(folder).replace(/\/$/, ''), snapshot);
}

async function write(
  folder: string,
  given: string,
  files: readonly NewFile[],
  title: string,
  { stdout }: Program,
): Promise<number> {
  try {
    await writeNew(folder, files);
  } catch (failure) {
    throw whyNotMade(failure, given);
  }
  const names = files.map((file) => `  ${file.path}\n`).join('');
  stdout.write(
    `“${plain(title)}” is begun in "${plain(given)}":\n${names}Open this folder in your editor, and begin with cover.review.md.\n`,
  );
  return 0;
}

function whyNotMade(failure: unknown, given: string): CannotRun {
  const { file, reason, left } =
    failure instanceof NotMade ? failure : { file: '', reason: failure, left: [] as readonly string[] };
  const isTaken = (reason as NodeJS.ErrnoException).code === 'EEXIST' && file !== '';
  if (left.length > 0) {
    const why = isTaken ? 'it exists already' : reasonOf(reason);
    return new CannotRun(
      `The review was not created in "${plain(given)}", because ${file} cannot be written: ${why}. Still there, because someone has changed it since: ${left.join(', ')}.`,
    );
  }
  if (isTaken) return inTheWay(file, given);
  return new CannotRun(`Nothing can be written into "${plain(given)}": ${reasonOf(reason)}.`);
}

function inTheWay(name: string, given: string): CannotRun {
  return new CannotRun(
    `There is a ${name} in "${plain(given)}" already. Nothing was written: give the path of another folder.`,
  );
}

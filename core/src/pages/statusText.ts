/*
 * The status for people, as Markdown that reads as well without being rendered. Every problem says the next
 * step. Words out of files stand on lines of their own and are not marked up, because nothing of this is HTML.
 */
import { foldBlanks } from '../text/singleLine';
import { countOf } from '../coverage/labels';
import type { CatalogueStatus, ProblemCounts, ReviewStatus, Status } from './status';

/** The status as lines of Markdown. */
export function printStatus(status: Status): string {
  const lines = [
    `# ${printSummary(status)}`,
    ...section('Folders', printFolders(status)),
    ...section('Reviews', printReviews(status)),
    ...section('Catalogues of standards', status.catalogues.flatMap(printCatalogue)),
    ...section('Files', printFiles(status)),
    ...section('What could not be read or found', printMissing(status)),
    ...section('About Critical Friend', [
      `- Version ${status.version}`,
      ...(status.positions === undefined
        ? []
        : [`- Places in a line are counted in ${status.positions.toUpperCase()} units.`]),
    ]),
  ];
  return `${lines.join('\n')}\n`;
}

/** The heading, which says enough for an editor that shows one line of it. */
function printSummary({ reviews, catalogues }: Status): string {
  const documents = reviews.reduce((sum, review) => sum + review.documents.length, 0);
  const found = [
    `${countOf(reviews.length, 'review')} with ${countOf(documents, 'document')}`,
    countOf(catalogues.length, 'catalogue'),
  ];
  return `Critical Friend found ${found.join(' and ')}`;
}

function section(heading: string, lines: readonly string[]): string[] {
  return ['', `## ${heading}`, '', ...lines];
}

function printFolders({ folders, watches }: Status): string[] {
  if (folders.length === 0)
    return ['No folder is open, so only the files that are open are looked at. Open the folder of a review.'];
  const listed = folders.map((folder) => `- ${foldBlanks(folder)}`);
  if (watches === undefined) return listed;
  const news = watches
    ? 'The editor says when a file in them changes.'
    : 'The editor does not say when a file in them changes: they are read again whenever you save, and for this page.';
  return [...listed, '', news];
}

function printReviews({ reviews }: Status): string[] {
  if (reviews.length === 0)
    return [
      'No review was found. A review is a folder with a cover.review.md and other files that end in .review.md.',
    ];
  return reviews.flatMap((review, i) => [...(i > 0 ? [''] : []), ...printReview(review)]);
}

function printReview(review: ReviewStatus): string[] {
  const { documents, standards, problems } = review;
  const findings = documents.reduce((sum, document) => sum + document.findings, 0);
  const cover = review.hasCover
    ? `Cover: ${review.cover}`
    : `There is no cover: ${review.cover} is a review of its own.`;
  return [
    `### ${foldBlanks(review.title)}`,
    '',
    `- ${foldBlanks(cover)}`,
    `- Phase: ${review.phase}`,
    `- Standards: ${standards.length > 0 ? standards.map(foldBlanks).join('; ') : 'none'}`,
    `- ${review.coverageLine}`,
    `- Problems: ${printProblems(problems)}`,
    `- ${countOf(documents.length, 'document')} with ${countOf(findings, 'finding')}:`,
    ...documents.map(({ file, findings: own }) => `  - ${foldBlanks(file)}: ${countOf(own, 'finding')}`),
  ];
}

function printCatalogue(catalogue: CatalogueStatus): string[] {
  const { id, title, shipped, file, reviews, problems, themes, elements, standards, probes } = catalogue;
  const parts = [
    countOf(themes, 'theme'),
    countOf(elements, 'element'),
    countOf(standards, 'standard'),
    countOf(probes, 'probe'),
  ];
  return [
    `- ${foldBlanks(title || id || file)}`,
    `  - ${shipped ? 'comes with Critical Friend' : `your own: ${foldBlanks(file)}`}; named in a cover as ${foldBlanks(id) || 'its path, because it has no id'}`,
    `  - ${parts.join(', ')}; ${reviews === 0 ? 'used by no review here' : `used by ${countOf(reviews, 'review')}`}`,
    ...(total(problems) > 0 ? [`  - Problems: ${printProblems(problems)}`] : []),
  ];
}

/** Every file that was read, so that anyone can see what a report is made of. */
function printFiles({ files, outside, rules }: Status): string[] {
  if (files.length + rules.length === 0) return ['No file was read.'];
  return [
    ...files.map(
      (file) =>
        `- ${foldBlanks(file)}${outside.includes(file) ? ' (outside the folders, named by a cover; read only)' : ''}`,
    ),
    ...rules.map((file) => `- ${foldBlanks(file)} (says which files are left out)`),
  ];
}

function printMissing({ reviews, unreadable, leftUnread, links }: Status): string[] {
  const lines = [
    ...links.map(({ message }) => message),
    ...unreadable.map(
      (file) =>
        `${foldBlanks(file)} could not be read. See whether you may open it, and whether it is locked.`,
    ),
    ...leftUnread.map(
      (file) =>
        `${foldBlanks(file)} was left unread, because reading it took too long. Shorten or simplify what was changed last, then try again.`,
    ),
    ...reviews.flatMap(({ cover, unknownCatalogues, unknownDocuments, settings }) => [
      ...unknownCatalogues.map(
        (name) =>
          `${cover} names the standards “${name}”, which were not found. Write the id or the path of one of the catalogues above.`,
      ),
      ...unknownDocuments.map(
        (name) =>
          `${cover} names the document “${name}”, which was not found. Correct its name, or take it out of documents:.`,
      ),
      ...settings.map((message) => `In the settings of ${cover}: ${message}`),
    ]),
  ];
  return lines.length > 0
    ? lines.map((line) => `- ${foldBlanks(line)}`)
    : ['Nothing: everything was read and found.'];
}

function printProblems(problems: ProblemCounts): string {
  if (total(problems) === 0) return 'none';
  const { error, warning, information, hint } = problems;
  return [
    ...(error > 0 ? [countOf(error, 'error')] : []),
    ...(warning > 0 ? [countOf(warning, 'warning')] : []),
    ...(information > 0 ? [`${information} information`] : []),
    ...(hint > 0 ? [countOf(hint, 'hint')] : []),
  ].join(', ');
}

function total({ error, warning, information, hint }: ProblemCounts): number {
  return error + warning + information + hint;
}

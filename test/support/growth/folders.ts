/*
 * Shapes that need more than one document: what a cover lists, what a catalogue holds, and how many files there are.
 */
import { catalogueText, coverWith, folderOf, lines, team, type Folder, type FolderShape } from './shapes';

const cover = `${team}/cover.review.md`;
const own = `${team}/own.standards.md`;
const finding = '# Theme 1: Outcomes\n\n## Strengths\n\n- People said so. [std 1.1]\n';

/** A folder in which the cover is shown. */
function withCover(front: string, files: Record<string, string> = {}): Folder {
  return { ...folderOf(finding, { cover: coverWith(front), files }), at: cover };
}

/** A folder in which the catalogue is shown. */
function withCatalogue(text: string, review = finding): Folder {
  return { ...folderOf(review, { files: { [own]: text } }), at: own };
}

function documents(
  n: number,
  text: (i: number) => string,
  path = (i: number) => `d${i}`,
): Record<string, string> {
  return Object.fromEntries(Array.from({ length: n }, (_, i) => [`${team}/${path(i)}.review.md`, text(i)]));
}

const start = '---\nid: own\ntitle: Own\n---\n\n';

/** A catalogue of so many themes, elements in each and standards in each. */
function catalogue(themes: number, elements: number, standards: number): string {
  let element = 0;
  return `${start}${lines(
    themes,
    (t) =>
      `# Theme ${t + 1}: Theme ${t}\n\n${lines(elements, () => {
        element += 1;
        return `## Element ${element}: Element\n\n### Standards\n\n${lines(standards, (s) => `- ${element}.${s + 1} People are safe, ${s}`)}`;
      })}`,
  )}`;
}

const shapes: Readonly<Record<string, (n: number) => Folder>> = {
  'documents that a cover names': (n) =>
    withCover(
      `documents:\n${lines(n, (i) => `  - d${i}.review.md`)}`,
      documents(n, () => finding),
    ),
  'documents that a cover names and that are not there': (n) =>
    withCover(`documents:\n${lines(n, (i) => `  - d${i}.review.md`)}`),
  'documents that a cover does not name': (n) =>
    folderOf(finding, { files: documents(n, (i) => `${finding}- Group ${i}. [std 1.2]\n`) }),
  'documents that say the same': (n) => folderOf(finding, { files: documents(n, () => finding) }),
  'two documents that say the same': (n) => {
    const text = `# Theme 1: Outcomes\n\n## Strengths\n\n${lines(n, (i) => `- Group ${i} said so. [std 1.1]`)}`;
    return folderOf(finding, { files: documents(2, () => text) });
  },
  'documents in folders, each deeper': (n) =>
    folderOf(finding, {
      files: documents(
        n,
        () => finding,
        (i) => `${'f/'.repeat(i % 30)}d${i}`,
      ),
    }),
  'reviews in one folder': (n) =>
    folderOf(finding, {
      files: Object.fromEntries(
        Array.from({ length: n }, (_, i) => [`${team}/r${i}/cover.review.md`, coverWith()]),
      ),
    }),
  'catalogues in one folder': (n) =>
    folderOf(finding, {
      files: Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `${team}/c${i}.standards.md`,
          catalogueText.replace('id: own', `id: own${i}`),
        ]),
      ),
    }),
  'catalogues that a cover names': (n) => ({
    ...folderOf(finding, {
      cover: `---\ntitle: A review\nstandards:\n${lines(n, (i) => `  - c${i}.standards.md`)}---\n`,
      files: Object.fromEntries(
        Array.from({ length: n }, (_, i) => [
          `${team}/c${i}.standards.md`,
          catalogueText.replace('id: own', `id: own${i}\nprefix: p${i}`),
        ]),
      ),
    }),
    at: cover,
  }),
  'catalogues that a cover names and that are not there': (n) => ({
    ...folderOf(finding, {
      cover: `---\ntitle: A review\nstandards:\n${lines(n, (i) => `  - c${i}.standards.md`)}---\n`,
    }),
    at: cover,
  }),
  'exclusions of a scope': (n) =>
    withCover(`scope:\n  exclude:\n${lines(n, (i) => `    - { std: 9.${i}, reason: Not asked for }`)}`),
  'exclusions of one standard': (n) =>
    withCover(`scope:\n  exclude:\n${lines(n, () => '    - { std: 1.1, reason: Not asked for }')}`),
  'exclusions of ranges': (n) =>
    withCover(`scope:\n  exclude:\n${lines(n, () => '    - { std: 1.1-1.999, reason: Not asked for }')}`),
  'members of a team': (n) =>
    withCover(`team:\n${lines(n, (i) => `  - { initials: A${i}, name: Ann ${i}, leads: [std 1] }`)}`),
  'members of a team who write': (n) => ({
    ...folderOf(
      `# Theme 1: Outcomes\n\n## Strengths\n\n${lines(n, (i) => `- Group ${i}. @by(A${i}) [std 1.1]`)}`,
      {
        cover: coverWith(`team:\n${lines(n, (i) => `  - { initials: A${i}, name: Ann ${i} }`)}`),
      },
    ),
  }),
  'one member of a team with many leads': (n) =>
    withCover(`team:\n  - { initials: AA, name: Ann, leads: [${'std 1, '.repeat(n)}std 2] }\n`),
  'checks that are not known': (n) => withCover(`checks:\n${lines(n, (i) => `  unknown-standrd${i}: off`)}`),
  'settings that are not known': (n) => withCover(lines(n, (i) => `subjct${i}: value`)),
  'themes of a catalogue': (n) => withCatalogue(catalogue(n, 1, 1)),
  'elements of a theme': (n) => withCatalogue(catalogue(1, n, 1)),
  'standards of an element': (n) => withCatalogue(catalogue(1, 1, n)),
  'standards with one id': (n) =>
    withCatalogue(`${start}# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n${lines(n, () => '- 1.1 C')}`),
  'standards without an id': (n) =>
    withCatalogue(
      `${start}# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n${lines(n, (i) => `- Word ${i}`)}`,
    ),
  'standards with printed and former numbers': (n) =>
    withCatalogue(
      `${start}# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n${lines(n, (i) => `- 1.${i + 1} C (printed 7.${i}) (formerly 8.${i})`)}`,
    ),
  'probes of an element': (n) =>
    withCatalogue(
      `${start}# Theme 1: A\n\n## Element 1: B\n\n### Standards\n\n- 1.1 C\n\n### Probes\n\n${lines(n, (i) => `${i + 1}. Ask`)}`,
    ),
  'headings that a catalogue does not know': (n) =>
    withCatalogue(`${catalogueText}\n${lines(n, (i) => `### Standrds ${i}\n\n- a\n`)}`),
  'standards, each with its finding': (n) =>
    folderOf(`# Theme 1: A\n\n## Strengths\n\n${lines(n, (i) => `- Group ${i}. [std 1.${i + 1}]`)}`, {
      files: { [own]: catalogue(1, 1, n) },
    }),
  'standards that no finding addresses': (n) => ({
    ...folderOf(finding, { files: { [own]: catalogue(1, 1, n) } }),
    at: cover,
  }),
  'elements, each with its finding': (n) =>
    folderOf(`# Theme 1: A\n\n## Strengths\n\n${lines(n, (i) => `- Group ${i}. [std ${i + 1}]`)}`, {
      files: { [own]: catalogue(1, n, 1) },
    }),
  'themes, each with its heading': (n) =>
    folderOf(
      lines(n, (i) => `# Theme ${i + 1}: Theme ${i}\n\n## Strengths\n\n- Group ${i}. [std ${i + 1}.1]\n`),
      {
        files: { [own]: catalogue(n, 1, 1) },
      },
    ),
  'findings of one standard in many documents': (n) =>
    folderOf(finding, {
      files: documents(n, (i) => `${finding}- Group ${i} of ${i}. [std 1.1] [ev FG${i}]\n`),
    }),
};

/** The shapes of folders. */
export const folderShapes: readonly FolderShape[] = Object.entries(shapes).map(([name, folder]) => {
  return { name, folder };
});

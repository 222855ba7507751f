/*
 * Shapes of files that somebody else's program wrote: what an import reads, and the document whose styles a report takes.
 */
import { strToU8, zipSync } from 'fflate';
import { readDocxReference, Workspace } from '../../../core/src';
import { printDocx } from '../../../core/src/report/docx/docx';
import { makeCatalogue, understand } from '../../../server/src/importing/importing';
import { readSource } from '../../../server/src/importing/sources';
import { printSpreadsheet } from '../../../server/src/importing/printSpreadsheet';
import { lines } from './shapes';
import { reportOfReview } from '../report';

/** A shape of a file; `read` does what the product does with it. */
interface FileShape {
  readonly name: string;
  readonly file: (n: number) => Uint8Array;
  readonly read: (bytes: Uint8Array) => void;
  /** What is done with what was read, besides. */
  readonly use?: (bytes: Uint8Array) => Promise<unknown>;
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A Word document that holds nothing but these styles. */
function document(styles: string): Uint8Array {
  const part = `<?xml version="1.0"?><w:styles xmlns:w="${word}">${styles}</w:styles>`;
  return zipSync({ 'word/styles.xml': strToU8(part) });
}

const paragraph = (id: string, inner: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;

const styles: Readonly<Record<string, (n: number) => Uint8Array>> = {
  'styles of a reference document, each based on the one before': (n) =>
    document(lines(n, (i) => paragraph(`S${i}`, `<w:basedOn w:val="S${i - 1}"/>`))),
  'styles of a reference document, all of one name': (n) => document(lines(n, () => paragraph('Normal', ''))),
  'one style of many properties': (n) =>
    document(paragraph('Normal', `<w:pPr>${'<w:keepNext/>'.repeat(n)}</w:pPr>`)),
};

/** Prints a small report in the styles of a document. */
async function printWith(bytes: Uint8Array): Promise<unknown> {
  const reference = readDocxReference(bytes);
  const workspace = new Workspace([]);
  workspace.setFile('file:///team/one.review.md', '# Strengths\n\n- People said so.\n');
  const [set] = workspace.snapshot().reviews();
  return set && printDocx(reportOfReview(set), 'fault' in reference ? {} : { reference });
}

const header = 'Id,Theme,Element,Standard\n';
const page = '| Standards | Probes | Sources of evidence |\n| - | - | - |\n';
const imported: Readonly<Record<string, readonly [name: string, text: (n: number) => string | Uint8Array]>> =
  {
    'rows of a table to import': [
      'a.csv',
      (n) => header + lines(n, (i) => `1.${i + 1},Care,Delivery,Heard ${i}`),
    ],
    'rows, each with a theme of its own': [
      'a.csv',
      (n) => header + lines(n, (i) => `${i}.1,Theme ${i},Element ${i},Heard ${i}`),
    ],
    'rows with one id': ['a.csv', (n) => header + lines(n, () => '1.1,Care,Delivery,Heard')],
    'rows without an id': ['a.csv', (n) => header + lines(n, (i) => `,Care,Delivery,Heard ${i}`)],
    'columns of a table to import': [
      'a.csv',
      (n) => `Id,Standard${',Remark'.repeat(n)}\n1.1,Heard${',a'.repeat(n)}\n`,
    ],
    'a cell of many lines': [
      'a.csv',
      (n) => `Id,Standard,Probes\n1.1,Heard,"${lines(n, (i) => `Ask ${i}`)}"\n`,
    ],
    'a quotation mark that is never closed': ['a.csv', (n) => `Id,Standard\n1.1,"${lines(n, () => 'a, b')}`],
    'guards before a formula': ['a.csv', (n) => `Id,Standard\n1.1,${"'".repeat(n)}=1\n`],
    'rows of a spreadsheet': [
      'a.xlsx',
      (n) =>
        printSpreadsheet(
          [['Id', 'Standard'], ...Array.from({ length: n }, (_, i) => [`1.${i + 1}`, `Heard ${i}`])],
          [9, 9],
        ),
    ],
    'rows of a published page': [
      'a.md',
      (n) =>
        `# Theme 1: Care\n\n## Element 1: Delivery\n\n${page}${lines(n, (i) => `| 1.${i + 1} Heard | Ask | Files |`)}`,
    ],
    'tables of a published page': [
      'a.md',
      (n) =>
        `# Theme 1: Care\n\n${lines(n, (i) => `## Element ${i + 1}: Delivery\n\n${page}| ${i + 1}.1 Heard | Ask | Files |\n`)}`,
    ],
    'items of a web page': [
      'a.html',
      (n) =>
        `<h1>Theme 1: Care</h1><h2>Element 1: Delivery</h2><h3>Standards</h3><ul>${lines(n, (i) => `<li>1.${i + 1} Heard`)}</ul>`,
    ],
    'tags of a web page, never closed': ['a.html', (n) => `<h1>Care</h1>${'<b><i>'.repeat(n)}1.1 Heard`],
    'controls of an OSCAL catalogue': [
      'a.json',
      (n) =>
        JSON.stringify({
          catalog: {
            metadata: { title: 'Own' },
            groups: [
              {
                id: 'ac',
                title: 'Access',
                controls: Array.from({ length: n }, (_, i) => ({ id: `ac-${i}`, title: `Control ${i}` })),
              },
            ],
          },
        }),
    ],
  };

/** The shapes of files. */
export const fileShapes: readonly FileShape[] = [
  ...Object.entries(styles).map(([name, file]): FileShape => {
    return { name, file, read: (bytes) => void readDocxReference(bytes), use: printWith };
  }),
  ...Object.entries(imported).map(([name, [path, text]]): FileShape => {
    return {
      name,
      file: (n) => {
        const made = text(n);
        return typeof made === 'string' ? strToU8(made) : made;
      },
      read: (bytes) => {
        const source = readSource(path, bytes);
        if ('refused' in source) return;
        // Past the limit on a catalogue too, which would hide how the cost grows.
        const found = understand(source);
        if (found) makeCatalogue(found, 'own', {});
      },
    };
  }),
];

/*
 * The walls of the house. Inside the core a file imports only what stands before it in `line`; the core
 * knows no host, the server only the core, the client only the server's protocol.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

const root = join(__dirname, '..');

/** The core from left to right; names of one entry may know each other's left only, folders are whole. */
const line = [
  'pattern',
  'ends',
  'span',
  'diagnostic',
  'composeEdits',
  'day',
  'nearest',
  'oneLine',
  'bisect',
  'grouping',
  'sameList',
  'tally',
  'likeness',
  'alike',
  'citation',
  'openCitation',
  'indentedCode',
  'textContext',
  'linkReading',
  'citationSyntax',
  'intricate',
  'markdown',
  'heading',
  'marks',
  'placeholder',
  'ignore',
  'yamlAdvice',
  'yaml',
  'settingTypes',
  'settingReader',
  'survey',
  'surveyText',
  'surveyReader',
  'evidence',
  'evidenceTable',
  'passage',
  'plainPassage',
  'passages',
  'passageLinks',
  'part',
  'partMove',
  'chapter',
  'catalogueFaults',
  'catalogueRemarks',
  'catalogueTypes',
  'catalogueIds',
  'catalogue',
  'catalogueIndex',
  'review',
  'sameReading',
  'settings',
  'assumed',
  'scopeEdit',
  'personal/datum',
  'personal/*',
  'personal/find',
  'frame',
  'document',
  'namedFile',
  'outside',
  'unread',
  'reviewSet',
  'workspace',
  'resolve',
  'resolved',
  'scope',
  'subjects',
  'hash',
  'editions',
  'said',
  'examination',
  'documentChanges',
  'sides',
  'coverageStates',
  'counts',
  'evidenceTally',
  'register',
  'coverage',
  'coverageWords',
  'gaps',
  'leads',
  'gapPlaces',
  'stub',
  'balance',
  'repeats',
  'evidenceRow',
  'checks/codes',
  'checks/check',
  'checks/words',
  'checks/alsoCited',
  'checks/settingFaults',
  'checks/*',
  'checks/index',
  'standards/wording',
  'features/words',
  'features/shortTitle',
  'features/completionItem',
  'features/cited',
  'features/at',
  'features/findingWords',
  'features/itemWords',
  'features/hoverDefinition',
  'features/rewordingWords',
  'features/evidenceAt',
  'features/surveyWords',
  'features/evidenceHover',
  'features/markHover',
  'features/renameTarget',
  'features/renameEvidence',
  'features/respell',
  'features/complaints',
  'features/silence',
  'features/evidenceComplaints',
  'features/diagnostics',
  'features/stretchAround',
  'features/fixes',
  'features/fixAll',
  'features/ignoreHere',
  'features/offers',
  'features/catalogueItems',
  'features/settingLine',
  'features/complete*',
  'features/*',
  'report/literal',
  'report/blocks',
  'report/words',
  'report/cited',
  'report/readBlocks',
  'report/report',
  'report/pieces',
  'report/specialHeading',
  'report/openChapters',
  'report/assembly',
  'report/standardsAppendix',
  'report/moderation',
  'report/gate',
  'report/readReport',
  'report/citedWords',
  'report/xmlText',
  'report/zipFile',
  'report/officeFile',
  'report/docx/styles',
  'report/docx/referenceSize',
  'report/docx/reference',
  'report/docx/inlines',
  'report/surveyShown',
  'report/docx/survey',
  'report/docx/tables',
  'report/docx/blocks',
  'report/docx/appendices',
  'report/docx/parts',
  'report/docx/settle',
  'report/docx/docx',
  'report/slides',
  'report/pptx',
  'report/office',
  'report/html/hast',
  'report/html/surveyChart',
  'report/html/survey',
  'report/html/notes',
  'report/html/blocks',
  'report/html/tables',
  'report/html/body',
  'report/html/style',
  'report/html/file',
  'report/markdown/nodes',
  'report/markdown/blocks',
  'report/markdown/appendices',
  'report/markdown/markdown',
  'report/csv',
  'report/data',
  'report/printers',
  'pages/findingWords',
  'pages/findings',
  'pages/findingsHtml',
  'pages/page',
  'pages/reportPage',
  'pages/findingsPage',
  'pages/changes',
  'pages/digest',
  'pages/digestPage',
  'pages/digestMarkdown',
  'pages/digestHtml',
  'pages/status',
  'pages/statusText',
  'pages/matrix',
  'pages/matrixCsv',
  'pages/places',
  'pages/matrixHtml',
  'pages/moderationHtml',
  'pages/gatePage',
  'standards/contents',
  'standards/data',
  'standards/print',
  'standards/draft',
  'standards/columns',
  'standards/table',
  'standards/blocks',
  'standards/published',
  'standards/oscal',
  'standards/successors',
  'standards/compare',
  'standards/migrate',
  'index',
];

/** Packages that one room of the core may use, and nobody else. */
const rooms: Record<string, RegExp> = {
  citationSyntax: /^(micromark-|mdast-util-from-markdown$|mdast$|unist$)/,
  markdown: /^(micromark-|mdast-util-|mdast$)/,
  surveyReader: /^mdast$/,
  evidenceTable: /^mdast$/,
  marks: /^mdast$/,
  passage: /^mdast$/,
  passages: /^mdast$/,
  passageLinks: /^mdast$/,
  catalogue: /^mdast$/,
  yaml: /^yaml$/,
  reviewSet: /^vscode-uri$/,
  'report/readBlocks': /^mdast$/,
  'report/pieces': /^mdast$/,
  'report/zipFile': /^fflate$/,
  'report/officeFile': /^fflate$/,
  'report/docx/referenceSize': /^@rgrove\/parse-xml$/,
  'report/docx/reference': /^@rgrove\/parse-xml$/,
  'report/docx/inlines': /^docx$/,
  'report/docx/survey': /^docx(\/charts)?$/,
  'report/docx/tables': /^docx$/,
  'report/docx/blocks': /^docx$/,
  'report/docx/appendices': /^docx$/,
  'report/docx/parts': /^docx$/,
  'report/pptx': /^pptxgenjs$/,
  'report/docx/docx': /^docx(\/layout)?$/,
  'standards/wording': /^diff\//,
  'report/html/hast': /^(hast|mdast|hast-util-.*|mdast-util-to-hast)$/,
  'pages/findingWords': /^hast$/,
  'report/html/surveyChart': /^hast$/,
  'report/html/survey': /^hast$/,
  'report/html/notes': /^hast$/,
  'report/html/blocks': /^hast$/,
  'report/html/tables': /^hast$/,
  'report/html/body': /^hast$/,
  'report/html/file': /^hast$/,
  'pages/reportPage': /^hast$/,
  'report/markdown/nodes': /^mdast$/,
  'report/markdown/blocks': /^mdast$/,
  'report/markdown/appendices': /^mdast$/,
  'report/markdown/markdown': /^(mdast|mdast-util-.*)$/,
  'pages/findingsHtml': /^hast$/,
  'pages/findingsPage': /^hast$/,
  'pages/digestHtml': /^hast$/,
  'pages/matrixHtml': /^hast$/,
  'pages/moderationHtml': /^hast$/,
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every import of a folder; a relative one is given as a path from the root, without its ending. */
function importsOf(folder: string): Import[] {
  return filesBelow(folder).flatMap((from) => {
    const text = readFileSync(join(root, from), 'utf8');
    const names = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    return names.map((name) => {
      const path = relative(root, join(root, dirname(from), name))
        .split(sep)
        .join('/');
      return { from: from.replace(/\.ts$/, ''), to: name.startsWith('.') ? path : name };
    });
  });
}

function placeInLine(file: string): number {
  const exact = line.indexOf(file);
  if (exact >= 0) return exact;
  return line.findIndex((entry) => entry.endsWith('*') && file.startsWith(entry.slice(0, -1)));
}

describe('architecture', () => {
  const core = importsOf('core/src');
  const inCore = (path: string): string => {
    const file = path.replace(/^core\/src\/?/, '');
    return file === 'checks' ? 'checks/index' : file;
  };

  it('finds the files that it is about', () => {
    assert.ok(core.length > 100);
    const stray = filesBelow('core/src').map((file) => inCore(file.replace(/\.ts$/, '')));
    assert.deepEqual(
      stray.filter((file) => placeInLine(file) < 0),
      [],
    );
  });

  it('has a core in which knowledge points one way', () => {
    const wrong = core
      .filter(({ to }) => to.startsWith('core/src'))
      .filter(({ from, to }) => placeInLine(inCore(to)) >= placeInLine(inCore(from)))
      .map(({ from, to }) => `${inCore(from)} -> ${inCore(to)}`);
    assert.deepEqual(wrong, []);
  });

  it('has a core that uses each package in one room', () => {
    const wrong = core
      .filter(({ to }) => !to.startsWith('core/'))
      .filter(({ from, to }) => !(rooms[inCore(from)]?.test(to) ?? false))
      .map(({ from, to }) => `${inCore(from)} -> ${to}`);
    assert.deepEqual(wrong, []);
  });

  it('has a server that knows the core by its index only', () => {
    const wrong = importsOf('server/src')
      .filter(({ to }) => /^(core|client)\//.test(to) && to !== 'core/src')
      .map(({ from, to }) => `${from} -> ${to}`);
    assert.deepEqual(wrong, []);
  });

  it('has a client that knows nothing but the protocol', () => {
    const wrong = [...importsOf('client/src'), ...importsOf('client/media')]
      .filter(({ to }) => /^(core|server)\//.test(to) && to !== 'server/src/protocol')
      .map(({ from, to }) => `${from} -> ${to}`);
    assert.deepEqual(wrong, []);
  });

  it('keeps the editor in the client and the protocol library in the server', () => {
    const wrong = [...importsOf('server/src'), ...core]
      .filter(
        ({ from, to }) =>
          to === 'vscode' || (from.startsWith('core/') && to.startsWith('vscode-languageserver')),
      )
      .map(({ from, to }) => `${from} -> ${to}`);
    assert.deepEqual(wrong, []);
  });

  it('has a client that says things in one place, where none of the words is cut off', () => {
    const wrong = readdirSync(join(root, 'client/src')).filter((file) =>
      /void window\.show\w+Message/.test(readFileSync(join(root, 'client/src', file), 'utf8')),
    );
    assert.deepEqual(wrong, ['say.ts']);
  });
});

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
  'span',
  'diagnostic',
  'composeEdits',
  'day',
  'nearest',
  'oneLine',
  'tally',
  'likeness',
  'citation',
  'openCitation',
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
  'report/officeFile',
  'report/docxStyles',
  'report/docxReference',
  'report/docxInlines',
  'report/surveyShown',
  'report/docxSurvey',
  'report/docxTables',
  'report/docxBlocks',
  'report/docxAppendices',
  'report/docxParts',
  'report/docxSettle',
  'report/docx',
  'report/slides',
  'report/pptx',
  'report/office',
  'report/hast',
  'report/surveyChart',
  'report/surveyHtml',
  'report/findingWords',
  'report/findings',
  'report/findingsHtml',
  'report/page',
  'report/reportNotesHtml',
  'report/reportBlocksHtml',
  'report/reportTablesHtml',
  'report/reportHtml',
  'report/reportStyle',
  'report/reportFile',
  'report/reportPage',
  'report/markdownNodes',
  'report/markdownBlocks',
  'report/markdownAppendices',
  'report/reportMarkdown',
  'report/findingsPage',
  'report/changes',
  'report/digest',
  'report/digestPage',
  'report/digestMarkdown',
  'report/digestHtml',
  'report/status',
  'report/statusText',
  'report/csv',
  'report/reportData',
  'report/printers',
  'report/matrix',
  'report/matrixCsv',
  'report/places',
  'report/matrixHtml',
  'report/moderationHtml',
  'report/gatePage',
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
  'report/officeFile': /^fflate$/,
  'report/docxReference': /^@rgrove\/parse-xml$/,
  'report/docxInlines': /^docx$/,
  'report/docxSurvey': /^docx(\/charts)?$/,
  'report/docxTables': /^docx$/,
  'report/docxBlocks': /^docx$/,
  'report/docxAppendices': /^docx$/,
  'report/docxParts': /^docx$/,
  'report/pptx': /^pptxgenjs$/,
  'report/docx': /^docx(\/layout)?$/,
  'standards/wording': /^diff\//,
  'report/hast': /^(hast|mdast|hast-util-.*|mdast-util-to-hast)$/,
  'report/findingWords': /^hast$/,
  'report/surveyChart': /^hast$/,
  'report/surveyHtml': /^hast$/,
  'report/reportNotesHtml': /^hast$/,
  'report/reportBlocksHtml': /^hast$/,
  'report/reportTablesHtml': /^hast$/,
  'report/reportHtml': /^hast$/,
  'report/reportFile': /^hast$/,
  'report/reportPage': /^hast$/,
  'report/markdownNodes': /^mdast$/,
  'report/markdownBlocks': /^mdast$/,
  'report/markdownAppendices': /^mdast$/,
  'report/reportMarkdown': /^(mdast|mdast-util-.*)$/,
  'report/findingsHtml': /^hast$/,
  'report/findingsPage': /^hast$/,
  'report/digestHtml': /^hast$/,
  'report/matrixHtml': /^hast$/,
  'report/moderationHtml': /^hast$/,
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
});

/*
 * The fuzzer's program: the targets and everything that they run, in one bundle, in which the product's own code and the
 * parsers that it relies on count how often each of their branches is taken. The counters are what guides the fuzzer.
 * V8 can report its own coverage, but asking for it after each input costs milliseconds where reading one costs microseconds.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import ts from 'typescript';

/** How many branches there is room for. */
const mostBranches = 65_536;
/** Whose branches are counted. */
const counted =
  /[\\/](?:(?:core|server)[\\/]src|test[\\/]fuzz[\\/]planted|node_modules[\\/](?:remark-[^\\/]*|micromark[^\\/]*|mdast-util-(?:from-markdown|gfm-[^\\/]*)|yaml|htmlparser2|papaparse|@rgrove[\\/]parse-xml))[\\/.]/;
const testCode = /[\\/]test[\\/](?:support|fuzz)[\\/]/;
const ownCode = /[\\/](?:core|server)[\\/]src[\\/]/;

/** A program, how many branches it counts, and the literal strings of the product's code, which inputs are made of. */
export interface Program {
  readonly code: string;
  readonly branches: number;
  readonly literals: readonly string[];
}

let made: Promise<Program> | undefined;

/** The program; made once. */
export function program(): Promise<Program> {
  return (made ??= makeProgram());
}

async function makeProgram(): Promise<Program> {
  let branches = 0;
  const literals = new Set<string>();
  const counting: Plugin = {
    name: 'counting',
    setup(builder) {
      builder.onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!counted.test(path)) {
          // A file that looks beside itself does so from where it is, and not from where the bundle is.
          if (!testCode.test(path) || !text.includes('__dirname')) return undefined;
          return { contents: `const __dirname = ${JSON.stringify(dirname(path))};${text}`, loader: 'ts' };
        }
        const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
        if (ownCode.test(path)) collectLiterals(file, literals);
        const contents = countBranches(text, file, () => branches++);
        return { contents, loader: path.endsWith('ts') ? 'ts' : 'js' };
      });
    },
  };
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    // In a function of its own, so that reading a counter is no look at the global object.
    banner: { js: `(() => { const __branches = globalThis.__branches = new Uint32Array(${mostBranches});` },
    footer: { js: '})();' },
    plugins: [counting],
  });
  if (branches > mostBranches) throw new Error(`There are ${branches} branches: make room for more.`);
  // Files are read in any order, so a branch may have another number each time. The number is only its name.
  return { code: outputFiles[0]?.text ?? '', branches, literals: [...literals].sort() };
}

function collectLiterals(file: ts.SourceFile, literals: Set<string>): void {
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteral(node) && node.text.length > 1 && node.text.length <= 20) literals.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** The text of a file with a counter at the beginning of each branch. */
function countBranches(text: string, file: ts.SourceFile, next: () => number): string {
  const added: { readonly at: number; readonly text: string; readonly order: number }[] = [];
  const add = (at: number, words: string, order: number): void => void added.push({ at, text: words, order });
  const count = (): string => `__branches[${next()}]++`;
  const statement = (node: ts.Statement): void => {
    if (ts.isBlock(node)) add(node.getStart() + 1, `${count()};`, 0);
    else {
      add(node.getStart(), `{${count()};`, 0);
      add(node.getEnd(), '}', -depthOf(node));
    }
  };
  const expression = (node: ts.Expression): void => {
    add(node.getStart(), `(${count()},(`, 0);
    add(node.getEnd(), '))', -depthOf(node));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const { body } = node;
      if (ts.isBlock(body)) {
        // Directives come first, and a call of the parent's constructor may have to.
        const first = body.statements.find((each) => !isDirective(each));
        if (first && !ts.isConstructorDeclaration(node)) add(first.getStart(), `${count()};`, 0);
      } else expression(body);
    } else if (ts.isIfStatement(node)) {
      statement(node.thenStatement);
      if (node.elseStatement) statement(node.elseStatement);
    } else if (ts.isIterationStatement(node, false)) statement(node.statement);
    else if (ts.isCaseOrDefaultClause(node)) {
      const first = node.statements[0];
      if (first) add(first.getStart(), `${count()};`, 0);
    } else if (ts.isConditionalExpression(node)) {
      expression(node.whenTrue);
      expression(node.whenFalse);
    } else if (ts.isBinaryExpression(node) && isShort(node.operatorToken.kind)) expression(node.right);
    ts.forEachChild(node, visit);
  };
  visit(file);
  added.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let at = 0;
  for (const each of added) {
    result += text.slice(at, each.at) + each.text;
    at = each.at;
  }
  return result + text.slice(at);
}

function isShort(kind: ts.SyntaxKind): boolean {
  return [
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(kind);
}

function isDirective(node: ts.Statement): boolean {
  return ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression);
}

/** What ends at one place is closed from the inside out; where something also begins there, it comes after. */
function depthOf(node: ts.Node): number {
  let depth = 0;
  for (let each = node.parent as ts.Node | undefined; each; each = each.parent) depth++;
  return depth;
}

/*
 * Every regular expression in a source file, as the TypeScript parser finds it: literals, and the calls of `pattern()`.
 * Other ways to make one are for ESLint to forbid.
 */
import ts from 'typescript';

/** The expressions of one file; `faults` are uses of `pattern` that lint could not see the outcome of. */
export function collect(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const literals = [];
  const faults = [];
  let calls = 0;
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      literals.push({ file, line: lineOf(node), source, flags });
    }
    if (ts.isStringLiteral(node) && node.text.endsWith('/pattern') && !ts.isImportDeclaration(node.parent))
      faults.push(`${file}:${lineOf(node)}: pattern may not be passed on. Import it where it is called.`);
    if (ts.isIdentifier(node) && node.text === 'pattern' && isOurs(node)) {
      const isCall = ts.isCallExpression(node.parent) && node.parent.expression === node;
      if (!isCall || isInFunction(node))
        faults.push(
          `${file}:${lineOf(node)}: pattern() may only be called, at the top level of a file. Move the call there.`,
        );
      else calls += 1;
    }
    ts.forEachChild(node, visit);
  };
  const imports = importsPattern(source);
  const isOurs = (node) => imports && !ts.isImportSpecifier(node.parent);
  if (imports === 'renamed')
    faults.push(`${file}: import pattern under its own name, or lint cannot follow it.`);
  visit(source);
  return { literals, calls, faults };
}

/** Whether a file has `pattern` from our module: `true`, `'renamed'` or `false`. */
function importsPattern(source) {
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.moduleSpecifier.text.endsWith('/pattern')) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings) || bindings.elements.some((one) => one.propertyName))
      return 'renamed';
    return true;
  }
  return false;
}

function isInFunction(node) {
  for (let at = node.parent; at; at = at.parent) if (ts.isFunctionLike(at) || ts.isClassLike(at)) return true;
  return false;
}

/** The keys under which an editor's settings for a language have an expression, alone or with flags. */
const keys = ['wordPattern', 'beforeText', 'afterText', 'previousLineText', 'start', 'end'];

/** The expressions in the settings for a language. */
export function collectJson(file, text) {
  const { config } = ts.readConfigFile(file, () => text);
  const found = [];
  const visit = (value, key) => {
    if (typeof value === 'string' && keys.includes(key)) found.push({ file, source: value, flags: '' });
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.pattern === 'string')
      found.push({ file, source: value.pattern, flags: value.flags ?? '' });
    for (const [name, inner] of Object.entries(value)) visit(inner, name);
  };
  visit(config, '');
  return found;
}

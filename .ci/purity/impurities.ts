/** Finds what would make the simulation depend on its host: time, chance, locale, and anything asynchronous. */
import ts from 'typescript';

/** Names that only the host can answer. */
const HOST_NAMES = new Set([
  'Atomics',
  'Date',
  'FinalizationRegistry',
  'Intl',
  'Promise',
  'SharedArrayBuffer',
  'WeakRef',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'document',
  'eval',
  'fetch',
  'globalThis',
  'performance',
  'process',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'structuredClone',
  'window',
]);

/** Members that answer by the host's locale or by chance, whoever they belong to. */
const HOST_MEMBERS = new Set([
  'localeCompare',
  'toLocaleDateString',
  'toLocaleLowerCase',
  'toLocaleString',
  'toLocaleTimeString',
  'toLocaleUpperCase',
]);

function memberOf(node: ts.Node): string | undefined {
  if (!ts.isPropertyAccessExpression(node)) return undefined;
  const { expression, name } = node;
  if (HOST_MEMBERS.has(name.text)) return name.text;
  return ts.isIdentifier(expression) && expression.text === 'Math' && name.text === 'random'
    ? 'Math.random'
    : undefined;
}

/** An identifier that is used, rather than one that names a member or a key. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isQualifiedName(parent)) {
    return (ts.isPropertyAccessExpression(parent) ? parent.expression : parent.left) === node;
  }
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isBindingElement(parent) ||
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent);
  return !(isMember && (parent.name === node || ('propertyName' in parent && parent.propertyName === node)));
}

/** The names that a file declares itself are its own: `const process = …` is no host's process. */
function declaredIn(file: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isDeclaration =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isImportSpecifier(node);
    if (isDeclaration && node.name && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

/** One `path:line: what` for every impurity in a module's text. */
export function impuritiesOf(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const own = declaredIn(file);
  const found: string[] = [];
  const report = (node: ts.Node, what: string): void => {
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  };
  const visit = (node: ts.Node): void => {
    const isAsync = node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node);
    if (isAsync) report(node, 'async');
    else if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent))
      report(node, 'import()');
    else if (ts.isIdentifier(node) && HOST_NAMES.has(node.text) && !own.has(node.text) && isUse(node)) {
      report(node, node.text);
    } else {
      const member = memberOf(node);
      if (member !== undefined) report(node, member);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

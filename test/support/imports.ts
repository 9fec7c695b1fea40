// What a source file imports, and what its code calls: read by TypeScript's own parser, so that comments and strings do not count.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import ts from 'typescript';

/** The core's program: it is compiled to WebAssembly, and by a compiler of its own. */
export const ASSEMBLY = 'engine/assembly';

/** One import or re-export of a file. */
interface Import {
  /** Path of the imported file from the root of the sources, as `linalg/expLog.ts`, or the name of a package. */
  readonly target: string;
  /** True if nothing of it remains at run time. */
  readonly typeOnly: boolean;
}

/** The imports of every file, by its path from the root of the sources. */
export type Graph = ReadonlyMap<string, readonly Import[]>;

/** Every TypeScript file below a folder, parsed, by its path from there. */
export function parseFolder(root: string): Map<string, ts.SourceFile> {
  const files = new Map<string, ts.SourceFile>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(root, path).replaceAll('\\', '/');
    files.set(name, ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return files;
}

/** Which file imports which. */
export function importGraph(files: ReadonlyMap<string, ts.SourceFile>): Graph {
  return new Map([...files].map(([name, file]) => [name, importsOf(name, file)]));
}

/** All files that run when one of them is imported, and it: imports of types alone are left out, and those by `import()` are not. */
export function reachedFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) {
    for (const { target, typeOnly } of graph.get(file) ?? []) if (!typeOnly && graph.has(target)) reached.add(target);
  }
  return reached;
}

function importsOf(name: string, file: ts.SourceFile): Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const from = specifierOf(node);
    if (from !== undefined) imports.push({ target: resolve(name, from), typeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

/** The text between the quotes of an import, a re-export, an `import()` or the type `import('...')`. */
function specifierOf(node: ts.Node): string | undefined {
  let text: ts.Node | undefined;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) text = node.moduleSpecifier;
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) text = node.argument.literal;
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) text = node.arguments[0];
  return text && ts.isStringLiteralLike(text) ? text.text : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isImportDeclaration(node)) {
    const clause = node.importClause;
    if (clause === undefined) return false;
    const named = clause.namedBindings;
    const allTypes = named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
    return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || (clause.name === undefined && allTypes);
  }
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause;
    return node.isTypeOnly || (!!named && ts.isNamedExports(named) && named.elements.every((element) => element.isTypeOnly));
  }
  return false;
}

function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = posix.normalize(posix.join(dirname(from), specifier));
  // AssemblyScript names its files without an ending.
  return from.startsWith(`${ASSEMBLY}/`) ? `${path}.ts` : path.replace(/\.js$/, '.ts');
}

/** What the code of a file uses that may differ between engines or runs text as code, as `Math.exp` or `eval`, with its line. */
export function forbiddenIn(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = forbiddenName(node);
    if (name) found.push(`${name} in line ${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const ENGINE_MATHEMATICS =
  /^(acosh?|asinh?|atan2?|atanh|cbrt|cosh?|exp|expm1|hypot|log|log10|log1p|log2|pow|random|sinh?|tan|tanh)$/;

function forbiddenName(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && isMath(node.expression) && ENGINE_MATHEMATICS.test(node.name.text)) {
    return `Math.${node.name.text}`;
  }
  if (ts.isElementAccessExpression(node) && isMath(node.expression)) return 'Math[...]';
  if (ts.isBindingElement(node) || ts.isVariableDeclaration(node)) {
    if (node.initializer && isMath(node.initializer)) return 'Math under another name';
  }
  if (ts.isBinaryExpression(node) && /^\*\*=?$/.test(node.operatorToken.getText()) && !isExactPower(node)) return '**';
  // Tools that build for older browsers refuse them.
  if (ts.isBigIntLiteral(node)) return 'a BigInt literal';
  if (ts.isIdentifier(node) && node.text === 'eval') return 'eval';
  if (ts.isIdentifier(node) && node.text === 'Function' && !ts.isTypeReferenceNode(node.parent)) return 'Function';
  return undefined;
}

function isMath(node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === 'Math';
}

/** 2 to a whole number that is written out is exact on every engine. */
function isExactPower({ left, right }: ts.BinaryExpression): boolean {
  return ts.isNumericLiteral(left) && left.text === '2' && ts.isNumericLiteral(right) && /^\d+$/.test(right.text);
}

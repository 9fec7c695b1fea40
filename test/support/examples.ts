// The examples of the documentation, as programs: every ```ts block of an `@example`, checked by TypeScript and run.
import { join } from 'node:path';
import { inspect } from 'node:util';
import ts from 'typescript';
import { parseFolder } from './imports.js';

/** One example. */
export interface Example {
  /** Where it stands, for the title of a test: `linalg/expLog.ts: exp`. */
  readonly title: string;
  /** Its code. */
  readonly code: string;
}

/** What an example claims, `expression; // => text`, and what came when it ran. */
export interface Claim {
  readonly expression: string;
  readonly expected: string;
  readonly actual: string;
}

/** Every example in the sources below a folder. */
export function findExamples(folder: string): Example[] {
  return [...parseFolder(folder)].flatMap(([name, file]) => examplesIn(name, file));
}

/** Every example of a file, with the name of what it documents. */
export function examplesIn(name: string, file: ts.SourceFile): Example[] {
  const examples: Example[] = [];
  const visit = (node: ts.Node, within: string): void => {
    const own = (node as Partial<ts.NamedDeclaration>).name;
    const path = own ? [within, own.getText()].filter(Boolean).join('.') : within;
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text !== 'example' || tag.parent.parent !== node) continue;
      const blocks = [...(ts.getTextOfJSDocComment(tag.comment) ?? '').matchAll(/^```ts\n(.*?)^```/gms)];
      if (blocks.length === 0) throw new Error(`${name}: the @example of ${path} has no \`\`\`ts block.`);
      for (const [, code] of blocks) examples.push({ title: `${name}: ${path || nameOf(node)}`, code: code as string });
    }
    ts.forEachChild(node, (child) => visit(child, path));
  };
  visit(file, '');
  return examples.map((example, index) => {
    const same = examples.slice(0, index).filter(({ title }) => title === example.title).length;
    return same === 0 ? example : { ...example, title: `${example.title} (${same + 1})` };
  });
}

/** Variables carry their documentation on the whole statement. */
function nameOf(node: ts.Node): string {
  return ts.isVariableStatement(node) ? (node.declarationList.declarations[0]?.name.getText() ?? '') : 'file';
}

/** The type errors of each example, in words, by its index: one program for all of them, with the settings of the repository. */
export function typeErrors(root: string, examples: readonly Example[]): string[][] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const paths = examples.map((_, index) => join(root, 'test', `example${index}.ts`));
  const codes = new Map(paths.map((path, index) => [path, `${examples[index]?.code}\nexport {};\n`]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => codes.has(path) || fileExists(path);
  host.readFile = (path) => codes.get(path) ?? readFile(path);
  host.getSourceFile = (path, target, ...rest) => {
    const code = codes.get(path);
    return code === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, code, target, true);
  };
  const program = ts.createProgram(paths, options, host);
  return paths.map((path) => {
    const file = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((finding) => {
      const line = file ? file.getLineAndCharacterOfPosition(finding.start ?? 0).line + 1 : 0;
      return `line ${line}: ${ts.flattenDiagnosticMessageText(finding.messageText, '\n')}`;
    });
  });
}

/** Runs an example; `modules` are what it may import by name, beside Node's own. */
export async function runExample({ code }: Example, modules: Readonly<Record<string, object>>): Promise<Claim[]> {
  const { marked, claims } = markClaims(code);
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(marked, { compilerOptions });
  const body = outputText
    .replace(/^export \{.*\};?$/gm, '')
    .replace(/^import \* as (\w+) from (['"][^'"]+['"]);?$/gm, 'const $1 = await load($2);')
    .replace(/^import \{([^}]*)\} from (['"][^'"]+['"]);?$/gm, (_, names: string, from: string) => {
      return `const {${names.replace(/ as /g, ': ')}} = await load(${from});`;
    });
  const actual = new Map<number, string>();
  const load = (name: string) => (name in modules ? modules[name] : import(/* @vite-ignore */ name));
  const claim = (index: number, value: unknown) => {
    actual.set(index, inOneLine(value));
    return value;
  };
  await new AsyncFunction('load', 'claim', body)(load, claim);
  return claims.map((made, index) => ({ ...made, actual: actual.get(index) ?? 'nothing: the line did not run' }));
}

const AsyncFunction = (async () => {}).constructor as new (
  ...parts: string[]
) => (load: (name: string) => unknown, claim: (index: number, value: unknown) => unknown) => Promise<void>;

/** A value as `util.inspect` shows it, on one line. */
function inOneLine(value: unknown): string {
  return inspect(value, { breakLength: Number.POSITIVE_INFINITY, compact: true });
}

/** The code with each claimed expression handed to `claim`. */
function markClaims(code: string): { marked: string; claims: Omit<Claim, 'actual'>[] } {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const claims: Omit<Claim, 'actual'>[] = [];
  let marked = code;
  const statements: ts.ExpressionStatement[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isExpressionStatement(node)) statements.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  // From the last to the first, so that the places of those before stay what they are.
  for (const statement of statements.reverse()) {
    const text = /^[ \t]*\/\/ => (.*)$/m.exec(code.slice(statement.end).split('\n', 1)[0] ?? '')?.[1];
    if (text === undefined) continue;
    const expression = statement.expression.getText();
    claims.unshift({ expression, expected: text.trim() });
    const start = statement.getStart();
    marked = `${marked.slice(0, start)}claim(-${claims.length}, ${expression});${marked.slice(statement.end)}`;
  }
  const written = code.match(/\/\/ =>/g)?.length ?? 0;
  if (written !== claims.length) {
    throw new Error(`${written} lines claim a value, but ${claims.length} are of the form \`expression; // => value\`.`);
  }
  // Numbered from the end until all were known.
  return { marked: marked.replace(/claim\(-(\d+),/g, (_, back: string) => `claim(${claims.length - Number(back)},`), claims };
}

// What the package's doors export, as their declarations say it: every type that can be reached, and what is wrong with it for users.
import { join } from 'node:path';
import ts from 'typescript';

/** What was found, each as `file: name`. */
export interface Signatures {
  /** How many declarations were looked at. */
  readonly declarations: number;
  /** How many optional properties there are, and those that refuse `undefined` under `exactOptionalPropertyTypes`. */
  readonly optional: number;
  readonly exact: readonly string[];
  /** Arrays that are taken and not readonly, so that a constant one is refused. */
  readonly mutable: readonly string[];
  /** Names in signatures that no door exports. */
  readonly unnamed: readonly string[];
  /** The names of functions and methods that return a promise, and of those that return something else. */
  readonly promising: readonly string[];
  readonly immediate: readonly string[];
}

/** How a type comes: handed over by a caller, given back, or only named. What a function that is handed over is called with comes out. */
type Way = 'in' | 'out' | 'named';

const TURNED: Readonly<Record<Way, Way>> = { in: 'out', out: 'in', named: 'named' };

/** Reads the doors with the settings of the repository. */
export function readSignatures(root: string): Signatures {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const doors = Object.values(options.paths ?? {}).map(([path]) => join(root, path as string));
  return signaturesOf(ts.createProgram(doors, options), doors, join(root, 'src'));
}

/** What a program's doors export; `source` is the folder of its declarations. */
export function signaturesOf(program: ts.Program, doors: readonly string[], source: string): Signatures {
  const checker = program.getTypeChecker();
  const found = { exact: new Set<string>(), mutable: new Set<string>(), unnamed: new Set<string>() };
  const names = { promising: new Set<string>(), immediate: new Set<string>() };
  const seen = { in: new Set<ts.Node>(), out: new Set<ts.Node>(), named: new Set<ts.Node>() };
  let optional = 0;

  const origin = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  const exported = new Set(
    doors.flatMap((door) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(door) as ts.SourceFile) as ts.Symbol;
      return checker.getExportsOfModule(module).map(origin);
    }),
  );
  const place = (node: ts.Node, name: string) => `${node.getSourceFile().fileName.slice(source.length + 1)}: ${name}`;
  const ours = (node: ts.Node) => node.getSourceFile().fileName.startsWith(source);

  /** A declaration, or a part of one. */
  function visit(node: ts.Node, way: Way): void {
    if (ts.isBlock(node) || ts.isJSDoc(node) || isHidden(node)) return;
    if (ts.isPropertySignature(node) && node.questionToken) look(node);
    if ((ts.isFunctionDeclaration(node) || ts.isMethodSignature(node) || ts.isMethodDeclaration(node)) && node.name) {
      const waits = node.type && ts.isTypeReferenceNode(node.type) && node.type.typeName.getText() === 'Promise';
      names[waits ? 'promising' : 'immediate'].add(node.name.getText());
    }
    if (way === 'in' && (ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node))) {
      const fixed = ts.isTypeOperatorNode(node.parent) && node.parent.operator === ts.SyntaxKind.ReadonlyKeyword;
      if (!fixed && !ts.isRestTypeNode(node.parent))
        found.mutable.add(place(node, node.parent.getText().split('\n')[0] as string));
    }
    if (ts.isTypeReferenceNode(node)) follow(node.typeName, way);
    if (ts.isExpressionWithTypeArguments(node)) follow(node.expression, way);
    // A type that is computed takes nothing itself.
    const inner = ts.isConditionalTypeNode(node) || ts.isTypeParameterDeclaration(node) ? 'named' : way;
    ts.forEachChild(node, (child) => {
      if (ts.isParameter(child)) {
        const rest = child.dotDotDotToken && child.type && ts.isArrayTypeNode(child.type) ? child.type.elementType : child.type;
        if (rest) visit(rest, TURNED[way]);
      } else if (!ts.isExpression(child) || ts.isExpressionWithTypeArguments(child)) visit(child, inner);
    });
  }

  function look(node: ts.PropertySignature): void {
    optional += 1;
    const named = node.type && checker.getTypeFromTypeNode(node.type);
    const type = named && (checker.getBaseConstraintOfType(named) ?? named);
    const parts = type?.isUnion() ? type.types : [type];
    const takes = ts.TypeFlags.Undefined | ts.TypeFlags.Unknown | ts.TypeFlags.Any;
    if (!parts.some((part) => part && part.flags & takes))
      found.exact.add(place(node, node.getText().split('\n')[0] as string));
  }

  function follow(name: ts.Node, way: Way): void {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol) declared(origin(symbol), way);
  }

  function declared(symbol: ts.Symbol, way: Way): void {
    for (const declaration of symbol.declarations ?? []) {
      // The signature of a function with overloads is theirs.
      const overloaded = ts.isFunctionDeclaration(declaration) && declaration.body && symbol.declarations?.length !== 1;
      if (overloaded || !ours(declaration) || ts.isTypeParameterDeclaration(declaration) || ts.isSourceFile(declaration))
        continue;
      if (!exported.has(symbol)) found.unnamed.add(place(declaration, symbol.name));
      if (seen[way].has(declaration)) continue;
      seen[way].add(declaration);
      // Objects of a class are made by its constructor; only that is handed anything.
      visit(declaration, way === 'in' && ts.isClassDeclaration(declaration) ? 'named' : way);
    }
  }

  // Interfaces come in or out where functions and classes have them.
  for (const symbol of exported) declared(symbol, symbol.flags & ts.SymbolFlags.Value ? 'out' : 'named');
  const sorted = (names: ReadonlySet<string>) => [...names].sort();
  return {
    declarations: seen.in.size + seen.out.size + seen.named.size,
    optional,
    exact: sorted(found.exact),
    mutable: sorted(found.mutable),
    unnamed: sorted(found.unnamed),
    promising: sorted(names.promising),
    immediate: sorted(names.immediate),
  };
}

/** Whether a member cannot be reached from outside, or is for the library's own use. */
function isHidden(node: ts.Node): boolean {
  if (ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal')) return true;
  if (!ts.isClassElement(node)) return false;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  const inside = modifiers?.some(
    ({ kind }) => kind === ts.SyntaxKind.PrivateKeyword || kind === ts.SyntaxKind.ProtectedKeyword,
  );
  return inside === true || (node.name !== undefined && ts.isPrivateIdentifier(node.name));
}

// What the compiler says about a network that cannot be: our own sentence, and nothing of overloads or of Layer<number, number>.
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

const IMPORTS = `import { Layer, Network, type NetworkOptions, relu, type Sizes, softmax } from 'glassbox-nn';
declare const numbers: number[];
declare const options: NetworkOptions;
`;

/** What is compiled, and each line of what the compiler says. */
const SNIPPETS: readonly (readonly [code: string, ...messages: string[]])[] = [
  [
    'new Network([4]);',
    `Argument of type '[4]' is not assignable to parameter of type 'readonly [4] & "a network needs two sizes or more: its inputs and its outputs"'.`,
    `  Type '[4]' is not assignable to type '"a network needs two sizes or more: its inputs and its outputs"'.`,
  ],
  [
    'new Network([], { hidden: relu });',
    `Argument of type '[]' is not assignable to parameter of type 'readonly [] & "a network needs two sizes or more: its inputs and its outputs"'.`,
    `  Type '[]' is not assignable to type '"a network needs two sizes or more: its inputs and its outputs"'.`,
  ],
  [
    'new Network([new Layer(784, 32), new Layer(31, 10)]);',
    `Argument of type '[Layer<784, 32>, Layer<31, 10>]' is not assignable to parameter of type 'readonly [Layer<784, 32>, Layer<31, 10>] & "a layer of 31 inputs cannot follow a layer of 32 outputs"'.`,
    `  Type '[Layer<784, 32>, Layer<31, 10>]' is not assignable to type '"a layer of 31 inputs cannot follow a layer of 32 outputs"'.`,
  ],
  [
    'new Network([new Layer(2, 3), new Layer(3, 1)], { hidden: relu });',
    `Type 'Activation' is not assignable to type '"each layer has its own: new Layer(784, 16, { activation: relu })"'.`,
  ],
  [
    'new Network([new Layer(2, 1)], { seed: 1 });',
    `Type 'number' is not assignable to type '"each layer has its own: new Layer(784, 16, { activation: relu })"'.`,
  ],
  [
    'new Network([2, 2, 2], { hidden: softmax });',
    // In an order of the compiler's own.
    expect.stringMatching(
      /^Type 'Softmax' is not assignable to type .*"softmax stands on the last layer only: give it as output"/,
    ),
    `  Type 'Softmax' is missing the following properties from type 'Activation': derivative, rectifier`,
  ],
  [
    'new Network([2, 2], { hiden: relu });',
    `Object literal may only specify known properties, but 'hiden' does not exist in type 'BesideSizes'. Did you mean to write 'hidden'?`,
  ],
  ["new Network([784, '16', 10]);", `Type 'string' is not assignable to type 'number | Layer<number, number>'.`],
  [
    'new Network([2, 3]).forward([1, 2, 3]);',
    `Argument of type '[1, 2, 3]' is not assignable to parameter of type 'readonly [1, 2, 3] & "expected 2 numbers, got 3"'.`,
    `  Type '[1, 2, 3]' is not assignable to type '"expected 2 numbers, got 3"'.`,
  ],
  ['class Own extends Network<[2, 3]> { constructor() { super([2, 4]); } }', `Type '4' is not assignable to type '3'.`],
];

/** What compiles. */
const FINE = `
new Network([2, 1], options);
export class Bare extends Network { extra = 1; twice(): Float32Array[] { return [this.forward(numbers), this.forward([1, 2, 3])]; } }
export class Fixed extends Network<[2, 3]> { constructor() { super([2, 3], { hidden: relu }); } }
export class Generic<const S extends Sizes> extends Network<S> { constructor(sizes: S) { super(sizes, { output: softmax }); } }
export function make<const S extends Sizes>(sizes: S) { return new Network(sizes, { hidden: relu }); }
export const three: Network<[2, 3, 4]>[] = [new Generic([2, 3, 4]), make([2, 3, 4])];
`;

/** The messages of each diagnostic of a text, by its line. */
function compile(text: string): Map<number, string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const path = join(root, 'snippets.ts');
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  const getFile: typeof getSourceFile = (name, ...rest) => (name === path ? file : getSourceFile(name, ...rest));
  const program = ts.createProgram([path], options, {
    ...host,
    getSourceFile: getFile,
    fileExists: (name) => name === path || host.fileExists(name),
  });
  const found = new Map<number, string[]>();
  for (const { start = 0, messageText } of [
    ...program.getSemanticDiagnostics(file),
    ...program.getSyntacticDiagnostics(file),
  ]) {
    const { line } = file.getLineAndCharacterOfPosition(start);
    found.set(line, [...(found.get(line) ?? []), ...ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')]);
  }
  return found;
}

describe('the compiler', () => {
  const lines = SNIPPETS.map(([code]) => `${code}\n`)
    .join('')
    .replaceAll('class Own', 'export class Own');
  const found = compile(IMPORTS + lines + FINE);
  const first = IMPORTS.split('\n').length - 1;

  it.each(SNIPPETS.map(([code, ...messages], index) => [code, messages, index] as const))(
    'says of %s what does not fit',
    (_, messages, index) => {
      expect(found.get(first + index)).toEqual(messages);
    },
  );

  it('says nothing about classes that extend Network, and of functions that are generic in its sizes', () => {
    const after = [...found].filter(([line]) => line >= first + SNIPPETS.length);
    expect(after).toEqual([]);
  });
});

// Modules as real files: Node imports the JavaScript, and the strictest compiler takes the TypeScript, without anything from elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classifier, elu, gelu, leakyRelu, Network, relu, softmax, softplus, tanh } from 'glassbox-nn';
import { dataset, standardize } from 'glassbox-nn/data';
import { digitNetwork } from 'glassbox-nn/digits';
import { toModule } from 'glassbox-nn/formats';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'module-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const STRICT: ts.CompilerOptions = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitReturns: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  erasableSyntaxOnly: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts'],
  types: [],
  noEmit: true,
};

function complaints(paths: string[]): string[] {
  const program = ts.createProgram(paths, STRICT);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const inputs = [
  [1, 2],
  [3, 5],
];
const scaling = standardize(dataset({ inputs, labels: [0, 1] }));
const models = {
  network: new Network([2, 3, 3], { hidden: leakyRelu, output: softmax }),
  single: new Network([2, 3, 1], { hidden: gelu, output: softplus }),
  reader: classifier(new Network([2, 3, 3], { hidden: elu, output: relu }), { scaling }),
  two: classifier(new Network([2, 3, 1], { hidden: tanh })),
};

it('the strictest compiler takes every form of them, without a library of the platform', () => {
  const typed = Object.entries(models).map(([name, model]) => write(`${name}.ts`, toModule(model as Network)));
  const use = `import { forward, predict } from './network.js';
export const index: number = predict([0, 1]);
export const outputs: Float32Array = forward(new Float32Array(2));
`;
  expect(complaints([...typed, write('use.ts', use)])).toEqual([]);
});

it('the trained network as a file reads real digits with the same bits', async () => {
  const network = digitNetwork();
  const path = write('digits.mjs', toModule(network, { language: 'javascript' }));
  const { forward, predict } = await import(/* @vite-ignore */ pathToFileURL(path).href);
  const { test } = sampleDigits();
  for (let index = 0; index < 100; index++) {
    const { input } = test.example(index);
    expect(forward(input)).toEqual(network.forward(input));
    expect(predict(input)).toBe(network.predict(input));
  }
});

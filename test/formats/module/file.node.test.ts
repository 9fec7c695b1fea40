// Modules as real files: Node imports the JavaScript, and the strictest compiler takes the TypeScript, without anything from elsewhere.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { classifier, elu, gelu, identity, leakyRelu, Network, regressor, relu, softmax, softplus, tanh } from 'glassbox-nn';
import { dataset, prepare, standardize, table } from 'glassbox-nn/data';
import { digitNetwork } from 'glassbox-nn/digits';
import { toModule } from 'glassbox-nn/formats';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import ts from 'typescript';
import { afterAll, expect, it } from 'vitest';
import { houseReader, houses, passengerReader, passengers } from '../tables/models.js';

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

it('the strictest compiler takes those of tables, whose types name columns, words and targets', async () => {
  const strict = passengerReader({ columns: { id: 'drop', ship_class: { missing: 'refuse' } } });
  const open = passengerReader({ unseen: 'zeros' }, 1);
  const named = table('a\u2028b,*/,__proto__,y\n1,x,yes,2\n2,y,no,3\n');
  const odd = prepare(named, { target: 'y', onWarning: () => {} });
  const files = [
    write('strict.ts', toModule(strict)),
    write('open.ts', toModule(open)),
    write('houses.ts', toModule(houseReader())),
    write('odd.ts', toModule(regressor(new Network([4, 1], { output: identity }), { preparation: odd }))),
  ];
  const use = (line: string) => `import { type Column, columns, read, type Row } from './strict.js';
import { read as readOpen } from './open.js';
import { type Answer, read as readHouse } from './houses.js';
export const first: Column | undefined = columns[0];
const row: Row = { age: 31, fare: 7.5, ship_class: 'third', port: 'S', member: null, siblings: '1' };
export const name: string = read({ ...row, survived: 'no', id: 3 }).name;
export const any: string = readOpen({ ...row, id: 3, ship_class: 'crew' }).name;
export const answer: Answer = readHouse({ area: 100, garden: true, heating: 'gas', year: undefined });
${line}
`;
  expect(complaints([...files, write('use-tables.ts', use(''))])).toEqual([]);
  const wrong = [
    "read({ ...row, ship_class: 'crew' });",
    'read({ ...row, ship_class: null });',
    "read({ ...row, age: 'old' });",
    'read({ ...row, Age: 31 });',
    'read({ age: 31 });',
    'readHouse({ area: 100, garden: true, heating: 3, year: 1990 });',
    'export const cost: number = readHouse({ area: 1, garden: null, heating: null, year: 1990 }).cost;',
  ];
  const places = wrong.map((line, index) => write(`wrong${index}.ts`, use(line)));
  const found = ts.getPreEmitDiagnostics(ts.createProgram([...files, ...places], STRICT)).map(({ file }) => file?.fileName);
  expect(found).toEqual(places);
});

it('a table is read by a file as TypeScript, in Node, with the same bits', async () => {
  const reader = passengerReader({ unseen: 'column', missingIndicator: true });
  const text = ts.transpileModule(toModule(reader), { compilerOptions: STRICT }).outputText;
  const { read } = await import(/* @vite-ignore */ pathToFileURL(write('passengers.mjs', text)).href);
  for (const row of passengers) expect(read(row)).toEqual(reader.read(row));
  const houseText = ts.transpileModule(toModule(houseReader() as never), { compilerOptions: STRICT }).outputText;
  const { read: readHouse } = await import(/* @vite-ignore */ pathToFileURL(write('houses.mjs', houseText)).href);
  for (const row of houses) expect(readHouse(row)).toEqual(houseReader().read(row));
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

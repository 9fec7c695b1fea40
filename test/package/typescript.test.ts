// The packed package in strict TypeScript projects: it type-checks with nothing but ES2022 around, and runs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { installPackage, root, tool } from './pack.js';

const PROGRAM = `
import { adam, copyOf, Network, relu, softmax, train, type Layer, type Sizes } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { digitNetwork, recognize, type Recognition, type Strokes } from 'glassbox-nn/digits';
import { fromJson, toJson } from 'glassbox-nn/formats';
import { type Picture, toSvg, weightsPicture } from 'glassbox-nn/pictures';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const network = new Network([2, 8, 2], { hidden: relu, output: softmax, seed: 1 });
const layer: Layer<2, 8> = network.layers[0];
const points = dataset({ inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], labels: [0, 1, 1, 0] });
const history = train(network, points, { optimizer: adam({ learningRate: 0.05 }), epochs: 200 });
const copy = fromJson(toJson(network));
const answer: 0 | 1 = network.predict([0, 1]);
if (network.parameterCount !== 42 || layer.weights.length !== 16 || history.length !== 200) throw new Error('sizes');
const strokes: Strokes = [[{ x: 0, y: 0 }, { x: 60, y: 0 }, { x: 25, y: 100 }]];
const recognition: Recognition = recognize(strokes, { network: digitNetwork('classic'), reject: 0.1 });
if (recognition.digit !== 7 || sampleDigits().train.count !== 1000) throw new Error('digits');
const picture: Picture = weightsPicture(layer, 0, { width: 2 });
if (!toSvg(picture).startsWith('<svg')) throw new Error('pictures');
if (answer !== 1 || copy.predict([0, 1]) !== 1) throw new Error('answers');

class Judge extends Network<[2, 8, 2]> {
  threshold = 0.5;
  constructor() {
    super([2, 8, 2], { hidden: relu, output: softmax });
  }
  says(input: readonly number[]): boolean {
    return (this.forward(input)[0] ?? 0) > this.threshold;
  }
}
function make<const S extends Sizes>(sizes: S) {
  return new Network(sizes, { hidden: relu });
}
const made: Network<[2, 3, 4]> = copyOf(make([2, 3, 4]));
const judge: Network<[2, 8, 2]> = new Judge();
if (new Judge().says([0, 1]) !== (judge.forward([0, 1])[0] ?? 0) > 0.5 || made.parameterCount !== 25) throw new Error('classes');
`;

const WRONG = `
import { Layer, Network, relu } from 'glassbox-nn';
// @ts-expect-error the layers do not fit
new Network([new Layer(784, 32, { activation: relu }), new Layer(31, 10)]);
// @ts-expect-error three numbers for two inputs
new Network([2, 1]).forward([1, 2, 3]);
// @ts-expect-error bytes
new Network([2, 1]).forward(new Uint8Array(2));
// @ts-expect-error one size
new Network([4]);
// @ts-expect-error an activation beside layers
new Network([new Layer(2, 1)], { output: relu });
`;

/** 200 layers, by their sizes and one by one; and one that does not fit. */
const sizes = Array.from({ length: 201 }, (_, index) => index + 1);
const layers = (last: number) => sizes.slice(1).map((size, index) => `new Layer(${index + 1}, ${size === 201 ? last : size})`);
const DEEP = `
import { Layer, Network } from 'glassbox-nn';
const bySizes = new Network([${sizes.join(', ')}]);
const byLayers = new Network([${layers(201).join(', ')}]);
const last: Layer<200, 201> = bySizes.layers[199];
const same: Layer<200, 201> = byLayers.layers[199];
const networks: Network[] = [bySizes, byLayers];
if (networks.length + last.outputs + same.outputs !== 404) throw new Error('sizes');
// @ts-expect-error the last layer does not fit
() => new Network([${layers(201).join(', ')}, new Layer(9, 1)]);
`;

/** What programs hand on to options: variables that may be undefined, and constant arrays. */
const HANDED_ON = `
import { adam, type Classifier, type EvaluateOptions, evaluate, fit, Network, type TrainingOptions } from 'glassbox-nn';
import { dataset, parseCsv } from 'glassbox-nn/data';
import { fromJson, toJson } from 'glassbox-nn/formats';

interface Settings { readonly seed?: number; readonly epochs?: number; readonly rate?: number; readonly dropout?: readonly number[] }
export async function run({ seed, epochs, rate, dropout }: Settings, given: TrainingOptions & EvaluateOptions = {}): Promise<number> {
  const network = new Network([2, 3, 1] as const, { seed, hidden: undefined });
  const points = dataset({ inputs: [[0, 0], [0, 1]] as const, labels: [0, 1] as const, classes: undefined });
  await fit(network, points, { optimizer: adam({ learningRate: rate }), epochs, seed, dropout, signal: undefined, loss: given.loss });
  const table = parseCsv('a,b\\n1,2', { header: undefined, inputs: ['a', 'b'] as const });
  const copy: Network = fromJson(toJson(network), { kind: undefined, activations: undefined });
  // @ts-expect-error a network, where the kind is undefined
  const read: Classifier = fromJson(toJson(network), { kind: rate === 1 ? 'classifier' : undefined });
  return read.network.parameterCount + evaluate(copy, points, { loss: given.loss }).loss + table.inputs.length;
}
`;

/** The doors of one platform each, where there are the types of neither. */
const PLATFORMS = `
import { webThreads, type WebThreadsOptions } from 'glassbox-nn/browser';
import { nodeThreads, readMnist, terminalOptions } from 'glassbox-nn/node';
export const options: WebThreadsOptions = { url: undefined };
export const doors = [webThreads, nodeThreads, readMnist, terminalOptions];
`;

const READS_FILES = `
import { readMnist } from 'glassbox-nn/node';
readMnist('no such folder').then(() => process.exit(1), (error: Error) => console.log(error.name));
`;

const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noUnusedLocals: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  skipLibCheck: false,
  target: 'ES2022',
  lib: ['ES2022'],
  types: [],
  outDir: 'out',
};

describe.each([
  { module: 'NodeNext', moduleResolution: 'NodeNext' },
  { module: 'ESNext', moduleResolution: 'Bundler' },
])('a strict project with moduleResolution $moduleResolution', (resolution) => {
  const project = installPackage({ type: 'module' });
  const compile = (files: readonly string[], options: object = {}) => {
    project.write('tsconfig.json', JSON.stringify({ compilerOptions: { ...STRICT, ...resolution, ...options }, files }));
    return project.run(tool('typescript/bin/tsc'), '-p', '.');
  };

  it('type-checks without DOM and without @types/node, refuses what does not fit, and has types that hold (cases 320 to 322 and 324)', () => {
    const programs = { program: PROGRAM, platforms: PLATFORMS, wrong: WRONG, deep: DEEP, handedOn: HANDED_ON };
    for (const [name, program] of Object.entries(programs)) project.write(`${name}.ts`, program);
    expect(compile(Object.keys(programs).map((name) => `${name}.ts`))).toBe('');
  });

  it.each(['program', 'deep'])('runs: %s', (name) => {
    expect(project.run(`out/${name}.js`)).toBe('');
  });

  it('type-checks the door for Node beside the types of Node, and runs', () => {
    project.write('files.ts', READS_FILES);
    const types = { types: ['node'], typeRoots: [`${root}/node_modules/@types`] };
    expect(compile(['files.ts'], { ...types, skipLibCheck: true })).toBe('');
    expect(project.run('out/files.js')).toBe('FormatError\n');
  });
});

describe('a CommonJS project in TypeScript', () => {
  const project = installPackage({ type: 'commonjs' });

  it('type-checks and runs', () => {
    project.write('program.ts', PROGRAM);
    const compilerOptions = { ...STRICT, verbatimModuleSyntax: false, module: 'NodeNext', moduleResolution: 'NodeNext' };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    expect(project.run(tool('typescript/bin/tsc'), '-p', '.')).toBe('');
    expect(project.run('out/program.js')).toBe('');
  });
});

describe('a project that does not read "exports" (case 323)', () => {
  const project = installPackage({ type: 'commonjs' });
  const installed = join(project.folder, 'node_modules/glassbox-nn');
  const { exports, ...manifest } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const doors = Object.keys(exports).filter((name) => name !== '.' && name !== './package.json');

  it.each([
    ['typescript/bin/tsc', { ignoreDeprecations: '6.0' }],
    ['typescript-oldest/bin/tsc', {}],
  ])('is type-checked by %s with moduleResolution node10, and runs', (compiler, options) => {
    project.write('program.ts', PROGRAM);
    const resolution = { module: 'CommonJS', moduleResolution: 'Node10', verbatimModuleSyntax: false };
    project.write(
      'tsconfig.json',
      JSON.stringify({ compilerOptions: { ...STRICT, ...resolution, ...options }, files: ['program.ts'] }),
    );
    expect(project.run(tool(compiler), '-p', '.')).toBe('');
    expect(project.run('out/program.js')).toBe('');
  });

  it('finds each door by its folder, in CommonJS and bundled from the ES modules', async () => {
    project.write('node_modules/glassbox-nn/package.json', JSON.stringify(manifest));
    const names = ['glassbox-nn', ...doors.map((name) => name.replace('.', 'glassbox-nn'))];
    expect(names.length).toBe(8);
    const lines = names.map((name) => `Object.keys(require('${name}')).length`);
    project.write('required.cjs', `console.log(${lines.join(', ')});`);
    project.write(
      'bundled.mjs',
      `${names.map((name, at) => `import * as m${at} from '${name}';`).join('\n')}
console.log(${names.map((_, at) => `Object.keys(m${at}).length`).join(', ')});`,
    );
    const outfile = join(project.folder, 'bundle.mjs');
    const { metafile } = await build({
      entryPoints: [join(project.folder, 'bundled.mjs')],
      outfile,
      bundle: true,
      format: 'esm',
      external: ['node:*'],
      mainFields: ['module', 'main'],
      metafile: true,
      logLevel: 'silent',
    });
    expect(Object.keys(metafile.inputs).filter((path) => path.endsWith('.cjs'))).toEqual([]);
    const counts = project.run('required.cjs');
    expect(counts).toMatch(/^(\d+ ){7}\d+\n$/);
    expect(project.run(outfile)).toBe(counts);
  });
});

describe('the oldest TypeScript that docs/compatibility.md promises', () => {
  const { version } = JSON.parse(readFileSync(tool('typescript-oldest/package.json'), 'utf8'));
  const kinds = [
    { type: 'module', module: 'Node16', moduleResolution: 'Node16' },
    { type: 'commonjs', module: 'Node16', moduleResolution: 'Node16' },
    { type: 'module', module: 'ESNext', moduleResolution: 'Bundler' },
  ] as const;

  it('is the one that the page names', () => {
    const page = readFileSync(`${root}/docs/compatibility.md`, 'utf8');
    expect(page).toContain(`TypeScript ${version.split('.').slice(0, 2).join('.')} or newer`);
  });

  it.each(kinds)('type-checks our declarations in a strict project, $type, $moduleResolution', ({ type, ...resolution }) => {
    const project = installPackage({ type });
    project.write('program.ts', PROGRAM);
    project.write('wrong.ts', WRONG);
    project.write('deep.ts', DEEP);
    const compilerOptions = { ...STRICT, ...resolution, verbatimModuleSyntax: false, noEmit: true };
    project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['program.ts', 'wrong.ts', 'deep.ts'] }));
    expect(project.run(tool('typescript-oldest/bin/tsc'), '-p', '.')).toBe('');
  });
});

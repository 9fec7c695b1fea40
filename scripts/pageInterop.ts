// The programs in Python of docs/exporting-and-importing.md, run as they stand on networks of ours: what they answer, and what they give back.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWith } from '../bench/pythonWith.js';
import {
  fromOnnx,
  fromSafetensors,
  fromTensorFlow,
  toJson,
  toOnnx,
  toSafetensors,
  toTensorFlow,
} from '../src/formats/index.js';
import type { Classifier, Network } from '../src/index.js';
import { relu, softmax } from '../src/index.js';
import { interopModels, isGelu, WIDTH } from './interopModels.js';

const PAGE = join(import.meta.dirname, '../docs/exporting-and-importing.md');
const CLOSE = 1e-5;
const BATCHES = [1, 7];

/** A section of the page: what its programs need, what lies in their folder, and how they are asked behind them. */
interface Section {
  readonly heading: string;
  readonly modules: readonly string[];
  readonly takes: (name: string) => boolean;
  readonly write: (model: Network | Classifier, inFolder: (name: string) => string) => void;
  /** Python that makes `answers` of `batch`. */
  readonly ask: string;
  /** What came back, if anything did. */
  readonly back?: (inFolder: (name: string) => string, kind: 'network' | 'classifier') => readonly (Network | Classifier)[];
}

const SECTIONS: readonly Section[] = [
  {
    heading: 'PyTorch',
    modules: ['torch', 'safetensors', 'onnxscript'],
    takes: (name) => name === 'relu',
    write: (model, inFolder) => writeFileSync(inFolder('network.safetensors'), toSafetensors(model)),
    ask: 'answers = torch.softmax(model(torch.from_numpy(batch)), dim=1).detach().numpy()',
    back: (inFolder) => {
      const trained = fromSafetensors(readFileSync(inFolder('trained.safetensors')), { hidden: relu, output: softmax });
      const { layers } = fromOnnx(readFileSync(inFolder('network.onnx')));
      for (const [index, { weights, biases }] of trained.layers.entries()) {
        same(`network.onnx, layer ${index}`, [layers[index]?.weights, layers[index]?.biases], [weights, biases]);
      }
      return [trained];
    },
  },
  {
    heading: 'TensorFlow.js and Keras',
    modules: ['keras'],
    takes: (name) => !isGelu(name),
    write: (model, inFolder) => {
      for (const [name, content] of Object.entries(toTensorFlow(model))) writeFileSync(inFolder(name), content);
    },
    ask: 'answers = model.predict(batch, verbose=0)',
    // A scaling of Keras comes back in float32, and without our names.
    back: (inFolder, kind) => {
      const files = Object.fromEntries(['model.json', 'weights.bin'].map((name) => [name, readFileSync(inFolder(name))]));
      return kind === 'network' ? [fromTensorFlow(files)] : [];
    },
  },
  {
    heading: 'ONNX Runtime',
    modules: ['onnxruntime'],
    takes: () => true,
    write: (model, inFolder) => writeFileSync(inFolder('network.onnx'), toOnnx(model)),
    ask: '(answers,) = session.run(["output"], {"input": batch})',
  },
];

/** Runs each section whose packages are installed, and throws where answers differ or bits were lost. */
export function comparePage(): void {
  for (const section of SECTIONS) {
    const [first = '', ...others] = section.modules;
    const python = pythonWith([first, ...others].join(', '));
    if (python === undefined)
      console.log(`docs/exporting-and-importing.md, ${section.heading}: no Python with ${section.modules.join(', ')}`);
    else compareSection(section, python);
  }
}

function compareSection({ heading, modules, takes, write, ask, back }: Section, python: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    const models = interopModels().filter(({ name }) => takes(name));
    const numbers = Float32Array.from({ length: 7 * WIDTH }, (_, index) => ((index * 37) % 41) / 40);
    for (const { name, model } of models) {
      mkdirSync(join(folder, name));
      write(model, (file) => join(folder, name, file));
    }
    writeFileSync(join(folder, 'batch.f32'), new Uint8Array(numbers.buffer));
    writeFileSync(join(folder, 'page.py'), programOf(heading));
    writeFileSync(
      join(folder, 'all.py'),
      runningAll(
        models.map(({ name }) => name),
        modules,
        ask,
      ),
    );
    const { status, stdout, stderr } = spawnSync(python, ['-W', 'ignore', 'all.py'], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`docs/exporting-and-importing.md, ${heading}: ${stderr}`);
    let most = 0;
    for (const { name, model, answer } of models) {
      const theirs = new Float32Array(new Uint8Array(readFileSync(join(folder, name, 'answers.f32'))).buffer);
      const rows = BATCHES.flatMap((count) => Array.from({ length: count }, (_, row) => row));
      const ours = rows.flatMap((row) => [...answer(numbers.subarray(row * WIDTH, (row + 1) * WIDTH))]);
      if (theirs.length !== ours.length) throw new Error(`${heading}, ${name}: ${theirs.length} answers for ${ours.length}`);
      const apart = ours.reduce((found, value, index) => Math.max(found, Math.abs(value - (theirs[index] as number))), 0);
      if (!(apart < CLOSE)) throw new Error(`${heading}, ${name}: answers ${apart} apart`);
      most = Math.max(most, apart);
      const kind = 'network' in model ? 'classifier' : 'network';
      for (const again of back?.((file) => join(folder, name, file), kind) ?? [])
        same(`${heading}, ${name}`, toJson(again), toJson(model));
    }
    const versions = stdout.trim().split('\n').at(-1);
    console.log(
      `${versions}: its program on the page ran on ${models.length} of our networks, answers at most ${most.toExponential(1)} apart`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All of a section's Python, one block behind the other. */
function programOf(heading: string): string {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  const blocks = section.split('\n## ', 1)[0]?.matchAll(/^```python\n(.*?)^```/gms) ?? [];
  const program = Array.from(blocks, ([, code]) => code).join('\n');
  if (program === '') throw new Error(`docs/exporting-and-importing.md has no Python under ${heading}`);
  return program;
}

/** A program that runs the page's in each folder, and asks what it made. */
function runningAll(names: readonly string[], modules: readonly string[], ask: string): string {
  return `import os
import numpy
${modules.map((module) => `import ${module}`).join('\n')}
numbers = numpy.fromfile("batch.f32", "<f4").reshape(-1, ${WIDTH})
program = open("page.py").read()
for name in ${JSON.stringify(names)}:
    os.chdir(name)
    here = {}
    exec(program, here)
    found = []
    for count in ${JSON.stringify(BATCHES)}:
        here["batch"] = numbers[:count]
        exec(${JSON.stringify(ask)}, here)
        found.append(here["answers"].ravel())
    numpy.concatenate(found).astype("<f4").tofile("answers.f32")
    os.chdir("..")
print(${modules.map((module) => `"${module}", ${module}.__version__`).join(', ')})
`;
}

function same(what: string, got: unknown, expected: unknown): void {
  if (JSON.stringify(got) !== JSON.stringify(expected)) throw new Error(`${what}: it came back another one`);
}

// What needs Python: PyTorch trains our networks on and answers as we do, ONNX's own checker finds our files valid, and the safetensors
// package says of files what we say.
//
// On Debian: apt-get install python3-torch python3-onnx python3-numpy; and, for the last, pip install safetensors
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonWith } from '../bench/pythonWith.js';
import { dataset, minMax } from '../src/data/index.js';
import { toOnnx } from '../src/formats/index.js';
import { classifier, elu, identity, leakyRelu, Network, relu, sigmoid, softmax, softplus, tanh } from '../src/index.js';
import { compareSafetensors } from './safetensorsInterop.js';

const examples = join(import.meta.dirname, '../examples/scale-out');

/** Runs a program on this terminal, and stops if it fails. */
function run(program: string, parameters: string[], environment: Record<string, string> = {}): void {
  const { status } = spawnSync(program, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  if (status !== 0) process.exit(1);
}

function pythonOf(module: string): string {
  const python = pythonWith(module);
  if (python !== undefined) return python;
  console.error(
    `no Python with ${module}: apt-get install python3-torch python3-onnx python3-numpy, or say which by PYTHON=path`,
  );
  process.exit(1);
}

/** A file for each activation that ONNX 1.12 knows, and one of a classifier. gelu needs a later one. */
function files(): Uint8Array[] {
  const squish = [sigmoid, relu, tanh, leakyRelu, elu, softplus, identity];
  const points = dataset({
    inputs: [
      [1, 5],
      [3, 5],
    ],
    labels: [0, 1],
  });
  const model = classifier(new Network([2, 3, 2], { output: softmax }), { scaling: minMax(points) });
  return [...squish.map((hidden) => toOnnx(new Network([6, 5, 3], { hidden, output: softmax }))), toOnnx(model)];
}

const folder = mkdtempSync(join(tmpdir(), 'interop-'));
try {
  const paths = files().map((bytes, index) => {
    const path = join(folder, `${index}.onnx`);
    writeFileSync(path, bytes);
    return path;
  });
  run(pythonOf('onnx'), [join(examples, 'check.py'), ...paths]);
} finally {
  rmSync(folder, { recursive: true });
}
run('npx', ['tsx', join(examples, 'index.ts')], { PYTHON: pythonOf('torch') });

// Debian has no package of it.
const python = pythonWith('safetensors');
if (python === undefined) console.log('no Python with safetensors: its package was not asked (pip install safetensors)');
else compareSafetensors(python);

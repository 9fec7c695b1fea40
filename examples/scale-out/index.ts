// A network built here, trained on by PyTorch in two processes, read back, and scored by ONNX Runtime on two threads.
//
// It needs Python with PyTorch and NumPy: PYTHON=/usr/bin/python3 npx tsx examples/scale-out/index.ts
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evaluate, Network, relu, softmax, train } from 'glassbox-nn';
import { fromSafetensors, toOnnx, toSafetensors } from 'glassbox-nn/formats';
import { sampleDigits } from 'glassbox-nn/sample-digits';
import { apart } from './apart.js';
import { score } from './score.js';

const PROCESSES = 2;

const digits = sampleDigits();
const network = new Network([784, 32, 10], { hidden: relu, output: softmax, seed: 1 });
train(network, digits.train, { epochs: 1, seed: 1 });
console.log(`built here:       ${network.sizes.join('-')}, ${percent(network)} of ${digits.test.count} test digits right`);

const folder = mkdtempSync(join(tmpdir(), 'scale-out-'));
try {
  const inFolder = (name: string) => join(folder, name);
  const test = digits.test.readInputs();
  writeFileSync(inFolder('network.safetensors'), toSafetensors(network));
  writeFileSync(inFolder('inputs.f32'), new Uint8Array(digits.train.readInputs().buffer));
  writeFileSync(
    inFolder('labels.u8'),
    Uint8Array.from(digits.train, ({ label }) => label ?? 0),
  );
  writeFileSync(inFolder('test.f32'), new Uint8Array(test.buffer));

  const script = join(import.meta.dirname, 'train.py');
  const { status } = spawnSync(process.env.PYTHON ?? 'python3', [script, folder, String(PROCESSES)], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the training in Python failed');

  const trained = fromSafetensors(readFileSync(inFolder('trained.safetensors')));
  console.log(`trained there:    ${trained.sizes.join('-')}, ${percent(trained)} right`);
  const width = trained.sizes[0] as number;
  const ours = Float32Array.from(
    Array.from({ length: digits.test.count }, (_, row) => [
      ...trained.forward(test.subarray(row * width, (row + 1) * width)),
    ]).flat(),
  );
  const pytorch = new Float32Array(new Uint8Array(readFileSync(inFolder('answers.f32'))).buffer);
  console.log(`PyTorch and here: ${apart(ours, pytorch, 10)}`);
  const runtime = await score(toOnnx(trained), test, width, 2);
  console.log(`ONNX Runtime and here: ${apart(ours, runtime, 10)}`);
} finally {
  rmSync(folder, { recursive: true });
}

function percent(model: Network): string {
  return `${((evaluate(model, digits.test).accuracy ?? 0) * 100).toFixed(1)} %`;
}

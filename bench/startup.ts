// How long a fresh process takes to import a library, build 784-16-16-10 and predict once, beyond a process that does nothing.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, readStart } from './given.js';
import { layersOf } from './parameters.js';
import { onnxModel } from './peers/onnxModel.js';
import { pythonWith } from './pythonWith.js';
import type { Comparison, Outcome, Refusal } from './results.js';
import { environmentOf } from './sides.js';
import { WORKS } from './works.js';

interface Start {
  readonly name: string;
  readonly script: string;
  readonly argument?: string;
  readonly python?: string;
}

const MODEL = fileOf('network.onnx');

const STARTS: readonly Start[] = [
  { name: 'glassbox-nn', script: 'glassbox.mjs' },
  { name: 'TensorFlow.js, wasm', script: 'tensorflow.mjs', argument: 'wasm' },
  { name: 'TensorFlow.js, cpu', script: 'tensorflow.mjs', argument: 'cpu' },
  { name: 'jax-js, wasm', script: 'jax.mjs' },
  { name: 'ConvNetJS', script: 'convnetjs.mjs' },
  { name: 'brain.js', script: 'brain.mjs' },
  { name: 'ONNX Runtime, web (wasm)', script: 'onnxRuntimeWeb.mjs', argument: MODEL },
  { name: 'ONNX Runtime, node (native)', script: 'onnxRuntimeNode.mjs', argument: MODEL },
  { name: 'numpy, by hand (native)', script: 'by_hand.py', python: 'numpy' },
  { name: 'PyTorch (native)', script: 'pytorch.py', python: 'torch' },
];

/** Runs a script in a process of its own; milliseconds, or what went wrong. */
function milliseconds(script: string, argument = '', python?: string): number | string {
  const program = python === undefined ? process.execPath : pythonWith(python);
  if (program === undefined) return `no Python with ${python} was found`;
  const env = environmentOf({ name: '', peer: '' });
  const began = performance.now();
  const { status, stderr } = spawnSync(program, [join(import.meta.dirname, 'startup', script), argument], { env });
  const took = performance.now() - began;
  return status === 0 ? took : (`${stderr}`.split('\n').find((line) => /Error/.test(line)) ?? `it ended with ${status}`);
}

/** Compares those whose names `joins` accepts. */
export function compareStartups(joins: (name: string) => boolean, rounds: number): Comparison {
  const [{ model }] = WORKS;
  writeFileSync(MODEL, onnxModel(model, layersOf(readStart(model), model.sizes)));
  const outcomes = new Map<string, number[]>();
  const refusals: Refusal[] = [];
  let starts = STARTS.filter(({ name }) => joins(name));
  // The first round is not counted: it brings the files into memory.
  for (let round = 0; round <= rounds; round++) {
    for (const start of starts) {
      const empty = milliseconds(start.python === undefined ? 'empty.mjs' : 'empty.py', '', start.python);
      const full = milliseconds(start.script, start.argument, start.python);
      const failure = [empty, full].find((took) => typeof took === 'string');
      if (failure !== undefined) {
        refusals.push({ name: start.name, why: `${failure}` });
        starts = starts.filter((other) => other !== start);
      } else if (round > 0) {
        outcomes.set(start.name, [...(outcomes.get(start.name) ?? []), Number(full) - Number(empty)]);
      }
    }
  }
  return {
    id: 'startup',
    title: 'Import, build 784-16-16-10 and one forward pass in a fresh process, over one that does nothing',
    unit: 'ms',
    best: 'least',
    outcomes: starts.map(({ name }): Outcome => ({ name, version: '', amount: 1, values: outcomes.get(name) ?? [] })),
    refusals,
  };
}

// The sides of the comparison, and which process each runs in. The first is the one that the others are compared with.
import { join } from 'node:path';
import { pythonWith } from './pythonWith.js';
import type { Work } from './works.js';

export interface Side {
  readonly name: string;
  /** The file in peers/ without its ending, or in python/. */
  readonly peer: string;
  readonly variant?: string;
  /** The module that Python needs; a side without one is JavaScript. */
  readonly python?: string;
  readonly threads?: number;
  /** Whether there is something to compare; any work if left out. */
  readonly joins?: (work: Work) => boolean;
}

const small = (work: Work) => work.kind === 'training' && work.id !== 'train-wide';
const wide = (work: Work) => work.id === 'train-wide';

export const SIDES: readonly Side[] = [
  { name: 'glassbox-nn', peer: 'glassbox' },
  { name: 'glassbox-nn, its first epoch with the data', peer: 'glassbox', variant: 'fresh', joins: small },
  { name: 'glassbox-nn, a trainer with its batches', peer: 'glassbox', variant: 'trainer', joins: small },
  { name: 'glassbox-nn, a trainer with new data for each step', peer: 'glassbox', variant: 'stream', joins: small },
  { name: 'glassbox-nn, 2 threads', peer: 'glassbox', variant: 'threads', threads: 2, joins: wide },
  {
    name: 'glassbox-nn, network.forward',
    peer: 'glassbox',
    variant: 'forward',
    joins: (work) => work.kind === 'one',
  },
  { name: 'loop by hand', peer: 'byHand' },
  { name: 'TensorFlow.js, wasm', peer: 'tensorflow', variant: 'wasm' },
  { name: 'TensorFlow.js, cpu', peer: 'tensorflow', variant: 'cpu' },
  { name: 'jax-js, wasm', peer: 'jax' },
  { name: 'ConvNetJS', peer: 'convnetjs' },
  { name: 'brain.js', peer: 'brain' },
  { name: 'ONNX Runtime, web (wasm)', peer: 'onnxRuntime', variant: 'web' },
  { name: 'ONNX Runtime, node (native)', peer: 'onnxRuntime', variant: 'node' },
  { name: 'numpy, by hand (native)', peer: 'by_hand', python: 'numpy' },
  { name: 'PyTorch (native)', peer: 'pytorch', python: 'torch' },
  { name: 'PyTorch (native), 2 threads', peer: 'pytorch', python: 'torch', threads: 2, joins: wide },
];

/** The program and arguments that start a side, or undefined if this machine has no such Python. */
export function commandOf({ peer, variant = '', python, threads = 1 }: Side): string[] | undefined {
  const file = (...names: string[]) => join(import.meta.dirname, ...names);
  if (python === undefined) return [process.execPath, '--import', 'tsx', file('worker.ts'), peer, variant];
  const program = pythonWith(python);
  return program === undefined ? undefined : [program, file('python', 'worker.py'), peer, String(threads)];
}

/** A side's environment: its number of threads, the built library, and no matrix kernel chosen by the machine's settings. */
export function environmentOf({ threads = 1 }: Side): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE, OPENBLAS_L2_SIZE, ...rest } = process.env;
  const count = String(threads);
  return {
    ...rest,
    OMP_NUM_THREADS: count,
    OPENBLAS_NUM_THREADS: count,
    MKL_NUM_THREADS: count,
    TSX_TSCONFIG_PATH: join(import.meta.dirname, 'tsconfig.json'),
  };
}

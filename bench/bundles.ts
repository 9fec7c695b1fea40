// How much a page has to load to build and train a network: each library bundled by esbuild, minified and gzipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Comparison, Outcome, Refusal } from './results.js';

interface Bundle {
  readonly name: string;
  /** What a program that builds, trains and predicts would import. */
  readonly code: string;
  /** A file that is loaded besides: the WebAssembly. */
  readonly besides?: string;
}

const tensorflow = `export { layers, sequential } from '@tensorflow/tfjs-layers';
export { tensor, tidy, train } from '@tensorflow/tfjs-core';`;

const BUNDLES: readonly Bundle[] = [
  { name: 'glassbox-nn: Network and fit', code: `export { Network, fit } from '../dist/index.js';` },
  {
    name: 'TensorFlow.js, wasm: core and layers',
    code: `${tensorflow} import '@tensorflow/tfjs-backend-wasm';`,
    besides: '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm',
  },
  { name: 'TensorFlow.js, cpu: core and layers', code: `${tensorflow} import '@tensorflow/tfjs-backend-cpu';` },
  { name: 'jax-js', code: `export { init, jit, nn, numpy, random, valueAndGrad } from '@jax-js/jax';` },
  { name: 'ConvNetJS', code: `export { default } from 'convnetjs';` },
  { name: 'brain.js', code: `import { NeuralNetwork } from 'brain.js'; export { NeuralNetwork };` },
  {
    name: 'ONNX Runtime, web: predicts only',
    code: `export { InferenceSession, Tensor } from 'onnxruntime-web/wasm';`,
    besides: 'onnxruntime-web/dist/ort-wasm-simd-threaded.wasm',
  },
];

const kilobytes = (bytes: Uint8Array) => gzipSync(bytes, { level: 9 }).length / 1000;

async function sizeOf({ name, code, besides }: Bundle): Promise<Outcome> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // What a library imports for Node only is left out, as a bundler for pages is configured.
    external: [
      'fs',
      'path',
      'util',
      'crypto',
      'worker_threads',
      'perf_hooks',
      'os',
      'node-fetch',
      'module',
      'stream',
      'gl',
      'node:*',
    ],
    write: false,
    logLevel: 'silent',
  });
  const values = [kilobytes(outputFiles[0]?.contents ?? new Uint8Array())];
  if (besides === undefined) return { name, version: '', amount: 1, values };
  const more = kilobytes(readFileSync(join(import.meta.dirname, 'node_modules', besides)));
  return { name, version: '', amount: 1, values, note: `and ${Math.round(more).toLocaleString('en-US')} kB of WebAssembly` };
}

/** Compares those whose names `joins` accepts. */
export async function compareBundles(joins: (name: string) => boolean): Promise<Comparison> {
  const outcomes: Outcome[] = [];
  const refusals: Refusal[] = [];
  for (const bundle of BUNDLES.filter(({ name }) => joins(name))) {
    await sizeOf(bundle).then(
      (outcome) => outcomes.push(outcome),
      ({ message }) => refusals.push({ name: bundle.name, why: message.split('\n')[1] ?? message }),
    );
  }
  return { id: 'bundle', title: 'What a page loads: minified and gzipped', unit: 'kB', best: 'least', outcomes, refusals };
}

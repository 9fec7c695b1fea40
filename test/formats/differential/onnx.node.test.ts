// Random graphs of ONNX, as exporters write them and nearly so, against ONNX Runtime.
import { env } from 'onnxruntime-web';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compareGraphs } from './compareGraphs.js';

const GRAPHS = 300;

beforeAll(() => {
  env.wasm.numThreads = 1;
  env.logLevel = 'fatal';
});

// ONNX Runtime gives Node a Worker as pages have one. Later files look whether they are in a page.
afterAll(() => {
  delete (globalThis as { Worker?: unknown }).Worker;
});

it('a random graph is refused, or answers as in ONNX Runtime, in batches of 1, 2, 3 and as many rows as columns (case 249)', async () => {
  const { faults, same, refused, invalid, answers } = await compareGraphs(GRAPHS, 1);
  expect(faults).toEqual([]);
  // Neither may pass by refusing all, nor by taking all.
  expect(same / (GRAPHS - invalid)).toBeGreaterThan(0.5);
  expect(answers).toBeGreaterThan(5 * same);
  expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  expect(refused.size).toBeGreaterThan(10);
});

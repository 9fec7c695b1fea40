// Random models of Keras, as TensorFlow.js saves them and nearly so, against TensorFlow.js.
import { env } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { compareModels } from './compareModels.js';

const MODELS = 300;

// It prints a greeting in Node.
beforeAll(() => env().set('IS_NODE', false));

it('a random model is refused, or answers as in TensorFlow.js, in batches of 1, 2, 3 and as many rows as columns (case 250)', async () => {
  const { faults, same, refused, invalid, answers } = await compareModels(MODELS, 1);
  expect(faults).toEqual([]);
  // Neither may pass by refusing all, nor by taking all.
  expect(same / (MODELS - invalid)).toBeGreaterThan(0.4);
  expect(answers).toBeGreaterThan(5 * same);
  expect([...refused.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  expect(refused.size).toBeGreaterThan(4);
});

// How far apart other programs may be, as docs/exporting-and-importing.md says: by what an exact forward pass differs from ours.
import { type Activation, Network } from 'glassbox-nn';
import { expect, it } from 'vitest';
import { doubleForward, doubleLayers } from '../../src/learning/doubleForward.js';
import { activations } from '../support/builtIns.js';
import { randomExamples } from '../support/toyData.js';

/** The largest difference from the exact answers, relative to outputs above 1. */
function apart(activation: Activation, times: number): number {
  let most = 0;
  for (const seed of [1, 2, 3, 4, 5]) {
    const network = new Network([20, 30, 30, 10], { hidden: activation, output: activation, seed });
    for (const { weights } of network.layers) weights.set(weights.map((weight) => weight * times));
    const data = randomExamples(20, 20, 10, seed);
    for (let index = 0; index < data.count; index++) {
      const input = new Float32Array(20);
      data.readInput(input, index);
      const exact = doubleForward(doubleLayers(network.layers), input).at(-1)?.activations as Float64Array;
      for (const [i, answer] of network.forward(input).entries()) {
        most = Math.max(most, Math.abs(answer - exact[i]) / Math.max(1, Math.abs(exact[i])));
      }
    }
  }
  return most;
}

it.each(Object.entries(activations))('%s is less than 0.00001 away with weights as they are drawn', (_, activation) => {
  expect(apart(activation, 1)).toBeLessThan(0.00001);
});

it('elu and gelu are up to 0.001 of their size away where weights are 20 times as large', () => {
  const most = Math.max(...['elu', 'gelu'].map((name) => apart(activations[name as 'elu'], 20)));
  expect(most).toBeGreaterThan(0.0001);
  expect(most).toBeLessThan(0.001);
});

// Numbers that the pages on arithmetic state.
import { type Activation, type Float32Kernel, identity, Network, sgd, sigmoid, tanh, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';

/** The weight after one step whose exact value is -0.2: all examples have the same gradient. */
function weightAfter(count: number): number {
  const network = new Network([1, 1], { output: identity });
  network.layers[0].weights.fill(0);
  const data = dataset({
    inputs: new Float32Array(count).fill(1),
    width: 1,
    targets: new Float32Array(count).fill(-0.1),
  });
  train(network, data, { optimizer: sgd({ learningRate: 1 }), batchSize: count });
  return network.layers[0].weights[0] as number;
}

describe('a batch of equal gradients, as docs/arithmetic.md says, is off by', () => {
  it.each([
    [32, 0, 0.000001],
    [60_000, 0.0005, 0.00065],
    [4_000_000, 0.0385, 0.0395],
  ])('%d examples: between %d and %d', (count, least, most) => {
    const error = Math.abs(weightAfter(count) / -0.2 - 1);
    expect(error).toBeGreaterThanOrEqual(least);
    expect(error).toBeLessThanOrEqual(most);
  });
});

it('the derivative of a saturated float32 sigmoid is 0 above 16.7, and that of tanh beyond 9.1', () => {
  const derivativeAt = ({ float32 }: Activation, sum: number) => {
    const { value, derivative } = float32 as Float32Kernel;
    return derivative(Math.fround(sum), value(Math.fround(sum)));
  };
  expect(derivativeAt(sigmoid, 16.7)).toBe(0);
  expect(derivativeAt(sigmoid, 16.5)).toBeGreaterThan(0);
  expect([-9.1, 9.1].map((sum) => derivativeAt(tanh, sum))).toEqual([0, 0]);
  expect(derivativeAt(tanh, 8.9)).toBeGreaterThan(0);
  // The true derivatives there.
  for (const right of [sigmoid(16.7) * sigmoid(-16.7), 4 * Math.exp(-18.2)]) expect(right).toBeLessThan(6e-8);
  expect(tanh(9.1)).toBeLessThan(1);
});

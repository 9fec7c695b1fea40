// What weights cost by their size: the derivative that is added to the gradient.
import { Network, Random } from 'glassbox-nn';
import { expect, it } from 'vitest';
import { type LayerGradient, zeroGradients } from '../../src/learning/parameters.js';
import { addPenalty, checkPenalty } from '../../src/learning/parts/regularization.js';
import { expectRefusal } from '../support/refusals.js';

const f = Math.fround;

/** A network, and gradients of random numbers for it. */
function drawn(seed: number) {
  const random = new Random(seed);
  const { layers } = new Network([3, 4, 2] as number[], { seed });
  const gradients = zeroGradients(layers);
  for (const arrays of [...layers, ...gradients]) {
    for (const array of [arrays.weights, arrays.biases]) {
      for (let i = 0; i < array.length; i++) array[i] = random.integer(4) === 0 ? 0 : random.normal();
    }
  }
  return { layers, gradients };
}

/** Adds the penalty of layers to their gradients. */
function addPenalties(gradients: LayerGradient[], layers: readonly { weights: Float32Array }[], l1: number, l2: number): void {
  const weights = layers.map((layer, index) => ({ values: layer.weights, gradient: gradients[index].weights }));
  addPenalty(
    weights.map((weights) => ({ weights })),
    l1,
    l2,
  );
}

/** The gradients' numbers with the derivative of the penalty, written anew. */
function expectedOf({ layers, gradients }: ReturnType<typeof drawn>, l1: number, l2: number) {
  return gradients.map(({ weights, biases }, layer) => ({
    weights: weights.map((derivative, i) => {
      const weight = layers[layer].weights[i];
      const withSquare = l2 === 0 ? derivative : f(derivative + f(f(2 * l2) * weight));
      return l1 === 0 || weight === 0 ? withSquare : f(withSquare + (weight > 0 ? f(l1) : -f(l1)));
    }),
    biases: biases.slice(),
  }));
}

it('worked out by hand: 2 l2 w, and l1 by the sign of w', () => {
  const { layers } = new Network([3, 1] as number[]);
  layers[0].weights.set([2, -3, 0]);
  layers[0].biases.set([5]);
  const gradients = zeroGradients(layers);
  gradients[0].weights.set([1, 1, 1]);
  addPenalties(gradients, layers, 0, 0.25);
  expect(gradients[0].weights).toEqual(Float32Array.of(2, -0.5, 1));
  addPenalties(gradients, layers, 0.5, 0);
  expect(gradients[0].weights).toEqual(Float32Array.of(2.5, -1, 1));
  expect(gradients[0].biases).toEqual(Float32Array.of(0));
});

it.each([
  [0.1, 0],
  [0, 0.1],
  [0.3, 0.7],
])('has the bits of its float32 steps, with l1 %f and l2 %f, and leaves biases alone', (l1, l2) => {
  for (let seed = 1; seed <= 20; seed++) {
    const { layers, gradients } = drawn(seed);
    const expected = expectedOf({ layers, gradients }, l1, l2);
    addPenalties(gradients, layers, l1, l2);
    expect(gradients).toEqual(expected);
  }
});

it('is the derivative of l1 |w| + l2 w^2', () => {
  const cost = (weights: ArrayLike<number>) =>
    Array.from(weights, (weight) => 0.3 * Math.abs(weight) + 0.7 * weight * weight).reduce((a, b) => a + b);
  const { layers } = drawn(1);
  const gradients = zeroGradients(layers);
  addPenalties(gradients, layers, 0.3, 0.7);
  layers.forEach(({ weights }, layer) => {
    weights.forEach((weight, i) => {
      const [up, down] = [Float64Array.from(weights), Float64Array.from(weights)];
      up[i] = weight + 1e-5;
      down[i] = weight - 1e-5;
      expect(gradients[layer].weights[i]).toBeCloseTo((cost(up) - cost(down)) / 2e-5, 5);
    });
  });
});

it('of 0, or of less than a float32 can tell from 0, changes nothing, not even the sign of a zero', () => {
  for (const none of [0, 1e-60]) {
    const { layers } = new Network([1, 1] as number[]);
    const gradients = zeroGradients(layers);
    gradients[0].weights[0] = -0;
    addPenalties(gradients, layers, none, none);
    expect(Object.is(gradients[0].weights[0], -0)).toBe(true);
  }
});

it('refuses numbers below 0, NaN and what does not fit a float32', async () => {
  expect(checkPenalty('l2', 0)).toBe(0);
  expect(checkPenalty('l2', 1e38)).toBe(1e38);
  for (const penalty of [-1e-9, Number.NaN, Number.POSITIVE_INFINITY, 3e38]) {
    await expectRefusal(() => checkPenalty('l2', penalty), 'OutOfRangeError', 'l2', 'from 0', `got ${penalty}`);
  }
  await expectRefusal(() => checkPenalty('l1', '1'), 'ArgumentError', 'l1', "got '1'");
});

// Backpropagation of one example: what it returns, and what it refuses.
import { backpropagate, identity, Network, quadratic, relu, softmax, tanh } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { doubleBackward } from '../../src/learning/doubleBackward.js';
import { doubleForward, doubleLayers } from '../../src/learning/doubleForward.js';
import { cost } from '../../src/learning/TrainingStep.js';
import { activations, losses } from '../support/builtIns.js';
import { expectRefusalLeaving } from '../support/refusals.js';

it('gives the gradient of a network worked out by hand', () => {
  // 2-2-1, relu then identity, meanSquaredError. Input (1, 2), target 1.
  const network = new Network([2, 2, 1], { hidden: relu, output: identity });
  network.layers[0].weights.set([1, 1, -1, -1]);
  network.layers[0].biases.set([0.5, 0.5]);
  network.layers[1].weights.set([2, 3]);
  network.layers[1].biases.set([-1]);
  const { loss, gradients, deltas, inputGradient, trace } = backpropagate(network, [1, 2], [1]);
  // Sums 3.5 and -2.5, activations 3.5 and 0, output 6, cost (6 - 1)^2, slope 2 (6 - 1).
  expect(trace.layers[0].activations).toEqual(Float32Array.of(3.5, 0));
  expect(loss).toBe(25);
  expect(deltas).toEqual([Float32Array.of(20, 0), Float32Array.of(10)]);
  expect(gradients[1]).toEqual({ weights: Float32Array.of(35, 0), biases: Float32Array.of(10) });
  expect(gradients[0]).toEqual({ weights: Float32Array.of(20, 40, 0, 0), biases: Float32Array.of(20, 0) });
  // The only neuron that is lit weighs each input by 1.
  expect(inputGradient).toEqual(Float32Array.of(20, 20));
});

it('carries quadratic back through the whole Jacobian of softmax', () => {
  const network = new Network([1, 2], { output: softmax });
  network.layers[0].weights.fill(0);
  network.layers[0].biases.set([Math.log(3), 0]);
  // a = (3/4, 1/4), y = (1, 0): d = a - y = (-1/4, 1/4), and delta_i = a_i (d_i - sum of d a), that sum being -1/8.
  const { deltas } = backpropagate(network, [1], 0, { loss: quadratic });
  expect(deltas[0][0]).toBeCloseTo(-3 / 32, 7);
  expect(deltas[0][1]).toBeCloseTo(3 / 32, 7);
});

it.each(Object.entries(activations))('by %s is the rule in double precision, rounded to float32', (_, hidden) => {
  for (const output of [...Object.values(activations), softmax]) {
    for (const loss of losses) {
      const network = new Network([3, 4, 5, 3], { hidden, output, seed: 4 });
      const layers = doubleLayers(network.layers);
      const input = Float32Array.of(0.5, -0.25, 1);
      const target = Float32Array.of(0.25, 0.5, 0.25);
      const exact = doubleBackward(layers, doubleForward(layers, input), { input, target, weight: 1 }, loss);
      const { gradients } = backpropagate(network, input, target, { loss });
      for (const [index, layer] of gradients.entries()) {
        for (const kind of ['weights', 'biases'] as const) {
          const right = exact.gradients[index][kind];
          const largest = right.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
          for (const [i, slope] of layer[kind].entries())
            expect(Math.abs(slope - right[i])).toBeLessThanOrEqual(2e-5 * largest);
        }
      }
    }
  }
});

it.each(Object.entries(activations))(
  'by %s gives the gradient with respect to the input that nudging the input gives',
  (_, hidden) => {
    const input = [0.5, -0.25, 1];
    const target = Float32Array.of(0.25, 0.5, 0.25);
    const nudge = 1e-6;
    for (const output of [...Object.values(activations), softmax]) {
      for (const loss of losses) {
        const network = new Network([3, 4, 5, 3], { hidden, output, seed: 4 });
        const layers = doubleLayers(network.layers);
        const costOf = (place: number, by: number) => {
          const nudged = input.map((value, index) => (index === place ? value + by : value));
          const trace = doubleForward(layers, nudged)[2];
          return cost(network.layers[2], trace, target, loss);
        };
        const slopes = input.map((_, place) => (costOf(place, nudge) - costOf(place, -nudge)) / (2 * nudge));
        const largest = slopes.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
        const { inputGradient } = backpropagate(network, Float32Array.from(input), target, { loss });
        expect(inputGradient).toHaveLength(3);
        for (const [place, slope] of inputGradient.entries()) {
          expect(Math.abs(slope - slopes[place])).toBeLessThanOrEqual(2e-5 * largest);
        }
      }
    }
  },
);

it('has the gradients in the shape of the layers', () => {
  const { gradients, deltas } = backpropagate(new Network([3, 5, 4, 2]), [1, 2, 3], 0);
  expect(gradients.map(({ weights, biases }) => [weights.length, biases.length])).toEqual([
    [15, 5],
    [20, 4],
    [8, 2],
  ]);
  expect(deltas.map(({ length }) => length)).toEqual([5, 4, 2]);
});

it('neither changes nor keeps what it is given', () => {
  const network = new Network([2, 3, 2], { hidden: tanh });
  const input = Object.freeze([0.5, -1]) as readonly number[];
  const target = Object.freeze([0.25, 0.5]) as readonly number[];
  const floats = Float32Array.of(0.5, -1);
  const first = backpropagate(network, input as number[], target);
  const second = backpropagate(network, floats, target);
  floats.fill(9);
  expect(second).toEqual(first);
  expect(second.trace.input).toEqual(Float32Array.of(0.5, -1));
  first.gradients[0].weights.fill(9);
  expect(backpropagate(network, input as number[], target)).toEqual(second);
});

it('refuses inputs that are too few, no numbers, not finite or bytes (cases 13, 15, 18 and 22)', async () => {
  const network = new Network([2, 2] as number[]);
  const refuse = (input: unknown, ...rest: [Parameters<typeof expectRefusalLeaving>[2], ...string[]]) =>
    expectRefusalLeaving(network, () => backpropagate(network, input as number[], 0), ...rest);
  await refuse([1], 'ShapeError', 'input', 'expected 2 numbers', 'got 1');
  await refuse([1, Number.NaN], 'NumericError', 'input[1]', 'got NaN');
  await refuse(Uint8Array.of(1, 2), 'ArgumentError', 'input', 'Bytes are 0-255; divide by 255');
  await refuse(['1', 2], 'ArgumentError', 'input[0]', "got '1'");
});

it('refuses targets that the loss or the last activation cannot reach (cases 31 to 33)', async () => {
  const sigmoids = new Network([1, 2]);
  const shares = new Network([1, 2], { output: softmax });
  const refuse = (
    network: Network,
    target: number | number[],
    ...rest: [Parameters<typeof expectRefusalLeaving>[2], ...string[]]
  ) => expectRefusalLeaving(network, () => backpropagate(network, [1], target), ...rest);
  await refuse(sigmoids, [0, 1.5], 'OutOfRangeError', 'target', 'numbers from 0 to 1', 'got 1.5', 'Scale the targets');
  await refuse(shares, [0.5, 0.75], 'OutOfRangeError', 'target', 'shares that add up to 1', 'got 1.25', 'binaryCrossEntropy');
  await refuse(shares, 2, 'OutOfRangeError', 'target label', '0 to 1', 'got 2');
  await refuse(shares, [1], 'ShapeError', 'target', '2 numbers', 'got 1');
});

it('refuses a network or a loss that is none', async () => {
  const network = new Network([1, 2]);
  await expectRefusalLeaving(
    network,
    () => backpropagate({} as never, [1] as never, 0),
    'ArgumentError',
    'network',
    'new Network(',
  );
  await expectRefusalLeaving(
    network,
    () => backpropagate(network, [1], 0, { loss: 'quadratic' as never }),
    'ArgumentError',
    'loss',
    "got 'quadratic'",
    'defineLoss',
  );
});

it('answers data sets and loose examples alike', () => {
  const network = new Network([2, 3]);
  const { input, target } = dataset({ inputs: [[0.1, 0.2]], labels: [2] }).example(0);
  expect(backpropagate(network, input, target)).toEqual(backpropagate(network, [0.1, 0.2], 2));
});

// Matt Mazur's worked example, "A step by step backpropagation example" (2015), with the biases held fixed as he holds them.
//
// Networks compute in float32, which holds about seven digits; so the library's own numbers are compared within float32
// rounding. The nine digits of the article are then reached in double precision, from the formulas that the library's parts
// carry for this purpose (sigmoid, its derivative, quadratic.value) and from the double-precision forward pass that
// checkGradients stands on. The two together say: the mathematics is right to nine digits, and float32 follows it as far as it can.
import { backpropagate, Network, quadratic, sgd, sigmoid, trainSteps } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { doubleForward, doubleLayers } from '../../src/learning/doubleForward.js';

const INPUT = [0.05, 0.1];
const TARGET = [0.01, 0.99];
const HIDDEN = [0.593269992, 0.596884378];
const OUTPUT = [0.75136507, 0.772928465];
const COST = 0.298371109;
const NEW_WEIGHTS = [
  [0.149780716, 0.199561432, 0.249751144, 0.299502287],
  [0.35891648, 0.408666186, 0.51130127, 0.561370121],
];
const COST_AFTER_1 = 0.2910277736936;
const COST_AFTER_10_000 = 3.510187783e-5;

/** Half a unit of the ninth digit. */
const NINTH_DIGIT = 5.0001e-10;
/** Two units in the last place of a float32 below 1. */
const FLOAT32 = 1.2e-7;

function mazur() {
  const network = new Network([2, 2, 2]);
  network.layers[0].weights.set([0.15, 0.2, 0.25, 0.3]);
  network.layers[0].biases.fill(0.35);
  network.layers[1].weights.set([0.4, 0.45, 0.5, 0.55]);
  network.layers[1].biases.fill(0.6);
  return network;
}

function expectWithin(distance: number, got: ArrayLike<number>, expected: readonly number[]): void {
  expect(got.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(got[i] - value), `${got[i]} and ${value}`).toBeLessThanOrEqual(distance);
  });
}

/** Trains with the biases put back after every step. Returns the cost after the last. */
function trainWithBiasesFixed(network: ReturnType<typeof mazur>, steps: number): number {
  const data = dataset({ inputs: [INPUT], targets: [TARGET] });
  const options = { optimizer: sgd({ learningRate: 0.5 }), loss: quadratic, epochs: steps };
  for (const _ of trainSteps(network, data, options)) {
    network.layers[0].biases.fill(0.35);
    network.layers[1].biases.fill(0.6);
  }
  return backpropagate(network, INPUT, TARGET).loss;
}

it('computes his hidden neurons, outputs and cost within float32 rounding', () => {
  const { loss, trace } = backpropagate(mazur(), INPUT, TARGET);
  expectWithin(FLOAT32, trace.layers[0].activations, HIDDEN);
  expectWithin(FLOAT32, trace.layers[1].activations, OUTPUT);
  expectWithin(FLOAT32, [loss], [COST]);
});

it('takes his step at rate 0.5 within float32 rounding', () => {
  const network = mazur();
  const cost = trainWithBiasesFixed(network, 1);
  network.layers.forEach(({ weights }, layer) => {
    expectWithin(FLOAT32, weights, NEW_WEIGHTS[layer]);
  });
  expectWithin(FLOAT32, [cost], [COST_AFTER_1]);
});

it('comes to his cost after 10,000 steps as near as float32 can', () => {
  expect(trainWithBiasesFixed(mazur(), 10_000) / COST_AFTER_10_000).toBeCloseTo(1, 4);
});

it('has formulas that reach his nine digits in double precision', () => {
  const layers = doubleLayers(mazur().layers);
  layers[0].weights.set([0.15, 0.2, 0.25, 0.3]);
  layers[0].biases.fill(0.35);
  layers[1].weights.set([0.4, 0.45, 0.5, 0.55]);
  layers[1].biases.fill(0.6);
  const forward = () => doubleForward(layers, INPUT);
  const cost = () => quadratic.value(forward()[1].activations, TARGET);
  const step = () => {
    const [hidden, output] = forward();
    const delta = output.activations.map(
      (activation, i) => (activation - TARGET[i]) * sigmoid.derivative(output.weightedSums[i], activation),
    );
    const hiddenDelta = hidden.activations.map(
      (activation, j) =>
        (layers[1].weights[j] * delta[0] + layers[1].weights[2 + j] * delta[1]) *
        sigmoid.derivative(hidden.weightedSums[j], activation),
    );
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) {
        layers[1].weights[2 * i + j] -= 0.5 * delta[i] * hidden.activations[j];
        layers[0].weights[2 * i + j] -= 0.5 * hiddenDelta[i] * INPUT[j];
      }
    }
  };

  expectWithin(NINTH_DIGIT, forward()[0].activations, HIDDEN);
  expectWithin(NINTH_DIGIT, forward()[1].activations, OUTPUT);
  expectWithin(NINTH_DIGIT, [cost()], [COST]);
  step();
  layers.forEach(({ weights }, layer) => {
    expectWithin(NINTH_DIGIT, weights, NEW_WEIGHTS[layer]);
  });
  expectWithin(5e-14, [cost()], [COST_AFTER_1]);
  for (let taken = 1; taken < 10_000; taken++) step();
  expectWithin(5e-15, [cost()], [COST_AFTER_10_000]);
});

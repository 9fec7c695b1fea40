// The whole algorithm in one file: a network of 784-16-16-10 neurons learns to read handwritten digits.
// Everything else in this library makes it fast, safe and pleasant. To run it: npx tsx examples/from-scratch.ts
// Numbers are float32: `f` and the arrays round each product and each sum, in the order in which `train` takes them, so
// the weights that come out are those of `train`, to the bit, on every machine.
import { Random } from 'glassbox-nn';
import { sampleDigits } from 'glassbox-nn/sample-digits';

const f = Math.fround;
type Vector = Float32Array;
type Example = { input: Vector; target: Vector }; // [784] from 0 (black) to 1 (white); [10], 1 for the digit, else 0
type Layer = { weights: Vector[]; biases: Vector }; // [outputs][inputs] and [outputs]; a gradient has the same shape

/** Weights are drawn evenly from -b to b with b = sqrt(6 / (inputs + outputs)) (Glorot, Bengio, 2010). Biases are 0. */
function createLayer(inputs: number, outputs: number, random: Random): Layer {
  const bound = Math.sqrt(6 / (inputs + outputs));
  const drawRow = () => new Float32Array(inputs).map(() => random.uniform(-bound, bound));
  return { weights: Array.from({ length: outputs }, drawRow), biases: new Float32Array(outputs) };
}

/** Layers of these sizes: the first takes the input, each other takes the activations of the layer before. */
function createNetwork(sizes: number[], seed: number): Layer[] {
  return sizes.slice(1).map((size, index) => createLayer(sizes[index], size, Random.stream(seed, index)));
}

/** e^x for x <= 0, by + - x / alone: Math.exp differs from engine to engine. Skip it at first reading. */
function exp(x: number): number {
  const k = f(f(f(x * f(Math.LOG2E)) + 12582912) - 12582912); // to a whole number: there are no others at 1.5 x 2^23
  const high = f(x - f(k * f(0.693359375))); // x = k ln 2 + r, and ln 2 comes in two parts, so that r keeps its digits
  const low = f(k * f(-2.1219444e-4));
  const r = f(high - low);
  const c = f(r - f(f(r * r) / f(6 + f(f(r * r) * f(0.1))))); // e^r = 1 + r + rc / (2 - c), after Lambert (1766)
  let power = f(1 + f(high + f(f(f(r * c) / f(2 - c)) - low)));
  for (let exponent = 0; exponent > k; exponent--) {
    power /= 2;
  }
  return f(power);
}

/** The sigmoid, 1 / (1 + e^-x), from 0 to 1. For x <= 0 it is e^x / (1 + e^x), so that no power overflows. */
export function sigmoid(x: number): number {
  const power = exp(Math.max(-Math.abs(x), -104));
  return f((x > 0 ? 1 : power) / f(1 + power));
}

/** The derivative of the sigmoid, where its value is a: a (1 - a). */
function sigmoidDerivative(a: number): number {
  return f(a * f(1 - a));
}

/** The activations of a layer: a' = sigmoid(W a + b), where a are its inputs. */
function forwardLayer({ weights, biases }: Layer, inputs: Vector): Vector {
  const weightedSum = (i: number) => weights[i].reduce((sum, weight, j) => f(sum + f(weight * inputs[j])), 0);
  return biases.map((bias, i) => sigmoid(f(weightedSum(i) + bias)));
}

/** The activations of all layers, the input first and the outputs last. */
function forward(network: Layer[], input: Vector): Vector[] {
  const activations = [input];
  for (const layer of network) {
    activations.push(forwardLayer(layer, activations[activations.length - 1]));
  }
  return activations;
}

/** The cost, how far the outputs are from the target: C = 1/2 sum of (a - y)^2. */
function cost(outputs: Vector, target: Vector): number {
  return outputs.reduce((sum, a, i) => sum + (a - target[i]) * (a - target[i]), 0) / 2;
}

/** The delta of each output, the derivative of the cost with respect to its weighted sum: (a - y) a (1 - a). */
function outputDelta(outputs: Vector, target: Vector): Vector {
  return outputs.map((a, i) => f(f(a - target[i]) * sigmoidDerivative(a)));
}

/** The deltas of the layer before: W transposed times delta, times the derivative of the sigmoid. */
function backward({ weights }: Layer, delta: Vector, inputs: Vector): Vector {
  const inputGradient = (j: number) => weights.reduce((sum, row, i) => f(sum + f(row[j] * delta[i])), 0);
  return inputs.map((a, j) => f(inputGradient(j) * sigmoidDerivative(a)));
}

/** Adds the gradient of an example: of a weight, its neuron's delta times its input; of a bias, its neuron's delta. */
function addGradient({ weights, biases }: Layer, delta: Vector, inputs: Vector): void {
  for (let i = 0; i < delta.length; i++) {
    for (let j = 0; j < inputs.length; j++) {
      weights[i][j] += f(delta[i] * inputs[j]);
    }
    biases[i] += delta[i];
  }
}

/** Backpropagation: adds the gradient of an example's cost, beginning with the last layer. */
function backpropagate(network: Layer[], gradient: Layer[], activations: Vector[], target: Vector): void {
  const last = network.length - 1;
  let delta = outputDelta(activations[last + 1], target);
  addGradient(gradient[last], delta, activations[last]);
  for (let index = last; index > 0; index--) {
    delta = backward(network[index], delta, activations[index]);
    addGradient(gradient[index - 1], delta, activations[index - 1]);
  }
}

/** Gradient descent: every weight and bias moves against its mean derivative over the examples of a batch. */
function update(network: Layer[], gradient: Layer[], count: number, learningRate: number): void {
  const step = (value: number, sum: number) => value - f(f(learningRate) * f(sum * f(1 / count)));
  network.forEach((layer, index) => {
    const { weights, biases } = gradient[index];
    layer.weights = layer.weights.map((row, i) => row.map((weight, j) => step(weight, weights[i][j])));
    layer.biases = layer.biases.map((bias, i) => step(bias, biases[i]));
  });
}

/** Makes one update from the examples of a batch. Returns the sum of their costs before it. */
function trainBatch(network: Layer[], batch: Example[], learningRate: number): number {
  const zeros = ({ length }: Vector) => new Float32Array(length);
  const gradient = network.map(({ weights, biases }) => ({ weights: weights.map(zeros), biases: zeros(biases) }));
  let total = 0;
  for (const { input, target } of batch) {
    const activations = forward(network, input);
    total += cost(activations[network.length], target);
    backpropagate(network, gradient, activations, target);
  }
  update(network, gradient, batch.length, learningRate);
  return total;
}

/** The digit that the network reads: the index of the largest output. */
function predict(network: Layer[], input: Vector): number {
  const outputs = forward(network, input)[network.length];
  return outputs.indexOf(Math.max(...outputs));
}

/** The share of examples that the network reads right. */
function accuracy(network: Layer[], examples: Example[]): number {
  return examples.filter(({ input, target }) => target[predict(network, input)] === 1).length / examples.length;
}

export const settings = { seed: 1, epochs: 20, batchSize: 13, learningRate: 3 };
export const network = createNetwork([784, 16, 16, 10], settings.seed);
const { train, test } = sampleDigits();

for (let epoch = 1; epoch <= settings.epochs; epoch++) {
  const examples = Random.stream(settings.seed, 'shuffle', epoch).shuffle([...train]);
  let total = 0;
  for (let start = 0; start < examples.length; start += settings.batchSize) {
    total += trainBatch(network, examples.slice(start, start + settings.batchSize), settings.learningRate);
  }
  const percent = (100 * accuracy(network, [...test])).toFixed(1);
  console.log(`epoch ${epoch}: cost ${(total / examples.length).toFixed(4)}, reads ${percent} % of new digits`);
}
console.log('It reads ten digits, 0 to 9, as', ...[...test.slice(10, 20)].map(({ input }) => predict(network, input)));

// The arithmetic contract: a step of training is the plain one, rounded at every step, to the bit.

import * as fc from 'fast-check';
import { crossEntropy, identity, Network, quadratic, Random, relu, sgd, sigmoid, softmax, tanh, train } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { type NaiveActivation, type NaiveGradient, type NaiveLayer, naiveGradient } from '../support/naiveTraining.js';

const f = Math.fround;
const HIDDEN = { identity, relu, sigmoid, tanh };
const OUTPUT = { ...HIDDEN, softmax };

const problems = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 4 }),
    hidden: fc.constantFrom<Exclude<NaiveActivation, 'softmax'>>('identity', 'relu', 'sigmoid', 'tanh'),
    output: fc.constantFrom<NaiveActivation>('identity', 'relu', 'sigmoid', 'tanh', 'softmax'),
    count: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
    rate: fc.constantFrom(0.01, 0.1, 3),
  })
  // A single share is always 1, and training refuses it.
  .filter(({ sizes, output }) => output !== 'softmax' || sizes.at(-1) !== 1);

/** The bits of numbers, so that -0 differs from 0. */
const bits = (values: Iterable<number>) => [...new Uint32Array(Float32Array.from(values).buffer)];

it('one step equals a step rounded product by product and sum by sum, with zeros passed over or not', () => {
  fc.assert(
    fc.property(problems, ({ sizes, hidden, output, count, seed, rate }) => {
      const random = new Random(seed);
      const network = new Network([...sizes], { hidden: HIDDEN[hidden], output: OUTPUT[output], seed });
      // Zeros of both signs among the parameters and the inputs.
      const number = () => [0, -0, f(random.normal()), f(random.normal()), f(random.normal(0, 0.01))][random.integer(5)];
      for (const { weights, biases } of network.layers) {
        weights.forEach((_, i) => {
          weights[i] = number();
        });
        biases.forEach((_, i) => {
          biases[i] = number();
        });
      }
      const inputs = Array.from({ length: count }, () => Array.from({ length: sizes[0] }, number));
      const width = sizes[sizes.length - 1];
      const targets = Array.from({ length: count }, () => {
        const row = Array.from({ length: width }, () => 0);
        row[random.integer(width)] = 1;
        return row;
      });
      const layers: NaiveLayer[] = network.layers.map((layer, index) => ({
        weights: Array.from({ length: layer.outputs }, (_, i) => [
          ...layer.weights.subarray(i * layer.inputs, (i + 1) * layer.inputs),
        ]),
        biases: [...layer.biases],
        activation: index === sizes.length - 2 ? output : hidden,
      }));
      const batch = inputs.map((input, i) => ({ input, target: targets[i] }));
      const loss = output === 'softmax' && seed % 2 === 0 ? crossEntropy : quadratic;
      const name = loss.name as 'quadratic' | 'crossEntropy';
      const dense = stepped(layers, naiveGradient(layers, batch, name, false), rate);
      const sparse = stepped(layers, naiveGradient(layers, batch, name, true), rate);
      train(network, dataset({ inputs, targets }), {
        loss,
        optimizer: sgd({ learningRate: rate }),
        batchSize: count,
        shuffle: false,
        onWarning: () => {},
      });
      const trained = network.layers.map(({ weights, biases }) => bits([...weights, ...biases]));
      expect(trained).toEqual(dense);
      expect(sparse).toEqual(dense);
    }),
    { numRuns: 300, seed: 1 },
  );
});

/** The bits of the layers' parameters after plain descent. */
function stepped(layers: readonly NaiveLayer[], gradients: readonly NaiveGradient[], rate: number): number[][] {
  const move = (value: number, slope: number) => f(value - f(f(rate) * slope));
  return layers.map(({ weights, biases }, l) =>
    bits([
      ...weights.flatMap((row, i) => row.map((weight, j) => move(weight, gradients[l].weights[i][j]))),
      ...biases.map((bias, i) => move(bias, gradients[l].biases[i])),
    ]),
  );
}

// A training loop made of the library's own parts comes to the bits of `train`.
import {
  adam,
  add,
  backpropagate,
  cosineDecay,
  type Loss,
  meanSquaredError,
  Network,
  type Optimizer,
  quadratic,
  relu,
  scale,
  sgd,
  softmax,
  tanh,
  train,
} from 'glassbox-nn';
import type { Dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { optimizers } from '../support/builtIns.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { randomExamples, randomShares } from '../support/toyData.js';

/** Whose loop it is, and what it goes through. */
interface Loop {
  readonly data: Dataset;
  readonly network: () => Network;
  readonly optimizer: Optimizer;
  readonly loss: Loss;
  readonly shuffle: boolean;
}

const [epochs, batchSize, seed] = [3, 8, 4];

/** The loop of docs/your-own-loop.md. */
function byHand({ data, network: newNetwork, optimizer, loss, shuffle }: Loop): string {
  const network = newNetwork();
  const parameters = network.layers.flatMap(({ weights, biases }) => [weights, biases]);
  const gradients = parameters.map((values) => new Float32Array(values.length));
  const states = parameters.map((values) => Array.from({ length: optimizer.slots }, () => new Float32Array(values.length)));
  const { learningRate: rate } = optimizer;
  let step = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const batch of data.batches(batchSize, { seed, epoch, shuffle })) {
      for (const gradient of gradients) gradient.fill(0);
      for (const { input, target } of batch) {
        const slopes = backpropagate(network, input, target, { loss }).gradients.flatMap(({ weights, biases }) => [
          weights,
          biases,
        ]);
        for (let i = 0; i < slopes.length; i++) add(gradients[i], gradients[i], slopes[i]);
      }
      step += 1;
      const learningRate = typeof rate === 'number' ? rate : rate(step - 1);
      for (let i = 0; i < parameters.length; i++) {
        scale(gradients[i], gradients[i], 1 / batch.count);
        optimizer.update(parameters[i], gradients[i], states[i], { step, learningRate });
      }
    }
  }
  return hashOfNetwork(network);
}

function byTrain({ data, network: newNetwork, ...options }: Loop): string {
  const network = newNetwork();
  train(network, data, { ...options, epochs, batchSize, seed });
  return hashOfNetwork(network);
}

const labels: Pick<Loop, 'data' | 'network' | 'loss' | 'shuffle'> = {
  data: randomExamples(30, 5, 3),
  network: () => new Network([5, 7, 6, 3], { hidden: tanh, seed: 2 }),
  loss: quadratic,
  shuffle: true,
};
const shares: typeof labels = {
  data: randomShares(27, 5, 3),
  network: () => new Network([5, 9, 3], { hidden: relu, output: softmax, seed: 2 }),
  loss: meanSquaredError,
  shuffle: false,
};

const momentum = () => sgd({ momentum: 0.9, weightDecay: 0.01 });
const nesterov = () => sgd({ momentum: 0.9, nesterov: true });
const scheduled = () => adam({ learningRate: cosineDecay({ from: 0.1, steps: 20 }) });

it.each(Object.entries({ ...optimizers, momentum, nesterov, scheduled }))(
  'backpropagate and the update of %s are train, to the bit, on both backends',
  (_, makeOptimizer) => {
    for (const parts of [labels, shares]) {
      const loop = { ...parts, optimizer: makeOptimizer() };
      expect(byHand(loop)).toBe(onBoth(() => byTrain(loop)));
    }
  },
);

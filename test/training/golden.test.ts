// The same bits on every engine: fingerprints of the weights after training on real digits. Recorded in Node; Chromium must
// repeat them. If one of these changes, saved seeds no longer give what they gave: that is a new minor version.
import { adam, gelu, Network, sgd, sigmoid, softmax, tanh, trainSteps } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { trainingDigits } from '../support/trainingDigits.js';

/** Not a multiple of the batch size: each epoch ends in a short batch of 10. */
const COUNT = 1002;
const BATCH = 32;

const networks = {
  'sigmoid, sigmoid': () => new Network([784, 12, 10], { hidden: sigmoid, output: sigmoid, seed: 1 }),
  'tanh, softmax': () => new Network([784, 12, 10], { hidden: tanh, output: softmax, seed: 2 }),
  'gelu, softmax': () => new Network([784, 12, 10], { hidden: gelu, output: softmax, seed: 3 }),
};
const optimizers = { sgd: () => sgd({ learningRate: 0.1 }), adam: () => adam({ learningRate: 0.01 }) };

const GOLDEN = [
  ['sigmoid, sigmoid', 'sgd', 'f2e79e62', '53a68a2d'],
  ['sigmoid, sigmoid', 'adam', '902396af', 'c3e2aade'],
  ['tanh, softmax', 'sgd', '73cd16e3', '1c2b1d4a'],
  ['tanh, softmax', 'adam', '78f84cbd', '4e8d4736'],
  ['gelu, softmax', 'sgd', '48ae3d55', 'c34f8728'],
  ['gelu, softmax', 'adam', 'a7f384d9', '3e10215d'],
] as const;

it.each(GOLDEN)('%s by %s: weights after 100 and after 1,000 steps', async (network, optimizer, after100, after1000) => {
  const { images, labels } = await trainingDigits(COUNT);
  const digits = dataset({ inputs: images.subarray(16), width: 784, labels: labels.subarray(8), classes: 10 });
  const made = networks[network]();
  const options = { optimizer: optimizers[optimizer](), batchSize: BATCH, epochs: 40, seed: 5 };
  const hashes: string[] = [];
  for (const { step } of trainSteps(made, digits, options)) {
    if (step === 100) hashes.push(hashOfNetwork(made));
    if (step === 1000) break;
  }
  expect([...hashes, hashOfNetwork(made)]).toEqual([after100, after1000]);
});

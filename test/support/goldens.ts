// The golden trainings: networks that learn real digits, and the fingerprints of their weights. Recorded in Node 20; every engine
// must repeat them, on every backend. If one of these changes, saved seeds no longer give what they gave: that is a new minor version.
import { adam, gelu, Network, type Optimizer, sgd, sigmoid, softmax, tanh, trainSteps } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { hashOfNetwork } from './hashOfNetwork.js';

/** How many digits they learn: not a multiple of the batch size, so that each epoch ends in a short batch of 10. */
export const GOLDEN_DIGITS = 1002;
const BATCH = 32;

const networks = {
  'sigmoid, sigmoid': () => new Network([784, 12, 10], { hidden: sigmoid, output: sigmoid, seed: 1 }),
  'tanh, softmax': () => new Network([784, 12, 10], { hidden: tanh, output: softmax, seed: 2 }),
  'gelu, softmax': () => new Network([784, 12, 10], { hidden: gelu, output: softmax, seed: 3 }),
};

const optimizers: Readonly<Record<'sgd' | 'adam', () => Optimizer>> = {
  sgd: () => sgd({ learningRate: 0.1 }),
  adam: () => adam({ learningRate: 0.01 }),
};

/** A golden training, and the hashes after 100 and after 1,000 steps. */
type Golden = readonly [
  network: keyof typeof networks,
  optimizer: keyof typeof optimizers,
  after100: string,
  after1000: string,
];

export const GOLDENS: readonly Golden[] = [
  ['sigmoid, sigmoid', 'sgd', 'f2e79e62', '53a68a2d'],
  ['sigmoid, sigmoid', 'adam', '902396af', 'c3e2aade'],
  ['tanh, softmax', 'sgd', '73cd16e3', '1c2b1d4a'],
  ['tanh, softmax', 'adam', '78f84cbd', '4e8d4736'],
  ['gelu, softmax', 'sgd', '48ae3d55', 'c34f8728'],
  ['gelu, softmax', 'adam', 'a7f384d9', '3e10215d'],
];

/** The hashes that a golden training comes to here, after 100 steps and after 1,000. */
export function goldenHashes(
  [network, optimizer]: Golden,
  { images, labels }: { readonly images: Uint8Array; readonly labels: Uint8Array },
): [after100: string, after1000: string] {
  const digits = dataset({ inputs: images.subarray(16), width: 784, labels: labels.subarray(8), classes: 10 });
  const made = networks[network]();
  const options = { optimizer: optimizers[optimizer](), batchSize: BATCH, epochs: 40, seed: 5 };
  let after100 = '';
  for (const { step } of trainSteps(made, digits, options)) {
    if (step === 100) after100 = hashOfNetwork(made);
    if (step === 1000) break;
  }
  return [after100, hashOfNetwork(made)];
}

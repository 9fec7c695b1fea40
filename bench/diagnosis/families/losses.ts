// Trainings by a loss that does not fit the outputs.
import {
  adam,
  binaryCrossEntropy,
  crossEntropy,
  identity,
  meanSquaredError,
  quadratic,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function losses(): Case[] {
  const pairs = [
    ['circles', sigmoid, crossEntropy],
    ['circles', identity, crossEntropy],
    ['circles', softplus, crossEntropy],
    ['circles', relu, crossEntropy],
    ['circles', tanh, crossEntropy],
    ['circles', identity, binaryCrossEntropy],
    ['blobs', sigmoid, crossEntropy],
    ['blobs', softplus, binaryCrossEntropy],
    ['digits', sigmoid, crossEntropy],
    ['digits', identity, crossEntropy],
    ['rings', identity, binaryCrossEntropy],
    ['rings', relu, binaryCrossEntropy],
    ['rings', softmax, quadratic],
    ['rings', softmax, meanSquaredError],
    ['rings', softmax, binaryCrossEntropy],
    ['xor', softmax, quadratic],
  ] as const;
  const unfit = pairs.map(([name, output, loss], index) => ({
    name: `${name}, ${output.name}, ${loss.name}`,
    task: task(name),
    network: () => networkFor(task(name), [16], { output, seed: index }),
    options: { optimizer: good, loss, epochs: 40 },
  }));
  return family('a loss that does not fit', ['lossFit'], unfit);
}

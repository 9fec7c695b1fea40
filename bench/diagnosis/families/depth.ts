// Trainings of networks that are too deep for sigmoid.
import { adam, sgd, sigmoid } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function depth(): Case[] {
  const deep = [
    ['circles', 4, sigmoid, sgd({ learningRate: 0.1 })],
    ['circles', 6, sigmoid, adam({ learningRate: 0.003 })],
    ['circles', 20, sigmoid, good],
    ['blobs', 5, sigmoid, sgd({ learningRate: 0.5 })],
    ['blobs', 12, sigmoid, good],
    ['digits', 4, sigmoid, sgd({ learningRate: 0.5 })],
    ['digits', 8, sigmoid, adam()],
    ['sine', 5, sigmoid, sgd({ learningRate: 0.1 })],
    ['sine', 10, sigmoid, adam({ learningRate: 0.003 })],
    ['surface', 6, sigmoid, sgd({ learningRate: 0.1 })],
    ['spirals', 5, sigmoid, adam({ learningRate: 0.003 })],
    ['slope', 7, sigmoid, sgd({ learningRate: 0.1 })],
  ] as const;
  return family(
    'too deep for sigmoid',
    ['vanishing'],
    deep.map(([name, layers, hidden, optimizer], index) => ({
      name: `${name}, ${layers} layers, ${optimizer.name}`,
      task: task(name),
      network: () => networkFor(task(name), Array(layers).fill(16), { hidden, seed: index }),
      options: { optimizer, epochs: 40 },
    })),
  );
}

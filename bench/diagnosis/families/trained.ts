// Trainings of networks that were trained before.
import { adam, relu, sgd, sigmoid, tanh, train } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The cases of this family. */
export function trained(): Variation[] {
  return (['circles', 'spirals', 'blobs', 'sine', 'digits', 'rings', 'surface', 'xor'] as const).flatMap((name, index) =>
    [relu, tanh, sigmoid].map((hidden) => ({
      name: `${name}, ${hidden.name}, trained before`,
      task: task(name),
      network: () => {
        const network = networkFor(task(name), [24], { hidden, seed: index });
        train(network, task(name).learn, {
          optimizer: adam({ learningRate: 0.02 }),
          epochs: name === 'xor' ? 500 : 60,
          onWarning: () => {},
          ...usualLoss(task(name)),
        });
        return network;
      },
      options: {
        optimizer: index % 2 ? good : sgd({ learningRate: 0.01 }),
        epochs: name === 'xor' ? 300 : 20,
        ...usualLoss(task(name)),
      },
    })),
  );
}

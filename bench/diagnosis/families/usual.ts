// Trainings as they usually are.
import { adam, elu, gelu, leakyRelu, relu, rmsprop, sgd, softplus, tanh } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });
const NAMES = ['circles', 'spirals', 'blobs', 'noisy', 'rare', 'rings', 'sine', 'surface', 'slope', 'digits'] as const;

/** The cases of this family. */
export function usual(): Variation[] {
  const optimizers = [
    good,
    adam({ learningRate: 0.003 }),
    sgd({ learningRate: 0.2 }),
    sgd({ learningRate: 0.05, momentum: 0.9 }),
    rmsprop({ learningRate: 0.005 }),
  ];
  const activations = [relu, tanh, leakyRelu, gelu, elu, softplus];
  return NAMES.flatMap((name, index) =>
    Array.from({ length: 9 }, (_, turn) => {
      const optimizer = optimizers[(turn + index) % optimizers.length];
      const hidden = activations[(turn * 2 + index) % activations.length];
      const columns = [[16], [32, 16], [24]][turn % 3];
      return {
        name: `${name}, [${columns}], ${hidden.name}, ${optimizer.name} ${optimizer.learningRate}`,
        task: task(name),
        network: () => networkFor(task(name), columns, { hidden, seed: 10 * index + turn }),
        options: { optimizer, epochs: name === 'digits' ? 20 : 60, ...usualLoss(task(name)) },
      };
    }),
  );
}

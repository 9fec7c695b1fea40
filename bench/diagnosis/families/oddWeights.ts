// Trainings from weights that look odd.
import { adam, glorotUniform, heNormal, type Network, tanh } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { biased, networkFor, times, usualLoss } from '../networks.js';
import { type Task, task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The cases of this family. */
export function oddWeights(): Variation[] {
  const made: readonly [string, (given: Task, seed: number) => Network][] = [
    ['some dead neurons', (given, seed) => biased(networkFor(given, [32], { seed }), 0, -20, 12)],
    ['a last layer of zeros', (given, seed) => times(networkFor(given, [24], { hidden: tanh, seed }), 1, 0)],
    ['glorotUniform for relu', (given, seed) => networkFor(given, [24], { initializer: glorotUniform, seed })],
    ['heNormal for tanh', (given, seed) => networkFor(given, [24], { hidden: tanh, initializer: heNormal, seed })],
    ['weights x 3', (given, seed) => times(networkFor(given, [24], { hidden: tanh, seed }), 0, 3)],
  ];
  return (['circles', 'blobs', 'sine', 'digits', 'rings', 'surface'] as const).flatMap((name, index) =>
    made.map(([what, make]) => ({
      name: `${name}, ${what}`,
      task: task(name),
      network: () => make(task(name), index),
      options: { optimizer: good, epochs: name === 'digits' ? 20 : 60, ...usualLoss(task(name)) },
    })),
  );
}

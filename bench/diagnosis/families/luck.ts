// Trainings on two clouds, which weights that are drawn may tell apart by luck before the first step.
import { adam, cosineDecay, type TrainingOptions } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor } from '../networks.js';
import { task } from '../tasks.js';

const SEEDS = [0, 1, 2, 3, 4, 5];

/** The families of these. */
export function luck(): Case[] {
  const variations = (what: string, options: Omit<TrainingOptions, 'epochs'>) =>
    ['clouds', 'far clouds'].flatMap((name) =>
      SEEDS.map((seed) => ({
        name: `${name}, ${what}, seed ${seed}`,
        task: task(name),
        network: () => networkFor(task(name), [8], { seed }),
        options: { epochs: 30, ...options },
      })),
    );
  return [
    ...family('clouds: low rate', ['rateTooLow'], variations('adam 1e-6', { optimizer: adam({ learningRate: 1e-6 }) })),
    ...family(
      'clouds: schedule',
      ['schedule'],
      variations('3 steps', { optimizer: adam({ learningRate: cosineDecay({ from: 0.01, steps: 3 }) }) }),
    ),
    ...family('clouds: decay', ['decay'], variations('l2 10', { optimizer: adam(), l2: 10 })),
    ...family('clouds: fair', [], variations('adam 0.01', { optimizer: adam({ learningRate: 0.01 }) })),
  ];
}

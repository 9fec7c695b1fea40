// Trainings with penalties, schedules and batches in measure.
import { adam, adamW, cosineDecay, relu, stepDecay, tanh, warmup } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The cases of this family. */
export function oddPlans(): Variation[] {
  const plans = [
    ['l2', { l2: 0.0005 }],
    ['l1', { l1: 0.0005 }],
    ['weightDecay', { optimizer: adamW({ learningRate: 0.01, weightDecay: 0.05 }) }],
    ['dropout', { dropout: 0.2 }],
    ['clipNorm', { clipNorm: 1 }],
    ['maxNorm', { maxNorm: 4 }],
    ['cosineDecay', { optimizer: adam({ learningRate: cosineDecay({ from: 0.02, steps: 480 }) }) }],
    ['warmup', { optimizer: adam({ learningRate: warmup({ to: 0.01, steps: 100 }) }) }],
    ['stepDecay', { optimizer: adam({ learningRate: stepDecay({ from: 0.02, factor: 0.5, every: 120 }) }) }],
    ['batches of 1', { batchSize: 1, optimizer: adam({ learningRate: 0.001 }), epochs: 20 }],
    ['one batch', { batchSize: 1000, optimizer: adam({ learningRate: 0.05 }), epochs: 150 }],
  ] as const;
  return (['circles', 'blobs', 'sine', 'spirals', 'noisy'] as const).flatMap((name, index) =>
    plans.map(([what, plan]) => ({
      name: `${name}, ${what}`,
      task: task(name),
      network: () => networkFor(task(name), [32], { hidden: index % 2 ? relu : tanh, seed: index }),
      options: { optimizer: good, epochs: 60, ...plan },
    })),
  );
}

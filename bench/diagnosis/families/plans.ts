// Trainings with too much decay, dropout or clipping, with a schedule that ends at once, or of few steps.
import { adam, adamW, cosineDecay, exponentialDecay, rmsprop, sgd, stepDecay } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function plans(): Case[] {
  const decays = [
    ['circles', { l2: 0.5 }],
    ['blobs', { l2: 10 }],
    ['digits', { l2: 0.3 }],
    ['sine', { l2: 1 }],
    ['surface', { l1: 0.2 }],
    ['digits', { l1: 0.1 }],
    ['spirals', { l1: 0.05 }],
    ['circles', { optimizer: adamW({ learningRate: 0.01, weightDecay: 50 }) }],
    ['blobs', { optimizer: sgd({ learningRate: 0.1, weightDecay: 5 }) }],
    ['sine', { optimizer: adamW({ learningRate: 0.01, weightDecay: 20 }) }],
    ['digits', { optimizer: rmsprop({ learningRate: 0.003, weightDecay: 100 }) }],
    ['slope', { l2: 5 }],
  ] as const;
  const dropped = [
    ['circles', 0.95],
    ['spirals', 0.9],
    ['sine', 0.9],
    ['surface', 0.8],
    ['digits', 0.97],
    ['slope', 0.95],
  ] as const;
  const bound = [
    ['circles', { clipValue: 1e-6, optimizer: sgd({ learningRate: 0.1 }) }],
    ['blobs', { clipNorm: 1e-5, optimizer: sgd({ learningRate: 0.5 }) }],
    ['digits', { globalClipNorm: 1e-4, optimizer: sgd({ learningRate: 0.5 }) }],
    ['sine', { maxNorm: 0.05, optimizer: good }],
    ['spirals', { maxNorm: 0.1, optimizer: good }],
    ['surface', { clipNorm: 1e-4, optimizer: sgd({ learningRate: 0.1 }) }],
    ['digits', { maxNorm: 0.02, optimizer: good }],
  ] as const;
  const ends = [
    ['circles', adam({ learningRate: cosineDecay({ from: 0.01, steps: 8 }) })],
    ['blobs', sgd({ learningRate: exponentialDecay({ from: 0.1, factor: 0.1, steps: 3 }) })],
    ['digits', adam({ learningRate: cosineDecay({ from: 0.005, steps: 5 }) })],
    ['sine', adam({ learningRate: stepDecay({ from: 0.01, factor: 0.01, every: 5 }) })],
    ['spirals', adam({ learningRate: (step) => 0.01 / (1 + step) ** 3 })],
    ['surface', adam({ learningRate: (step) => (step < 4 ? 0.01 : 0) })],
    ['rings', adam({ learningRate: cosineDecay({ from: 0.02, steps: 6 }) })],
    ['slope', sgd({ learningRate: (step) => 0.05 * 0.5 ** step })],
  ] as const;
  const few = [
    ['circles', 240, 30],
    ['blobs', 240, 5],
    ['digits', 600, 8],
    ['sine', 240, 20],
    ['spirals', 240, 40],
    ['surface', 120, 8],
  ] as const;
  return [
    ...family(
      'too much decay',
      ['decay'],
      decays.map(([name, given]) => ({
        name: `${name}, ${'l2' in given ? `l2 ${given.l2}` : 'l1' in given ? `l1 ${given.l1}` : given.optimizer.name}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer: good, epochs: 40, ...given },
      })),
    ),
    ...family(
      'too much dropout',
      ['dropout'],
      dropped.map(([name, dropout]) => ({
        name: `${name}, ${dropout}`,
        task: task(name),
        network: () => networkFor(task(name), [16, 16]),
        options: { optimizer: good, epochs: 40, dropout },
      })),
    ),
    ...family(
      'bounds that are too tight',
      ['clipping'],
      bound.map(([name, given]) => ({
        name: `${name}, ${Object.keys(given)[0]}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { epochs: 40, ...given },
      })),
    ),
    ...family(
      'a schedule that ends at once',
      ['schedule'],
      ends.map(([name, optimizer]) => ({
        name: `${name}, ${optimizer.name}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer, epochs: 40, ...usualLoss(task(name)) },
      })),
    ),
    ...family(
      'few steps',
      ['fewSteps', 'rateTooLow'],
      few.map(([name, batchSize, epochs]) => ({
        name: `${name}, batches of ${batchSize}, ${epochs} epochs`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer: adam({ learningRate: 0.003 }), epochs, batchSize },
      })),
    ),
  ];
}

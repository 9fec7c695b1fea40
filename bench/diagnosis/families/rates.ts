// Trainings with rates that are far off.
import { adam, adamW, relu, rmsprop, sgd, sigmoid, tanh } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

/** The families of these. */
export function rates(): Case[] {
  const low = [
    ['circles', sgd({ learningRate: 0.001 }), relu],
    ['blobs', sgd({ learningRate: 1e-4 }), relu],
    ['digits', sgd({ learningRate: 1e-3 }), relu],
    ['digits', sgd({ learningRate: 0.01 }), sigmoid],
    ['digits', adam({ learningRate: 1e-6 }), relu],
    ['sine', adam({ learningRate: 1e-5 }), tanh],
    ['spirals', adam({ learningRate: 1e-4 }), tanh],
    ['surface', sgd({ learningRate: 1e-4, momentum: 0.9 }), tanh],
    ['slope', adam({ learningRate: 1e-5 }), relu],
    ['rings', rmsprop({ learningRate: 1e-5 }), relu],
    ['xor', sgd({ learningRate: 0.01 }), tanh],
    ['circles', adamW({ learningRate: 1e-5 }), tanh],
  ] as const;
  const high = [
    ['circles', sgd({ learningRate: 300 }), relu],
    ['blobs', adam({ learningRate: 30 }), tanh],
    ['digits', sgd({ learningRate: 100 }), sigmoid],
    ['digits', adam({ learningRate: 1 }), relu],
    ['spirals', adam({ learningRate: 1 }), tanh],
    ['sine', sgd({ learningRate: 3 }), tanh],
    ['surface', adam({ learningRate: 3 }), tanh],
    ['slope', sgd({ learningRate: 2 }), relu],
    ['rings', adam({ learningRate: 5 }), relu],
    ['sine', sgd({ learningRate: 1, momentum: 0.95 }), relu],
    ['digits', rmsprop({ learningRate: 0.5 }), relu],
    ['spirals', sgd({ learningRate: 50 }), relu],
  ] as const;
  const made = (given: typeof low | typeof high) =>
    given.map(([name, optimizer, hidden], index) => ({
      name: `${name}, ${optimizer.name} ${optimizer.learningRate}`,
      task: task(name),
      network: () => networkFor(task(name), name === 'digits' ? [16, 16] : [16], { hidden, seed: index }),
      options: { optimizer, epochs: name === 'xor' ? 200 : 40, ...usualLoss(task(name)) },
    }));
  return [
    ...family('a rate that is too low', ['rateTooLow'], made(low)),
    ...family('a rate that is too high', ['rateTooHigh'], made(high)),
  ];
}

// Trainings with rates that look high.
import { adam, quadratic, relu, sgd, sigmoid, tanh } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

/** The cases of this family. */
export function highRates(): Variation[] {
  const rates = [
    ['sine', adam({ learningRate: 0.3 }), tanh],
    ['sine', adam({ learningRate: 0.1 }), tanh],
    ['blobs', adam({ learningRate: 1 }), tanh],
    ['blobs', adam({ learningRate: 3 }), relu],
    ['blobs', sgd({ learningRate: 10 }), sigmoid],
    ['circles', adam({ learningRate: 0.3 }), tanh],
    ['circles', sgd({ learningRate: 2 }), tanh],
    ['rings', adam({ learningRate: 0.2 }), tanh],
    ['noisy', sgd({ learningRate: 3 }), tanh],
    ['spirals', adam({ learningRate: 0.1 }), tanh],
    ['digits', sgd({ learningRate: 1 }), sigmoid],
    ['digits', adam({ learningRate: 0.05 }), tanh],
    ['digits', adam({ learningRate: 0.03 }), relu],
    ['slope', sgd({ learningRate: 0.3 }), relu],
  ] as const;
  return [
    ...rates.map(([name, optimizer, hidden], index) => ({
      name: `${name}, ${optimizer.name} ${optimizer.learningRate}`,
      task: task(name),
      network: () => networkFor(task(name), [32], { hidden, seed: index }),
      options: { optimizer, epochs: 60, ...usualLoss(task(name)) },
    })),
    ...[10, 30].map((learningRate) => ({
      name: `blobs, quadratic, sgd ${learningRate}`,
      task: task('blobs'),
      network: () => networkFor(task('blobs'), [12], { hidden: sigmoid, output: sigmoid }),
      options: { optimizer: sgd({ learningRate }), epochs: 60, loss: quadratic },
    })),
    {
      name: 'digits, the video, sgd 3',
      task: task('digits'),
      network: () => networkFor(task('digits'), [16, 16], { hidden: sigmoid, output: sigmoid }),
      options: { optimizer: sgd({ learningRate: 3 }), epochs: 40, batchSize: 10 },
    },
  ];
}

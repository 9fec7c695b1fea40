// Trainings on four examples.
import { adam, leakyRelu, relu, sigmoid, tanh } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

/** The cases of this family. */
export function small(): Variation[] {
  return [tanh, sigmoid, relu, leakyRelu].flatMap((hidden, index) =>
    [4, 8, 16].map((width) => ({
      name: `xor, 2-${width}-1, ${hidden.name}`,
      kinds: ['stalled', 'deadNeurons', 'tooSimple'] as const,
      task: task('xor'),
      network: () => networkFor(task('xor'), [width], { hidden, seed: 100 + index }),
      options: { optimizer: adam({ learningRate: 0.03 }), epochs: 1000, ...usualLoss(task('xor')) },
    })),
  );
}

// Waves of one input on an even grid: where all neurons of tanh bend at 0, what moves them to either side cancels out.
import { adam, tanh } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { type Case, family } from '../case.js';
import { networkFor } from '../networks.js';
import type { Task } from '../tasks.js';

const COUNT = 160;
const SEEDS = [0, 1, 2];
const FREQUENCIES = [2, 2.4, 2.5, 2.6, 3];
const RATES = [0.01, 0.03];

/** sin(f x) on inputs from -3 to 3. */
function wave(frequency: number): Task {
  const inputs = Array.from({ length: COUNT }, (_, index) => [(index / (COUNT - 1)) * 6 - 3]);
  const data = dataset({ inputs, targets: inputs.map(([x]) => [Math.sin(frequency * (x as number))]) });
  return { name: `sin(${frequency} x)`, learn: data, held: data, outputs: 1 };
}

/** The families of these. */
export function curves(): Case[] {
  const variations = FREQUENCIES.map(wave).flatMap((task) =>
    RATES.flatMap((learningRate) =>
      SEEDS.map((seed) => ({
        name: `${task.name}, adam ${learningRate}, seed ${seed}`,
        task,
        network: () => networkFor(task, [32], { hidden: tanh, seed }),
        options: { epochs: 200, optimizer: adam({ learningRate }) },
      })),
    ),
  );
  return family('curves: biases at 0', ['zeroBiases'], variations);
}

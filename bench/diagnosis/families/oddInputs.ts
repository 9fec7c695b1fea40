// Trainings on inputs that look odd.
import { adam, relu, tanh } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { type Task, task, withColumn, withInputs } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The cases of this family. */
export function oddInputs(): Variation[] {
  const changes: readonly [string, (given: Task) => Task][] = [
    ['15 +- 8', (given) => withInputs(given, (value) => 15 + 8 * value, '15 +- 8')],
    ['x 5', (given) => withInputs(given, (value) => 5 * value, 'x 5')],
    ['/ 20', (given) => withInputs(given, (value) => value / 20, '/ 20')],
    ['+ 3', (given) => withInputs(given, (value) => value + 3, '+ 3')],
    ['ones', (given) => withColumn(given, 1)],
    ['zeros', (given) => withColumn(given, 0)],
    ['sevens', (given) => withColumn(given, 7)],
    [
      'one column x 20',
      (given) => withInputs(given, (value, column) => (column === 0 ? value * 20 : value), 'one column x 20'),
    ],
  ];
  return (['blobs', 'circles', 'surface', 'rings', 'slope', 'noisy'] as const).flatMap((name, index) =>
    changes.map(([, change], turn) => {
      const changed = change(task(name));
      return {
        name: changed.name,
        task: changed,
        network: () => networkFor(changed, [24], { hidden: (index + turn) % 2 ? relu : tanh, seed: turn }),
        options: { optimizer: good, epochs: 60, ...usualLoss(changed) },
      };
    }),
  );
}

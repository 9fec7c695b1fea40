// Trainings on data that tell nothing.
import { adam } from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { type Case, family } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { bothOf, type Task, task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function data(): Case[] {
  const one = (given: Task) =>
    bothOf(
      given,
      (set) =>
        set === given.learn
          ? dataset({
              inputs: set.readInputs(),
              width: set.width,
              labels: new Int32Array(set.count).fill(1),
              classes: set.classes as number,
            })
          : set,
      'one class',
    );
  const same = (given: Task) =>
    bothOf(
      given,
      (set) =>
        set !== given.learn
          ? set
          : set.labels === undefined
            ? dataset({ inputs: set.readInputs().fill(0.5), width: set.width, targets: set.targets as Float32Array })
            : dataset({
                inputs: set.readInputs().fill(0.5),
                width: set.width,
                labels: set.labels,
                classes: set.classes as number,
              }),
      'the same inputs',
    );
  const cases = [
    ...(['circles', 'blobs', 'digits', 'rings'] as const).map((name) => [one(task(name)), ['oneClass']] as const),
    ...(['spirals', 'sine', 'digits', 'blobs'] as const).map((name) => [same(task(name)), ['constantInputs']] as const),
  ];
  return family(
    'data that tell nothing',
    [],
    cases.map(([given, kinds]) => ({
      name: given.name,
      kinds,
      task: given,
      network: () => networkFor(given, [16]),
      options: { optimizer: good, epochs: 20, ...usualLoss(given) },
    })),
  );
}

// Trainings of networks that are too simple, or frozen.
import { adam, freeze, identity, Network } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function shapes(): Case[] {
  const simple = [
    ['circles', []],
    ['spirals', []],
    ['xor', []],
    ['sine', []],
    ['circles', [1]],
    ['spirals', [2]],
    ['rings', []],
    ['digits', [1]],
    ['surface', []],
  ] as const;
  const straight = (['circles', 'sine', 'surface', 'rings'] as const).map((name) => ({
    name: `${name}, identity`,
    task: task(name),
    network: () => networkFor(task(name), [16, 16], { hidden: identity }),
    options: { optimizer: good, epochs: 40, ...usualLoss(task(name)) },
  }));
  const frozen = [
    ['circles', [16], [0, 1]],
    ['digits', [16], [0, 1]],
    ['sine', [16, 16], [0, 1, 2]],
    ['spirals', [8, 8], [1, 2]],
    ['digits', [4], [0]],
    ['blobs', [2, 16], [0, 2]],
    ['surface', [16], [1]],
  ] as const;
  return [
    ...family(
      'too simple',
      ['tooSimple'],
      [
        ...simple.map(([name, columns]) => ({
          name: `${name}, [${columns}]`,
          task: task(name),
          network: () => networkFor(task(name), columns),
          options: {
            optimizer: name === 'xor' ? adam({ learningRate: 0.05 }) : good,
            epochs: name === 'xor' ? 500 : 40,
            ...usualLoss(task(name)),
          },
        })),
        ...straight,
      ],
    ),
    ...family(
      'frozen',
      ['frozen'],
      frozen.map(([name, columns, which]) => ({
        name: `${name}, [${columns}], layers ${which}`,
        task: task(name),
        network: () =>
          new Network(
            networkFor(task(name), columns).layers.map((layer, index) =>
              (which as readonly number[]).includes(index) ? freeze(layer) : layer,
            ) as never,
          ) as unknown as Network,
        options: { optimizer: good, epochs: 40 },
      })),
    ),
  ];
}

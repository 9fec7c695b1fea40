// Trainings on inputs that are not scaled.
import { adam, relu, sgd, tanh } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor, usualLoss } from '../networks.js';
import { task, withInputs } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function inputs(): Case[] {
  const scaled: readonly [string, number, number][] = [
    ['circles', 255, 0],
    ['circles', 1e4, 0],
    ['circles', 1, 100],
    ['blobs', 1000, 0],
    ['blobs', 1, 1000],
    ['spirals', 500, 0],
    ['sine', 1, 50],
    ['surface', 100, 300],
    ['digits', 255, 0],
    ['rings', 1, 2000],
  ];
  const large = scaled.flatMap(([name, factor, offset], index) => {
    const changed = withInputs(task(name), (value) => value * factor + offset, `x ${factor} + ${offset}`);
    return [
      {
        name: `${changed.name}, tanh, sgd`,
        task: changed,
        network: () => networkFor(changed, [16], { hidden: tanh, seed: index }),
        options: { optimizer: sgd({ learningRate: 0.1 }), epochs: 40, ...usualLoss(changed) },
      },
      {
        name: `${changed.name}, relu, adam`,
        task: changed,
        network: () => networkFor(changed, [16], { seed: index }),
        options: { optimizer: adam({ learningRate: 0.003 }), epochs: 40, ...usualLoss(changed) },
      },
    ];
  });
  const small = (['circles', 'blobs', 'spirals', 'sine', 'digits', 'rings'] as const).map((name, index) => {
    const changed = withInputs(task(name), (value) => value / 5000, '/ 5000');
    return {
      name: changed.name,
      task: changed,
      network: () => networkFor(changed, [16], { hidden: index % 2 ? tanh : relu, seed: index }),
      options: { optimizer: index % 2 ? good : sgd({ learningRate: 0.1 }), epochs: 40, ...usualLoss(changed) },
    };
  });
  const apart = (['circles', 'blobs', 'surface', 'slope', 'spirals'] as const).map((name, index) => {
    const changed = withInputs(task(name), (value, column) => (column === 1 ? value * 20 + 2000 : value), 'a year among them');
    return {
      name: changed.name,
      task: changed,
      network: () => networkFor(changed, [16], { hidden: index % 2 ? tanh : relu, seed: index }),
      options: { optimizer: index % 2 ? good : sgd({ learningRate: 0.01 }), epochs: 40, ...usualLoss(changed) },
    };
  });
  return [
    ...family('large inputs', ['inputScale'], large),
    ...family('small inputs', ['inputScale'], small),
    ...family('a large column', ['inputScale'], apart),
  ];
}

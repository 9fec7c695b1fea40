// Trainings on targets that are not scaled, or out of reach.
import { adam, identity, meanSquaredError, relu, sgd, softplus, tanh } from 'glassbox-nn';
import { type Case, family } from '../case.js';
import { networkFor } from '../networks.js';
import { task, withTargets } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The families of these. */
export function targets(): Case[] {
  const scaled: readonly [string, number, number][] = [
    ['sine', 1e5, 0],
    ['sine', 500, 17000],
    ['sine', 1, 300],
    ['surface', 400000, 400000],
    ['surface', 1000, 0],
    ['slope', 17000, 17000],
    ['slope', 1e5, 3e5],
    ['slope', 100, 1000],
    ['sine', 50, 20],
    ['surface', 0.5, 50],
  ];
  const large = scaled.map(([name, factor, offset], index) => {
    const changed = withTargets(task(name), (value) => value * factor + offset, `targets x ${factor} + ${offset}`);
    const optimizer = [adam(), adam({ learningRate: 0.01 }), sgd({ learningRate: 0.01 })][index % 3];
    return {
      name: changed.name,
      task: changed,
      network: () => networkFor(changed, [16], { hidden: index % 2 ? relu : tanh, output: identity, seed: index }),
      options: { optimizer, epochs: 50 },
    };
  });
  const beyond = [
    ['sine', 30, 0, tanh],
    ['sine', 5, 10, tanh],
    ['slope', 3, -10, relu],
    ['surface', 2, -5, softplus],
    ['surface', 100, 0, tanh],
    ['slope', 1, -4, relu],
  ] as const;
  const outside = beyond.map(([name, factor, offset, output], index) => {
    const changed = withTargets(
      task(name),
      (value) => value * factor + offset,
      `targets x ${factor} + ${offset}, ${output.name}`,
    );
    return {
      name: changed.name,
      task: changed,
      network: () => networkFor(changed, [16], { hidden: tanh, output, seed: index }),
      options: { optimizer: good, epochs: 50, loss: meanSquaredError },
    };
  });
  return [...family('large targets', ['targetScale'], large), ...family('targets out of reach', ['targetScale'], outside)];
}

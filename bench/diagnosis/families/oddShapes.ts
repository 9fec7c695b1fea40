// Trainings of networks that are deep, straight or partly frozen.
import { adam, freeze, identity, Network, quadratic, relu, sigmoid, softmax, tanh, zeros } from 'glassbox-nn';
import type { Variation } from '../case.js';
import { networkFor } from '../networks.js';
import { task, withTargets } from '../tasks.js';

const good = adam({ learningRate: 0.01 });

/** The cases of this family. */
export function oddShapes(): Variation[] {
  const scaled = withTargets(task('sine'), (value) => 3 + 2 * value, 'targets 3 +- 2');
  const deep = (
    [
      ['circles', 20, relu],
      ['digits', 8, relu],
      ['blobs', 6, tanh],
      ['sine', 6, tanh],
      ['circles', 3, sigmoid],
      ['digits', 3, tanh],
      ['blobs', 12, relu],
      ['spirals', 10, relu],
    ] as const
  ).map(([name, layers, hidden]) => ({
    name: `${name}, ${layers} layers of ${hidden.name}`,
    task: task(name),
    network: () => networkFor(task(name), Array(layers).fill(24), { hidden }),
    options: { optimizer: adam({ learningRate: 0.003 }), epochs: name === 'digits' ? 20 : 100 },
  }));
  const straight = (['blobs', 'noisy', 'slope', 'digits'] as const).flatMap((name) => [
    {
      name: `${name}, no hidden layers`,
      task: task(name),
      network: () => networkFor(task(name), []),
      options: { optimizer: adam({ learningRate: 0.03 }), epochs: 60 },
    },
    {
      name: `${name}, zeros`,
      task: task(name),
      network: () => networkFor(task(name), [], { initializer: zeros }),
      options: { optimizer: adam({ learningRate: 0.03 }), epochs: 60 },
    },
    {
      name: `${name}, hidden identity`,
      task: task(name),
      network: () => networkFor(task(name), [16], { hidden: identity }),
      options: { optimizer: good, epochs: 60 },
    },
  ]);
  const frozen = (['circles', 'sine', 'digits', 'blobs'] as const).map((name) => ({
    name: `${name}, a frozen first layer of 64`,
    task: task(name),
    network: () => {
      const [first, last] = networkFor(task(name), [64]).layers;
      return new Network([freeze(first), last] as never) as unknown as Network;
    },
    options: { optimizer: adam({ learningRate: 0.02 }), epochs: 100 },
  }));
  const numbers = (['sine', 'surface', 'slope'] as const).map((name) => {
    const fractions = withTargets(task(name), (value) => 0.5 + 0.2 * value, 'fractions');
    return {
      name: `${name}, sigmoid for fractions`,
      task: fractions,
      network: () => networkFor(fractions, [24], { hidden: tanh, output: name === 'slope' ? identity : sigmoid }),
      options: { optimizer: good, epochs: 100 },
    };
  });
  return [
    ...deep,
    ...straight,
    ...frozen,
    ...(numbers.filter(({ task: { learn } }) =>
      (learn.targets as Float32Array).every((value) => value >= 0 && value <= 1),
    ) as Variation[]),
    {
      name: scaled.name,
      task: scaled,
      network: () => networkFor(scaled, [24], { hidden: tanh }),
      options: { optimizer: good, epochs: 100 },
    },
    {
      name: 'blobs, quadratic behind softmax',
      task: task('blobs'),
      network: () => networkFor(task('blobs'), [24], { output: softmax }),
      options: { optimizer: good, loss: quadratic, epochs: 60 },
    },
  ];
}

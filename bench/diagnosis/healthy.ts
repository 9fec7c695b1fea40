// Trainings that are meant to learn, among them many that look odd. Whether they do is told by what they reach.
import {
  adam,
  adamW,
  cosineDecay,
  elu,
  freeze,
  gelu,
  glorotUniform,
  heNormal,
  identity,
  leakyRelu,
  Network,
  quadratic,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  softplus,
  stepDecay,
  tanh,
  train,
  warmup,
  zeros,
} from 'glassbox-nn';
import { type Case, family, type Variation } from './case.js';
import { biased, networkFor, times, usualLoss } from './networks.js';
import { type Task, task, withColumn, withInputs, withTargets } from './tasks.js';

const good = adam({ learningRate: 0.01 });
const NAMES = ['circles', 'spirals', 'blobs', 'noisy', 'rare', 'rings', 'sine', 'surface', 'slope', 'digits'] as const;

/** All of them. */
export function healthyCases(): Case[] {
  return [
    ...family('the usual', ['rateTooLow'], usual()),
    ...family('high rates', ['rateTooHigh'], highRates()),
    ...family('odd inputs', ['inputScale'], oddInputs()),
    ...family('odd weights', [], oddWeights()),
    ...family('odd plans', [], oddPlans()),
    ...family('odd shapes', [], oddShapes()),
    ...family('trained before', [], trained()),
    ...family('small sets', [], small()),
  ];
}

function usual(): Variation[] {
  const optimizers = [
    good,
    adam({ learningRate: 0.003 }),
    sgd({ learningRate: 0.2 }),
    sgd({ learningRate: 0.05, momentum: 0.9 }),
    rmsprop({ learningRate: 0.005 }),
  ];
  const activations = [relu, tanh, leakyRelu, gelu, elu, softplus];
  return NAMES.flatMap((name, index) =>
    Array.from({ length: 9 }, (_, turn) => {
      const optimizer = optimizers[(turn + index) % optimizers.length];
      const hidden = activations[(turn * 2 + index) % activations.length];
      const columns = [[16], [32, 16], [24]][turn % 3];
      return {
        name: `${name}, [${columns}], ${hidden.name}, ${optimizer.name} ${optimizer.learningRate}`,
        task: task(name),
        network: () => networkFor(task(name), columns, { hidden, seed: 10 * index + turn }),
        options: { optimizer, epochs: name === 'digits' ? 20 : 60, ...usualLoss(task(name)) },
      };
    }),
  );
}

function highRates(): Variation[] {
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

function oddInputs(): Variation[] {
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

function oddWeights(): Variation[] {
  const made: readonly [string, (given: Task, seed: number) => Network][] = [
    ['some dead neurons', (given, seed) => biased(networkFor(given, [32], { seed }), 0, -20, 12)],
    ['a last layer of zeros', (given, seed) => times(networkFor(given, [24], { hidden: tanh, seed }), 1, 0)],
    ['glorotUniform for relu', (given, seed) => networkFor(given, [24], { initializer: glorotUniform, seed })],
    ['heNormal for tanh', (given, seed) => networkFor(given, [24], { hidden: tanh, initializer: heNormal, seed })],
    ['weights x 3', (given, seed) => times(networkFor(given, [24], { hidden: tanh, seed }), 0, 3)],
  ];
  return (['circles', 'blobs', 'sine', 'digits', 'rings', 'surface'] as const).flatMap((name, index) =>
    made.map(([what, make]) => ({
      name: `${name}, ${what}`,
      task: task(name),
      network: () => make(task(name), index),
      options: { optimizer: good, epochs: name === 'digits' ? 20 : 60, ...usualLoss(task(name)) },
    })),
  );
}

function oddPlans(): Variation[] {
  const plans = [
    ['l2', { l2: 0.0005 }],
    ['l1', { l1: 0.0005 }],
    ['weightDecay', { optimizer: adamW({ learningRate: 0.01, weightDecay: 0.05 }) }],
    ['dropout', { dropout: 0.2 }],
    ['clipNorm', { clipNorm: 1 }],
    ['maxNorm', { maxNorm: 4 }],
    ['cosineDecay', { optimizer: adam({ learningRate: cosineDecay({ from: 0.02, steps: 480 }) }) }],
    ['warmup', { optimizer: adam({ learningRate: warmup({ to: 0.01, steps: 100 }) }) }],
    ['stepDecay', { optimizer: adam({ learningRate: stepDecay({ from: 0.02, factor: 0.5, every: 120 }) }) }],
    ['batches of 1', { batchSize: 1, optimizer: adam({ learningRate: 0.001 }), epochs: 20 }],
    ['one batch', { batchSize: 1000, optimizer: adam({ learningRate: 0.05 }), epochs: 150 }],
  ] as const;
  return (['circles', 'blobs', 'sine', 'spirals', 'noisy'] as const).flatMap((name, index) =>
    plans.map(([what, plan]) => ({
      name: `${name}, ${what}`,
      task: task(name),
      network: () => networkFor(task(name), [32], { hidden: index % 2 ? relu : tanh, seed: index }),
      options: { optimizer: good, epochs: 60, ...plan },
    })),
  );
}

function oddShapes(): Variation[] {
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

function trained(): Variation[] {
  return (['circles', 'spirals', 'blobs', 'sine', 'digits', 'rings', 'surface', 'xor'] as const).flatMap((name, index) =>
    [relu, tanh, sigmoid].map((hidden) => ({
      name: `${name}, ${hidden.name}, trained before`,
      task: task(name),
      network: () => {
        const network = networkFor(task(name), [24], { hidden, seed: index });
        train(network, task(name).learn, {
          optimizer: adam({ learningRate: 0.02 }),
          epochs: name === 'xor' ? 500 : 60,
          onWarning: () => {},
          ...usualLoss(task(name)),
        });
        return network;
      },
      options: {
        optimizer: index % 2 ? good : sgd({ learningRate: 0.01 }),
        epochs: name === 'xor' ? 300 : 20,
        ...usualLoss(task(name)),
      },
    })),
  );
}

function small(): Variation[] {
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

// Trainings that are meant to fail. Whether they do is told by what they reach.
import {
  adam,
  adamW,
  binaryCrossEntropy,
  constant,
  cosineDecay,
  crossEntropy,
  exponentialDecay,
  freeze,
  identity,
  meanSquaredError,
  Network,
  normal,
  quadratic,
  relu,
  rmsprop,
  sgd,
  sigmoid,
  softmax,
  softplus,
  stepDecay,
  tanh,
  zeros,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { type Case, family } from './case.js';
import { biased, networkFor, times, usualLoss } from './networks.js';
import { bothOf, type Task, task, withInputs, withTargets } from './tasks.js';

const good = adam({ learningRate: 0.01 });

/** All of them. */
export function sickCases(): Case[] {
  return [...inputs(), ...targets(), ...losses(), ...weights(), ...depth(), ...plans(), ...rates(), ...shapes(), ...data()];
}

function inputs(): Case[] {
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

function targets(): Case[] {
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

function losses(): Case[] {
  const pairs = [
    ['circles', sigmoid, crossEntropy],
    ['circles', identity, crossEntropy],
    ['circles', softplus, crossEntropy],
    ['circles', relu, crossEntropy],
    ['circles', tanh, crossEntropy],
    ['circles', identity, binaryCrossEntropy],
    ['blobs', sigmoid, crossEntropy],
    ['blobs', softplus, binaryCrossEntropy],
    ['digits', sigmoid, crossEntropy],
    ['digits', identity, crossEntropy],
    ['rings', identity, binaryCrossEntropy],
    ['rings', relu, binaryCrossEntropy],
    ['rings', softmax, quadratic],
    ['rings', softmax, meanSquaredError],
    ['rings', softmax, binaryCrossEntropy],
    ['xor', softmax, quadratic],
  ] as const;
  const unfit = pairs.map(([name, output, loss], index) => ({
    name: `${name}, ${output.name}, ${loss.name}`,
    task: task(name),
    network: () => networkFor(task(name), [16], { output, seed: index }),
    options: { optimizer: good, loss, epochs: 40 },
  }));
  return family('a loss that does not fit', ['lossFit'], unfit);
}

function weights(): Case[] {
  const hidden = [
    ['circles', 100, tanh],
    ['spirals', 60, tanh],
    ['blobs', 500, sigmoid],
    ['digits', 100, sigmoid],
    ['sine', 200, tanh],
    ['rings', 100, sigmoid],
    ['surface', 300, tanh],
  ] as const;
  const last = [
    ['circles', 300],
    ['blobs', 1000],
    ['digits', 300],
    ['rings', 1000],
    ['spirals', 1000],
  ] as const;
  const saturated = [
    ...hidden.map(([name, factor, activation], index) => ({
      name: `${name}, hidden weights x ${factor}`,
      task: task(name),
      network: () => times(networkFor(task(name), [16, 16], { hidden: activation, seed: index }), index % 2, factor),
      options: { optimizer: adam({ learningRate: 0.003 }), epochs: 30, ...usualLoss(task(name)) },
    })),
    ...last.map(([name, factor], index) => ({
      name: `${name}, last weights x ${factor}`,
      task: task(name),
      network: () => times(networkFor(task(name), [16], { hidden: tanh, seed: index }), 1, factor),
      options: { optimizer: adam({ learningRate: 0.003 }), epochs: 30, ...usualLoss(task(name)) },
    })),
  ];
  const alike = (['circles', 'blobs', 'digits', 'sine', 'rings', 'spirals', 'xor'] as const).map((name, index) => ({
    name: `${name}, ${index % 2 ? 'zeros' : 'constant'}`,
    task: task(name),
    network: () =>
      networkFor(task(name), [16], { hidden: index % 3 ? tanh : sigmoid, initializer: index % 2 ? zeros : constant(0.1) }),
    options: { optimizer: good, epochs: name === 'xor' ? 500 : 40, ...usualLoss(task(name)) },
  }));
  const dead = [
    ...(['circles', 'blobs', 'digits', 'sine', 'spirals', 'surface'] as const).map((name, index) => ({
      name: `${name}, biases of -${10 + index}`,
      task: task(name),
      network: () => biased(networkFor(task(name), [16, 16], { seed: index }), index % 2, -10 - index, 16),
      options: { optimizer: good, epochs: 40, ...usualLoss(task(name)) },
    })),
    ...Array.from({ length: 24 }, (_, seed) => ({
      name: `xor 2-4-1, relu, seed ${seed}`,
      kinds: ['deadNeurons', 'stalled'] as const,
      task: task('xor'),
      network: () => networkFor(task('xor'), [4], { seed }),
      options: { optimizer: adam({ learningRate: 0.05 }), epochs: 600 },
    })),
  ];
  const still = Array.from({ length: 24 }, (_, seed) => ({
    name: `xor 2-2-1, seed ${seed}`,
    task: task('xor'),
    network: () => networkFor(task('xor'), [seed % 2 ? 2 : 3], { hidden: seed % 4 < 2 ? sigmoid : tanh, seed }),
    options: { optimizer: adam({ learningRate: 0.05 }), epochs: 1500, loss: binaryCrossEntropy },
  }));
  const tiny = (['circles', 'blobs', 'digits', 'sine', 'spirals', 'surface'] as const).map((name, index) => ({
    name: `${name}, weights of 1e-5`,
    task: task(name),
    network: () =>
      networkFor(task(name), [16, 16, 16], { hidden: index % 2 ? relu : tanh, initializer: normal(0, 1e-5), seed: index }),
    options: { optimizer: sgd({ learningRate: 0.05 }), epochs: 30, ...usualLoss(task(name)) },
  }));
  return [
    ...family('saturated', ['saturation', 'weightScale'], saturated),
    ...family('twins', ['symmetry'], alike),
    ...family('dead ReLUs', ['deadNeurons'], dead),
    ...family('a standstill', ['stalled', 'tooSimple', 'saturation'], still),
    ...family('tiny weights', ['weightScale', 'symmetry'], tiny),
  ];
}

function depth(): Case[] {
  const deep = [
    ['circles', 4, sigmoid, sgd({ learningRate: 0.1 })],
    ['circles', 6, sigmoid, adam({ learningRate: 0.003 })],
    ['circles', 20, sigmoid, good],
    ['blobs', 5, sigmoid, sgd({ learningRate: 0.5 })],
    ['blobs', 12, sigmoid, good],
    ['digits', 4, sigmoid, sgd({ learningRate: 0.5 })],
    ['digits', 8, sigmoid, adam()],
    ['sine', 5, sigmoid, sgd({ learningRate: 0.1 })],
    ['sine', 10, sigmoid, adam({ learningRate: 0.003 })],
    ['surface', 6, sigmoid, sgd({ learningRate: 0.1 })],
    ['spirals', 5, sigmoid, adam({ learningRate: 0.003 })],
    ['slope', 7, sigmoid, sgd({ learningRate: 0.1 })],
  ] as const;
  return family(
    'too deep for sigmoid',
    ['vanishing'],
    deep.map(([name, layers, hidden, optimizer], index) => ({
      name: `${name}, ${layers} layers, ${optimizer.name}`,
      task: task(name),
      network: () => networkFor(task(name), Array(layers).fill(16), { hidden, seed: index }),
      options: { optimizer, epochs: 40 },
    })),
  );
}

function plans(): Case[] {
  const withers = [
    ['circles', { l2: 0.5 }],
    ['blobs', { l2: 10 }],
    ['digits', { l2: 0.3 }],
    ['sine', { l2: 1 }],
    ['surface', { l1: 0.2 }],
    ['digits', { l1: 0.1 }],
    ['spirals', { l1: 0.05 }],
    ['circles', { optimizer: adamW({ learningRate: 0.01, weightDecay: 50 }) }],
    ['blobs', { optimizer: sgd({ learningRate: 0.1, weightDecay: 5 }) }],
    ['sine', { optimizer: adamW({ learningRate: 0.01, weightDecay: 20 }) }],
    ['digits', { optimizer: rmsprop({ learningRate: 0.003, weightDecay: 100 }) }],
    ['slope', { l2: 5 }],
  ] as const;
  const dropped = [
    ['circles', 0.95],
    ['spirals', 0.9],
    ['sine', 0.9],
    ['surface', 0.8],
    ['digits', 0.97],
    ['slope', 0.95],
  ] as const;
  const bound = [
    ['circles', { clipValue: 1e-6, optimizer: sgd({ learningRate: 0.1 }) }],
    ['blobs', { clipNorm: 1e-5, optimizer: sgd({ learningRate: 0.5 }) }],
    ['digits', { globalClipNorm: 1e-4, optimizer: sgd({ learningRate: 0.5 }) }],
    ['sine', { maxNorm: 0.05, optimizer: good }],
    ['spirals', { maxNorm: 0.1, optimizer: good }],
    ['surface', { clipNorm: 1e-4, optimizer: sgd({ learningRate: 0.1 }) }],
    ['digits', { maxNorm: 0.02, optimizer: good }],
  ] as const;
  const ends = [
    ['circles', adam({ learningRate: cosineDecay({ from: 0.01, steps: 8 }) })],
    ['blobs', sgd({ learningRate: exponentialDecay({ from: 0.1, factor: 0.1, steps: 3 }) })],
    ['digits', adam({ learningRate: cosineDecay({ from: 0.005, steps: 5 }) })],
    ['sine', adam({ learningRate: stepDecay({ from: 0.01, factor: 0.01, every: 5 }) })],
    ['spirals', adam({ learningRate: (step) => 0.01 / (1 + step) ** 3 })],
    ['surface', adam({ learningRate: (step) => (step < 4 ? 0.01 : 0) })],
    ['rings', adam({ learningRate: cosineDecay({ from: 0.02, steps: 6 }) })],
    ['slope', sgd({ learningRate: (step) => 0.05 * 0.5 ** step })],
  ] as const;
  const few = [
    ['circles', 240, 30],
    ['blobs', 240, 5],
    ['digits', 600, 8],
    ['sine', 240, 20],
    ['spirals', 240, 40],
    ['surface', 120, 8],
  ] as const;
  return [
    ...family(
      'weights that wither',
      ['decay'],
      withers.map(([name, given]) => ({
        name: `${name}, ${'l2' in given ? `l2 ${given.l2}` : 'l1' in given ? `l1 ${given.l1}` : given.optimizer.name}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer: good, epochs: 40, ...given },
      })),
    ),
    ...family(
      'too much dropout',
      ['dropout'],
      dropped.map(([name, dropout]) => ({
        name: `${name}, ${dropout}`,
        task: task(name),
        network: () => networkFor(task(name), [16, 16]),
        options: { optimizer: good, epochs: 40, dropout },
      })),
    ),
    ...family(
      'bounds that are too tight',
      ['clipping'],
      bound.map(([name, given]) => ({
        name: `${name}, ${Object.keys(given)[0]}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { epochs: 40, ...given },
      })),
    ),
    ...family(
      'a schedule that ends at once',
      ['schedule'],
      ends.map(([name, optimizer]) => ({
        name: `${name}, ${optimizer.name}`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer, epochs: 40, ...usualLoss(task(name)) },
      })),
    ),
    ...family(
      'few steps',
      ['fewSteps', 'rateTooLow'],
      few.map(([name, batchSize, epochs]) => ({
        name: `${name}, batches of ${batchSize}, ${epochs} epochs`,
        task: task(name),
        network: () => networkFor(task(name), [16]),
        options: { optimizer: adam({ learningRate: 0.003 }), epochs, batchSize },
      })),
    ),
  ];
}

function rates(): Case[] {
  const low = [
    ['circles', sgd({ learningRate: 0.001 }), relu],
    ['blobs', sgd({ learningRate: 1e-4 }), relu],
    ['digits', sgd({ learningRate: 1e-3 }), relu],
    ['digits', sgd({ learningRate: 0.01 }), sigmoid],
    ['digits', adam({ learningRate: 1e-6 }), relu],
    ['sine', adam({ learningRate: 1e-5 }), tanh],
    ['spirals', adam({ learningRate: 1e-4 }), tanh],
    ['surface', sgd({ learningRate: 1e-4, momentum: 0.9 }), tanh],
    ['slope', adam({ learningRate: 1e-5 }), relu],
    ['rings', rmsprop({ learningRate: 1e-5 }), relu],
    ['xor', sgd({ learningRate: 0.01 }), tanh],
    ['circles', adamW({ learningRate: 1e-5 }), tanh],
  ] as const;
  const high = [
    ['circles', sgd({ learningRate: 300 }), relu],
    ['blobs', adam({ learningRate: 30 }), tanh],
    ['digits', sgd({ learningRate: 100 }), sigmoid],
    ['digits', adam({ learningRate: 1 }), relu],
    ['spirals', adam({ learningRate: 1 }), tanh],
    ['sine', sgd({ learningRate: 3 }), tanh],
    ['surface', adam({ learningRate: 3 }), tanh],
    ['slope', sgd({ learningRate: 2 }), relu],
    ['rings', adam({ learningRate: 5 }), relu],
    ['sine', sgd({ learningRate: 1, momentum: 0.95 }), relu],
    ['digits', rmsprop({ learningRate: 0.5 }), relu],
    ['spirals', sgd({ learningRate: 50 }), relu],
  ] as const;
  const made = (given: typeof low | typeof high) =>
    given.map(([name, optimizer, hidden], index) => ({
      name: `${name}, ${optimizer.name} ${optimizer.learningRate}`,
      task: task(name),
      network: () => networkFor(task(name), name === 'digits' ? [16, 16] : [16], { hidden, seed: index }),
      options: { optimizer, epochs: name === 'xor' ? 200 : 40, ...usualLoss(task(name)) },
    }));
  return [
    ...family('a rate that is too low', ['rateTooLow'], made(low)),
    ...family('a rate that is too high', ['rateTooHigh'], made(high)),
  ];
}

function shapes(): Case[] {
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

function data(): Case[] {
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

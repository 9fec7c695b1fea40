// Custom functions that do not do what is asked of them: each is named, and nothing else is blamed.
import {
  backpropagate,
  constantRate,
  defineActivation,
  defineLoss,
  diagnose,
  evaluate,
  evaluateAsync,
  fit,
  Layer,
  Network,
  type Optimizer,
  predictor,
  quadratic,
  sgd,
  train,
  trainSteps,
} from 'glassbox-nn';
import { dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr } from '../support/toyData.js';

const broken = defineActivation({ name: 'broken', value: (sum) => Math.sqrt(sum - 100), derivative: () => 1 });

describe.each(['hidden', 'output'] as const)('an activation that gives NaN, as %s', (place) => {
  const calls: Readonly<Record<string, (network: Network) => unknown>> = {
    forward: (network) => network.forward([1, 2]),
    predict: (network) => network.predict([1, 2]),
    trace: (network) => network.trace([1, 2]),
    'predictor.forward': (network) => predictor(network).forward([1, 2]),
    'predictor.predictBatch': (network) => predictor(network).predictBatch(Float32Array.of(1, 2, 3, 4), 2),
    backpropagate: (network) => backpropagate(network, [1, 2], 0),
    train: (network) => train(network, exclusiveOr(), { onWarning: () => {} }),
    fit: (network) => fit(network, exclusiveOr(), { onWarning: () => {} }),
    evaluate: (network) => evaluate(network, exclusiveOr()),
  };

  it.each(Object.entries(calls))('is named by %s, and not a weight', async (_, call) => {
    const network = new Network([2, 3, 2], { [place]: broken }) as Network;
    await expectRefusalLeaving(network, () => call(network), 'NumericError', 'activation broken', 'weighted sum', 'got NaN');
    const { message } = (await errorOf(() => call(network))) as Error;
    expect(message).not.toMatch(/A weight or bias|learningRate/);
  });
});

describe('other functions of the wrong kind', () => {
  const network = () => new Network([2, 3, 2]) as Network;
  const quiet = { onWarning: () => {} };

  it('an activation that gives no number', async () => {
    const none = defineActivation({ name: 'none', value: () => undefined as never, derivative: () => 1 });
    const made = new Network([2, 3, 2], { hidden: none });
    await expectRefusal(() => made.forward([1, 2]), 'NumericError', 'activation none', 'got undefined');
    await expectRefusal(() => new Layer(1, 1, { activation: none }).forward([1]), 'NumericError', 'activation none');
  });

  it('a derivative that gives NaN', async () => {
    const steep = defineActivation({ name: 'steep', value: (sum) => sum, derivative: () => Number.NaN });
    const made = new Network([2, 3, 2], { hidden: steep });
    const words = ['derivative of the activation steep', 'got NaN'];
    await expectRefusalLeaving(made, () => train(made, exclusiveOr(), quiet), 'NumericError', ...words);
  });

  it('but NaN that comes from a weight is still the weight', async () => {
    const own = defineActivation({ name: 'own', value: (sum) => sum, derivative: () => 1 });
    const made = new Network([2, 2], { output: own });
    made.layers[0].weights[0] = Number.NaN;
    await expectRefusal(() => made.predict([1, 2]), 'NumericError', 'output[0]', 'A weight or bias is not finite');
  });

  it('a loss, or its gradient, that gives NaN or no number', async () => {
    const { gradient, value } = quadratic;
    for (const given of [Number.NaN, undefined, 'x', Promise.resolve(1)]) {
      const loss = defineLoss({ name: 'lost', value: () => given as never, gradient });
      await expectRefusal(() => evaluate(network(), exclusiveOr(), { loss }), 'NumericError', 'loss lost', 'a finite number');
      const one = network();
      await expectRefusalLeaving(one, () => train(one, exclusiveOr(), { loss, ...quiet }), 'NumericError', 'loss lost');
    }
    const slopes = defineLoss({ name: 'lost', value, gradient: (outputs) => outputs.map(() => Number.NaN) });
    const one = network();
    const words = ['gradient of the loss lost', 'got NaN'];
    await expectRefusalLeaving(one, () => train(one, exclusiveOr(), { loss: slopes, ...quiet }), 'NumericError', ...words);
  });

  const update = (move: Optimizer['update']): Optimizer => ({ name: 'mine', learningRate: 0.1, slots: 0, update: move });

  it('an optimizer that returns new parameters, or a promise, instead of moving those it is given', async () => {
    const moved: Optimizer['update'] = (parameters, gradient) =>
      parameters.map((value, i) => value - 0.1 * gradient[i]) as never;
    const later: Optimizer['update'] = (async (parameters: Float32Array) => void parameters.fill(1)) as never;
    const plain: Optimizer['update'] = (parameters) => Array.from(parameters) as never;
    for (const [move, got] of [
      [moved, 'a Float32Array of 6'],
      [later, 'a promise'],
      [plain, 'an array of 6'],
    ] as const) {
      for (const call of [train, fit, trainSteps]) {
        const one = network();
        const run = async () => {
          const started = await call(one, exclusiveOr(), { optimizer: update(move) } as never);
          if ('next' in started) [...(started as Iterable<unknown>)];
        };
        await expectRefusalLeaving(one, run, 'ArgumentError', 'update of the optimizer mine', got, 'in place');
      }
    }
  });

  it('an optimizer that gives new arrays to the names of its arguments, and moves nothing', async () => {
    const rebind = update((parameters, gradient) => {
      parameters = parameters.map((value, i) => value - 0.1 * (gradient[i] as number));
    });
    const words = ['update of the optimizer mine', 'in the first step', 'got none', 'in place'];
    for (const call of [train, fit, trainSteps]) {
      const one = network();
      const run = async () => {
        const started = await call(one, exclusiveOr(), { optimizer: rebind } as never);
        if ('next' in started) [...(started as Iterable<unknown>)];
      };
      await expectRefusalLeaving(one, run, 'ArgumentError', ...words);
    }
  });

  it('but one that only remembers in its first step is right, and one whose rate is 0', () => {
    const waiting: Optimizer = {
      ...update((parameters, gradient, [memory], { step }) => {
        if (step > 1) parameters.set(parameters.map((value, i) => value - 0.1 * (memory?.[i] as number)));
        memory?.set(gradient);
      }),
      slots: 1,
    };
    for (const optimizer of [waiting, { ...update(() => {}), learningRate: () => 0 }]) {
      expect(train(network(), exclusiveOr(), { optimizer, epochs: 2 })).toHaveLength(2);
    }
  });

  it('but one that moves them and returns them is right', () => {
    const one = network();
    const before = hashOfNetwork(one);
    const moved: Optimizer['update'] = (parameters, gradient) => {
      for (let i = 0; i < parameters.length; i++) parameters[i] -= 0.1 * (gradient[i] as number);
      return parameters as never;
    };
    train(one, exclusiveOr(), { optimizer: update(moved) });
    const other = network();
    train(other, exclusiveOr(), { optimizer: sgd({ learningRate: 0.1 }) });
    expect(hashOfNetwork(one)).not.toBe(before);
    expect(one.layers[0]?.weights[0]).toBeCloseTo(other.layers[0]?.weights[0] as number, 6);
  });

  it('an optimizer that makes NaN is named', async () => {
    const optimizer = update((parameters) => void parameters.fill(Number.NaN));
    const one = network();
    await expectRefusalLeaving(one, () => train(one, exclusiveOr(), { optimizer }), 'NumericError', 'the optimizer mine');
  });

  it('sgd with nesterov and without momentum', async () => {
    await expectRefusal(() => sgd({ nesterov: true }), 'ArgumentError', 'nesterov', 'sgd({ momentum: 0.9, nesterov: true })');
    await expectRefusal(() => sgd({ nesterov: true, momentum: 0 }), 'ArgumentError', 'momentum');
    expect(sgd({ nesterov: false }).slots).toBe(0);
  });

  it('schedules, earlyStopping, reduceOnPlateau and initializers that give promises or NaN', async () => {
    const later = (async () => 1) as never;
    const tries: readonly [Parameters<typeof train>[2], 'ArgumentError' | 'NumericError' | 'OutOfRangeError', string][] = [
      [{ optimizer: sgd({ learningRate: later }) }, 'ArgumentError', 'learningRate at step 1'],
      [{ optimizer: sgd({ learningRate: () => Number.NaN }) }, 'NumericError', 'learningRate at step 1'],
      [{ earlyStopping: later }, 'ArgumentError', 'earlyStopping after epoch 1'],
      [{ reduceOnPlateau: later, epochs: 2 }, 'ArgumentError', 'reduceOnPlateau after epoch 1'],
      [{ reduceOnPlateau: () => Number.NaN, epochs: 2 }, 'OutOfRangeError', 'reduceOnPlateau after epoch 1'],
    ];
    for (const [options, kind, words] of tries)
      await expectRefusal(() => train(network(), exclusiveOr(), options), kind, words);
    const initializer = () => Number.NaN;
    await expectRefusal(() => new Network([2, 1], { initializer }).layers[0].weights, 'OutOfRangeError', 'initializer', 'NaN');
    expect(constantRate(0.1)(0)).toBe(0.1);
  });
});

describe('a callback that returns a promise', () => {
  it.each(['onBatch', 'onEpoch'] as const)(
    'as %s is warned of once by train and trainSteps, and waited for by fit',
    async (name) => {
      for (const call of [train, trainSteps]) {
        const warnings: string[] = [];
        const options = { epochs: 3, [name]: async () => 1, onWarning: (message: string) => warnings.push(message) };
        const started = call(new Network([2, 3, 2]), exclusiveOr(), options as never);
        if ('next' in started) [...(started as Iterable<unknown>)];
        expect(warnings).toEqual([
          `${name} returned a promise, and nothing waits for it. Only fit waits: await fit(network, data, options).`,
        ]);
      }
      const warnings: string[] = [];
      await fit(new Network([2, 3, 2]), exclusiveOr(), {
        [name]: async () => 1,
        onWarning: (message) => warnings.push(message),
      });
      expect(warnings).toEqual([]);
    },
  );
});

describe('a copy of a network as { ...network }', () => {
  const network = new Network([2, 3, 2]);
  const copies = {
    spread: { ...network },
    assigned: Object.assign({}, network),
    rebuilt: { layers: network.layers, sizes: network.sizes },
  };

  it.each(Object.entries(copies))('%s is refused, and not measured as 0 (case 145)', async (_, copy) => {
    for (const call of [evaluate, evaluateAsync, train, fit, trainSteps, diagnose, (given: Network) => predictor(given)]) {
      const attempt = () => (call as (...given: unknown[]) => unknown)(copy, exclusiveOr());
      await expectRefusalLeaving(network, attempt, 'ArgumentError', 'a copy of its fields', 'pass on the network itself');
    }
  });
});

describe('what does not fit is answered by what it looks like', () => {
  it('targets that are the numbers of classes are called labels', async () => {
    const three = new Network([2, 3, 3]);
    const inputs = [[0, 1], [1, 0], [1, 1]]; // biome-ignore format: a table
    const classes = dataset({ inputs, targets: [0, 1, 2] });
    await expectRefusal(() => train(three, classes), 'ShapeError', 'expected 3 numbers', 'labels: [0, 1, 2]');
    const amounts = dataset({ inputs, targets: [0.5, 1.25, 2] });
    await expectRefusal(() => train(three, amounts), 'ShapeError', 'End the network with 1 outputs');
  });

  it('a row in a row is called so', async () => {
    const network = new Network([2, 1] as number[]);
    await expectRefusal(() => network.forward([[1, 1]] as never), 'ShapeError', 'got 1', 'It is a row in a row');
    await expectRefusal(() => network.forward([[1], [1]] as never), 'ArgumentError', 'an array of 1', 'It is a row in a row');
  });
});

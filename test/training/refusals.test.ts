// What training refuses, numbered as in the list of bad inputs. After each, the network is as it was.
import {
  adam,
  crossEntropy,
  evaluate,
  fit,
  identity,
  leakyRelu,
  Network,
  type NetworkOptions,
  relu,
  sgd,
  softmax,
  type TrainingOptions,
  train,
  trainSteps,
} from 'glassbox-nn';
import { type Dataset, dataset } from 'glassbox-nn/data';
import { describe, expect, it } from 'vitest';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { errorOf, expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { exclusiveOr, randomExamples } from '../support/toyData.js';

type Kind = Parameters<typeof expectRefusal>[1];

/** Expects all ways of training, called so, to refuse and to leave the network as it was. */
async function trainingRefuses(
  network: Network,
  data: Dataset,
  options: TrainingOptions | undefined,
  kind: Kind,
  ...words: string[]
): Promise<void> {
  for (const call of [train, fit, trainSteps]) {
    await expectRefusalLeaving(network, () => call(network, data, options as never), kind, ...words);
  }
}

const network = (sizes: number[] = [2, 3, 2], options: NetworkOptions = {}) => new Network(sizes, options);

describe('data', () => {
  it('without an example (case 28)', async () => {
    const none = exclusiveOr().take(0);
    await trainingRefuses(
      network(),
      none,
      {},
      'ArgumentError',
      'data',
      'at least one example',
      'got none. Does a split or a filter leave none?',
    );
    await trainingRefuses(network(), exclusiveOr(), { validationData: none }, 'ArgumentError', 'validationData', 'got none');
    await expectRefusal(() => evaluate(network(), none), 'ArgumentError', 'data', 'at least one example');
  });

  it('that are none', async () => {
    for (const data of [undefined, null, [[0, 1]], { inputs: [[0, 1]] }]) {
      await trainingRefuses(network(), data as never, {}, 'ArgumentError', 'data', 'a Dataset', 'dataset({ inputs, labels })');
    }
    await trainingRefuses(
      network(),
      exclusiveOr(),
      { validationData: [] as never },
      'ArgumentError',
      'validationData',
      'a Dataset',
    );
  });

  it('whose counts of inputs and answers differ (case 29)', async () => {
    await expectRefusal(() => dataset({ inputs: [[1], [2]], labels: [0] }), 'ShapeError', 'labels', 'expected 2', 'got 1');
    await expectRefusal(() => dataset({ inputs: [[1]], targets: [[0], [1]] }), 'ShapeError', 'targets', 'expected 1', 'got 2');
  });

  it('with a ragged row (case 30)', async () => {
    await expectRefusal(() => dataset({ inputs: [[1, 2], [3]], labels: [0, 1] }), 'ShapeError', 'inputs[1]', 'got 1');
  });

  it('refuses label 10, -1 and 2.5 (case 31)', async () => {
    const inputs = [[0, 1]];
    await expectRefusal(
      () => dataset({ inputs, labels: [10], classes: 10 }),
      'OutOfRangeError',
      'labels[0]',
      '0 to 9',
      'got 10',
    );
    await expectRefusal(() => dataset({ inputs, labels: [-1] }), 'OutOfRangeError', 'labels[0]', 'got -1');
    await expectRefusal(() => dataset({ inputs, labels: [2.5] }), 'OutOfRangeError', 'labels[0]', 'got 2.5');
    const eleven = dataset({ inputs, labels: [10] });
    await trainingRefuses(network([2, 10]), eleven, {}, 'ShapeError', 'data labels', 'at most 10 classes', 'got 11');
    await trainingRefuses(network([2, 1]), eleven, {}, 'ShapeError', 'data labels', 'at most 2 classes', 'got 11');
  });

  it('with a target row that does not sum to 1, with crossEntropy (case 32)', async () => {
    const data = dataset({ inputs: [[0, 1], [1, 1]], targets: [[0.5, 0.5], [0.5, 0.75]] }); // biome-ignore format: a table
    const softmaxed = network([2, 2], { output: softmax });
    await trainingRefuses(
      softmaxed,
      data,
      {},
      'OutOfRangeError',
      'data targets[1]',
      'add up to 1',
      'got 1.25',
      'binaryCrossEntropy',
    );
  });

  it('with a target above 1 or below 0 for a sigmoid output (case 33)', async () => {
    const data = (target: number) => dataset({ inputs: [[0, 1]], targets: [[target]] });
    await trainingRefuses(network([2, 1]), data(1.5), {}, 'OutOfRangeError', 'targets[0]', '0 to 1', 'got 1.5', 'identity');
    await trainingRefuses(network([2, 1]), data(-0.5), {}, 'OutOfRangeError', 'targets[0]', '0 to 1', 'got -0.5');
    expect(train(network([2, 1], { output: identity }), data(1.5)).length).toBe(1);
  });

  it('of another width than the network', async () => {
    const remedy = 'Make the network new Network([3, ...])';
    await trainingRefuses(network(), randomExamples(4, 3, 2), {}, 'ShapeError', 'data inputs', 'expected 2', 'got 3', remedy);
    const options = { validationData: randomExamples(4, 3, 2) };
    await trainingRefuses(network(), exclusiveOr(), options, 'ShapeError', 'validationData inputs', 'expected 2', 'got 3');
    const rows = dataset({ inputs: [[0, 1]], targets: [[1, 0, 0]] });
    await trainingRefuses(network(), rows, {}, 'ShapeError', 'data targets', 'expected 2', 'got 3');
  });

  it('that throw midway reject, and the last whole step is kept (case 38)', async () => {
    const data = randomExamples(10, 2, 2);
    // The form of a Dataset, with a fault in its seventh example.
    const faulty = {
      ...data,
      slice: data.slice,
      readTarget: data.readTarget,
      readInput(out: Float32Array, index: number) {
        if (index === 6) throw new Error('the disk is gone');
        data.readInput(out, index);
      },
    } as unknown as Dataset;
    const reference = network();
    const options = { optimizer: sgd({ learningRate: 1 }), shuffle: false, batchSize: 4 };
    train(reference, data.take(4), options);
    for (const call of [train, fit]) {
      const trained = network();
      expect(await errorOf(() => call(trained, faulty, options))).toMatchObject({ message: 'the disk is gone' });
      expect(hashOfNetwork(trained)).toBe(hashOfNetwork(reference));
      expect(train(trained, data).length).toBe(1);
    }
  });

  it('that are changed meanwhile never crash (case 39)', () => {
    const data = randomExamples(10, 2, 2);
    const onBatch = () => void data.inputs.fill(0.5);
    expect(train(network(), data, { batchSize: 2, onBatch })[0].loss).toBeLessThan(10);
    // Even infinite ones: they are named as what they are, or not seen, where the inputs were prepared before.
    const spoil = () => void data.inputs.fill(Number.POSITIVE_INFINITY);
    const spoilt = network([2, 3, 2], { hidden: relu });
    try {
      train(spoilt, data, { batchSize: 2, onBatch: spoil });
    } catch (error) {
      expect(error).toMatchObject({ name: 'NumericError', message: expect.stringContaining('finite') });
    }
    expect(spoilt.layers.every(({ weights, biases }) => [...weights, ...biases].every(Number.isFinite))).toBe(true);
    // The next training reads them, and refuses.
    expect(() => train(network([2, 3, 2], { hidden: relu }), data)).toThrow(/finite/);
  });

  it('are neither changed nor kept', () => {
    const inputs = [[0.5, -1], [0.25, 2]]; // biome-ignore format: a table
    const targets = [Float32Array.of(0, 1), Float32Array.of(1, 0)];
    const data = dataset({ inputs: Object.freeze(inputs.map((row) => Object.freeze(row) as number[])) as number[][], targets });
    const before = [[...data.inputs], [...(data.targets ?? [])]];
    train(network(), data, Object.freeze({ epochs: 3, validationData: data }));
    evaluate(network(), data);
    expect([[...data.inputs], [...(data.targets ?? [])]]).toEqual(before);
    expect(targets).toEqual([Float32Array.of(0, 1), Float32Array.of(1, 0)]);
  });
});

describe('options', () => {
  it('epochs -1, 1.5 or no number (case 41)', async () => {
    for (const epochs of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      await trainingRefuses(
        network(),
        exclusiveOr(),
        { epochs },
        'OutOfRangeError',
        'epochs',
        'whole number from 0',
        `got ${epochs}`,
      );
    }
    await trainingRefuses(network(), exclusiveOr(), { epochs: '3' as never }, 'ArgumentError', 'epochs', "got '3'");
  });

  it('batchSize 0 or 2.5 (case 42)', async () => {
    for (const batchSize of [0, 2.5, Number.NaN]) {
      await trainingRefuses(
        network(),
        exclusiveOr(),
        { batchSize },
        'OutOfRangeError',
        'batchSize',
        'from 1',
        `got ${batchSize}`,
      );
    }
  });

  it('a seed of NaN, 1.5 or 2^53 (case 111)', async () => {
    for (const seed of [Number.NaN, 1.5, 2 ** 53, -1]) {
      await trainingRefuses(network(), exclusiveOr(), { seed }, 'OutOfRangeError', 'seed', `got ${seed}`);
    }
  });

  it('that are misspelt, with a suggestion (case 10)', async () => {
    const suggestions = { epoch: 'epochs', batchsize: 'batchSize', optimiser: 'optimizer', validationsplit: 'validationSplit' };
    for (const [wrong, right] of Object.entries(suggestions)) {
      const options = { [wrong]: 1 } as TrainingOptions;
      await trainingRefuses(network(), exclusiveOr(), options, 'ArgumentError', `got '${wrong}'`, `Did you mean ${right}?`);
    }
    await trainingRefuses(network(), exclusiveOr(), { learningRate: 1 } as never, 'ArgumentError', "got 'learningRate'");
    await expectRefusal(
      () => evaluate(network(), exclusiveOr(), { lose: crossEntropy } as never),
      'ArgumentError',
      'Did you mean loss?',
    );
  });

  it('of the wrong kind', async () => {
    const wrong: [object, string, string][] = [
      [{ shuffle: 1 }, 'shuffle', 'got 1'],
      [{ onEpoch: 'log' }, 'onEpoch', "got 'log'"],
      [{ onBatch: {} }, 'onBatch', 'got an object'],
      [{ onWarning: 3 }, 'onWarning', 'got 3'],
      [{ signal: {} }, 'signal', 'Pass controller.signal'],
      [{ signal: new AbortController() }, 'signal', 'Pass controller.signal'],
      [{ loss: 'crossEntropy' }, 'loss', "got 'crossEntropy'"],
      [{ optimizer: adam }, 'optimizer', 'got a function'],
      [{ validationSplit: '0.1' }, 'validationSplit', "got '0.1'"],
      [[], 'training options', 'got an array of 0'],
    ];
    for (const [options, what, got] of wrong.slice(0, -1)) {
      await trainingRefuses(network(), exclusiveOr(), options, 'ArgumentError', what, got);
    }
    await expectRefusal(
      () => train(network(), exclusiveOr(), [] as never),
      'ArgumentError',
      'training options',
      'an array of 0',
    );
    await expectRefusal(() => train(network(), exclusiveOr(), null as never), 'ArgumentError', 'training options', 'null');
  });

  it('a validationSplit that is no share, or leaves no example on a side, or comes with validationData', async () => {
    for (const validationSplit of [0, 1, -0.5, Number.NaN]) {
      await trainingRefuses(
        network(),
        exclusiveOr(),
        { validationSplit },
        'OutOfRangeError',
        'validationSplit',
        'between 0 and 1',
      );
    }
    await trainingRefuses(network(), exclusiveOr().take(1), { validationSplit: 0.5 }, 'OutOfRangeError', 'got 0.5 of 1');
    const both = { validationSplit: 0.5, validationData: exclusiveOr() };
    await trainingRefuses(network(), exclusiveOr(), both, 'ArgumentError', 'validationData or validationSplit', 'got both');
  });

  it('that come by a polluted Object.prototype are ignored (case 11)', async () => {
    const polluted = {
      learningRate: 100,
      every: 'epoch',
      epochs: 7,
      batchSize: 1,
      momentum: 0.5,
      loss: 'none',
      seed: 3,
      signal: 1,
    };
    const options = () => ({ optimizer: adam() });
    const [clean, dirty] = [network(), network()];
    const steps = [...trainSteps(clean, exclusiveOr(), { ...options(), batchSize: 2 })].length;
    const evaluation = evaluate(clean, exclusiveOr());
    Object.assign(Object.prototype, polluted);
    let dirtySteps: number;
    let dirtyEvaluation: unknown;
    try {
      dirtySteps = [...trainSteps(dirty, exclusiveOr(), { ...options(), batchSize: 2 })].length;
      dirtyEvaluation = evaluate(dirty, exclusiveOr());
      train(dirty, exclusiveOr(), { optimizer: sgd() });
      // Node's own MessageChannel, by which fit gives way, would take this signal.
      delete (Object.prototype as { signal?: unknown }).signal;
      await fit(dirty, exclusiveOr());
    } finally {
      for (const name of Object.keys(polluted)) delete (Object.prototype as Record<string, unknown>)[name];
    }
    train(clean, exclusiveOr(), { optimizer: sgd() });
    await fit(clean, exclusiveOr());
    expect(dirtySteps).toBe(steps);
    expect(dirtyEvaluation).toEqual(evaluation);
    expect(hashOfNetwork(dirty)).toBe(hashOfNetwork(clean));
  });

  it('for something that is no network', async () => {
    for (const none of [undefined, {}, [2, 3, 2]]) {
      for (const call of [train, fit, trainSteps, evaluate]) {
        await expectRefusal(
          () => call(none as never, exclusiveOr()),
          'ArgumentError',
          'network',
          'a Network',
          'new Network([784',
        );
      }
    }
  });
});

describe('numbers that run away', () => {
  const far = dataset({ inputs: [[1e3, 1e3]], targets: [[-1e3]] });

  it('divergence names its step, and the last finite weights are kept (case 43)', async () => {
    for (const call of [train, fit]) {
      const runaway = network([2, 3, 1], { hidden: leakyRelu, output: identity });
      let last = hashOfNetwork(runaway);
      let steps = 0;
      const options = {
        optimizer: sgd({ learningRate: 1 }),
        epochs: 1000,
        onBatch() {
          last = hashOfNetwork(runaway);
          steps += 1;
        },
      };
      const error = await errorOf(() => call(runaway, far, options));
      expect(error).toMatchObject({ name: 'NumericError', code: 'NUMERIC' });
      expect((error as Error).message).toContain(`training step ${steps + 1}: expected finite numbers, got `);
      expect((error as Error).message).toContain('lower learningRate');
      expect(steps).toBeGreaterThan(0);
      expect(hashOfNetwork(runaway)).toBe(last);
      expect(runaway.layers.every(({ weights }) => weights.every(Number.isFinite))).toBe(true);
      // And the network is free again.
      expect(train(runaway, far, { epochs: 0 })).toEqual([]);
    }
  });

  it('outputs of NaN name the step too, where there are classes (case 43)', async () => {
    const made = network([2, 2], { output: softmax });
    made.layers[0].weights.fill(3e38);
    const classes = dataset({ inputs: [[1, 1]], labels: [1], classes: 2 });
    await expectRefusalLeaving(made, () => train(made, classes), 'NumericError', 'training step 1', 'a cost of NaN');
  });

  it('an update that overflows float32 names the weight, and is taken back in all layers (case 44)', async () => {
    const made = network([2, 3, 1], { output: identity });
    await expectRefusalLeaving(
      made,
      () => train(made, far, { optimizer: sgd({ learningRate: 1e38 }) }),
      'NumericError',
      'training step 1',
      'Infinity in layers[',
      'keeps its last finite weights',
    );
  });

  it('an overflow in the optimizer state is refused, since the weight would never move again (case 44)', async () => {
    const made = network([1, 1], { output: identity });
    const steep = dataset({ inputs: [[1e10]], targets: [[1e10]] });
    await expectRefusalLeaving(
      made,
      () => train(made, steep, { optimizer: adam() }),
      'NumericError',
      'Infinity in the optimizer state of layers[0].weights[0]',
    );
  });

  it('weights that are not finite from the start are refused, with their place (case 43)', async () => {
    const made = network();
    made.layers[1].weights[4] = Number.NaN;
    for (const call of [train, fit]) {
      await expectRefusalLeaving(made, () => call(made, exclusiveOr()), 'NumericError', 'layers[1].weights[4]', 'got NaN');
    }
    made.layers[1].weights[4] = 0;
    made.layers[0].biases[2] = Number.NEGATIVE_INFINITY;
    await expectRefusalLeaving(made, () => train(made, exclusiveOr()), 'NumericError', 'layers[0].biases[2]', 'got -Infinity');
    made.layers[0].biases[2] = 0;
    expect(train(made, exclusiveOr()).length).toBe(1);
  });
});

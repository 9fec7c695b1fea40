// Examples that count more or less, in training and in measuring, on both backends.
import {
  adam,
  backpropagate,
  checkGradients,
  defineLoss,
  evaluate,
  evaluateAsync,
  fit,
  identity,
  Network,
  sgd,
  softmax,
  type TrainingOptions,
  tanh,
  train,
  trainer,
  trainSteps,
} from 'glassbox-nn';
import { Dataset, dataset, smoothLabels, standardize, stratifiedSplit } from 'glassbox-nn/data';
import { checkpointIn } from 'glassbox-nn/formats';
import { describe, expect, it } from 'vitest';
import { onBoth } from '../engine/onBoth.js';
import { hashOfNetwork } from '../support/hashOfNetwork.js';
import { expectRefusal, expectRefusalLeaving } from '../support/refusals.js';
import { randomExamples } from '../support/toyData.js';

const f = Math.fround;
const fresh = () => new Network([4, 5, 3], { hidden: tanh, output: softmax, seed: 4 });
const plain = randomExamples(12, 4, 3);
const mixed = [2, 0, 0.3, 1, 0, 1.7, 1, 1, 0, 5, 0.1, 1];

/** The same examples with weights, and perhaps fewer of them. */
function weighted(weights: readonly number[], data = plain): Dataset {
  return new Dataset({ ...data, sampleWeights: Float32Array.from(weights) });
}

/** The network and the records that a training comes to, the same on both backends. */
function trained(data: Dataset, options: TrainingOptions = {}) {
  return onBoth(() => {
    const network = fresh();
    const steps = [...trainSteps(network, data, { optimizer: sgd({ learningRate: 0.5 }), ...options })];
    return { hash: hashOfNetwork(network), network, steps };
  });
}

describe('the gradient of weighted examples', () => {
  it('is the sum of w g over the count of the examples, the weight multiplied into the delta of the output', () => {
    const { network, steps } = trained(weighted(mixed), { batchSize: 12, shuffle: false });
    const expected = fresh();
    let cost = 0;
    const gradients = expected.layers.map(({ weights, biases }) => ({
      weights: new Float32Array(weights.length),
      biases: new Float32Array(biases.length),
    }));
    for (let example = 0; example < 12; example++) {
      const { input, label } = plain.example(example);
      const sampleWeight = mixed[example] as number;
      const one = backpropagate(expected as Network, input, label as number, { sampleWeight });
      cost += one.loss;
      for (const [index, layer] of one.gradients.entries()) {
        for (const kind of ['weights', 'biases'] as const) {
          const sum = gradients[index]?.[kind] as Float32Array;
          for (const [i, derivative] of layer[kind].entries()) sum[i] = (sum[i] as number) + derivative;
        }
      }
    }
    for (const [index, layer] of expected.layers.entries()) {
      for (const kind of ['weights', 'biases'] as const) {
        const gradient = gradients[index]?.[kind] as Float32Array;
        for (const [i, sum] of gradient.entries()) layer[kind][i] = (layer[kind][i] as number) - f(0.5 * f(sum * f(1 / 12)));
      }
    }
    expect(hashOfNetwork(network)).toBe(hashOfNetwork(expected));
    expect(steps[0]?.loss).toBe(cost / 12);
  });

  it('has nothing of an example of weight 0, not a bit, and the count has it', () => {
    const half = mixed.map((_, example) => (example % 2 === 0 ? 1 : 0));
    const left = plain.select([0, 2, 4, 6, 8, 10]);
    const rates = [sgd({ learningRate: 0.5 }), sgd({ learningRate: 0.25 })];
    const all = trained(weighted(half), { batchSize: 12, shuffle: false, optimizer: rates[0] });
    // 1/12 of the sum at twice the rate: both are exact.
    const few = trained(left, { batchSize: 6, shuffle: false, optimizer: rates[1] });
    expect(all.hash).not.toBe(hashOfNetwork(fresh()));
    for (const [index, { weights }] of all.network.layers.entries()) {
      const other = (few.network as Network).layers[index]?.weights as Float32Array;
      for (const [i, weight] of weights.entries()) expect(weight).toBeCloseTo(other[i] as number, 6);
    }
    expect(all.steps[0]?.loss).toBe((few.steps[0]?.loss as number) / 2);
    expect(all.steps[0]?.accuracy).toBe(few.steps[0]?.accuracy);
    // Whatever stands in an example of weight 0, the bits are the same.
    const other = new Dataset({
      ...weighted(half),
      labels: plain.labels?.map((label, at) => (at % 2 ? (label + 1) % 3 : label)),
    });
    expect(trained(other, { batchSize: 12, shuffle: false, optimizer: rates[0] }).hash).toBe(all.hash);
  });

  it('has nothing of the cost of an example of weight 0 where that is infinite (case 454)', () => {
    const wild = defineLoss({
      name: 'wild',
      value: (_, target) => (target[0] === 9 ? Number.POSITIVE_INFINITY : 1),
      gradient: (outputs, target) => outputs.map(() => (target[0] === 9 ? Number.POSITIVE_INFINITY : 1)),
    });
    const data = dataset({ inputs: [[1], [2]], targets: [[1], [9]], sampleWeights: [1, 0] });
    const [loss] = onBoth(() => {
      const network = new Network([1, 1], { output: identity, seed: 1 });
      const history = train(network, data, { loss: wild, epochs: 2, onWarning: () => {} });
      return [history[0]?.loss, hashOfNetwork(network)];
    });
    expect(loss).toBe(0.5);
  });

  it('is that of a plain training where all weights are 1, and doubles with them', () => {
    const ones = trained(weighted(mixed.map(() => 1)), { batchSize: 5, epochs: 2 });
    expect(ones).toMatchObject({ hash: trained(plain, { batchSize: 5, epochs: 2 }).hash });
    const twos = trained(weighted(mixed.map(() => 2)), { batchSize: 5, optimizer: sgd({ learningRate: 0.25 }) });
    expect(twos.hash).toBe(trained(plain, { batchSize: 5 }).hash);
    expect(twos.steps[0]?.loss).toBe(2 * (trained(plain, { batchSize: 5 }).steps[0]?.loss as number));
  });

  it('rounds a weight to float32, and overflows as a step does (case 455)', async () => {
    expect(weighted([0.1, 1]).sampleWeights?.[0]).toBe(f(0.1));
    const network = fresh();
    const huge = weighted(mixed.map(() => 3e38));
    await expectRefusalLeaving(network, () => train(network, huge, { batchSize: 12 }), 'NumericError', 'training step 1');
  });

  it('agrees with the gradient check, which leaves out those of weight 0', async () => {
    const network = fresh() as Network;
    const check = checkGradients(network, weighted(mixed));
    expect(check.passed).toBe(true);
    expect(check.compared).toBe(9 * network.parameterCount);
    const [one, thousand] = [1, 1000].map((weight) => {
      const { gradients } = backpropagate(network, plain.example(0).input, plain.example(0).label as number, {
        sampleWeight: weight,
      });
      return gradients[0]?.biases[0] as number;
    });
    expect((thousand as number) / (one as number)).toBeCloseTo(1000, 2);
    await expectRefusal(
      () => backpropagate(network, [1, 2, 3, 4], 0, { sampleWeight: -1 }),
      'OutOfRangeError',
      'backpropagate: sampleWeight',
      '-1',
    );
  });
});

describe('measures of weighted examples', () => {
  const network = new Network([1, 1], { output: identity });
  network.layers[0].weights[0] = 1;
  const data = dataset({ inputs: [[0], [1], [1], [0]], labels: [0, 1, 0, 1], sampleWeights: [1, 2, 0.5, 0] });

  it('are the loss over the count, and the accuracy over the sum of the weights, which confusion adds up', async () => {
    const { loss, accuracy, confusion } = onBoth(() => evaluate(network, data));
    expect(loss).toBe(0.5 / 4);
    expect(accuracy).toBe(3 / 3.5);
    expect(confusion).toEqual([[1, 0.5], [0, 2]]); // biome-ignore format: a table
    expect(await evaluateAsync(network, data)).toMatchObject({ loss, accuracy });
  });

  it('are those of the validation data by their own weights, which classWeights do not change', () => {
    const validation = (options: TrainingOptions) => {
      const one = new Network([1, 1], { output: identity });
      one.layers[0].weights[0] = 1;
      return train(one, data, { optimizer: sgd({ learningRate: 1e-30 }), validationData: data, ...options })[0];
    };
    expect(validation({})).toMatchObject({ loss: 0.125, accuracy: 3 / 3.5, validation: { loss: 0.125, accuracy: 3 / 3.5 } });
    const byClass = validation({ classWeights: [1, 3] });
    expect(byClass).toMatchObject({ loss: 0.125, accuracy: 7 / 7.5, validation: { loss: 0.125, accuracy: 3 / 3.5 } });
  });

  it('have no accuracy for a batch that does not count (case 456)', () => {
    const zeros = weighted([0, 0, 0, 1, 1, 1], plain.take(6));
    const { steps, hash } = trained(zeros, { batchSize: 3, shuffle: false });
    expect(steps[0]).toMatchObject({ loss: 0, accuracy: undefined });
    expect(hash).not.toBe(hashOfNetwork(fresh()));
  });
});

describe('classWeights', () => {
  const named = dataset({ inputs: [[1], [2], [3], [9]], labels: ['no', 'no', 'no', 'yes'] });
  const plainNetwork = () => new Network([1, 2], { output: softmax, seed: 1 });
  const hashBy = (data: Dataset, options: TrainingOptions) =>
    onBoth(() => {
      const network = plainNetwork();
      train(network, data, { optimizer: adam(), epochs: 3, ...options });
      return hashOfNetwork(network);
    });

  it.each<[string, TrainingOptions['classWeights'], number[]]>([
    ['balanced', 'balanced', [4 / 6, 4 / 6, 4 / 6, 2]],
    ['a list', [0.5, 3], [0.5, 0.5, 0.5, 3]],
    ['an array of floats', Float32Array.of(0.5, 3), [0.5, 0.5, 0.5, 3]],
    ['names', { yes: 3, no: 0.5 }, [0.5, 0.5, 0.5, 3]],
    ['some names, of which the others count 1', { yes: 3 }, [1, 1, 1, 3]],
  ])('by %s weigh each example by its class, in a training as in a data set', (_what, classWeights, weights) => {
    expect(named.withClassWeights(classWeights as never).sampleWeights).toEqual(Float32Array.from(weights));
    const byHand = dataset({ inputs: [[1], [2], [3], [9]], labels: ['no', 'no', 'no', 'yes'], sampleWeights: weights });
    expect(hashBy(named, { classWeights })).toBe(hashBy(byHand, {}));
    expect(hashBy(named, { classWeights })).not.toBe(hashBy(named, {}));
  });

  it('multiply the weights of the examples', () => {
    const { sampleWeights } = new Dataset({ ...named, sampleWeights: Float32Array.of(1, 0, 2, 0.5) }).withClassWeights([3, 4]);
    expect(sampleWeights).toEqual(Float32Array.of(3, 0, 6, 2));
  });

  it('go by the names of the network where the data have them in another order, or lack some', () => {
    const network = new Network([1, 3], { output: softmax, seed: 1 });
    network.classNames = ['maybe', 'yes', 'no'];
    const record = train(network, named, {
      classWeights: { no: 0, yes: 1, maybe: 5 },
      optimizer: sgd({ learningRate: 1e-30 }),
    })[0];
    const { loss } = evaluate(network, named.withClassWeights({ yes: 1, no: 0 }));
    expect(record?.loss).toBe(loss);
  });

  it('are those of a trainer too, batch by batch, with the bits of train', () => {
    const options = { classWeights: { yes: 3, no: 0.5 }, optimizer: sgd({ learningRate: 0.1 }) };
    for (const own of [false, true]) {
      const hash = onBoth(() => {
        const network = plainNetwork();
        const steps = trainer(network, options);
        for (const batch of named.batches(2)) steps.step(own ? batch.slice(0) : batch);
        return hashOfNetwork(network);
      });
      expect(hash).toBe(hashBy(named, { ...options, batchSize: 2, shuffle: false, epochs: 1 }));
    }
  });

  it.each<[string, unknown, Parameters<typeof expectRefusal>[1], ...string[]]>([
    [
      'a name that is no class',
      { gone: 2 },
      'ArgumentError',
      'classWeights',
      "got 'gone'. Leave it out: the data has no such class.",
    ],
    ['an unknown name', { yess: 1 }, 'ArgumentError', 'classWeights', "'no', 'yes'", "'yess'", "Did you mean 'yes'?"],
    ['an inherited name', JSON.parse('{"__proto__": 1}'), 'ArgumentError', 'classWeights', "'__proto__'"],
    ['a name of all objects', { constructor: 1 }, 'ArgumentError', "'constructor'"],
    ['a negative number', { yes: -1 }, 'OutOfRangeError', "classWeights['yes']", '-1'],
    ['NaN', { yes: Number.NaN }, 'OutOfRangeError', "classWeights['yes']", 'NaN'],
    ['a text', { yes: '1' }, 'ArgumentError', "classWeights['yes']", "'1'"],
    ['too many', [1, 2, 3], 'ShapeError', 'classWeights: expected 2 numbers, got 3'],
    ['too few', [1], 'ShapeError', 'classWeights: expected 2 numbers, got 1'],
    ['a negative one in a list', [1, -2], 'OutOfRangeError', 'classWeights[1]', '-2'],
    ['NaN in a list', [Number.NaN, 1], 'NumericError', 'classWeights[0]', 'NaN'],
    ['one too large for a float32', { yes: 1e39 }, 'OutOfRangeError', "classWeights['yes']"],
    ['zeros alone', [0, 0], 'ArgumentError', 'classWeights', 'above 0'],
    ['another word', 'equal', 'ArgumentError', 'classWeights', "'balanced'", "'equal'"],
    ['a number', 3, 'ArgumentError', 'classWeights', '3'],
    ['null', null, 'ArgumentError', 'classWeights', 'null'],
  ])('refuse %s before anything changes (cases 457 to 460)', async (_what, classWeights, kind, ...words) => {
    const network = plainNetwork();
    const options = { classWeights } as TrainingOptions;
    await expectRefusalLeaving(network, () => train(network, named, options), kind, ...words);
    await expectRefusalLeaving(network, () => fit(network, named, options), kind, ...words);
    await expectRefusalLeaving(network, () => trainer(network, options as never).step(named), kind, ...words);
    await expectRefusal(() => named.withClassWeights(classWeights as never), kind, ...words);
  });

  it('refuse data without classes, and those of which no example would count (cases 460 and 461)', async () => {
    const numbers = dataset({ inputs: [[1], [2]], targets: [[0.5], [3]] });
    const network = new Network([1, 1], { output: identity });
    const says = ['classWeights', 'data with labels', 'sampleWeights'];
    await expectRefusalLeaving(network, () => train(network, numbers, { classWeights: [1, 2] }), 'ArgumentError', ...says);
    const only = named.take(3);
    const call = () => train(plainNetwork(), only, { classWeights: { no: 0 } });
    await expectRefusal(call, 'ArgumentError', 'data', 'of a weight above 0');
  });

  it('of a trainer refuse to be balanced, with what to do (case 462)', async () => {
    const call = () => trainer(plainNetwork(), { classWeights: 'balanced' });
    await expectRefusal(call, 'ArgumentError', 'classWeights', "data.withClassWeights('balanced')");
  });
});

describe('sampleWeights of a data set', () => {
  const data = dataset({ inputs: [[1], [2], [3], [4]], labels: [0, 1, 0, 1], sampleWeights: [1, 2, 3, 4] });

  it('go where their examples go', () => {
    expect(data.slice(1, 3).sampleWeights).toEqual(Float32Array.of(2, 3));
    expect(data.select([3, 0]).sampleWeights).toEqual(Float32Array.of(4, 1));
    for (const part of [...data.split(0.5, { seed: 1 }), ...stratifiedSplit(data, 0.5)]) {
      expect([...part].map(({ weight }) => weight)).toEqual([...part.inputs]);
    }
    for (const batch of data.batches(3, { seed: 2 })) expect([...(batch.sampleWeights ?? [])]).toEqual([...batch.inputs]);
    const shuffled = data.shuffle(5);
    expect([...(shuffled.sampleWeights ?? [])]).toEqual([...shuffled.inputs]);
    expect(standardize(data).apply(data).sampleWeights).toEqual(data.sampleWeights);
    expect(smoothLabels(data, 0.1).sampleWeights).toEqual(data.sampleWeights);
    expect(data.example(2)).toEqual({ input: Float32Array.of(3), label: 0, target: Float32Array.of(1, 0), weight: 3 });
    expect(data.take(1).example(0)).toHaveProperty('weight', 1);
    expect(plain.example(0)).not.toHaveProperty('weight');
  });

  it('are copied, and refuse an assignment', () => {
    const given = Float32Array.of(1, 2, 3, 4);
    const made = dataset({ inputs: [[1], [2], [3], [4]], labels: [0, 1, 0, 1], sampleWeights: given });
    given.fill(0);
    expect(made.sampleWeights).toEqual(Float32Array.of(1, 2, 3, 4));
    expect(() => Object.assign(made, { sampleWeights: given })).toThrow('dataset.sampleWeights: expected no assignment');
  });

  it.each<[string, unknown, Parameters<typeof expectRefusal>[1], ...string[]]>([
    ['too few', [1, 2, 3], 'ShapeError', 'dataset: sampleWeights: expected 4 numbers, got 3'],
    ['too many', [1, 2, 3, 4, 5], 'ShapeError', 'got 5'],
    ['a negative one', [1, 2, -3, 4], 'OutOfRangeError', 'dataset: sampleWeights[2]', '-3'],
    ['NaN', [1, Number.NaN, 3, 4], 'NumericError', 'dataset: sampleWeights[1]', 'NaN'],
    ['one too large for a float32', [1, 2, 3, 1e39], 'NumericError', 'sampleWeights[3]'],
    ['a text', [1, 2, '3', 4], 'ArgumentError', 'sampleWeights[2]', "'3'"],
    ['no list', 3, 'ArgumentError', 'dataset: sampleWeights', '3'],
  ])('refuse %s (cases 451 and 452)', async (_what, sampleWeights, kind, ...words) => {
    const call = () => dataset({ inputs: [[1], [2], [3], [4]], labels: [0, 1, 0, 1], sampleWeights: sampleWeights as never });
    await expectRefusal(call, kind, ...words);
  });

  it('refuse to be 0 for all examples that are learnt from or measured (case 453)', async () => {
    const zeros = weighted(mixed.map(() => 0));
    const says = ['at least one example of a weight above 0'];
    const network = fresh() as Network;
    await expectRefusalLeaving(network, () => train(network, zeros), 'ArgumentError', 'data: ', ...says);
    await expectRefusalLeaving(network, () => trainer(network).step(zeros), 'ArgumentError', 'batch: ', ...says);
    await expectRefusal(() => evaluate(network, zeros), 'ArgumentError', 'data: ', ...says);
    const call = () => train(network, plain, { validationData: zeros });
    await expectRefusalLeaving(network, call, 'ArgumentError', 'validationData: ', ...says);
  });

  it('are part of what a checkpoint remembers', async () => {
    let saved: Uint8Array | undefined;
    const place = checkpointIn({
      load: () => saved,
      save: (bytes: Uint8Array) => {
        saved = bytes;
      },
    });
    const [whole, halved] = [fresh(), fresh()] as Network[];
    const options = { batchSize: 5, classWeights: [1, 2, 0.5] };
    const history = train(whole as Network, weighted(mixed), { ...options, epochs: 4 });
    await fit(halved as Network, weighted(mixed), { ...options, epochs: 2, checkpoint: place });
    const resumed = await fit(halved as Network, weighted(mixed), { ...options, epochs: 4, checkpoint: place });
    expect(hashOfNetwork(halved as Network)).toBe(hashOfNetwork(whole as Network));
    expect(resumed.map(({ seconds, ...record }) => record)).toEqual(history.map(({ seconds, ...record }) => record));
  });
});
